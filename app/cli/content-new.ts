import { statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Begun, beginCourse, beginLesson } from '#app/domain/courses/begin-content.server.ts'
import { tracks } from '#app/domain/courses/course.ts'
import { isLanguage } from '#app/platform/language.ts'

const usage = `Usage: npx zagore content new course NAME [--track ${tracks.join('|')}] [--languages bg,en]
       npx zagore content new lesson COURSE NAME
`

/**
 * Writes a course or a lesson to begin with. It is complete and passes the check.
 * @returns the exit code: 0 done, 1 when it could not be written, 2 when the words were not understood
 */
export async function runContentNew(args: string[]): Promise<number> {
  const understood = understand(args)
  if (understood === null) {
    process.stderr.write(usage)
    return 2
  }
  const contentDir = process.env.CONTENT_DIR || 'content'
  if (!statSync(contentDir, { throwIfNoEntry: false })?.isDirectory()) {
    process.stderr.write(`There is no folder ${contentDir}: set CONTENT_DIR, or go where it lies.\n`)
    return 1
  }
  const begun = understood(contentDir)
  if (!begun.ok) {
    process.stderr.write(`${begun.reason}\n`)
    return 1
  }
  process.stdout.write(`${begun.files.map(file => `${join(contentDir, file)}\n`).join('')}
Write over what is there, then run: npx zagore content check
`)
  return 0
}

function understand(args: string[]): ((contentDir: string) => Begun) | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { track: { type: 'string' }, languages: { type: 'string' } },
    })
    const [what, first, second, ...more] = positionals
    if (first === undefined || more.length > 0) return null
    if (what === 'lesson' && second !== undefined && Object.keys(values).length === 0) {
      return contentDir => beginLesson(contentDir, first, second)
    }
    const track = tracks.find(name => name === (values.track ?? 'cybersecurity'))
    const languages = (values.languages ?? 'bg,en').split(',')
    const known = languages.filter(isLanguage)
    const distinct = new Set(known).size === languages.length
    if (what !== 'course' || second !== undefined || track === undefined || !distinct) return null
    return contentDir => beginCourse(contentDir, { id: first, track, languages: known })
  } catch {
    // An option that is not known, or one without its value.
    return null
  }
}
