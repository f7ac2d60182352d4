export type AnswerForm =
  | { intent: 'confirm-reading' }
  | { intent: 'answer'; question: string; attempt: number; values: string[] }
  | { intent: 'foreign' }

const MOST_FIELDS = 60

/**
 * Reads the form of a lesson: `intent`, and for an answer `attempt` and `answer:<block id>`.
 * A field that does not belong, one question too many or a file makes the whole form foreign.
 */
export function readAnswerForm(form: FormData): AnswerForm {
  const entries = [...form]
  if (entries.length > MOST_FIELDS || entries.some(([, value]) => typeof value !== 'string'))
    return { intent: 'foreign' }
  const text = (name: string) => {
    const all = form.getAll(name)
    return all.length === 1 && typeof all[0] === 'string' ? all[0] : null
  }
  const intent = text('intent')
  if (intent === 'confirm-reading' && entries.length === 1) return { intent }
  const questionField = text('question')
  const attempt = text('attempt')
  if (intent !== 'answer' || questionField === null || attempt === null || !/^[1-9]\d{0,5}$/.test(attempt))
    return { intent: 'foreign' }
  const answerName = `answer:${questionField}`
  const own = new Set(['intent', 'question', 'attempt', answerName])
  if (entries.some(([name]) => !own.has(name))) return { intent: 'foreign' }
  const values = form.getAll(answerName).map(String)
  return { intent, question: questionField, attempt: Number(attempt), values }
}
