/** A run of text in one style. */
export type Span = {
  text: string
  bold?: boolean
  italic?: boolean
  mono?: boolean
  struck?: boolean
  rise?: 'super' | 'sub'
  /** As the page has it: absolute, or beginning with `/`. */
  href?: string
}

export type Cell = { spans: Span[]; align: 'left' | 'center' | 'right' }

export type ListItem = {
  blocks: HandoutBlock[]
  /** What stands before the item: a number, a letter, or a box of a task or a choice. */
  mark: string | 'dot' | 'box' | 'circle' | 'ticked'
}

/** What a picture is made from: the address of a file of the lesson, or a drawing in the text itself. */
export type FigureSource = { kind: 'file'; address: string } | { kind: 'svg'; svg: string }

/** A lesson on paper: what stands on pages, without the pages. */
export type HandoutBlock =
  | { kind: 'heading'; level: 2 | 3 | 4; spans: Span[] }
  | { kind: 'paragraph'; spans: Span[]; quiet?: boolean; centred?: boolean; keep?: boolean }
  | { kind: 'list'; items: ListItem[]; tight: boolean }
  | { kind: 'table'; head: Cell[] | null; rows: Cell[][] }
  | { kind: 'code'; title: string | null; text: string }
  | { kind: 'quote'; blocks: HandoutBlock[] }
  | { kind: 'box'; tone: Tone; title: string; blocks: HandoutBlock[] }
  | { kind: 'figure'; source: FigureSource; alt: string; caption: Span[] }
  | { kind: 'definitions'; entries: Definition[] }
  | { kind: 'rule' }
  /** Lines to write on. */
  | { kind: 'lines'; count: number }

export type Tone = 'green' | 'amber' | 'red' | 'plain'

export type Definition = { term: Span[]; blocks: HandoutBlock[] }

/** Plain text of spans, for names and titles. */
export function textOfSpans(spans: readonly Span[]): string {
  return spans.map(span => span.text).join('')
}
