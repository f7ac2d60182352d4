import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEnvironment } from './environment.ts'
import { findUnsafeHtml } from './find-unsafe-html.ts'
import { markdownLabels } from './labels.ts'
import { parseMarkdown, renderTokens } from './renderer.ts'

function render(markdown: string) {
  const environment = createEnvironment({
    labels: markdownLabels.bg,
    resolveImage: name => ({ ok: true, src: `/files/${encodeURIComponent(name)}`, width: 4, height: 3 }),
    resolveLink: address => ({ ok: true, href: `/bg/${encodeURIComponent(address)}` }),
    resolveTerm: id => ({ ok: true, term: `<${id}>`, definition: `"${id}" & <b>`, href: '/bg/glossary#x' }),
  })
  const html = renderTokens(parseMarkdown(markdown, environment), environment)
  return { html, problems: environment.problems }
}

/** Pieces that mean something to the parser, to a browser, or to somebody who wants in. */
const fragments = [
  '::: quiz {#q',
  '::: objectives',
  '::: keypoints',
  '::: prereq',
  '\n:::: exercise {#a}\n',
  '\n::: hint\n',
  '\n::: solution\n',
  '\n:::: tabs\n',
  '\n::: tab Дума <b>\n',
  '\n::: trainer\n',
  '[^1]',
  '[^',
  '\n[^1]: ',
  '\n: ',
  '$',
  '$$',
  '$\\frac{1}{2}$',
  '\\href{javascript:x}{y}',
  '\\htmlStyle{color:red}{x}',
  '\\color{red}',
  '\n```dot alt="x"\ndigraph { a -> b }\n```\n',
  '```dot alt="<',
  'digraph { a [label="<script>"',
  '[[',
  ']]',
  '[[(a)|b]]',
  ':::',
  '::::',
  '{#a b="c" d=e}',
  '> [!NOTE]',
  '> ',
  '- ',
  '1. ',
  '  ',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '```',
  '```js title="',
  '~~~',
  '|',
  '|---|:-:|',
  '\n|---|---|\n',
  '## ',
  '#',
  '===',
  '---',
  '![',
  '](',
  ')',
  '[',
  ']',
  '<',
  '>',
  'plan.svg "',
  '"',
  "'",
  '`',
  '**',
  '_',
  '~~',
  '\\',
  '&',
  '&lt;',
  '&#106;',
  '&Tab;',
  'javascript:',
  'JaVaScRiPt:alert(1)',
  'data:text/html,',
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  ' onclick=',
  ' style="',
  '<svg onload=',
  'https://example.org/',
  '//example.org',
  '[a]: javascript:x',
  'mailto:',
  '[дума](glossary:',
  '](glossary:mfa)',
  'дума',
  'х',
  '\u0000',
  '\u2028',
  '\ud800',
  '😀',
  '[x] ',
  '[ ] ',
  '**Отговор:** ',
  '± ',
  ' | ',
  '/(a+)+$/',
]

const markdown = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map(parts => parts.join(''))

describe('the renderer, given anything', () => {
  it('writes only the elements, attributes and addresses that it means to', () => {
    fc.assert(
      fc.property(markdown, source => {
        expect(findUnsafeHtml(render(source).html)).toBeNull()
      }),
      { numRuns: 1500 },
    )
  })

  it('never gives one id twice on a page', () => {
    fc.assert(
      fc.property(markdown, source => {
        const ids = [...render(source).html.matchAll(/ id="([^"]*)"/g)].map(match => match[1])
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500 },
    )
  })

  it('points at places that exist in the source', () => {
    fc.assert(
      fc.property(markdown, source => {
        const lines = source.replace(/\r\n?/g, '\n').split('\n')
        for (const { line, column } of render(source).problems) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines.length)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['quotes', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['images', '!['.repeat(5_000)],
    ['emphasis', '*a _b '.repeat(5_000)],
    ['containers', ':::\n'.repeat(5_000)],
    ['unclosed containers', '::: objectives\n'.repeat(2_000)],
    ['exercises', ':::: exercise {#a}\n'.repeat(2_000)],
    ['tabs', '::: tab А\n'.repeat(2_000)],
    ['dollars', '$'.repeat(20_000)],
    ['formulas', '$x$ '.repeat(2_000)],
    ['calls of notes', '[^a]'.repeat(5_000)],
    ['notes', '[^a]: x\n\n'.repeat(2_000)],
    ['gaps', '[['.repeat(10_000)],
    ['fences', '```\n'.repeat(5_000)],
    ['definitions', 'а\n: '.repeat(3_000)],
  ])('survives thousands of nested %s', (_, source) => {
    expect(findUnsafeHtml(render(source).html)).toBeNull()
  })

  it('says so when something was nested too deep to be read', () => {
    const { problems } = render(`Текст\n\n${'> '.repeat(60)}дълбоко`)
    expect(problems).toMatchObject([{ line: 3, column: 1, code: 'nesting' }])
  })
})

describe('the check of rendered HTML', () => {
  it.each([
    '<script>x</script>',
    '<p onclick="x">y</p>',
    '<p style="color:red">y</p>',
    '<a href="javascript:x">y</a>',
    '<a href="java&Tab;script:x">y</a>',
    '<img src="data:text/html,x">',
    '<p class="a"b>',
    '<p',
  ])('would notice %s', html => {
    expect(findUnsafeHtml(html)).not.toBeNull()
  })
})
