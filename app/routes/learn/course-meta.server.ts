import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { isOpenToAll } from '#app/domain/courses/open-to-all.ts'
import { courseData, type DataSurroundings, lessonData } from '#app/domain/courses/structured-data.ts'
import { paths } from '#app/paths.ts'
import { hub } from '#app/platform/hub.server.ts'
import type { Language } from '#app/platform/language.ts'
import type { PageMeta } from '../page-meta.ts'

/** What the page of a course says of itself. Search engines are kept from what is not open to all. */
export function metaOfCourse(course: Course, language: Language, publicUrl: string): PageMeta {
  const around = surroundings(course, language, publicUrl)
  return {
    title: course.title[language],
    description: course.summary[language],
    hidden: !isOpenToAll(course),
    picture: pictureOf(course, language),
    structured: courseData(course, { ...around, url: around.courseUrl }),
  }
}

export function metaOfLesson(
  course: Course,
  lesson: Lesson,
  language: Language,
  publicUrl: string,
): PageMeta {
  const { title, summary } = lesson.texts[language]
  const url = publicUrl + paths.lesson(language, course.id, lesson.id)
  return {
    title,
    description: summary,
    hidden: !isOpenToAll(course),
    picture: pictureOf(course, language),
    structured: lessonData(course, lesson, { ...surroundings(course, language, publicUrl), url }),
  }
}

function pictureOf(course: Course, language: Language): PageMeta['picture'] {
  return { path: paths.coursePicture(language, course.id), alt: course.title[language] }
}

function surroundings(course: Course, language: Language, publicUrl: string): Omit<DataSurroundings, 'url'> {
  return {
    language,
    courseUrl: publicUrl + paths.course(language, course.id),
    image: publicUrl + paths.coursePicture(language, course.id),
    provider: { name: hub().name[language], url: hub().website },
  }
}
