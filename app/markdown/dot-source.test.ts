import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redrawDot } from './dot-drawing.ts'
import { readDot } from './dot-source.ts'
import { findUnsafeHtml } from './find-unsafe-html.ts'
import { drawDot } from './graphviz.ts'

function draw(source: string): string | null {
  const reading = readDot(source)
  if (reading.source === null) return null
  const drawn = drawDot(reading.source)
  return drawn.ok ? redrawDot(drawn.svg, 'текст') : null
}

function codes(source: string): string[] {
  return readDot(source).problems.map(({ line, column, code }) => `${line}:${column} ${code}`)
}

describe('a graph in the language of Graphviz', () => {
  it.each([
    ['with comments and quoted names', 'digraph "A" { // x\n "a b" -> c /* y\n */ # z\n}'],
    ['with groups on both sides', 'digraph { {a b} -> {c d} -> e; f, g -> h }'],
    [
      'with clusters',
      'digraph { compound=true subgraph cluster_x { label="X"; a; b } c -> a [lhead=cluster_x] }',
    ],
    ['with ports and records', 'digraph { a [shape=record label="<p>x|{y|z}"]; a:p:n -> b:s }'],
    ['with defaults', 'strict graph { node [shape=box]; edge [style=dashed]; graph [rankdir=LR]; a -- b }'],
    ['in keywords of any case', 'DiGraph { SubGraph { NODE [shape=box] a } }'],
    ['with a name that is a keyword', 'digraph { "graph" -> "node" }'],
    ['that is empty', 'digraph { }'],
  ])('%s is drawn', (_, source) => {
    expect(codes(source)).toEqual([])
    expect(draw(source)).toMatch(/^<svg role="img" aria-label="текст" width="\d+" height="\d+" viewBox="0 0 /)
  })

  it.each([
    ['nothing', '', '1:1 diagram-syntax'],
    ['something else', 'flowchart LR', '1:1 diagram-syntax'],
    ['an end that is missing', 'digraph {\n  a -> b', '2:9 diagram-syntax'],
    ['two graphs', 'digraph { a }\ndigraph { b }', '2:1 diagram-syntax'],
    ['a text that is not closed', 'digraph { a [label="x] }', '1:20 diagram-syntax'],
    ['quotation marks of a text processor', 'digraph { a [label=„x“] }', '1:20 diagram-syntax'],
    ['texts that are joined', 'digraph { a [label="x" + "y"] }', '1:24 diagram-syntax'],
    ['a label in HTML', 'digraph { a [label=<b>] }', '1:20 diagram-syntax'],
    ['another engine', 'digraph {\n  layout=neato\n}', '2:3 diagram-option'],
    ['another engine in disguise', 'digraph { "lay\\\nout"="neato" }', '1:11 diagram-option'],
    ['an address', 'digraph { a [URL="javascript:alert(1)"] }', '1:14 diagram-option'],
    ['a picture', 'digraph { a [image="/etc/passwd"] }', '1:14 diagram-option'],
    ['a size out of all measure', 'digraph { a [width=999] }', '1:14 diagram-option'],
    ['a way to draw lines that never ends', 'digraph { splines=curved a -> b }', '1:11 diagram-option'],
    ['groups that multiply', `digraph { {${'a '.repeat(90)}} -> b }`, '1:194 diagram-large'],
    [
      'more nodes than one can take in',
      `digraph { ${Array.from({ length: 41 }, (_, n) => `n${n}`).join(' ')} }`,
      '1:161 diagram-large',
    ],
    ['groups nested without end', `digraph { ${'{'.repeat(500)}`, '1:18 diagram-syntax'],
    ['a text without end', `digraph { a [label="${'x'.repeat(6000)}"] }`, '1:1 diagram-large'],
  ])('with %s is refused where it stands', (_, source, problem) => {
    expect(readDot(source).source).toBeNull()
    expect(codes(source)[0]).toBe(problem)
  })

  it('loses an unreadable colour and nothing else', () => {
    const source = 'digraph { a [color="#ff0000" shape=box] }'
    expect(codes(source)).toEqual(['1:14 diagram-colour'])
    expect(draw(source)).toContain('<polygon points=')
  })

  it('shows words as they were written', () => {
    const svg = draw('digraph { a [label="<script>alert(1)</script> & \\"x\\""] }') ?? ''
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;')
    expect(findUnsafeHtml(svg)).toBeNull()
  })

  it('stays on its lines when it is written anew', () => {
    const source = 'digraph {\n\n  a\n  /* \n */ b -> c [label="x",\n  style=dashed]\n}'
    expect(readDot(source).source?.split('\n')).toHaveLength(source.split('\n').length)
  })

  it('whatever it holds, gives only shapes and words', () => {
    const piece = fc.constantFrom(
      ...[
        'digraph',
        'graph',
        'subgraph',
        'node',
        'edge',
        'strict',
        '{',
        '}',
        '[',
        ']',
        ';',
        ',',
        ':',
        '=',
        '->',
        '--',
      ],
      ...[
        'a',
        'b',
        'cluster_x',
        '"<b>"',
        '"\\N\\n"',
        'label',
        'shape',
        'record',
        'color',
        'red',
        'style',
        'filled',
      ],
      ...[
        '"{a|<p>b}"',
        'rank',
        'same',
        '1.5',
        '\n',
        '//',
        '/*',
        '*/',
        '#',
        '"',
        '<',
        '\\',
        '\u0000',
        'ж',
        '😀',
      ],
    )
    const source = fc
      .array(piece, { maxLength: 25 })
      .map(parts => (parts.length % 2 === 0 ? parts.join(' ') : `digraph { ${parts.join(' ')} }`))
    fc.assert(
      fc.property(source, text => {
        const svg = draw(text)
        if (svg !== null) expect(findUnsafeHtml(svg)).toBeNull()
      }),
      { numRuns: 200 },
    )
  })
})
