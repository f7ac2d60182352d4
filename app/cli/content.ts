import { runContentCheck } from './content-check.ts'
import { runContentTranslated } from './content-translated.ts'

const help = `Usage: npx zagore content check [FOLDER] [--json]
       npx zagore content translated FILE…

Checks every file below FOLDER, or below CONTENT_DIR (./content) when none is named,
and lists all problems at once as file:line:column.
Exits with 1 when there is an error; warnings alone do not fail.
`

export async function runContent([action, ...rest]: string[]): Promise<number> {
  if (action === 'check' && !rest.includes('--help')) {
    const named = rest.some(word => !word.startsWith('-'))
    return runContentCheck(named ? rest : [process.env.CONTENT_DIR || 'content', ...rest])
  }
  if (action === 'translated') return runContentTranslated(rest)
  if (action === undefined || action === '--help' || action === 'check') {
    process.stdout.write(help)
    return 0
  }
  process.stderr.write(`There is no "content ${action}". Run "npx zagore content --help".\n`)
  return 2
}
