import type { Course } from '#app/domain/courses/course.ts'
import { type CourseCard, describeCourse } from '#app/domain/courses/course-card.ts'
import type { Language } from '#app/platform/language.ts'
import { progressOf, readStanding } from './learner-progress.server.ts'
import type { LessonProgress } from './progress.ts'

export type CourseView = {
  card: CourseCard
  audience: string
  prerequisites: string | null
  authors: string[]
  licence: string
  outcomes: { id: string; text: string }[]
  /** How many questions the exam draws, and its time; null when there is none. */
  exam: { questions: number; minutes: number; passPercent: number } | null
  /** Sums over the lessons, as their authors estimate. */
  minutes: { read: number; practice: number }
  lessons: {
    id: string
    title: string
    summary: string
    read: number
    questions: number
    progress: LessonProgress | null
  }[]
  /** Null for those who are not enrolled. */
  standing: {
    completeLessons: number
    requiredLessons: number
    lessonsComplete: boolean
    /** null when there is no exam. */
    examPassed: boolean | null
    complete: boolean
    next: { id: string; title: string } | null
    started: boolean
  } | null
}

/** The course page: what one learns, how long it takes, and what is still missing for the certificate. */
export async function viewCourse(
  course: Course,
  userId: string | null,
  language: Language,
): Promise<CourseView> {
  const stored = userId === null ? null : await readStanding(userId, course)
  const progress = stored?.enrolment ? progressOf(course, stored) : null
  const open = (id: string | null | undefined) =>
    progress?.lessons.some(lesson => lesson.lessonId === id && lesson.state !== 'complete') ? id : null
  const nextId = open(stored?.enrolment?.lastLessonId) ?? progress?.nextLessonId
  const next = course.lessons.find(lesson => lesson.id === nextId)
  return {
    card: describeCourse(course, language),
    audience: course.audience[language],
    prerequisites: course.prerequisites?.[language] ?? null,
    authors: course.authors.map(author => author[language]),
    licence: course.licence,
    outcomes: course.outcomes.map(outcome => ({ id: outcome.id, text: outcome.text[language] })),
    exam: course.exam && {
      questions: course.exam.questions,
      minutes: course.exam.minutes,
      passPercent: course.assessment.passPercent,
    },
    minutes: {
      read: course.lessons.reduce((sum, lesson) => sum + lesson.minutes.read, 0),
      practice: course.lessons.reduce((sum, lesson) => sum + lesson.minutes.practice, 0),
    },
    lessons: course.lessons.map(lesson => ({
      id: lesson.id,
      title: lesson.texts[language].title,
      summary: lesson.texts[language].summary,
      read: lesson.minutes.read,
      questions: lesson.questions.length,
      progress: progress?.lessons.find(entry => entry.lessonId === lesson.id) ?? null,
    })),
    standing:
      progress === null
        ? null
        : {
            completeLessons: progress.completeLessons,
            requiredLessons: progress.requiredLessons,
            lessonsComplete: progress.lessonsComplete,
            examPassed: progress.examPassed,
            complete: progress.complete,
            next: next === undefined ? null : { id: next.id, title: next.texts[language].title },
            started: progress.lessons.some(lesson => lesson.state !== 'new'),
          },
  }
}
