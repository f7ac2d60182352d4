import type { Course } from '#app/domain/courses/course.ts'
import { database } from '#app/platform/db.server.ts'
import { blockKey, EXAM_BLOCK, READING } from './progress.ts'

type EditionOf = { courseId: string; edition: number }

/** Everything that the given editions ever asked for, by course, as `blockKey` names it. */
export async function readEditionBlocks(
  editions: readonly EditionOf[],
): Promise<Map<string, ReadonlySet<string>>> {
  const blocks = new Map<string, Set<string>>()
  if (editions.length === 0) return blocks
  const rows = await database().prisma.editionBlock.findMany({
    where: { OR: editions.map(({ courseId, edition }) => ({ courseId, edition })) },
    orderBy: [{ courseId: 'asc' }, { edition: 'asc' }, { lessonId: 'asc' }, { blockId: 'asc' }],
  })
  for (const { courseId, lessonId, blockId } of rows) {
    const known = blocks.get(courseId) ?? new Set()
    blocks.set(courseId, known.add(blockKey(lessonId, blockId)))
  }
  return blocks
}

/** How many blocks one statement may name: SQLite takes no more than 32,766 values. */
const MOST_AT_ONCE = 500

/**
 * Keeps what the present edition of every course asks for, beside what it asked for before: learners who began
 * with it finish by it when the course has moved on. Safe to repeat, and by two processes at once.
 */
export async function recordEditions(courses: readonly Course[]): Promise<void> {
  const { prisma } = database()
  const known = await readEditionBlocks(courses.map(({ id, edition }) => ({ courseId: id, edition })))
  const missing = courses.flatMap(course =>
    blocksOf(course).filter(block => !known.get(course.id)?.has(blockKey(block.lessonId, block.blockId))),
  )
  for (let start = 0; start < missing.length; start += MOST_AT_ONCE) {
    await prisma.$transaction(
      missing.slice(start, start + MOST_AT_ONCE).map(block =>
        prisma.editionBlock.upsert({
          where: { courseId_edition_lessonId_blockId: block },
          create: block,
          update: { courseId: block.courseId },
        }),
      ),
    )
  }
}

function blocksOf(course: Course) {
  const place = { courseId: course.id, edition: course.edition }
  const lessons = course.lessons.flatMap(lesson => [
    { ...place, lessonId: lesson.id, blockId: READING },
    ...lesson.questions.map(question => ({ ...place, lessonId: lesson.id, blockId: question.id })),
  ])
  return course.exam === null ? lessons : [...lessons, { ...place, ...EXAM_BLOCK }]
}
