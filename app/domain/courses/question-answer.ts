import { RE2JS } from 're2js'
import { plainText } from '#app/markdown/renderer.ts'
import type { Language } from '#app/platform/language.ts'
import { answerNumber } from './answer-number.ts'
import type { AcceptedText, AnswerKey } from './course.ts'

export type WrittenAnswer =
  | {
      ok: true
      answer: Extract<AnswerKey['answer'], { kind: 'number' | 'text' }>
      /** How the right answer reads in the language of the text. */
      answerText: string
      /** Set when the author probably meant something else. */
      doubt: Fault | null
    }
  | ({ ok: false } & Fault)

type Fault = { code: string; message: string; remedy: string }

/** The text after `**Отговор:**` or `**Answer:**`, or null when the paragraph is not an answer. */
export function answerLine(paragraph: string): string | null {
  const match = /^\*\*(?:Отговор|Answer)\s*(?::\*\*|\*\*\s*:)\s*([\s\S]*)$/i.exec(paragraph)
  return match === null ? null : (match[1] ?? '').replace(/\s+/g, ' ').trim()
}

/**
 * Reads an author's answer: `37.6 ± 0.2` and `1e3` are numbers (tolerance absolute or in percent of the value),
 * everything else is text with alternatives between ` | `.
 * @param kind what the fence demands, if anything
 */
export function readAnswer(
  written: string,
  kind: 'number' | 'text' | null,
  language: Language,
): WrittenAnswer {
  if (written === '')
    return {
      ok: false,
      code: 'answer-empty',
      message: 'The answer is empty.',
      remedy: 'write it after the colon',
    }
  if (kind === 'text') return readTexts(written)
  const number = answerNumber(written, language)
  if (number.ok) {
    const { value, tolerance, text } = number
    return { ok: true, answer: { kind: 'number', value, tolerance }, answerText: text, doubt: null }
  }
  if (number.meant || kind === 'number') {
    const message = `"${written}" cannot be read as a number.`
    return {
      ok: false,
      code: 'answer-number',
      message,
      remedy: `${numberRemedy}; if it is text, add kind=text in the braces`,
    }
  }
  const texts = readTexts(written)
  return texts.ok && number.withUnit ? { ...texts, doubt: unitDoubt(written) } : texts
}

const numberRemedy = 'write it with a decimal point and without blanks: 37.6 ± 0.2, 37.6 ± 1%, or 1e3'

function unitDoubt(written: string): Fault {
  const message = `"${written}" is compared as text, word for word.`
  return {
    code: 'answer-unit',
    message,
    remedy: 'write the number alone and name the unit in the question, or add kind=text in the braces',
  }
}

function readTexts(written: string): WrittenAnswer {
  const accepted: AcceptedText[] = []
  for (const alternative of written.split(' | ').map(part => part.trim())) {
    const pattern = /^\/(.+)\/(i?)$/.exec(alternative)
    if (pattern === null) {
      const literal = plainText(alternative).trim()
      const message = 'One of the accepted answers is empty.'
      if (literal === '')
        return { ok: false, code: 'answer-empty', message, remedy: 'remove the extra " | "' }
      accepted.push({ literal })
      continue
    }
    const [, source = '', flags = ''] = pattern
    const fault = faultOfPattern(source)
    if (fault !== null) {
      const message = `The pattern ${alternative} cannot be used: ${fault}.`
      return {
        ok: false,
        code: 'answer-pattern',
        message,
        remedy: 'write plain answers with " | " between them, or a simpler pattern without (?=…) and \\1',
      }
    }
    accepted.push({ pattern: source, flags })
  }
  const shown = accepted.find(one => 'literal' in one)
  if (shown === undefined) {
    const message = 'The answer is a pattern alone, so it cannot be shown to learners.'
    return {
      ok: false,
      code: 'answer-unreadable',
      message,
      remedy: 'put a plain answer before it: SSH | /^open\\s?ssh$/i',
    }
  }
  return { ok: true, answer: { kind: 'text', accepted }, answerText: shown.literal, doubt: null }
}

function faultOfPattern(source: string): string | null {
  try {
    RE2JS.compile(source)
    return null
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/^error parsing regexp: /, '')
      : 'it does not compile'
  }
}
