import { runContentCheck } from './content-check.ts'

const help = `Usage: npx zagore content check [--json]

Checks every file below CONTENT_DIR (./content) and lists all problems at once as file:line:column.
Exits with 1 when there is an error; warnings alone do not fail.
`

export async function runContent([action, ...rest]: string[]): Promise<number> {
  if (action === 'check' && !rest.includes('--help')) return runContentCheck(rest)
  if (action === undefined || action === '--help' || action === 'check') {
    process.stdout.write(help)
    return 0
  }
  process.stderr.write(`There is no "content ${action}". Run "npx zagore content --help".\n`)
  return 2
}
