import { resolve } from 'node:path'
import { stampTranslation } from '#app/domain/courses/stamp-translation.server.ts'

const usage = `Usage: npx zagore content translated FILE…

Notes in each translation (lesson.en.md, exam.en.md) that it is up to date with its original:
the line "source" of its description is written, and nothing else. From then on the check
and the lesson page say which sections of the original have changed since.
`

/** @returns the exit code: 0 when every file is stamped, 1 when one is not, 2 when none was named */
export function runContentTranslated(args: string[]): number {
  if (args.includes('--help')) {
    process.stdout.write(usage)
    return 0
  }
  if (args.length === 0 || args.some(arg => arg.startsWith('-'))) {
    process.stderr.write(usage)
    return 2
  }
  let code = 0
  for (const file of args) {
    const result = stampTranslation(resolve(file))
    if (result.ok)
      process.stdout.write(`${file}: ${result.changed ? 'stamped' : 'was up to date already'}.\n`)
    else {
      process.stderr.write(`${file} ${result.reason}.\n`)
      code = 1
    }
  }
  return code
}
