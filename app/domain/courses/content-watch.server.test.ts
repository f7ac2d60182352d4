import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchContent } from './content-watch.server.ts'
import { sampleFiles, sampleLesson } from './sample-content.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const lessonFile = 'courses/passwords/010-first/lesson.bg.md'
const otherCourse = Object.fromEntries(
  Object.entries(sampleFiles).map(([path, text]) => [path.replace('passwords', 'other'), text]),
)

function watched(changes: Record<string, string> = {}) {
  const folder = temporaryContent({ ...otherCourse, 'glossary.yml': '', 'paths/start.yml': '', ...changes })
  const watch = watchContent(folder)
  return { folder, first: [...watch.changedParts()].sort(), next: () => [...watch.changedParts()].sort() }
}

describe('a watched content folder', () => {
  it('is all new at first, and then nothing changes', () => {
    const { first, next } = watched()
    expect(first).toEqual(['courses', 'courses/other', 'courses/passwords', 'glossary.yml', 'paths'])
    expect(next()).toEqual([])
    expect(next()).toEqual([])
  })

  it.each<[string, (folder: string) => void, string]>([
    ['a saved lesson', folder => saveContent(folder, lessonFile, `${sampleLesson}\n`), 'courses/passwords'],
    [
      'a lesson of the same size by its time',
      folder => utimesSync(join(folder, lessonFile), new Date(), new Date(Date.now() + 5000)),
      'courses/passwords',
    ],
    ['a removed lesson', folder => rmSync(join(folder, lessonFile)), 'courses/passwords'],
    [
      'a new picture',
      folder => saveContent(folder, 'courses/passwords/010-first/new.svg', 'x'),
      'courses/passwords',
    ],
    [
      'a file deep inside',
      folder => saveContent(folder, 'courses/passwords/010-first/labs/ssh/files/a.txt', 'x'),
      'courses/passwords',
    ],
    [
      'a renamed lesson',
      folder =>
        renameSync(join(folder, 'courses/passwords/010-first'), join(folder, 'courses/passwords/020-first')),
      'courses/passwords',
    ],
    ['a new course', folder => saveContent(folder, 'courses/third/course.yml', 'x'), 'courses/third'],
    [
      'a removed course',
      folder => rmSync(join(folder, 'courses/other'), { recursive: true }),
      'courses/other',
    ],
    ['an empty new course', folder => mkdirSync(join(folder, 'courses/third')), 'courses/third'],
    ['a saved path', folder => saveContent(folder, 'paths/start.yml', 'x'), 'paths'],
    ['a saved glossary', folder => saveContent(folder, 'glossary.yml', 'x'), 'glossary.yml'],
    ['a new framework', folder => saveContent(folder, 'frameworks/ecsf.yml', 'x'), 'frameworks'],
  ])('tells of %s at the next call, once', (_, change, part) => {
    const { folder, next } = watched()
    change(folder)
    expect(next()).toEqual([part])
    expect(next()).toEqual([])
  })

  it('sees files that appear faster than the clock of the disk ticks', () => {
    const { folder, next } = watched()
    for (let number = 0; number < 50; number++) {
      saveContent(folder, `courses/passwords/010-first/${number}.txt`, 'x')
      expect(next()).toEqual(['courses/passwords'])
    }
  })

  it('does not mind hidden files, and ends where links run in a circle', () => {
    const { folder, next } = watched({ '.git/index': 'x' })
    symlinkSync(folder, join(folder, 'courses/passwords/circle'))
    expect(next()).toContain('courses/passwords')
    saveContent(folder, '.git/index', 'changed')
    expect(next()).toEqual([])
  })

  it('tells of everything when it disappears, and again when it comes back', () => {
    const { folder, next } = watched()
    renameSync(folder, `${folder}-away`)
    expect(next()).toContain('courses')
    expect(next()).toEqual([])
    renameSync(`${folder}-away`, folder)
    expect(next()).toContain('courses/passwords')
  })
})
