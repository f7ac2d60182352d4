import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { findUnsafeHtml } from '#app/markdown/find-unsafe-html.ts'
import { compileLesson } from './compile-lesson.ts'
import { contentAddresses } from './content-address.ts'
import { questionKinds } from './course.ts'
import { noGlossary } from './glossary.ts'
import { sampleFrontMatter, sampleLesson } from './sample-content.ts'

// On a busy machine hundreds of lessons take their time.
vi.setConfig({ testTimeout: 120_000 })

function compile(bg: string, en: string) {
  return compileLesson({
    around: {
      courseId: 'passwords',
      lessonId: 'first',
      files: new Map([
        [
          'plan.svg',
          { name: 'plan.svg', contentType: 'image/svg+xml', hash: '0123abcd', size: { width: 4, height: 3 } },
        ],
      ]),
      unfit: new Set(),
      glossary: noGlossary,
      lessonFolders: new Map([['010-first', 'first']]),
      addresses: contentAddresses,
    },
    folder: 'courses/passwords/010-first',
    texts: new Map([
      ['bg', bg],
      ['en', en],
    ] as const),
    languages: ['bg', 'en'],
    outcomeIds: ['LO1'],
  })
}

/** A question of every kind, and every block that may stand beside them. */
const wholeLesson = `${sampleLesson}
::: quiz {#q-order lo=LO1 partial=no attempts=2}
Подредете.

1. Откриване
2. Ограничаване
3. Възстановяване
:::

::: quiz {#q-match lo=LO1}
Свържете.

| Порт | Услуга |
|------|--------|
| 22   | SSH    |
| 443  | HTTPS  |
|      | DNS    |
:::

::: quiz {#q-gaps lo=LO1}
SSH слуша на [[22]], а [[(TCP)|UDP]] е надежден; обвивката е [[bash | /^z?sh$/i]].
:::

:::: exercise {#plan}
Направете план.

::: hint
Започнете от края.
:::

::: solution
Така.
:::
::::

::: trainer
Питайте ги.
:::
`

const lines = wholeLesson.split('\n')

const inserted = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '![x](javascript:alert(1))',
    '![x"onerror="y](plan.svg "a\\"b")',
    '> [!NOTE]',
    ':::',
    '::: quiz {#q-new lo=LO1}',
    '::: keypoints {style="x"}',
    '- [x] <b style="x">',
    '**Отговор:** <img onerror=x>',
    '[[(<b>x</b>)|"y"]] [[<script>]]',
    '1. <img src=x onerror=y>',
    '| <i>a</i> | [b](javascript:x) |',
    '## Друго',
    'source: bg@abcdef',
    '$<b>$ и $x$',
    '::: tabs',
    '[^1]: <b>',
    '```js title="<x>"',
    '| a | b |\n|---|---|',
    '---',
    '  ',
    '&#60;script&#62;',
    'title: !!js/function "x"',
    'a: &a [*a]',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** The sample with lines removed, repeated, moved, cut, or with something put between them. */
const mutated = fc
  .array(
    fc.record({
      kind: fc.constantFrom('remove', 'repeat', 'move', 'cut', 'insert', 'append'),
      at: fc.nat(lines.length - 1),
      to: fc.nat(lines.length - 1),
      text: inserted,
    }),
    { maxLength: 6 },
  )
  .map(changes => {
    const source = [...lines]
    for (const { kind, at, to, text } of changes) {
      const line = source[at] ?? ''
      if (kind === 'remove') source.splice(at, 1)
      else if (kind === 'repeat') source.splice(to, 0, line)
      else if (kind === 'move') source.splice(to, 0, ...source.splice(at, 1))
      else if (kind === 'cut') source[at] = line.slice(0, to % (line.length + 1))
      else if (kind === 'insert') source.splice(at, 0, text)
      else source[at] = line + text
    }
    return source.join('\n')
  })

function htmlIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /html/i.test(key) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([inner, part]) => htmlIn(part, Array.isArray(value) ? key : inner))
}

describe('a lesson, however it is mangled', () => {
  it('is compiled or reported, and what is shown is safe', () => {
    let shown = 0
    fc.assert(
      fc.property(mutated, source => {
        const { lesson, answerKeys, diagnostics } = compile(source, source)
        if (lesson === null) expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
        const html = htmlIn([lesson, ...answerKeys.values()])
        shown += html.length
        for (const part of html) expect(findUnsafeHtml(part)).toBeNull()
      }),
      { numRuns: 500 },
    )
    expect(shown).toBeGreaterThan(100)
  })

  it('is never shown with questions that its other language does not have', () => {
    fc.assert(
      fc.property(mutated, source => {
        const { lesson, answerKeys } = compile(wholeLesson, source)
        for (const question of lesson?.questions ?? []) {
          expect(question.texts.bg.optionsHtml.length).toBe(question.texts.en.optionsHtml.length)
          expect(answerKeys.has(question.id)).toBe(true)
        }
        const placed = lesson?.texts.en.segments.flatMap(segment =>
          segment.kind === 'question' ? [segment.id] : [],
        )
        expect(placed ?? []).toEqual((lesson?.questions ?? []).map(question => question.id))
      }),
      { numRuns: 300 },
    )
  })

  it('is sound as long as nobody touches it', () => {
    const { lesson, diagnostics } = compile(wholeLesson, wholeLesson)
    expect(diagnostics).toEqual([])
    expect(new Set(lesson?.questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds))
  })

  it.each<[string, string]>([
    ['brackets', '['.repeat(1_000_000)],
    ['brackets in lines', `${'[['.repeat(9000)}\n`.repeat(55)],
    ['emphasis', '*a _b '.repeat(170_000)],
    ['emphasis in lines', `${'**a _b '.repeat(2000)}\n`.repeat(70)],
    ['quotes', `${'>'.repeat(5000)}\n`.repeat(200)],
    ['lists', Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}- a`).join('\n')],
    ['fences', '```\n'.repeat(250_000)],
    ['containers', '::: quiz {#q-a}\n'.repeat(62_000)],
    ['closing fences', ':::\n'.repeat(250_000)],
    ['options', '- [x] a\n'.repeat(125_000)],
    ['tables', '| a | b |\n|---|---|\n'.repeat(50_000)],
    ['gaps', '[[(a)|b]] '.repeat(100_000)],
    ['notes', '[^1] '.repeat(200_000)],
    ['formulas', '$x$ '.repeat(250_000)],
  ])('is compiled or refused when it is a megabyte of %s', (_, body) => {
    const source = `${sampleFrontMatter}\n${body}`
    const { lesson, diagnostics } = compile(source, source)
    expect(lesson).toBeNull()
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it.each<[string, string]>([
    ['brackets', '['.repeat(1_000_000)],
    ['brackets in lines', '[\n'.repeat(500_000)],
    ['braces', `a: ${'{a: '.repeat(9000)}`],
    ['names', 'a: '.repeat(300_000)],
    ['dashes', '- '.repeat(500_000)],
    ['indentation', Array.from({ length: 1400 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
    ['quotation marks', '"'.repeat(1_000_000)],
    ['marks', '&a '.repeat(300_000)],
  ])('is refused when its description is a megabyte of %s', (_, fields) => {
    const source = `---\n${fields}\n---\n\nТекст.\n`
    const { lesson, diagnostics } = compile(source, source)
    expect(lesson).toBeNull()
    expect(diagnostics.length).toBeGreaterThan(0)
  })

  it('is reported when it is anything at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), source => {
        expect(compile(source, source).lesson).toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
