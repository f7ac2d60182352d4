import type { Language } from '#app/platform/language.ts'
import type { Question, QuestionText } from '../course.ts'
import type { HandoutBlock, ListItem, Span } from './handout-blocks.ts'
import type { HandoutWording } from './handout-wording.ts'
import { readHtml } from './html-tree.ts'
import { emptyReading, readLessonHtml } from './read-html.ts'
import { readInline } from './read-inline.ts'

export type NumberedQuestion = { question: Question; number: number; total: number }

/**
 * A question as a sheet to be filled in. It is made from the open half alone: answer keys are not even given, and
 * options stand in the filed order.
 */
export function worksheetOf(
  { question, number, total }: NumberedQuestion,
  language: Language,
  wording: HandoutWording,
): HandoutBlock {
  const text = question.texts[language]
  return {
    kind: 'box',
    tone: 'plain',
    title: `${wording.question(number, total)} · ${wording.points(question.points)}`,
    blocks: [...promptOf(text), ...answerSpace(question, text, wording)],
  }
}

function promptOf(text: QuestionText): HandoutBlock[] {
  const reading = emptyReading()
  readLessonHtml(text.promptHtml, reading)
  return reading.blocks
}

function answerSpace(question: Question, text: QuestionText, wording: HandoutWording): HandoutBlock[] {
  switch (question.kind) {
    case 'single':
      return [options(text, () => 'circle')]
    case 'multiple':
      return [hint(wording.several), options(text, () => 'box')]
    case 'number':
      return [{ kind: 'lines', count: 1 }]
    case 'text':
      return [{ kind: 'lines', count: 2 }]
    case 'order':
      return [hint(wording.order), options(text, () => 'box')]
    case 'match':
      return [hint(wording.match), matching(text)]
    case 'blanks':
      return blanksToChoose(text, wording)
  }
}

function hint(text: string): HandoutBlock {
  return { kind: 'paragraph', spans: [{ text }], quiet: true }
}

function options(text: QuestionText, mark: (index: number) => ListItem['mark']): HandoutBlock {
  return {
    kind: 'list',
    tight: true,
    items: text.optionsHtml.map((html, index) => ({ mark: mark(index), blocks: [paragraph(html)] })),
  }
}

/** Left-hand sides with a gap each, and beside them the lettered right-hand sides. */
function matching(text: QuestionText): HandoutBlock {
  const rows = Math.max(text.leftHtml.length, text.optionsHtml.length)
  const cell = (spans: Span[]) => ({ spans, align: 'left' as const })
  const side = (html: string | undefined, before: string): Span[] =>
    html === undefined ? [] : [{ text: before }, ...spansOf(html)]
  return {
    kind: 'table',
    head: text.headsHtml === null ? null : text.headsHtml.map(html => cell(spansOf(html))),
    rows: Array.from({ length: rows }, (_, index) => [
      cell(side(text.leftHtml[index], '____ ')),
      cell(side(text.optionsHtml[index], `${letterOf(index)}. `)),
    ]),
  }
}

function blanksToChoose(text: QuestionText, wording: HandoutWording): HandoutBlock[] {
  return text.blanks.flatMap((blank, index) =>
    blank.kind === 'choice' ? [hint(`(${index + 1}) ${wording.choose}: ${blank.options.join(' / ')}`)] : [],
  )
}

/** A, B, C …, in Latin letters so that both languages fill in the same ones. */
function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1)
}

function paragraph(html: string): HandoutBlock {
  return { kind: 'paragraph', spans: spansOf(html) }
}

function spansOf(html: string): Span[] {
  return readInline(readHtml(html), () => undefined)
}
