import { z } from 'zod'
import { suggestName } from '#app/markdown/closest-name.ts'

export type FieldPath = readonly (string | number)[]

export type FieldProblem = {
  path: FieldPath
  /** True when the name of the field is at fault and not its value. */
  onKey: boolean
  code: string
  message: string
  remedy: string
}

/** What a schema's issue means to the person who wrote the file. */
export function fieldProblem(issue: z.core.$ZodIssue, schema: z.ZodType): FieldProblem[] {
  const path = issue.path.map(part => (typeof part === 'number' ? part : String(part)))
  const name = fieldName(path)
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map(key => ({
      path: [...path, key],
      onKey: true,
      code: 'field-unknown',
      message: `There is no field "${fieldName([...path, key])}".`,
      remedy: suggestName(key, known),
    }))
  }
  if (issue.code === 'invalid_key') {
    const message = `"${name}" cannot be a name here.`
    const remedy = issue.issues[0]?.message ?? issue.message
    return [{ path, onKey: true, code: 'field-name', message, remedy }]
  }
  if (issue.input === undefined) {
    const message = `The field "${name}" is missing.`
    const remedy = `add "${path.at(-1)}:" here and ${issue.message}`
    return [{ path: path.slice(0, -1), onKey: false, code: 'field-missing', message, remedy }]
  }
  if (path.length === 0) {
    const message = 'There are no fields here.'
    const remedy = 'write one field on each line, such as title: Пароли'
    return [{ path, onKey: false, code: 'field-invalid', message, remedy }]
  }
  const message = `The field "${name}" is not right.`
  return [{ path, onKey: false, code: 'field-invalid', message, remedy: issue.message }]
}

function fieldName(path: FieldPath): string {
  return path.map(part => (typeof part === 'number' ? String(part + 1) : part)).join('.')
}

function keysAt(schema: z.core.$ZodType, path: FieldPath): string[] {
  let current = unwrapped(schema)
  for (const part of path) {
    if (current instanceof z.ZodObject) current = unwrapped(current.shape[String(part)] ?? z.never())
    else if (current instanceof z.ZodArray) current = unwrapped(current.element)
    else if (current instanceof z.ZodRecord) current = unwrapped(current.valueType)
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : []
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return unwrapped(schema.def.innerType)
  }
  return schema
}
