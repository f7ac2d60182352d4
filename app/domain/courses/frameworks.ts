import { z } from 'zod'
import { suggestName } from '#app/markdown/closest-name.ts'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import type { CodeName, FrameworkField, Outcome } from './course.ts'
import type { CourseFile } from './course-file.ts'
import { fields, line, localized } from './field-schemas.ts'
import type { YamlReading } from './read-yaml.ts'

/** The fields of an outcome that hold codes, and the files that list them, by the beginning of their names. */
export const frameworkFiles = {
  digcomp: 'digcomp',
  ecf: 'e-cf',
  ecsf: 'ecsf',
  hpccf: 'hpccf',
  esco: 'esco',
} as const satisfies Record<FrameworkField, string>

/** Known codes by field. A field without a file is not in the map, and its codes are not checked. */
export type Frameworks = ReadonlyMap<FrameworkField, readonly CodeName[]>

export const frameworkFile = z.strictObject({
  id: line,
  name: localized,
  source: line.nullable().default(null),
  items: z
    .array(fields({ id: line, name: localized }, '{ id: "4.1", name: { bg: "…", en: "…" } }'))
    .min(1, 'list at least one code'),
})

/** The field whose codes `digcomp-2.2.yml` lists, or null for a file of no known framework. */
export function frameworkFieldOf(fileName: string): FrameworkField | null {
  const stem = fileName.replace(/\.yml$/, '')
  const fields = Object.keys(frameworkFiles).filter(isFrameworkField)
  return (
    fields.find(field => stem === frameworkFiles[field] || stem.startsWith(`${frameworkFiles[field]}-`)) ??
    null
  )
}

function isFrameworkField(name: string): name is FrameworkField {
  return Object.hasOwn(frameworkFiles, name)
}

/** What the codes of these outcomes are called, each once, as far as there are files that say so. */
export function namesOfCodes(outcomes: readonly Outcome[], frameworks: Frameworks): CodeName[] {
  return [...frameworks].flatMap(([field, names]) => {
    const used = new Set(outcomes.flatMap(outcome => outcome[field]))
    return names.filter(({ code }) => used.has(code))
  })
}

/** Outcome codes of a course that no framework file knows. */
export function unknownCodes(
  course: CourseFile,
  positionOf: YamlReading<CourseFile>['positionOf'],
  frameworks: Frameworks,
): Problem[] {
  const problems: Problem[] = []
  for (const [field, names] of frameworks) {
    const known = names.map(({ code }) => code)
    for (const [index, outcome] of course.outcomes.entries()) {
      for (const [position, code] of outcome[field].entries()) {
        if (known.includes(code)) continue
        const place = positionOf(['outcomes', index, field, position])
        const message = `"${code}" is not a code of ${field}.`
        problems.push(errorAt(place, 'framework-code', message, suggestName(code, known)))
      }
    }
  }
  return problems
}
