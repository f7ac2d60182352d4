import { errorAt, type Problem, warningAt } from '#app/markdown/problem.ts'
import type { StaleText } from './course.ts'
import { staleSections } from './translation-stamp.ts'

const start = { line: 1, column: 1 }

/**
 * What is behind in a translation, for trainers and for readers. Without a stamp nothing is known and nothing said.
 * @param stamp the `source` of the translation
 * @param nameOfOriginal how the original file is called in the messages
 */
export function translationProblems(
  stamp: string | null,
  original: string,
  originalLanguage: string,
  nameOfOriginal: string,
): { problems: Problem[]; behind: StaleText[] } {
  if (stamp === null) return { problems: [], behind: [] }
  if (!stamp.startsWith(`${originalLanguage}@`)) {
    const message = `"source" says that this was translated from "${stamp.slice(0, 2)}", but the original is ${nameOfOriginal}.`
    const remedy = 'the first of languages in course.yml is the original; put them in the right order'
    return { problems: [errorAt(start, 'translation-source', message, remedy)], behind: [] }
  }
  const stale = staleSections(stamp, original)
  const problems = stale.map(({ section, change }) => {
    const where =
      section === null
        ? 'Something that this translates is no longer there'
        : section.heading === null
          ? 'The description or the beginning'
          : `The section "${section.heading}"`
    const what = change === 'added' ? ' is new' : change === 'changed' ? ' has changed' : ''
    const line = section === null ? '' : ` (line ${section.line})`
    const message = `${where}${what} in ${nameOfOriginal}${line} since this translation was made.`
    const remedy = 'bring the translation up to date, then run: npx zagore content translated FILE'
    return warningAt(start, 'translation-behind', message, remedy)
  })
  const behind = stale.map(({ section, change }) => ({ heading: section?.heading ?? null, change }))
  return { problems, behind }
}
