import { z } from 'zod'
import { suggestName } from '#app/markdown/closest-name.ts'
import { errorAt, type Problem, warningAt } from '#app/markdown/problem.ts'
import { fields, line, localized, oneOf } from './field-schemas.ts'
import type { LearningPath } from './learning-path.ts'
import { readYaml, type YamlReading } from './read-yaml.ts'
import type { Status } from './visibility.ts'

const step = fields(
  {
    course: line,
    after: z.array(line, { error: 'write a list of courses: [a, b]' }).default([]),
  },
  '{ course: data-management, after: [] }',
)

/** The fields of paths/<path>.yml. */
export const pathFile = z.strictObject({
  title: localized,
  summary: localized,
  audience: localized,
  status: oneOf(['published', 'draft', 'retired', 'demo']),
  courses: z
    .array(step, { error: 'write a list: [{ course: data-management }]' })
    .min(1, 'name at least one course'),
})

type PathFile = z.infer<typeof pathFile>

/** Courses by id: the status of each, or null for one whose folder is there but which cannot be served. */
export type KnownCourses = ReadonlyMap<string, Status | null>

/** `path` is null when there is an error: the path is left out then. */
export function readPath(
  id: string,
  source: string,
  known: KnownCourses,
): { path: LearningPath | null; problems: Problem[] } {
  const { value, problems, positionOf } = readYaml(source, pathFile)
  if (value === null) return { path: null, problems }
  const faults = faultsOfOrder(value, known, positionOf)
  if (faults.length > 0) return { path: null, problems: faults }
  const { courses, ...described } = value
  const path = { id, ...described, courses: courses.map(({ course, after }) => ({ id: course, after })) }
  return { path, problems: hiddenCourses(value, known, positionOf) }
}

type PositionOf = YamlReading<PathFile>['positionOf']

/** A course may only come after earlier ones, so that no two can wait for each other. */
function faultsOfOrder({ courses }: PathFile, known: KnownCourses, positionOf: PositionOf): Problem[] {
  const problems: Problem[] = []
  for (const [index, { course, after }] of courses.entries()) {
    const earlier = courses.slice(0, index).map(step => step.course)
    const at = positionOf(['courses', index, 'course'])
    if (!known.has(course)) {
      const message = `There is no course "${course}".`
      problems.push(errorAt(at, 'path-course-unknown', message, suggestName(course, [...known.keys()])))
    } else if (earlier.includes(course)) {
      const message = `The course "${course}" stands in the path already.`
      problems.push(errorAt(at, 'path-course-repeated', message, 'name each course once'))
    }
    for (const [place, needed] of after.entries()) {
      if (earlier.includes(needed)) continue
      const position = positionOf(['courses', index, 'after', place])
      if (courses.some(step => step.course === needed)) {
        const message = `"${course}" cannot come after "${needed}", which does not stand before it.`
        const remedy = 'put the courses in the order in which they are taken'
        problems.push(errorAt(position, 'path-after-later', message, remedy))
      } else {
        const message = `"${needed}" is no course of this path.`
        problems.push(errorAt(position, 'path-after-unknown', message, suggestName(needed, earlier)))
      }
    }
  }
  return problems
}

/** A path stays up without a course that its visitors do not see, so this is a warning and not an error. */
function hiddenCourses(
  { courses, status }: PathFile,
  known: KnownCourses,
  positionOf: PositionOf,
): Problem[] {
  if (status === 'draft' || status === 'retired') return []
  return courses.flatMap(({ course }, index) => {
    const itsStatus = known.get(course) ?? null
    if (itsStatus === 'published' || itsStatus === status) return []
    const at = positionOf(['courses', index, 'course'])
    const state = itsStatus === null ? 'cannot be served' : `is ${itsStatus}`
    const message = `The course "${course}" ${state}, so the path is shown without it.`
    const remedy = itsStatus === null ? 'mend the course' : 'publish the course, or take it out of the path'
    return [warningAt(at, 'path-course-hidden', message, remedy)]
  })
}
