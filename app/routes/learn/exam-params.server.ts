import type { AppLoadContext } from '@remix-run/node'
import type { Params } from '@remix-run/react'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { readRenewalStart } from '#app/domain/certificates/renewal-start.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { type CourseWithExam, type ExamPlace, hasExam } from '#app/domain/learning/exam/attempts.server.ts'
import { notFound, readCourse, readViewer } from '../read-params.server.ts'

export async function readExamCourse(
  request: Request,
  params: Params,
  context: AppLoadContext,
): Promise<CourseWithExam> {
  const course = readCourse(params, await readViewer(request, context))
  if (!hasExam(course)) throw notFound('page')
  return course
}

/** The exam of the address for whoever is signed in; anybody else is asked to do so. */
export async function requireExamPlace(
  request: Request,
  params: Params,
  context: AppLoadContext,
): Promise<ExamPlace> {
  const course = await readExamCourse(request, params, context)
  const user = await requireUser(request, context)
  const refreshSince = await readRenewalStart(user.id, course)
  return { catalogue: catalogue(), course, userId: user.id, refreshSince }
}

/** Number of the attempt, from 1. */
export function readNumber(params: Params): number {
  const { number = '' } = params
  if (!/^[1-9]\d{0,4}$/.test(number)) throw notFound('page')
  return Number(number)
}
