import type { z } from 'zod'

export type FieldErrors = Record<string, string>

export type FormResult<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors; given: Record<string, string> }

const MOST_FIELDS = 100
const LONGEST_VALUE = 5_000

/**
 * Parses a posted form with a strict schema whose messages are message keys.
 * Missing, oversized, repeated and foreign fields are all errors; nothing is half accepted.
 * A field of the schema that takes an array may repeat.
 */
export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): FormResult<z.output<S>> {
  const collected: Record<string, string | string[]> = {}
  const errors: FieldErrors = {}
  const given: Record<string, string> = {}
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (count > MOST_FIELDS) return { ok: false, errors: { form: 'form.tooManyFields' }, given: {} }
    if (typeof value !== 'string') {
      errors[name] = 'form.noFiles'
      continue
    }
    if (value.length > LONGEST_VALUE) {
      errors[name] = 'form.tooLong'
      continue
    }
    const before = collected[name]
    if (before === undefined) collected[name] = value
    else collected[name] = Array.isArray(before) ? [...before, value] : [before, value]
    if (!secretFields.has(name)) given[name] ??= value
  }
  const parsed = schema.safeParse(collected)
  if (parsed.success && Object.keys(errors).length === 0) return { ok: true, value: parsed.data }
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) errors[key] ??= 'form.unknownField'
    else errors[String(issue.path[0] ?? 'form')] ??= messageOf(issue.message, collected[String(issue.path[0])])
  }
  return { ok: false, errors, given }
}

// Never echoed back into a page.
const secretFields = new Set(['password', 'newPassword', 'currentPassword'])

function messageOf(message: string, value: string | string[] | undefined): string {
  if (Array.isArray(value)) return 'form.repeated'
  return /^[a-z]+\.[A-Za-z]+$/.test(message) ? message : 'form.required'
}
