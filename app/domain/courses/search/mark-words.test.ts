import { expect, test } from 'vitest'
import { cutSnippet, type Marked, markWords } from './mark-words.ts'

/** As a reader sees it. */
function drawn({ text, marks }: Marked): string {
  let done = 0
  const parts = marks.map(([start, end]) => {
    const before = text.slice(done, start)
    done = end
    return `${before}[${text.slice(start, end)}]`
  })
  return parts.join('') + text.slice(done)
}

test.each([
  ['Паролите и паролата, не пароходът.', ['парол'], '[Паролите] и [паролата], не пароходът.'],
  ['Имате ли е-поща?', ['епощ'], 'Имате ли [е-поща]?'],
  ['Имате ли е-поща?', ['е', 'пощ', 'епощ'], 'Имате ли [е-поща]?'],
  ['phishing-resistant', ['phishing'], '[phishing]-resistant'],
  ['<b>код</b> & код', ['код'], '<b>[код]</b> & [код]'],
  ['нищо', ['парол'], 'нищо'],
])('in „%s“ are marked %s', (text, stems, marked) => {
  expect(drawn(markWords(text, new Set(stems)))).toBe(marked)
})

test('a snippet shows where most of what is sought stands together', () => {
  const filling = 'Нещо съвсем друго, което никой не търси. '.repeat(12)
  const text = `Парола. ${filling}Ентропията на паролата се мери в битове. ${filling}`
  const snippet = drawn(cutSnippet(text, new Set(['парол', 'ентроп']), 2))
  expect(snippet).toContain('[Ентропията] на [паролата] се мери')
  expect(snippet).toMatch(/^… .* …$/)
  expect(snippet.length).toBeLessThan(220)
})

test('a text without a hit is shown from its beginning', () => {
  expect(drawn(cutSnippet('Начало. '.repeat(60), new Set(['парол']), 1))).toMatch(/^Начало\. .* …$/)
})

test('paragraphs run on, cells of a table are set apart', () => {
  expect(cutSnippet('Първо.\nВторо\nтрето', new Set(), 1).text).toBe('Първо. Второ · трето')
})
