/** Where the learner wants to go after the answer is kept. */
export type ExamStep = 'next' | 'back' | 'flag' | 'unflag'

export type ExamForm =
  | { intent: 'answer'; question: string; values: string[]; step: ExamStep | null }
  | { intent: 'hand-in' }
  | { intent: 'foreign' }

const MOST_FIELDS = 200

const steps = new Set<string>(['next', 'back', 'flag', 'unflag'])

/**
 * Reads the form of a sitting: `intent`, and for an answer `question`, `answer:<question>` and perhaps `step`.
 * A field that does not belong, a repeated one or a file makes the whole form foreign.
 */
export function readExamForm(form: FormData): ExamForm {
  const entries = [...form]
  const foreign = { intent: 'foreign' } as const
  if (entries.length > MOST_FIELDS || entries.some(([, value]) => typeof value !== 'string')) return foreign
  const text = (name: string) => {
    const all = form.getAll(name)
    return all.length === 1 ? String(all[0]) : null
  }
  const intent = text('intent')
  if (intent === 'hand-in') return entries.length === 1 ? { intent } : foreign
  const question = text('question')
  const step = text('step')
  const answer = `answer:${question}`
  const own = ['intent', 'question', 'step', answer]
  if (intent !== 'answer' || question === null || entries.some(([name]) => !own.includes(name)))
    return foreign
  if (form.has('step') && !isStep(step)) return foreign
  return { intent, question, values: form.getAll(answer).map(String), step: isStep(step) ? step : null }
}

function isStep(value: string | null): value is ExamStep {
  return value !== null && steps.has(value)
}
