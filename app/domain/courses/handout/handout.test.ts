import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { ask } from '#app/domain/certificates/pdf-judges.server.ts'
import { languages } from '#app/platform/language.ts'
import { SECRET, sampleCourse } from '#tests/factories.ts'
import type { Course, Lesson } from '../course.ts'
import { loadCatalogue } from '../load-catalogue.server.ts'
import { handoutContent } from './handout-content.ts'
import { column } from './pdf/page.ts'
import { printHandout } from './pdf/print-handout.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'handout-'))
afterAll(() => rmSync(folder, { recursive: true }))

const { catalogue, findFile } = loadCatalogue(fileURLToPath(new URL('../../../../content', import.meta.url)))

let files = 0

async function print(course: Course, lesson: Lesson, language: 'bg' | 'en' = 'bg'): Promise<string> {
  const path = join(folder, `${++files}.pdf`)
  const pdf = await printHandout({
    content: handoutContent(course, lesson, language),
    publisher: { academy: 'Примерна академия', hub: 'Примерен хъб' },
    site: 'https://academy.example.org',
    url: 'https://academy.example.org/bg/courses/sample/passwords',
    createdAt: new Date('2026-11-22T09:30:00Z'),
    picture: address => {
      const found = findFile(course.id, lesson.id, address.split('/').at(-1) ?? '')
      return found === null ? null : readFileSync(found.path)
    },
  })
  writeFileSync(path, pdf)
  return path
}

function firstLesson(course: Course): Lesson {
  const [lesson] = course.lessons
  if (lesson === undefined) throw new Error('The course has no lesson.')
  return lesson
}

/** The sample lesson with this HTML in place of its first words. */
function lessonOf(html: string): Lesson {
  const lesson = firstLesson(sampleCourse)
  const text = lesson.texts.bg
  const segments = [{ kind: 'html' as const, html }, ...text.segments.slice(1)]
  return { ...lesson, texts: { ...lesson.texts, bg: { ...text, segments } } }
}

const textOf = (path: string) => ask('pdftotext', ['-raw', path, '-']).replace(/\s+/g, ' ')

type Word = { page: number; left: number; right: number; top: number; bottom: number; text: string }

function wordsIn(path: string): Word[] {
  const pages = ask('pdftotext', ['-bbox', path, '-']).split('<page ').slice(1)
  return pages.flatMap((page, index) =>
    Array.from(
      page.matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)/g),
      ([, left, top, right, bottom, text = '']) => ({
        page: index + 1,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        text,
      }),
    ),
  )
}

/** Words that stick out of the column, and words that lie on each other. */
function faultsIn(path: string): string[] {
  const words = wordsIn(path)
  expect(words.length).toBeGreaterThan(20)
  const outside = words.filter(
    word => word.left < column.left - 3 || word.right > column.right + 3 || word.bottom > column.bottom + 45,
  )
  const overlapping = words.filter((word, index) => {
    const middle = (word.top + word.bottom) / 2
    return words.slice(index + 1, index + 200).some(other => {
      const beside = Math.min(word.right, other.right) - Math.max(word.left, other.left)
      return other.page === word.page && beside > 2 && other.top < middle - 2.5 && other.bottom > middle + 2.5
    })
  })
  return [...outside, ...overlapping].map(word => `${word.page}: ${word.text}`)
}

const everything = [
  '<h2>Заглавие</h2><p>Текст с <strong>удебелено</strong>, <em>курсив</em>, <code>код и cod</code>, <s>зачертано</s> и <a href="https://example.org/a-very-long/path/that/does/not/fit/into/one/line/of/the/page/at/all?with=query">връзка</a>.</p>',
  '<ul><li>едно<ol start="7"><li>две</li></ol></li><li>три</li></ul>',
  '<ul><li class="task"><input type="checkbox" disabled="" checked=""> <span>готова задача</span></li></ul>',
  '<table><thead><tr><th>Глава А</th><th>Глава Б</th></tr></thead><tbody><tr><td>клетка</td><td>друга</td></tr></tbody></table>',
  '<pre><code>if [ -f файл ]; then\n  echo „да“ → готово\nfi</code></pre>',
  '<blockquote><p>Цитат.</p></blockquote><hr>',
  '<aside class="callout callout-caution"><p class="callout-title">Предупреждение</p><p>Внимавайте.</p></aside>',
  '<figure><img src="/content-files/sample/passwords/0/photo.webp" alt="Снимка на ключ"><figcaption>Ключът</figcaption></figure>',
  '<figure class="diagram"><div><svg role="img" aria-label="Две точки" width="90" height="50" viewBox="0 0 90 50"><g class="node"><ellipse cx="20" cy="20" rx="9" ry="9"></ellipse></g></svg></div></figure>',
  '<p>Дължина <math><msup><mi>x</mi><mn>2</mn></msup></math> и бележка<sup><a class="footnote-call" href="#n">1</a></sup>.</p>',
  '<dl><dt>Понятие</dt><dd>Определение</dd></dl>',
  '<div class="exercise"><p class="exercise-title">Упражнение</p><p>Опитайте.</p><details class="hint"><summary>Подсказка</summary><p>Първо помислете.</p></details></div>',
  '<p>Странни знаци: 你 😀 ├── ≤ ⇒ \u0007.</p>',
].join('\n')

