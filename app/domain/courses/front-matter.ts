import { z } from 'zod'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { fields, line, listOf, outcomeId, wholeNumber } from './field-schemas.ts'
import { readPlainFields } from './plain-fields.ts'
import { readYaml, type YamlReading } from './read-yaml.ts'

/** In a translation: the text that it was made from, as `stampOf` in translation-stamp.ts writes it. */
const translationSource = z
  .string()
  .regex(/^(bg|en)@[0-9a-f]{6,}$/, 'let "npx zagore content translated FILE" write it')
  .nullable()
  .default(null)

export const lessonFrontMatter = z.strictObject({
  title: line,
  summary: line,
  outcomes: listOf(outcomeId),
  minutes: fields(
    { read: wholeNumber(1, 600), practice: wholeNumber(0, 600).default(0) },
    '{ read: 15, practice: 10 }',
  ),
  source: translationSource,
})

/** The fields at the top of a bank of questions. */
export const examFrontMatter = z.strictObject({ title: line, summary: line, source: translationSource })

/** A stamp of two hundred sections, and a long summary. */
const MOST_CHARACTERS = 20_000

export type LessonFrontMatter = z.infer<typeof lessonFrontMatter>
export type ExamFrontMatter = z.infer<typeof examFrontMatter>

export type FrontMatterReading<T> = {
  /** null when it is missing or has an error. */
  value: T | null
  problems: Problem[]
  positionOf: YamlReading<T>['positionOf']
  /** The Markdown, behind as many empty lines as the front matter took: line numbers stay those of the file. */
  body: string
}

/** Reads the block between two `---` lines at the top of a lesson. The source has LF line ends and no BOM. */
export function readFrontMatter<T>(source: string, schema: z.ZodType<T>): FrontMatterReading<T> {
  const start = { line: 1, column: 1 }
  const positionOf = () => start
  const without = { value: null, positionOf, body: source }
  if (!/^---[ \t]*\n/.test(source)) {
    const message = 'The file does not begin with its description.'
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
    const needed = fields.filter(field => field !== 'source').join(', ')
    const remedy = `begin with a line of three dashes, then ${needed}, and three dashes again`
    return { ...without, problems: [errorAt(start, 'front-matter-missing', message, remedy)] }
  }
  const match = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/.exec(source)
  if (match === null) {
    const message = 'The description at the top does not end.'
    const remedy = 'put a line of three dashes after its last field'
    return { ...without, problems: [errorAt(start, 'front-matter-unclosed', message, remedy)] }
  }
  const [whole, yaml = ''] = match
  const reading = readSimply(yaml, schema) ?? readYaml(`\n${yaml}`, schema, MOST_CHARACTERS)
  return { ...reading, body: whole.replace(/[^\n]/g, '') + source.slice(whole.length) }
}

/** null when there is anything to report: the parser that knows the places of things does that. */
function readSimply<T>(yaml: string, schema: z.ZodType<T>): YamlReading<T> | null {
  const parsed = schema.safeParse(readPlainFields(yaml))
  if (!parsed.success) return null
  const positionOf: YamlReading<T>['positionOf'] = path => readYaml(`\n${yaml}`, schema).positionOf(path)
  return { value: parsed.data, problems: [], positionOf }
}
