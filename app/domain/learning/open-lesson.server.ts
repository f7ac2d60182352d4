import type { Catalogue } from '#app/domain/courses/catalogue.ts'
import type { Course, Lesson, Question } from '#app/domain/courses/course.ts'
import { now } from '#app/platform/clock.ts'
import { database } from '#app/platform/db.server.ts'
import type { Language } from '#app/platform/language.ts'
import type { Answer } from './grade-answer.ts'
import {
  noStanding,
  progressOf,
  readStanding,
  type Standing,
  type StoredBlock,
} from './learner-progress.server.ts'
import type { LessonProgress } from './progress.ts'
import { questionTurn } from './question-turn.ts'
import { standingInRefresher } from './refresher.ts'
import {
  type HtmlMap,
  type QuestionStanding,
  type QuestionView,
  untouched,
  viewQuestion,
} from './view-question.server.ts'

export type OpenLesson = {
  enrolled: boolean
  completeLessons: number
  requiredLessons: number
  lessonsComplete: boolean
  /** null when there is no exam. */
  examPassed: boolean | null
  courseComplete: boolean
  outline: { id: string; title: string; state: LessonProgress['state']; required: boolean }[]
  lesson: LessonProgress
  questions: QuestionView[]
  /** What the questions ask and offer, and what answers have opened. */
  html: HtmlMap
}

type Opening = {
  catalogue: Catalogue
  course: Course
  lesson: Lesson
  language: Language
  userId: string | null
  record: boolean
  /** From when this learner's certificate can be renewed: what was answered before is then asked again. */
  refreshSince?: Date | null
  /** An answer that was just sent and not accepted. */
  refused?: { question: string; values: string[] }
}

/** How often the bookmark of a lesson that stays open is written again. */
const BOOKMARK_EVERY_MS = 5 * 60_000

/** A learner's state in a lesson and its course; moves the bookmark of those who are enrolled. */
export async function openLesson(opening: Opening): Promise<OpenLesson> {
  const { catalogue, course, lesson, language, userId, refused, refreshSince = null } = opening
  const standing = userId === null ? noStanding : await readStanding(userId, course)
  if (userId !== null && opening.record) await moveBookmark(userId, course.id, lesson.id, standing)

  const progress = progressOf(course, standing)
  const states = new Map(progress.lessons.map(entry => [entry.lessonId, entry]))
  const questions: QuestionView[] = []
  const html: HtmlMap = {}
  for (const question of lesson.questions) {
    const answerKey = catalogue.answerKey(course.id, lesson.id, question.id)
    if (answerKey === null) continue
    const stored = standing.blocks.find(
      entry => entry.lessonId === lesson.id && entry.blockId === question.id,
    )
    const block = stored && { ...stored, ...standingInRefresher(stored, refreshSince) }
    const turn = questionTurn(question, block ?? null, now())
    const scope = {
      learnerId: userId ?? '',
      courseId: course.id,
      lessonId: lesson.id,
      attempt: turn.number,
    }
    const viewed = viewQuestion(
      {
        question,
        answerKey,
        language,
        scope,
        ...(refused?.question === question.id && { refused: refused.values }),
      },
      block === undefined ? { ...untouched, attemptsLeft: turn.left } : standingOf(question, block, turn),
    )
    questions.push(viewed.view)
    Object.assign(html, viewed.html)
  }
  return {
    enrolled: standing.enrolment !== null,
    completeLessons: progress.completeLessons,
    requiredLessons: progress.requiredLessons,
    lessonsComplete: progress.lessonsComplete,
    examPassed: progress.examPassed,
    courseComplete: progress.complete,
    outline: course.lessons.map(entry => ({
      id: entry.id,
      title: entry.texts[language].title,
      state: states.get(entry.id)?.state ?? 'new',
      required: states.get(entry.id)?.required ?? true,
    })),
    lesson: states.get(lesson.id) ?? {
      lessonId: lesson.id,
      state: 'new',
      required: true,
      passedQuestions: 0,
      questions: 0,
      readingConfirmed: false,
    },
    questions,
    html,
  }
}

/**
 * Where attempts are not counted, every answer is explained at once. Where they are, the right answer is told when
 * the question is passed or its attempts are used up: told earlier, it would make the next attempt worthless.
 */
function standingOf(
  question: Question,
  block: StoredBlock & { answered: boolean },
  turn: ReturnType<typeof questionTurn>,
): QuestionStanding {
  const { answered, passed, hintsTaken } = block
  const resting = turn.restsUntil !== null
  return {
    state: passed ? 'passed' : resting ? 'resting' : answered ? 'failed' : 'open',
    attemptsLeft: passed ? null : turn.left,
    restsUntil: turn.restsUntil,
    hintsTaken,
    last: answered ? { answer: JSON.parse(block.lastAnswer) as Answer, judged: true } : null,
    revealed: passed || resting || question.attempts === null,
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
