import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { readAttempt } from '#app/domain/learning/exam/attempts.server.ts'
import { saveExamAnswer } from '#app/domain/learning/exam/save-exam-answer.server.ts'
import type { SittingAnswer } from '#app/domain/learning/exam/sitting-answer.ts'
import { now } from '#app/platform/clock.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { notFound } from '../read-params.server.ts'
import { readExamForm } from './exam-form.ts'
import { readExamCourse, readNumber } from './exam-params.server.ts'

/** For the script of a sitting: whether it still runs, and what time the server has. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const course = await readExamCourse(request, params, context)
  const user = await readVisitor(request, context)
  if (user === null) return answer({ kind: 'signed-out' })
  const read = await readAttempt({ catalogue: catalogue(), course, userId: user.id }, readNumber(params))
  if (read === null) throw notFound('page')
  const { handedInAt, deadlineAt } = read.attempt
  return answer(handedInAt === null ? { kind: 'open', ...timesOf(deadlineAt) } : { kind: 'closed' })
}

/** For the script of a sitting: keeps an answer while it is given, without a page in return. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const course = await readExamCourse(request, params, context)
  const user = await readVisitor(request, context)
  if (user === null) return answer({ kind: 'signed-out' })
  const form = readExamForm(await readForm(request))
  if (form.intent !== 'answer') return answer({ kind: 'refused', reason: 'foreign' })
  const saved = await saveExamAnswer(
    { catalogue: catalogue(), course, userId: user.id },
    { number: readNumber(params), questionId: form.question, values: form.values },
  )
  if (saved.ok) return answer({ kind: 'saved', answered: saved.answered, ...timesOf(saved.deadlineAt) })
  if (saved.reason === 'missing-attempt') throw notFound('page')
  return answer(saved.reason === 'closed' ? { kind: 'closed' } : { kind: 'refused', reason: saved.reason })
}

function timesOf(deadlineAt: Date) {
  return { now: now().toISOString(), deadlineAt: deadlineAt.toISOString() }
}

/** What is expected is no error to the browser, which would write one to its console. */
function answer(body: SittingAnswer): Response {
  return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
}
