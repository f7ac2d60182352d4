import { isMap, isNode, isPair, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml'
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
export function readYaml<T>(source: string, schema: z.ZodType<T>): YamlReading<T> {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const positionOf = (path: FieldPath) => at(offsetOf(document.contents, path))
  const problems = [...document.errors, ...document.warnings].map(fault =>
    errorAt(at(fault.pos[0]), 'yaml', `This cannot be read as YAML: ${fault.message}.`, yamlRemedy),
  )
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
