export type AnswerForm =
  | { intent: 'confirm-reading' }
  | { intent: 'answer'; question: string; attempt: number; values: string[] }
  | { intent: 'hint'; question: string; number: number }
  | { intent: 'foreign' }

const MOST_FIELDS = 60

/**
 * Reads the form of a lesson: `intent`, for an answer `question`, `attempt` and `answer:<question>`, for a hint
 * `question` and `number`. A field that does not belong, one question too many or a file makes the whole form foreign.
 */
export function readAnswerForm(form: FormData): AnswerForm {
  const entries = [...form]
  if (entries.length > MOST_FIELDS || entries.some(([, value]) => typeof value !== 'string'))
    return { intent: 'foreign' }
  const text = (name: string) => {
    const all = form.getAll(name)
    return all.length === 1 && typeof all[0] === 'string' ? all[0] : null
  }
  const count = (name: string) => (/^[1-9]\d{0,5}$/.test(text(name) ?? '') ? Number(text(name)) : null)
  const holdsOnly = (...own: string[]) => entries.every(([name]) => own.includes(name))

  const intent = text('intent')
  const question = text('question')
  if (intent === 'confirm-reading' && entries.length === 1) return { intent }
  if (question === null) return { intent: 'foreign' }
  if (intent === 'hint') {
    const number = count('number')
    if (number !== null && holdsOnly('intent', 'question', 'number')) return { intent, question, number }
  }
  if (intent === 'answer') {
    const attempt = count('attempt')
    const answer = `answer:${question}`
    if (attempt !== null && holdsOnly('intent', 'question', 'attempt', answer))
      return { intent, question, attempt, values: form.getAll(answer).map(String) }
  }
  return { intent: 'foreign' }
}
