import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkContent } from './check-content.server.ts'
import { sampleLesson } from './sample-content.ts'
import { stampTranslation, withSource } from './stamp-translation.server.ts'
import { saveContent, temporaryContent } from './temporary-content.server.ts'

const original = 'courses/passwords/010-first/lesson.bg.md'
const translation = 'courses/passwords/010-first/lesson.en.md'

describe('stamping a translation', () => {
  it('writes one line of its description, and then nothing is behind', () => {
    const folder = temporaryContent()
    const path = join(folder, translation)
    expect(stampTranslation(path)).toMatchObject({ ok: true, changed: true })
    const lines = readFileSync(path, 'utf8').split('\n')
    expect(lines.filter(line => !line.startsWith('source: bg@')).join('\n')).toBe(sampleLesson)
    expect(checkContent(folder)).toEqual([])
    expect(stampTranslation(path)).toMatchObject({ ok: true, changed: false })
  })

  it('is what brings a changed original to light, and settles it', () => {
    const folder = temporaryContent()
    const path = join(folder, translation)
    stampTranslation(path)
    saveContent(folder, original, sampleLesson.replace('Текст.', 'Друг текст.'))
    expect(checkContent(folder).map(({ code }) => code)).toEqual(['translation-behind'])
    expect(stampTranslation(path)).toMatchObject({ ok: true, changed: true })
    expect(checkContent(folder)).toEqual([])
  })

  it('keeps the line ends and the mark at the beginning of a file', () => {
    const stamped = withSource('\uFEFF---\r\ntitle: А\r\n---\r\nТекст\r\n', 'bg@123456')
    expect(stamped).toBe('\uFEFF---\r\ntitle: А\r\nsource: bg@123456\r\n---\r\nТекст\r\n')
  })

  it('leaves a "source" in the text alone', () => {
    const text = '---\ntitle: А\nsource: bg@000000\n---\nsource: мой\n'
    expect(withSource(text, 'bg@123456')).toBe('---\ntitle: А\nsource: bg@123456\n---\nsource: мой\n')
  })

  it.each([
    [original, 'is the original'],
    ['courses/passwords/course.yml', 'is no translation'],
    ['courses/passwords/020-none/lesson.en.md', 'does not exist'],
  ])('refuses %s, which %s', (file, reason) => {
    const result = stampTranslation(join(temporaryContent(), file))
    expect(result).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('refuses a translation without a description, and writes nothing', () => {
    const folder = temporaryContent({ [translation]: 'Текст' })
    expect(stampTranslation(join(folder, translation))).toMatchObject({ ok: false })
    expect(readFileSync(join(folder, translation), 'utf8')).toBe('Текст')
  })
})
