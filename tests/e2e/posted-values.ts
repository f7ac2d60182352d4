import { DomUtils, parseDocument } from 'htmlparser2'
import type { Question } from '#app/domain/courses/course.ts'
import type { Language } from '#app/platform/language.ts'
import { type Given, textOf } from './content.ts'

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>

/** A value that a form offers, with the words that a learner reads beside it. */
type Offer = { value: string; words: string }

/** What the form of a question on this page posts for an answer: its options are named anew on every page. */
export function postedValues(page: string, question: Question, given: Given, language: Language): string[] {
  const { optionsHtml, blanks } = question.texts[language]
  const fields = fieldsIn(page, question.id)
  const named = (offers: readonly Offer[], words: string | undefined) => {
    const found = offers.find(offer => offer.words === words)
    if (found === undefined) throw new Error(`The page does not offer "${words}" for ${question.id}.`)
    return found.value
  }
  const option = (filed: number) => textOf(optionsHtml[filed] ?? '')
  if ('typed' in given) return [given.typed]
  if ('options' in given) {
    const offers = fields.map(field => ({
      value: attribute(field, 'value'),
      words: besideOf(field, 'label'),
    }))
    return given.options.map(filed => named(offers, option(filed)))
  }
  if ('order' in given) {
    const steps = fields.map(field => {
      const [value = ''] = (offersOf(field)[0]?.value ?? '').split(':')
      return { value, words: besideOf(field, 'li') }
    })
    return given.order.map((filed, place) => `${named(steps, option(filed))}:${place + 1}`)
  }
  if ('pairs' in given) {
    const offers = offersOf(fields[0])
    return given.pairs.map(filed => (filed === null ? '' : named(offers, option(filed))))
  }
  return given.gaps.map((gap, number) => {
    const blank = blanks[number]
    if (typeof gap === 'string' || blank?.kind !== 'choice') return String(gap)
    return named(offersOf(fields[number]), blank.options[gap])
  })
}

/** Everything that a question offers to choose from on a page, by name: of a sequence its steps. */
export function offeredIds(page: string, questionId: string): string[] {
  const values = fieldsIn(page, questionId).flatMap(field =>
    // What was typed stands in its field again, and is no name of anything.
    field.name === 'select'
      ? offersOf(field).map(({ value }) => value)
      : field.attribs.inputmode === undefined
        ? [attribute(field, 'value')]
        : [],
  )
  return [...new Set(values.map(value => value.split(':')[0] ?? '').filter(value => value !== ''))]
}

function fieldsIn(page: string, questionId: string): Element[] {
  const inside = DomUtils.findOne(({ attribs }) => attribs.id === questionId, parseDocument(page).children)
  if (inside === null) throw new Error(`The page does not show ${questionId}.`)
  return DomUtils.findAll(({ attribs }) => attribs.name === `answer:${questionId}`, inside.children)
}

function offersOf(select: Element | undefined): Offer[] {
  if (select === undefined) return []
  return DomUtils.findAll(({ name }) => name === 'option', select.children).map(option => ({
    value: attribute(option, 'value'),
    words: wordsIn(option),
  }))
}

/** The text of the option that a field belongs to. */
function besideOf(field: Element, around: string): string {
  let block: Element | null = field
  while (block !== null && block.name !== around) {
    const above: Element['parent'] = block.parent
    block = above !== null && 'attribs' in above ? above : null
  }
  const text = block === null ? null : DomUtils.findOne(({ attribs }) => 'data-html' in attribs, [block])
  return text === null ? '' : wordsIn(text)
}

function wordsIn(element: Element): string {
  return DomUtils.textContent(element).replace(/\s+/g, ' ').trim()
}

function attribute(element: Element, name: string): string {
  return DomUtils.getAttributeValue(element, name) ?? ''
}
