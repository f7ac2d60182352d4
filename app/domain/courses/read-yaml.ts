import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLParseError,
} from 'yaml'
import type { z } from 'zod'
import { errorAt, type Position, type Problem } from '#app/markdown/problem.ts'
import { type FieldPath, fieldProblem } from './field-problem.ts'

export type YamlReading<T> = {
  /** null when there is an error. */
  value: T | null
  problems: Problem[]
  /** Where a field stands, or the nearest thing around it that exists. */
  positionOf: (path: FieldPath) => Position
}

/** Reads YAML against a schema. Never throws; runs nothing from the file and follows no aliases. */
export function readYaml<T>(
  source: string,
  schema: z.ZodType<T>,
  mostCharacters: number = MOST_CHARACTERS,
): YamlReading<T> {
  const strange = tooMuch(source, mostCharacters)
  if (strange !== null) {
    return { value: null, problems: [strange], positionOf: () => ({ line: strange.line, column: 1 }) }
  }
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const positionOf = (path: FieldPath) => at(offsetOf(document.contents, path))
  const faults = [...document.errors, ...document.warnings].slice(0, MOST_FAULTS)
  const problems = faults.map(({ code, message, pos }) => {
    const { wrong, remedy } = plainWords[code] ?? { wrong: `it says "${message}"`, remedy: yamlRemedy }
    return errorAt(at(pos[0]), 'yaml', `These fields cannot be read: ${wrong}.`, remedy)
  })
  visit(document, {
    Alias: (_key, alias) => {
      const place = at(alias.range?.[0] ?? 0)
      problems.push(
        errorAt(place, 'yaml-alias', 'References (*name) are not followed.', 'write the value out'),
      )
    },
  })
  if (problems.length > 0) return { value: null, problems, positionOf }

  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true })
  if (parsed.success) return { value: parsed.data, problems, positionOf }
  for (const issue of parsed.error.issues) {
    const field = fieldProblem(issue, schema)
    for (const { path, onKey, code, message, remedy } of field) {
      const place = onKey ? at(offsetOfKey(document.contents, path)) : positionOf(path)
      problems.push(errorAt(place, code, message, remedy))
    }
  }
  return { value: null, problems, positionOf }
}

/** A glossary of five hundred terms. */
const MOST_CHARACTERS = 250_000

/**
 * The parser calls itself for every level, and an exhausted stack does not always throw: it can end the process. No
 * field here needs more than five levels.
 */
const MOST_LEVELS = 50

/** Beyond these, one fault reports itself again and again. */
const MOST_FAULTS = 20

/** Refuses what nobody writes by hand, before the parser spends its time on it. */
function tooMuch(source: string, mostCharacters: number): Problem | null {
  if (source.length > mostCharacters) {
    const message = `These fields take ${source.length} characters; up to ${mostCharacters} are read.`
    return errorAt({ line: 1, column: 1 }, 'yaml-long', message, 'remove what does not belong here')
  }
  let brackets = 0
  for (const [index, line] of source.split('\n').entries()) {
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      brackets = Math.max(0, brackets + (mark === '[' || mark === '{' ? 1 : -1))
      if (brackets > MOST_LEVELS) return tooDeep(index + 1)
    }
    const [leading = ''] = /^(?:\s|[-?](?=\s))*/.exec(line) ?? []
    if (leading.length > 2 * MOST_LEVELS && line.trim() !== '') return tooDeep(index + 1)
    if ((line.match(/:\s/g)?.length ?? 0) > 2 * MOST_LEVELS) return tooDeep(index + 1)
  }
  return null
}

function tooDeep(line: number): Problem {
  const message = 'These fields are nested too deep to be read.'
  const remedy = 'close every bracket, and indent a field by two blanks more than the one it belongs to'
  return errorAt({ line, column: 1 }, 'yaml-deep', message, remedy)
}

/** What authors do most often, by the parser's name for it. */
const plainWords: Partial<Record<YAMLParseError['code'], { wrong: string; remedy: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    wrong: 'a text holds a colon, or a line is indented too far',
    remedy: 'put the text in quotes: title: "Passwords: why"',
  },
  DUPLICATE_KEY: { wrong: 'a field stands here twice', remedy: 'keep one of the repeated names' },
  TAG_RESOLVE_FAILED: {
    wrong: 'a text begins with an exclamation mark',
    remedy: 'put it in quotes; look at what stands there, for it could be meant for a program',
  },
  TAB_AS_INDENT: { wrong: 'a line begins with a tab', remedy: 'indent with blanks alone' },
  MISSING_CHAR: {
    wrong: 'something is not closed',
    remedy: 'look for a missing quotation mark, bracket, comma or colon, here or in a line above',
  },
  BAD_INDENT: { wrong: 'a line is not indented like its neighbours', remedy: 'indent equal things equally' },
}

const yamlRemedy =
  'look at the indentation, at missing quotes around text with ":" or "#", and at repeated names'

function offsetOf(root: ParsedNode | null, path: FieldPath): number {
  let node: unknown = root
  let offset = root?.range[0] ?? 0
  for (const part of path) {
    if (!isNode(node) || !('get' in node)) return offset
    node = node.get(part, true)
    if (!isNode(node)) return offset
    offset = node.range?.[0] ?? offset
  }
  return offset
}

function offsetOfKey(root: ParsedNode | null, path: FieldPath): number {
  const parent = path.length > 1 ? nodeAt(root, path.slice(0, -1)) : root
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(path.at(-1))) {
        return pair.key.range?.[0] ?? 0
      }
    }
  }
  return offsetOf(root, path.slice(0, -1))
}

function nodeAt(root: ParsedNode | null, path: FieldPath): unknown {
  return path.reduce<unknown>(
    (node, part) => (isNode(node) && 'get' in node ? node.get(part, true) : undefined),
    root,
  )
}
