import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Course } from '#app/domain/courses/course.ts'
import { FULL_SCORE, READING } from '#app/domain/learning/progress.ts'

/**
 * The file of the academy under test, for what cannot be waited for: the server's clock is real. Times are written as
 * Prisma's adapter writes them.
 */
function open(): Sqlite.Database {
  const connection = new Sqlite(join(process.env.E2E_DATA ?? '', 'academy.db'), { fileMustExist: true })
  connection.pragma('busy_timeout = 5000')
  return connection
}

function change(work: (connection: Sqlite.Database) => void): void {
  const connection = open()
  connection.transaction(() => work(connection)).immediate()
  connection.close()
}

const userOf = (connection: Sqlite.Database, email: string): string =>
  String(connection.prepare('SELECT id FROM "User" WHERE email = ?').pluck().get(email))

const written = (at: Date): string => at.toISOString().replace('Z', '+00:00')

/** Enrols a learner and completes every lesson, as many answers would. */
export function completeLessons(email: string, course: Course): void {
  change(connection => {
    const at = written(new Date())
    const user = userOf(connection, email)
    connection
      .prepare('INSERT INTO "Enrolment" ("userId", "courseId", "edition", "enrolledAt") VALUES (?, ?, ?, ?)')
      .run(user, course.id, course.edition, at)
    const block = connection.prepare(
      `INSERT INTO "BlockProgress" ("userId", "courseId", "lessonId", "blockId", "attempts", "firstScore",
       "bestScore", "lastAnswer", "passedAt", "updatedAt") VALUES (?, ?, ?, ?, 1, ?, ?, '{}', ?, ?)`,
    )
    for (const lesson of course.lessons) {
      const blocks = [READING, ...lesson.questions.map(({ id }) => id)]
      for (const id of blocks) block.run(user, course.id, lesson.id, id, FULL_SCORE, FULL_SCORE, at, at)
    }
  })
}

/** Makes the running attempt of a learner so many minutes older, its deadline included. */
export function moveBack(email: string, minutes: number): void {
  change(connection => {
    const user = userOf(connection, email)
    const running = connection
      .prepare(
        'SELECT "id", "startedAt", "deadlineAt" FROM "ExamAttempt" WHERE "userId" = ? AND "handedInAt" IS NULL',
      )
      .all(user) as { id: string; startedAt: string; deadlineAt: string }[]
    const earlier = (time: string) => written(new Date(Date.parse(time) - minutes * 60_000))
    for (const { id, startedAt, deadlineAt } of running) {
      connection
        .prepare('UPDATE "ExamAttempt" SET "startedAt" = ?, "deadlineAt" = ? WHERE "id" = ?')
        .run(earlier(startedAt), earlier(deadlineAt), id)
    }
  })
}

/** Lets the running attempt of a learner ask these questions, which chance would not. */
export function setDraw(email: string, questions: readonly string[]): void {
  change(connection => {
    const user = userOf(connection, email)
    const attempt = connection
      .prepare('SELECT "id" FROM "ExamAttempt" WHERE "userId" = ? AND "handedInAt" IS NULL')
      .pluck()
      .get(user)
    connection
      .prepare('UPDATE "ExamAttempt" SET "draw" = ? WHERE "id" = ?')
      .run(JSON.stringify(questions), attempt)
    connection.prepare('DELETE FROM "ExamAnswer" WHERE "attemptId" = ?').run(attempt)
    const answer = connection.prepare(
      'INSERT INTO "ExamAnswer" ("attemptId", "questionId", "flagged", "savedAt") VALUES (?, ?, 0, ?)',
    )
    for (const question of questions) answer.run(attempt, question, written(new Date()))
  })
}
