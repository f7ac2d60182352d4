import type { SearchHit } from '#app/domain/courses/search/search-results.ts'
import { paths } from '#app/paths.ts'

/** Where a hit leads: to the place on the page, in the language in which it was found. */
export function searchAddress({ kind, language, id, lesson, anchor }: SearchHit): string {
  if (lesson !== null) {
    const page = paths.lesson(language, id, lesson.id)
    return anchor === null ? page : `${page}#${anchor}`
  }
  if (kind === 'term') return paths.glossaryTerm(language, id)
  return kind === 'path' ? paths.path(language, id) : paths.course(language, id)
}
