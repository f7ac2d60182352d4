import { runContentCheck } from './content-check.ts'
import { runContentNew } from './content-new.ts'
import { runContentTranslated } from './content-translated.ts'

const help = `Usage: npx zagore content check [FOLDER] [--json]
       npx zagore content translated FILE…
       npx zagore content new course NAME [--track cybersecurity|data|hpc] [--languages bg,en]
       npx zagore content new lesson COURSE NAME

  check       checks every file below FOLDER, or below CONTENT_DIR (./content) when none is named,
              and lists all problems at once as file:line:column
  translated  notes in a translation (lesson.en.md, exam.en.md) that it was made from the original
              as that is now; only the line "source" at its top changes
  new course  writes a course to begin with: course.yml, a cover and a first lesson; a draft
  new lesson  adds a lesson to the end of a course

Exit codes: 0 done (warnings of the check allowed), 1 with an error, 2 not understood.

check --json prints one object:
  errors, warnings  how many there are
  diagnostics       a list by file, line and column, each with
    severity        "error": the lesson is not shown; "warning": advice
    file            its path from where the command runs
    line, column    from 1
    code            the kind of problem, such as "image-missing"; it never changes its meaning
    message         what is wrong
    remedy          what to do
Fields may be added later.
`

export async function runContent([action, ...rest]: string[]): Promise<number> {
  const known = action === 'check' || action === 'translated' || action === 'new'
  if (action === undefined || action === '--help' || (known && rest.includes('--help'))) {
    process.stdout.write(help)
    return 0
  }
  switch (action) {
    case 'check': {
      const named = rest.some(word => !word.startsWith('-'))
      return runContentCheck(named ? rest : [process.env.CONTENT_DIR || 'content', ...rest])
    }
    case 'translated':
      return runContentTranslated(rest)
    case 'new':
      return runContentNew(rest)
    default:
      process.stderr.write(`There is no "content ${action}". Run "npx zagore content --help".\n`)
      return 2
  }
}
