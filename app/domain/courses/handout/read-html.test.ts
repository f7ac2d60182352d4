import { describe, expect, it } from 'vitest'
import type { HandoutBlock } from './handout-blocks.ts'
import { emptyReading, type HandoutReading, readLessonHtml } from './read-html.ts'

function read(html: string): HandoutReading {
  const reading = emptyReading()
  readLessonHtml(html, reading)
  return reading
}

const blocks = (html: string): HandoutBlock[] => read(html).blocks

describe('the text of a lesson', () => {
  it('keeps its styles and runs its spaces together, but not those that must not break', () => {
    expect(blocks('<p>Едно\n  <strong>две <em>три</em></strong> <code>a  b</code> 5\u00a0%</p>')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: 'Едно ' },
          { text: 'две ', bold: true },
          { text: 'три', bold: true, italic: true },
          { text: ' ' },
          { text: 'a  b', mono: true },
          { text: ' 5\u00a0%' },
        ],
      },
    ])
  })

  it('prints the address of a link after its words, once', () => {
    const [first, second, third] = blocks(
      '<p><a href="https://example.org/a">думи</a></p>' +
        '<p><a href="https://example.org/a">https://example.org/a</a></p>' +
        '<p><a href="/bg/courses/a/b">урок</a> и <a href="#z">място</a></p>',
    )
    const textOf = (block?: HandoutBlock) =>
      block?.kind === 'paragraph' ? block.spans.map(span => span.text).join('') : null
    expect(textOf(first)).toBe('думи (https://example.org/a)')
    expect(textOf(second)).toBe('https://example.org/a')
    expect(textOf(third)).toBe('урок и място')
    expect(third).toMatchObject({ spans: [{ href: '/bg/courses/a/b' }, {}] })
  })

  it('takes a term for a word and its explanation to the end, once', () => {
    const term =
      '<button class="term" type="button" popovertarget="t">фактори</button><span class="term-note" popover="auto" id="t"><strong>втори фактор</strong> Още едно доказателство. <a href="/bg/glossary#mfa">Речник</a></span>'
    const reading = read(`<p>Двата ${term} помагат. Пак ${term}.</p>`)
    expect(reading.blocks).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Двата фактори помагат. Пак фактори.' }] },
    ])
    expect(reading.glossary).toEqual([
      {
        term: [{ text: 'втори фактор', bold: true }],
        blocks: [{ kind: 'paragraph', spans: [{ text: 'Още едно доказателство.' }] }],
      },
    ])
  })

  it('reads a formula as one types it', () => {
    const math =
      '<math><semantics><mrow><mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac><mo>=</mo><msqrt><msup><mi>x</mi><mn>2</mn></msup></msqrt></mrow><annotation encoding="application/x-tex">\\frac{a+1}{b}</annotation></semantics></math>'
    const [inline, display] = blocks(
      `<p>${math}</p><div class="formula">${math.replace('<math>', '<math display="block">')}</div>`,
    )
    expect(inline?.kind === 'paragraph' && inline.spans.map(span => span.text).join('')).toBe(
      '(a + 1)/b = √x2',
    )
    expect(inline).toMatchObject({ spans: expect.arrayContaining([{ text: '2', rise: 'super' }]) })
    expect(display).toMatchObject({ kind: 'paragraph', centred: true })
  })

  it('numbers the gaps of a text', () => {
    expect(blocks('<p>Порт <span data-blank="0"></span> и <span data-blank="1"></span>.</p>')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Порт (1)\u00a0_______ и (2)\u00a0_______.' }] },
    ])
  })
})

