import type { Heading } from '#app/markdown/environment.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'

/** The title is the page's only h1; from there no level may be skipped (WCAG 2.2, technique G141). */
export function problemsOfHeadings(headings: readonly Heading[]): Problem[] {
  const problems: Problem[] = []
  let level = 1
  for (const heading of headings) {
    if (heading.level === 1) {
      const message = 'The title of the lesson is its only first-level heading.'
      problems.push(errorAt(heading, 'heading-first-level', message, 'begin headings with "##"'))
    } else if (heading.level > level + 1) {
      const message = `The heading "${heading.text}" skips a level.`
      problems.push(errorAt(heading, 'heading-skipped', message, `write it with "${'#'.repeat(level + 1)}"`))
    }
    level = Math.max(heading.level, 1)
  }
  return problems
}
