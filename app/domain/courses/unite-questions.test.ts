import { describe, expect, it } from 'vitest'
import { compileSample } from './compile-sample.ts'
import { uniteQuestions } from './unite-questions.ts'

const bg = compileSample(
  '::: quiz {#q-text}\nКой?\n\n**Отговор:** ключ | SSH\n:::\n\n::: quiz {#q-gaps}\nПорт [[22]] на [[ключ]], [[(да)|не]].\n:::\n',
  'bg',
).questions
const en = compileSample(
  '::: quiz {#q-text}\nWhich?\n\n**Answer:** key | SSH\n:::\n\n::: quiz {#q-gaps}\nPort [[22]] of [[key]], [[(yes)|no]].\n:::\n',
  'en',
).questions

describe('questions of both languages in one', () => {
  const { questions, answerKeys } = uniteQuestions({ bg, en }, bg)

  it('are shown in each language', () => {
    expect(questions.map(({ id }) => id)).toEqual(['q-text', 'q-gaps'])
    expect(questions[0]?.texts.bg.promptHtml).toBe('<p>Кой?</p>')
    expect(questions[0]?.texts.en.promptHtml).toBe('<p>Which?</p>')
    const choices = questions[1]?.texts.en.blanks[2]
    expect(choices?.kind === 'choice' && choices.options.toSorted()).toEqual(['no', 'yes'])
  })

  it('take the words of either language, each once', () => {
    expect(answerKeys.get('q-text')?.answer).toEqual({
      kind: 'text',
      accepted: [{ literal: 'ключ' }, { literal: 'SSH' }, { literal: 'key' }],
    })
    expect(answerKeys.get('q-gaps')?.answer).toMatchObject({
      kind: 'blanks',
      blanks: [
        { kind: 'number', value: 22 },
        { kind: 'text', accepted: [{ literal: 'ключ' }, { literal: 'key' }] },
        { kind: 'choice' },
      ],
    })
  })

  it('show the right answer in the language that is read', () => {
    expect(answerKeys.get('q-text')?.texts.bg.answerText).toBe('ключ')
    expect(answerKeys.get('q-text')?.texts.en.answerText).toBe('key')
    expect(answerKeys.get('q-gaps')?.texts.en.blankTexts).toEqual(['22', 'key', 'yes'])
  })

  it('of a course in one language are that language twice', () => {
    const one = uniteQuestions({ bg: en, en }, en)
    expect(one.questions[0]?.texts.bg).toEqual(one.questions[0]?.texts.en)
    expect(one.answerKeys.get('q-text')?.answer).toEqual(en[0]?.answer)
  })

  it('say nothing of the answers', () => {
    expect(JSON.stringify(questions)).not.toMatch(/ключ|key|SSH|22|correct/)
  })
})
