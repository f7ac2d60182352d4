import { z } from 'zod'
import { errorAt, type Problem } from '#app/markdown/problem.ts'
import { fields, line, listOf, outcomeId, wholeNumber } from './field-schemas.ts'
import { readYaml, type YamlReading } from './read-yaml.ts'

const lessonFrontMatter = z.strictObject({
  title: line,
  summary: line,
  outcomes: listOf(outcomeId),
  minutes: fields(
    { read: wholeNumber(1, 600), practice: wholeNumber(0, 600).default(0) },
    '{ read: 15, practice: 10 }',
  ),
  /** In a translation: the text that it was made from, `bg@<hash>`. */
  source: z
    .string()
    .regex(/^(bg|en)@[0-9a-f]{7,64}$/, 'write the language and the hash of its text: bg@1a2b3c4')
    .nullable()
    .default(null),
})

export type LessonFrontMatter = z.infer<typeof lessonFrontMatter>

export type FrontMatterReading = {
  /** null when it is missing or has an error. */
  value: LessonFrontMatter | null
  problems: Problem[]
  positionOf: YamlReading<LessonFrontMatter>['positionOf']
  /** The Markdown, behind as many empty lines as the front matter took: line numbers stay those of the file. */
  body: string
}

/** Reads the block between two `---` lines at the top of a lesson. The source has LF line ends and no BOM. */
export function readFrontMatter(source: string): FrontMatterReading {
  const start = { line: 1, column: 1 }
  const positionOf = () => start
  const without = { value: null, positionOf, body: source }
  if (!/^---[ \t]*\n/.test(source)) {
    const message = 'The lesson does not begin with its description.'
    const remedy =
      'begin with a line of three dashes, then title, summary, outcomes, minutes, and three dashes again'
    return { ...without, problems: [errorAt(start, 'front-matter-missing', message, remedy)] }
  }
  const match = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/.exec(source)
  if (match === null) {
    const message = 'The description at the top does not end.'
    const remedy = 'put a line of three dashes after its last field'
    return { ...without, problems: [errorAt(start, 'front-matter-unclosed', message, remedy)] }
  }
  const [whole, yaml = ''] = match
  const reading = readYaml(`\n${yaml}`, lessonFrontMatter)
  return { ...reading, body: whole.replace(/[^\n]/g, '') + source.slice(whole.length) }
}
