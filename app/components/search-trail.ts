import type { SearchHit } from '#app/domain/courses/search/search-results.ts'
import type { Translate } from '#app/i18n/translator.ts'

/** What stands above a hit: for a section its course and lesson, for a lesson its course, otherwise its kind. */
export function searchTrail(hit: SearchHit, t: Translate): string[] {
  const { kind, lesson } = hit
  if (kind === 'lesson' && lesson !== null) {
    const number = t('search.lesson', { number: lesson.number })
    return [lesson.courseTitle, hit.heading.text === '' ? number : hit.title.text]
  }
  if (kind === 'path') return [t('path.kind')]
  return [kind === 'term' ? t('glossary.title') : t('search.course')]
}
