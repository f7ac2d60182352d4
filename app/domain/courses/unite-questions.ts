import { type Language, languages } from '#app/platform/language.ts'
import type { CompiledQuestion } from './compile-question.ts'
import type { AcceptedText, AnswerKey, BlankKey, Question } from './course.ts'

type InLanguage = (language: Language) => CompiledQuestion

/**
 * Questions and keys of all languages in one, once `compareQuestions` has found nothing that differs.
 * A language that the course does not have is given the original.
 */
export function uniteQuestions(
  texts: Record<Language, readonly CompiledQuestion[]>,
  original: readonly CompiledQuestion[],
): { questions: Question[]; answerKeys: Map<string, AnswerKey> } {
  const united = original.map((question, index) => {
    const inLanguage: InLanguage = language => texts[language][index] ?? question
    return { question: uniteQuestion(question, inLanguage), key: uniteKey(question, inLanguage) }
  })
  return {
    questions: united.map(({ question }) => question),
    answerKeys: new Map(united.map(({ question, key }) => [question.id, key])),
  }
}

function uniteQuestion(original: CompiledQuestion, inLanguage: InLanguage): Question {
  const { id, kind, points, shuffle, attempts, partial, hints, outcome } = original
  const texts = { bg: inLanguage('bg').text, en: inLanguage('en').text }
  return { id, kind, points, shuffle, attempts, partial, hints, outcome, texts }
}

function uniteKey(original: CompiledQuestion, inLanguage: InLanguage): AnswerKey {
  const texts = { bg: inLanguage('bg').keyText, en: inLanguage('en').keyText }
  const answers = languages.map(language => inLanguage(language).answer)
  const { answer } = original
  if (answer.kind === 'text') {
    const accepted = unite(answers.map(other => (other.kind === 'text' ? other.accepted : [])))
    return { answer: { kind: 'text', accepted }, texts }
  }
  if (answer.kind !== 'blanks') return { answer, texts }
  const blanks = answer.blanks.map((blank, number): BlankKey => {
    if (blank.kind !== 'text') return blank
    const accepted = answers.map(other => {
      const same = other.kind === 'blanks' ? other.blanks[number] : undefined
      return same?.kind === 'text' ? same.accepted : []
    })
    return { kind: 'text', accepted: unite(accepted) }
  })
  return { answer: { kind: 'blanks', blanks }, texts }
}

/** A learner may answer in either language, whichever is being read. */
function unite(lists: AcceptedText[][]): AcceptedText[] {
  return [...new Map(lists.flat().map(accepted => [JSON.stringify(accepted), accepted])).values()]
}
