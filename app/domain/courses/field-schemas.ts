import { z } from 'zod'

/** Text of one or more words. */
export const line = z.string({ error: 'write a text' }).trim().min(1, 'write a text')

/** Fields in a fixed set. `example` is shown to authors who wrote something else in their place. */
export function fields<T extends z.core.$ZodLooseShape>(shape: T, example: string) {
  return z.strictObject(shape, { error: `write it as ${example}` })
}

/** One text in both languages. */
export const localized = fields({ bg: line, en: line }, '{ bg: "…", en: "…" }')

export const outcomeId = z
  .string({ error: 'write the id of an outcome, such as LO1' })
  .regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'an id is made of Latin letters, digits and dashes, such as LO1')

export function wholeNumber(min: number, max: number) {
  const error = `write a whole number from ${min} to ${max}`
  return z.int({ error }).min(min, error).max(max, error)
}

export function oneOf<const T extends readonly string[]>(names: T) {
  return z.enum(names, { error: `write one of: ${names.join(', ')}` })
}

/** A list that may be left out, without repetitions. */
export function listOf<T extends z.ZodType<string>>(item: T) {
  return z
    .array(item, { error: 'write a list: [A, B]' })
    .refine(items => new Set(items).size === items.length, 'name each entry once')
    .default([])
}

/** Codes are text even when they look like numbers: 4.10 is not 4.1. */
export const codes = listOf(
  z.string({ error: 'put the code in quotes: "4.1"' }).trim().min(1, 'write a code'),
)
