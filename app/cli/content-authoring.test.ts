import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sampleLesson } from '#app/domain/courses/sample-content.ts'
import { temporaryContent } from '#app/domain/courses/temporary-content.server.ts'
import { run } from './main.ts'

let out = ''
let err = ''

beforeEach(() => {
  out = ''
  err = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    err += String(text)
    return true
  })
  vi.spyOn(console, 'log').mockImplementation(text => {
    out += `${text}\n`
  })
})

afterEach(() => void vi.unstubAllEnvs())

const translation = 'courses/passwords/010-first/lesson.en.md'

describe('zagore content translated', () => {
  test('stamps a translation, so that the check tells of later changes of the original', async () => {
    const folder = temporaryContent()
    const file = join(folder, translation)
    expect(await run(['content', 'translated', file])).toBe(0)
    expect(out).toContain('a translation of lesson.bg.md as it is now')
    expect(readFileSync(file, 'utf8')).toMatch(/^source: bg@[0-9a-f]{6,}$/m)
    expect(await run(['content', 'check', folder])).toBe(0)
    expect(out).toContain('0 errors, 0 warnings')
    expect(await run(['content', 'translated', file])).toBe(0)
    expect(out).toContain('up to date already')
  })

  test.each([
    ['the original', 'courses/passwords/010-first/lesson.bg.md', {}, 'it is the original'],
    ['another file', 'courses/passwords/course.yml', {}, 'not named like a translation'],
    ['a file that is not there', 'courses/passwords/020-second/lesson.en.md', {}, 'cannot be read'],
    [
      'a translation without its original',
      translation,
      { 'courses/passwords/010-first/lesson.bg.md': null },
      'its original lesson.bg.md cannot be read',
    ],
    ['a course without course.yml', translation, { 'courses/passwords/course.yml': null }, 'no course.yml'],
    ['a course with an error', translation, { 'courses/passwords/course.yml': 'x' }, 'has an error'],
    ['a text without a description', translation, { [translation]: 'Text' }, 'no description'],
    ['a file in another encoding', translation, { [translation]: Buffer.from([0xff]) }, 'UTF-8'],
  ])('leaves %s as it is and says why', async (_, path, changes, words) => {
    const file = join(temporaryContent(changes), path)
    expect(await run(['content', 'translated', file])).toBe(1)
    expect(err).toContain(`${file} was left as it is: `)
    expect(err).toContain(words)
  })

  test('goes on after a file that it cannot stamp', async () => {
    const folder = temporaryContent()
    expect(await run(['content', 'translated', 'x.md', join(folder, translation)])).toBe(1)
    expect(out).toContain('as it is now')
    expect(readFileSync(join(folder, translation), 'utf8')).not.toBe(sampleLesson)
  })

  test.each([[[]], [['--all']]])('asks for files after %j', async args => {
    expect(await run(['content', 'translated', ...args])).toBe(2)
    expect(err).toContain('npx zagore content translated FILE')
  })
})

describe('zagore content new', () => {
  test('writes a course and a lesson that pass the check', async () => {
    const folder = temporaryContent()
    vi.stubEnv('CONTENT_DIR', folder)
    expect(await run(['content', 'new', 'course', 'phishing', '--track', 'data', '--languages', 'en'])).toBe(
      0,
    )
    expect(out).toContain(join(folder, 'courses/phishing/010-first-lesson/lesson.en.md'))
    expect(await run(['content', 'new', 'lesson', 'phishing', 'second'])).toBe(0)
    expect(await run(['content', 'check'])).toBe(0)
    expect(out).toContain('0 errors, 0 warnings')
    expect(readFileSync(join(folder, 'courses/phishing/course.yml'), 'utf8')).toContain('track: data\n')
  })

  test.each([
    [['course', 'passwords'], 'There is a course "passwords" already'],
    [['lesson', 'nowhere', 'x'], 'There is no course "nowhere"'],
  ])('%j ends with 1 and one sentence', async (args, words) => {
    vi.stubEnv('CONTENT_DIR', temporaryContent())
    expect(await run(['content', 'new', ...args])).toBe(1)
    expect(err).toContain(words)
  })

  test('says that there is no content folder', async () => {
    vi.stubEnv('CONTENT_DIR', '/nowhere/at/all')
    expect(await run(['content', 'new', 'course', 'phishing'])).toBe(1)
    expect(err).toContain('/nowhere/at/all')
  })

  test.each([
    [[]],
    [['course']],
    [['path', 'x']],
    [['course', 'a', 'b']],
    [['course', 'a', '--track', 'cooking']],
    [['course', 'a', '--languages', 'bg,ru']],
    [['course', 'a', '--languages', 'bg,bg']],
    [['course', 'a', '--force']],
    [['lesson', 'a']],
    [['lesson', 'a', 'b', '--track', 'data']],
  ])('%j ends with 2 and the usage', async args => {
    expect(await run(['content', 'new', ...args])).toBe(2)
    expect(err).toContain('Usage: npx zagore content new course NAME')
    expect(out).toBe('')
  })
})