describe('a handout', { timeout: 60_000 }, () => {
  it('is a tagged file without a fault of syntax, with its title and language', async () => {
    const path = await print(sampleCourse, lessonOf(everything))
    expect(ask('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found')
    const info = ask('pdfinfo', [path])
    expect(info).toMatch(/^Title: +Урок passwords \(bg\) \(Примерен курс\)$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^Page size: +595\.28 x 841\.89 pts \(A4\)$/m)
    expect(info).toMatch(/^JavaScript: +no$/m)
    const source = ask('qpdf', ['--qdf', '--object-streams=disable', path, '-'])
    expect(source).toMatch(/\/Lang \(bg-BG\)/)
    expect(source).toMatch(/\/Marked true/)
    expect(source).toMatch(/\/DisplayDocTitle true/)
  })

  it('says everything in reading order', async () => {
    const text = textOf(await print(sampleCourse, lessonOf(everything)))
    const expected =
      'Примерна академия|Примерен курс|Урок passwords|За какво е passwords|Издание 1 (есен 2026)|Заглавие|удебелено|курсив|код и cod|зачертано|връзка|едно|7.|две|три|готова задача|Глава А|клетка|if [ -f файл ]; then|„да“ → готово|Цитат|Предупреждение|Внимавайте|Снимка на ключ|Ключът|x2|бележка|Понятие|Определение|Упражнение|Опитайте|+--|Въпрос 1 от|Подсказки и решения|Първо помислете'
    let position = 0
    for (const words of expected.split('|')) {
      const found = text.indexOf(words, position)
      expect(found, `"${words}" after "${text.slice(0, position).slice(-50)}"`).toBeGreaterThanOrEqual(0)
      position = found + words.length
    }
  })

  it('has a structure that assistive programs can follow, with texts for pictures', async () => {
    const path = await print(sampleCourse, lessonOf(everything))
    const source = ask('qpdf', ['--qdf', '--object-streams=disable', path, '-'])
    for (const type of 'Document H1 H2 P L LI Lbl LBody Table TR TH TD Code BlockQuote Figure Link'.split(
      ' ',
    )) {
      expect(source, type).toMatch(new RegExp(`/S /${type}\\b`))
    }
    const tree = ask('pdfinfo', ['-struct-text', path])
    expect(tree).toMatch(/Figure/)
    expect(tree).toContain('Глава Б')
  })

  it('tells in words what a picture shows that cannot be printed', async () => {
    const text = textOf(await print(sampleCourse, lessonOf(everything)))
    expect(text).toContain('Картината не може да бъде отпечатана. На нея: Снимка на ключ')
  })

  it('has nothing of an answer key, and leaves notes for trainers out', async () => {
    for (const lesson of sampleCourse.lessons) {
      const note = { kind: 'trainer' as const, html: `<aside>${SECRET} бележка</aside>` }
      const text = { ...lesson.texts.bg, segments: [note, ...lesson.texts.bg.segments] }
      const path = await print(sampleCourse, { ...lesson, texts: { ...lesson.texts, bg: text } })
      expect(textOf(path)).toContain('Въпрос 1 от')
      expect(textOf(path)).not.toContain(SECRET)
    }
  })

  it('breaks long tables and code over pages, repeating the head of the table', async () => {
    const rows = Array.from(
      { length: 80 },
      (_, row) => `<tr><td>ред ${row}</td><td>${'дума '.repeat(12)}</td></tr>`,
    )
    const table = `<table><thead><tr><th>Главата</th><th>Б</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    const code = `<pre><code>${Array.from({ length: 120 }, (_, row) => `line ${row} ${'x'.repeat(row)}`).join('\n')}</code></pre>`
    const tall = `<table><tbody><tr><td>а</td><td>${'много думи '.repeat(900)}</td></tr></tbody></table>`
    const path = await print(sampleCourse, lessonOf(table + code + tall))
    const text = textOf(path)
    for (let row = 0; row < 80; row++) expect(text).toContain(`ред ${row} `)
    expect(text.split('Главата').length - 1).toBeGreaterThan(2)
    expect(text.split('много').length - 1).toBe(900)
    expect(faultsIn(path)).toEqual([])
  })

  it('keeps words of any length inside its column', async () => {
    const long = 'Ж'.repeat(300)
    const html = `<p>${long} край</p><p><code>${'x'.repeat(300)}</code></p><ul><li><a href="https://example.org/${'a'.repeat(300)}">${long}</a></li></ul><table><tbody><tr><td>${long}</td><td>${long}</td><td>б</td></tr></tbody></table><h2>${long}</h2>`
    expect(faultsIn(await print(sampleCourse, lessonOf(html)))).toEqual([])
  })
})

describe('the handouts of the courses that are shipped', { timeout: 120_000 }, () => {
  const lessons = catalogue.courses.flatMap(course =>
    course.lessons.flatMap(lesson => languages.map(language => ({ course, lesson, language }))),
  )

  it.each(lessons)('are whole: $course.id, $lesson.id, $language', async ({ course, lesson, language }) => {
    const path = await print(course, lesson, language)
    expect(ask('qpdf', ['--check', path])).toContain('No syntax or stream encoding errors found')
    expect(faultsIn(path)).toEqual([])
    const text = textOf(path)
    for (const heading of lesson.texts[language].headings) {
      expect(text).toContain(heading.text.replace(/\s+/g, ' '))
    }
    for (let number = 1; number <= lesson.questions.length; number++) {
      expect(text).toMatch(new RegExp(`(?:Въпрос|Question) ${number} (?:от|of) `))
    }
  })

  it.each(lessons)(
    'end no page with a heading: $course.id, $lesson.id, $language',
    async ({ course, lesson, language }) => {
      const path = await print(course, lesson, language)
      const headings = lesson.texts[language].headings.map(heading => heading.text.replace(/\s+/g, ' '))
      const pages = ask('pdftotext', ['-raw', path, '-']).split('\f').filter(Boolean)
      for (const page of pages) {
        const lines = page.trim().split('\n')
        // The last two are the foot of the page.
        expect(headings).not.toContain(lines.at(-3))
      }
    },
  )
})
