import type { Language } from '#app/platform/language.ts'

/** How rendered lessons name other things of the site. */
export type ContentAddresses = {
  lesson: (language: Language, courseId: string, lessonId: string) => string
  /** @param hash the first 8 digits of the file's hash: a changed file gets a new address */
  file: (courseId: string, lessonId: string, hash: string, name: string) => string
  term: (language: Language, termId: string) => string
}

/** The addresses of this product. A test keeps them equal to the ones that the pages use. */
export const contentAddresses: ContentAddresses = {
  lesson: (language, courseId, lessonId) => `/${language}/courses/${courseId}/${lessonId}`,
  file: (courseId, lessonId, hash, name) => `/content-files/${courseId}/${lessonId}/${hash}/${name}`,
  term: (language, termId) => `/${language}/glossary#${termId}`,
}
