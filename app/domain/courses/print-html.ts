import { DomUtils } from 'htmlparser2'
import type { Language } from '#app/platform/language.ts'
import { escapeXml } from '#app/platform/xml.ts'
import type { Lesson, Question, QuestionText } from './course.ts'
import { type HandoutWording, handoutWording } from './handout/handout-wording.ts'
import {
  type ChildNode,
  childElements,
  type Element,
  findElement,
  hasClass,
  readHtml,
  textOf,
} from './handout/html-tree.ts'

/**
 * A lesson as one piece of HTML that is ready for paper: tabs one after the other, hints and solutions open, words of
 * the glossary explained at the end, questions as sheets to fill in. It is made from the open half of questions alone,
 * and notes for trainers stay out.
 */
export function printHtml(lesson: Lesson, language: Language): string {
  const wording = handoutWording[language]
  const glossary = new Map<string, string>()
  let number = 0
  const parts = lesson.texts[language].segments.map(segment => {
    if (segment.kind === 'html') return unfold(segment.html, glossary)
    const question =
      segment.kind === 'question' ? lesson.questions.find(({ id }) => id === segment.id) : undefined
    if (question === undefined) return ''
    number += 1
    return sheetOf(question, language, `${wording.question(number, lesson.questions.length)}`, wording)
  })
  return [...parts, glossaryOf(glossary, wording)].filter(part => part !== '').join('\n')
}

/** The same HTML with nothing folded away, and without the buttons of tabs and terms. */
function unfold(html: string, glossary: Map<string, string>): string {
  const nodes = readHtml(html)
  for (const element of elementsIn(nodes)) {
    if (hasClass(element, 'term-note')) {
      const name = findElement('strong', element.children)
      const link = findElement('a', element.children)
      const words = element.children.filter(child => child !== name && child !== link)
      if (name !== null) glossary.set(textOf(name), textOf(words).trim())
      DomUtils.removeElement(element)
    } else if (element.name === 'button' && hasClass(element, 'term')) {
      element.name = 'span'
      element.attribs = { class: 'term-word' }
    } else if (element.name === 'details') element.attribs.open = ''
    else if (hasClass(element, 'tab')) nameTab(element)
    else if (hasClass(element, 'footnote-back')) DomUtils.removeElement(element)
    // Loaded when it came near the screen, a picture far down would be missing on paper.
    if (element.attribs.loading === 'lazy') delete element.attribs.loading
  }
  return htmlOf(nodes)
}

/** A tab's name as a line above its contents; without its radio button, which chose among tabs. */
function nameTab(tab: Element): void {
  for (const child of childElements(tab)) {
    if (child.name === 'input') DomUtils.removeElement(child)
    if (child.name === 'label') {
      child.name = 'p'
      child.attribs = { class: 'tab-name' }
    }
  }
}

function elementsIn(nodes: ChildNode[]): Element[] {
  return DomUtils.getElementsByTagName('*', nodes, true)
}

function htmlOf(nodes: ChildNode[]): string {
  return nodes.map(node => DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' })).join('')
}

function sheetOf(question: Question, language: Language, name: string, wording: HandoutWording): string {
  const text = question.texts[language]
  const title = `${name} · ${wording.points(question.points)}`
  const id = `${question.id}-sheet`
  return `<div class="sheet" role="group" aria-labelledby="${id}">
<p class="sheet-title" id="${id}">${escapeXml(title)}</p>
${numberedBlanks(text.promptHtml)}
${spaceToAnswer(question, text, wording)}
</div>`
}

/** Gaps become numbered lines, whatever a page would put into them. */
function numberedBlanks(html: string): string {
  const nodes = readHtml(html)
  for (const element of elementsIn(nodes)) {
    const blank = element.attribs['data-blank']
    if (blank === undefined) continue
    element.attribs = { class: 'gap' }
    element.children = readHtml(`(${Number(blank) + 1})\u00a0________`)
  }
  return htmlOf(nodes)
}

function spaceToAnswer(question: Question, text: QuestionText, wording: HandoutWording): string {
  switch (question.kind) {
    case 'single':
      return boxes('circles', text.optionsHtml)
    case 'multiple':
      return hint(wording.several) + boxes('boxes', text.optionsHtml)
    case 'number':
    case 'text':
      return '<p class="lines"></p>'
    case 'order':
      return hint(wording.order) + boxes('boxes', text.optionsHtml)
    case 'match':
      return hint(wording.match) + sides(text)
    case 'blanks':
      return text.blanks
        .map((blank, index) =>
          blank.kind === 'choice'
            ? hint(`(${index + 1}) ${wording.choose}: ${blank.options.join(' / ')}`)
            : '',
        )
        .join('')
  }
}

function hint(words: string): string {
  return `<p class="meta">${escapeXml(words)}</p>\n`
}

function boxes(kind: 'circles' | 'boxes', options: readonly string[]): string {
  return `<ul class="${kind}">${options.map(html => `<li>${html}</li>`).join('')}</ul>`
}

function sides({ leftHtml, optionsHtml, headsHtml }: QuestionText): string {
  const head = (html: string) => `<p class="sheet-head">${html}</p>`
  const [left = '', right = ''] = (headsHtml ?? []).map(head)
  return `<div class="sides"><div>${left}<ul class="gaps">${leftHtml
    .map(html => `<li>${html}</li>`)
    .join('')}</ul></div><div>${right}<ol class="letters">${optionsHtml
    .map(html => `<li>${html}</li>`)
    .join('')}</ol></div></div>`
}

function glossaryOf(glossary: ReadonlyMap<string, string>, wording: HandoutWording): string {
  if (glossary.size === 0) return ''
  const entries = [...glossary].map(
    ([term, meaning]) => `<dt>${escapeXml(term)}</dt><dd>${escapeXml(meaning)}</dd>`,
  )
  return `<section class="print-glossary"><h2>${escapeXml(wording.glossary)}</h2><dl>${entries.join('')}</dl></section>`
}
