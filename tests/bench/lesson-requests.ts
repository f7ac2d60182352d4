import type { Request } from 'autocannon'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import type { Course } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import type { Learner } from './learners.ts'

/** As a browser asks for a page; the academy looks at the agent's name. */
const browserHeaders = {
  accept: 'text/html,application/xhtml+xml',
  // The floor does not compress, so neither shall the academy: both send the same bytes.
  'accept-encoding': 'identity',
  'accept-language': 'bg,en;q=0.8',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
}

export function lessonRequest(course: Course, lessonId: string, learner: Learner): Request {
  return {
    method: 'GET',
    path: paths.lesson('bg', course.id, lessonId),
    headers: { ...browserHeaders, cookie: learner.cookie },
  }
}

/**
 * What one of so many connections asks for: lesson after lesson of a course, for learners that no other
 * connection uses, so that each request finds its learner's bookmark in another lesson and moves it.
 */
export function lessonRounds(course: Course, learners: Learner[], connections: number) {
  return (connection: number): Request[] => {
    const own = learners.filter((_, index) => index % connections === connection)
    return course.lessons.flatMap(lesson => own.map(learner => lessonRequest(course, lesson.id, learner)))
  }
}

/** Bookmarks move only where there is another lesson to go to. */
export function longestCourse(): Course {
  const [course] = catalogue().courses.toSorted(
    (a, b) => b.lessons.length - a.lessons.length || (a.id < b.id ? -1 : 1),
  )
  if (course === undefined || course.lessons.length < 2) throw new Error('No course has two lessons')
  return course
}
