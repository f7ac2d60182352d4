import { statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { checkContent } from '#app/domain/courses/check-content.server.ts'
import { type Diagnostic, formatDiagnostic } from '#app/domain/courses/diagnostic.ts'

const USAGE = 'Usage: zagore content check [folder] [--json]   (the folder is "content" unless given)'

/**
 * Checks a content folder and prints every problem at once.
 * @returns the exit code: 0 without errors (warnings allowed), 1 with errors, 2 when nothing could be checked
 */
export async function runContentCheck(args: string[]): Promise<number> {
  const unknown = args.find(arg => arg.startsWith('-') && arg !== '--json' && arg !== '--help')
  const [folder = 'content', ...more] = args.filter(arg => !arg.startsWith('-'))
  if (args.includes('--help')) {
    console.log(USAGE)
    return 0
  }
  if (unknown !== undefined || more.length > 0) {
    console.log(
      `${unknown === undefined ? 'One folder at a time.' : `There is no option ${unknown}.`} ${USAGE}`,
    )
    return 2
  }
  const contentDir = resolve(folder)
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    console.log(`There is no folder ${contentDir}: give the path of the folder that holds "courses".`)
    return 2
  }
  const diagnostics = checkContent(contentDir, progressOn(process.stderr)).map(diagnostic => ({
    severity: diagnostic.severity,
    file: shownPath(contentDir, diagnostic.file),
    line: diagnostic.line,
    column: diagnostic.column,
    code: diagnostic.code,
    message: diagnostic.message,
    remedy: diagnostic.remedy,
  }))
  const errors = diagnostics.filter(diagnostic => diagnostic.severity === 'error')
  const warnings = diagnostics.filter(diagnostic => diagnostic.severity === 'warning')
  if (args.includes('--json'))
    console.log(JSON.stringify({ errors: errors.length, warnings: warnings.length, diagnostics }, null, 2))
  else printForPeople(errors, warnings)
  return errors.length > 0 ? 1 : 0
}

/** Counts the courses on a terminal, in one line that is gone at the end; says nothing into a file or a pipe. */
function progressOn(stream: NodeJS.WriteStream): ((done: number, total: number) => void) | undefined {
  if (!stream.isTTY) return undefined
  return (done, total) => {
    stream.write(done < total ? `\r${done} of ${total} courses` : `\r${' '.repeat(30)}\r`)
  }
}

/** From where the reader stands, so that a terminal or an editor can open it. */
function shownPath(contentDir: string, file: string): string {
  return relative(process.cwd(), join(contentDir, file)).split(sep).join('/')
}

function printForPeople(errors: readonly Diagnostic[], warnings: readonly Diagnostic[]): void {
  printGroup('Errors', errors)
  printGroup('Warnings', warnings)
  console.log(`${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}.`)
  if (errors.length > 0) {
    console.log(
      'A lesson with an error is not shown to learners. Mend the errors from the top and run this again.',
    )
  } else if (warnings.length > 0)
    console.log('Everything can be published. Look at the warnings when there is time.')
  else console.log('Everything can be published.')
}

function printGroup(title: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  console.log(`${title}:`)
  for (const diagnostic of diagnostics) console.log(`  ${formatDiagnostic(diagnostic)}`)
  console.log('')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
