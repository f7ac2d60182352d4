import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from './check-content.server.ts'
import { sampleLesson } from './sample-content.ts'
import { stampTranslationFile } from './stamp-translation.server.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const original = 'courses/passwords/010-first/lesson.bg.md'
const translation = 'courses/passwords/010-first/lesson.en.md'

describe('stamping a translation', () => {
  it('writes one line of its description, and then nothing is behind', () => {
    const folder = temporaryContent()
    const path = join(folder, translation)
    expect(stampTranslationFile(path)).toMatchObject({ ok: true, changed: true })
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines.filter(line => !line.startsWith('source: bg@')).join('\n')).toBe(sampleLesson)
    expect(checkContent(folder)).toEqual([])
    expect(stampTranslationFile(path)).toMatchObject({ ok: true, changed: false })
  })

  it('is what brings a changed original to light, and settles it', () => {
    const folder = temporaryContent()
    const path = join(folder, translation)
    stampTranslationFile(path)
    saveContent(folder, original, sampleLesson.replace('Текст.', 'Друг текст.'))
    expect(checkContent(folder).map(({ code }) => code)).toEqual(['translation-behind'])
    expect(stampTranslationFile(path)).toMatchObject({ ok: true, changed: true })
    expect(checkContent(folder)).toEqual([])
  })

  it.each([
    [original, 'is the original'],
    ['courses/passwords/course.yml', 'not named like a translation'],
    ['courses/passwords/020-none/lesson.en.md', 'cannot be read'],
  ])('refuses %s: %s', (file, reason) => {
    const result = stampTranslationFile(join(temporaryContent(), file))
    expect(result).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('refuses a translation without a description, and writes nothing', () => {
    const folder = temporaryContent({ [translation]: 'Текст' })
    expect(stampTranslationFile(join(folder, translation))).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, translation), 'utf8')).toBe('Текст')
  })
})
