import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import { progressOf, readStanding, type Standing } from './learner-progress.server.ts'
import type { LessonProgress } from './progress.ts'
import { type HtmlMap, type QuestionView, viewQuestion } from './view-question.server.ts'

export type OpenLesson = {
  enrolled: boolean
  completeLessons: number
  courseComplete: boolean
  outline: { id: string; title: string; state: LessonProgress['state'] }[]
  lesson: LessonProgress
  questions: QuestionView[]
  /** Feedback and explanations of the questions that were answered. */
  html: HtmlMap
}

type Opening = {
  catalogue: Catalogue
  course: Course
  lesson: Lesson
  language: Language
  userId: string | null
  record: boolean
}

/** How often the bookmark of a lesson that stays open is written again. */
const BOOKMARK_EVERY_MS = 5 * 60_000

/** A learner's state in a lesson and its course; moves the bookmark of those who are enrolled. */
export async function openLesson(opening: Opening): Promise<OpenLesson> {
  const { catalogue, course, lesson, language, userId } = opening
  const standing: Standing =
    userId === null ? { enrolment: null, blocks: [] } : await readStanding(userId, course.id)
  if (userId !== null && opening.record) await moveBookmark(userId, course.id, lesson.id, standing)

  const progress = progressOf(course, standing)
  const states = new Map(progress.lessons.map(entry => [entry.lessonId, entry]))
  const questions: QuestionView[] = []
  const html: HtmlMap = {}
  for (const question of lesson.questions) {
    const answerKey = catalogue.answerKey(course.id, lesson.id, question.id)
    if (answerKey === null) continue
    const block = standing.blocks.find(entry => entry.lessonId === lesson.id && entry.blockId === question.id)
    const viewed = viewQuestion(
      { question, answerKey, lesson, language, learnerId: userId ?? '' },
      block ?? null,
    )
    questions.push(viewed.view)
    Object.assign(html, viewed.html)
  }
  return {
    enrolled: standing.enrolment !== null,
    completeLessons: progress.completeLessons,
    courseComplete: progress.complete,
    outline: course.lessons.map(entry => ({
      id: entry.id,
      title: entry.texts[language].title,
      state: states.get(entry.id)?.state ?? 'new',
    })),
    lesson: states.get(lesson.id) ?? {
      lessonId: lesson.id,
      state: 'new',
      passedQuestions: 0,
      questions: 0,
      readingConfirmed: false,
    },
    questions,
    html,
  }
}

async function moveBookmark(
  userId: string,
  courseId: string,
  lessonId: string,
  { enrolment }: Standing,
): Promise<void> {
  if (enrolment === null) return
  const at = now()
  const recent =
    enrolment.lastViewedAt !== null && at.getTime() - enrolment.lastViewedAt.getTime() < BOOKMARK_EVERY_MS
  if (enrolment.lastLessonId === lessonId && recent) return
  await database().prisma.enrolment.updateMany({
    where: { userId, courseId },
    data: { lastLessonId: lessonId, lastViewedAt: at },
  })
}