describe('the blocks of a lesson', () => {
  it('are headings, lists in lists, tables and rules', () => {
    expect(
      blocks(
        '<h2 id="a">Едно</h2><ol start="3"><li>а<ul><li>б</li></ul></li></ol><hr>' +
          '<div class="table-scroll"><table><thead><tr><th>А</th><th class="align-right">Б</th></tr></thead><tbody><tr><td>1</td><td class="align-right">2</td></tr></tbody></table></div>',
      ),
    ).toMatchObject([
      { kind: 'heading', level: 2 },
      {
        kind: 'list',
        tight: true,
        items: [{ mark: '3.', blocks: [{ kind: 'paragraph' }, { kind: 'list', items: [{ mark: 'dot' }] }] }],
      },
      { kind: 'rule' },
      { kind: 'table', head: [{ align: 'left' }, { align: 'right' }], rows: [[{}, { align: 'right' }]] },
    ])
  })

  it('are tasks with their boxes, definitions, and code with its spaces', () => {
    expect(
      blocks(
        '<ul><li class="task"><input type="checkbox" disabled="" checked=""> <span>готово</span></li><li class="task"><input type="checkbox" disabled=""> <span>не</span></li></ul>' +
          '<dl><dt>Дума</dt><dd>Смисъл</dd></dl><figure class="code"><figcaption>Име</figcaption><pre><code class="hljs"><span class="hljs-keyword">if</span>  x\n</code></pre></figure>',
      ),
    ).toMatchObject([
      {
        kind: 'list',
        items: [{ mark: 'ticked', blocks: [{ spans: [{ text: 'готово' }] }] }, { mark: 'box' }],
      },
      { kind: 'definitions', entries: [{ term: [{ text: 'Дума' }] }] },
      { kind: 'code', title: 'Име', text: 'if  x' },
    ])
  })

  it('are boxes by their kind, with the name that the page gives them', () => {
    expect(
      blocks(
        '<section class="objectives"><p class="objectives-title">Цели</p><ul><li>а</li></ul></section>' +
          '<aside class="callout callout-warning"><p class="callout-title">Внимание</p><p>Текст.</p></aside>',
      ),
    ).toMatchObject([
      { kind: 'box', tone: 'green', title: 'Цели', blocks: [{ kind: 'list' }] },
      { kind: 'box', tone: 'amber', title: 'Внимание', blocks: [{ kind: 'paragraph' }] },
    ])
  })

  it('are pictures by their address and drawings with their capitals', () => {
    const [picture, drawing] = blocks(
      '<figure><img src="/content-files/c/l/0/p.svg" alt="План" width="9" height="9">\n<figcaption>Под</figcaption></figure>' +
        '<figure class="diagram"><div class="diagram-scroll"><svg role="img" aria-label="Схема" viewBox="0 0 9 9"><polygon points="0,0"></polygon></svg></div></figure>',
    )
    expect(picture).toMatchObject({
      kind: 'figure',
      source: { kind: 'file', address: '/content-files/c/l/0/p.svg' },
      alt: 'План',
      caption: [{ text: 'Под' }],
    })
    expect(drawing).toMatchObject({ kind: 'figure', source: { kind: 'svg' }, alt: 'Схема' })
    expect(drawing?.kind === 'figure' && drawing.source.kind === 'svg' && drawing.source.svg).toContain(
      'viewBox="0 0 9 9"',
    )
  })

  it('come one after the other out of tabs, under their titles', () => {
    expect(
      blocks(
        '<div class="tabs"><div class="tab"><input type="radio" name="g" id="a" checked=""><label for="a">Windows</label><div class="tab-panel"><p>а</p></div></div><div class="tab"><input type="radio" name="g" id="b"><label for="b">Linux</label><div class="tab-panel"><p>б</p></div></div></div>',
      ).map(block => (block.kind === 'paragraph' ? block.spans[0] : null)),
    ).toEqual([{ text: 'Windows', bold: true }, { text: 'а' }, { text: 'Linux', bold: true }, { text: 'б' }])
  })

  it('of an exercise leave its hint and solution to the end', () => {
    const { blocks: here, aside } = read(
      '<div class="exercise" role="group" id="e"><p class="exercise-title">Упражнение 1</p><p>Направете.</p><details class="solution"><summary>Решение</summary><p>Готово.</p></details></div>',
    )
    expect(here).toMatchObject([
      {
        kind: 'box',
        title: 'Упражнение 1',
        blocks: [{ kind: 'paragraph', spans: [{ text: 'Направете.' }] }],
      },
    ])
    expect(aside).toMatchObject([
      { exercise: 'Упражнение 1', title: 'Решение', blocks: [{ spans: [{ text: 'Готово.' }] }] },
    ])
  })

  it('of a kind that is not known keep their words', () => {
    expect(blocks('<new-thing><p>Думи <mystery>вътре</mystery></p><div>и вън</div></new-thing>')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'Думи вътре' }] },
      { kind: 'paragraph', spans: [{ text: 'и вън' }] },
    ])
  })
})
