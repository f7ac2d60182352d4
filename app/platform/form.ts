import type { z } from 'zod'

export type FieldErrors = Record<string, string>

export type FormResult<T> =
  | { ok: true; value: T }
  | { ok: false; errors: FieldErrors; given: Record<string, string> }

const MOST_FIELDS = 100
const LONGEST_VALUE = 5_000

/**
 * Parses a posted form with a strict schema whose messages are message keys.
 * Missing, oversized, repeated and foreign fields are all errors; nothing is half accepted.
 */
export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): FormResult<z.output<S>> {
  // Maps, because a visitor may call a field "__proto__" or "constructor".
  const collected = new Map<string, string | string[]>()
  const errors = new Map<string, string>()
  const given = new Map<string, string>()
  const fault = (name: string, message: string) => {
    if (!errors.has(name)) errors.set(name, message)
  }
  let count = 0
  for (const [name, value] of form) {
    count += 1
    if (count > MOST_FIELDS) return { ok: false, errors: { form: 'form.tooManyFields' }, given: {} }
    if (typeof value !== 'string') {
      fault(name, 'form.noFiles')
      continue
    }
    if (value.length > LONGEST_VALUE) {
      fault(name, 'form.tooLong')
      continue
    }
    if (!Object.hasOwn(schema.shape, name)) {
      fault(name, 'form.unknownField')
      continue
    }
    const before = collected.get(name)
    if (before === undefined) collected.set(name, value)
    else collected.set(name, Array.isArray(before) ? [...before, value] : [before, value])
    if (!secretFields.has(name) && !given.has(name)) given.set(name, value)
  }
  const parsed = schema.safeParse(Object.fromEntries(collected))
  if (parsed.success && errors.size === 0) return { ok: true, value: parsed.data }
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0] ?? 'form')
    fault(name, messageOf(message, collected.get(name)))
  }
  return { ok: false, errors: Object.fromEntries(errors), given: Object.fromEntries(given) }
}

// Never echoed back into a page.
const secretFields = new Set(['password', 'newPassword', 'currentPassword'])

function messageOf(message: string, value: string | string[] | undefined): string {
  if (Array.isArray(value)) return 'form.repeated'
  return /^[a-z]+\.[A-Za-z]+$/.test(message) ? message : 'form.required'
}
