import { describe, expect, it } from 'vitest'
import { sampleLesson } from './sample-content.ts'
import { stampTranslation } from './stamp-translation.ts'
import { stampOf } from './translation-stamp.ts'

const stamp = stampOf('bg', sampleLesson)
const written = sampleLesson.replace('practice: 5 }\n', `practice: 5 }\nsource: ${stamp}\n`)

describe('stamping a translation', () => {
  it.each([
    ['without a stamp', sampleLesson, written],
    ['with an old one', written.replace(stamp, 'bg@abcdef'), written],
    ['with one that was never right', written.replace(stamp, 'bg @ yesterday'), written],
    ['with the same one', written, written],
    ['with Windows line ends', sampleLesson.replaceAll('\n', '\r\n'), written.replaceAll('\n', '\r\n')],
    ['with a byte order mark', `\uFEFF${sampleLesson}`, `\uFEFF${written}`],
    [
      'with comments and its fields in another order',
      `---\nsource: bg@abcdef # old\n# mine\n${sampleLesson.slice(4)}`,
      `---\nsource: ${stamp}\n# mine\n${sampleLesson.slice(4)}`,
    ],
    [
      'whose text speaks of a source too',
      `${sampleLesson}\nsource: бележка\n`,
      `${written}\nsource: бележка\n`,
    ],
  ])('%s changes that line alone', (_, before, after) => {
    expect(stampTranslation('lesson', before, stamp)).toEqual({
      ok: true,
      text: after,
      changed: before !== after,
    })
  })

  it.each([
    ['that begins with its text', 'Текст\n---\n---\n'],
    ['whose description does not end', sampleLesson.replace(/\n---\n/, '\n')],
    ['whose description has an error', sampleLesson.replace('title:', 'titel:')],
    ['whose source goes on in the next line', written.replace(`source: ${stamp}`, 'source: >\n  bg@abcdef')],
    ['of another kind', '---\ntitle: Изпит\nsummary: Кратко.\n---\n'],
  ])('of a file %s is refused', (_, text) => {
    expect(stampTranslation('lesson', text, stamp)).toMatchObject({ ok: false })
  })

  it('works in an exam, too', () => {
    const exam = '---\ntitle: Изпит\nsummary: Кратко.\n---\n\nТекст.\n'
    expect(stampTranslation('exam', exam, stamp)).toEqual({
      ok: true,
      changed: true,
      text: exam.replace('Кратко.\n', `Кратко.\nsource: ${stamp}\n`),
    })
  })
})
