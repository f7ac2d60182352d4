import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseForm } from './form.ts'

const schema = z.strictObject({
  email: z.string('form.required').min(1, 'form.required').max(254, 'account.email'),
  password: z.string('form.required').min(1, 'form.required'),
  note: z.string('form.required').optional(),
})

const right: [string, string][] = [
  ['email', 'amina@example.org'],
  ['password', 'жълта лодка пее тихо'],
]

function formOf(fields: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

function errorsOf(fields: [string, string | File][]) {
  const result = parseForm(formOf(fields), schema)
  return result.ok ? {} : result.errors
}

test('a form with exactly the fields of the schema is accepted', () => {
  expect(parseForm(formOf(right), schema)).toEqual({ ok: true, value: Object.fromEntries(right) })
})

test('a missing field is named', () => {
  expect(errorsOf(right.slice(1))).toEqual({ email: 'form.required' })
  expect(errorsOf([])).toEqual({ email: 'form.required', password: 'form.required' })
})

test('a message of the schema is kept as the key that it is', () => {
  expect(errorsOf([['email', 'a'.repeat(255)], ...right.slice(1)])).toEqual({ email: 'account.email' })
})

test('a fault that the schema has no key for asks to fill in the field', () => {
  const bare = z.strictObject({ age: z.string().regex(/^\d+$/) })
  expect(parseForm(formOf([['age', 'x']]), bare)).toMatchObject({
    ok: false,
    errors: { age: 'form.required' },
  })
})

test('a value of 5000 characters is read and one of 5001 is refused, required or not', () => {
  expect(errorsOf([...right, ['note', 'а'.repeat(5000)]])).toEqual({})
  expect(errorsOf([...right, ['note', 'а'.repeat(5001)]])).toEqual({ note: 'form.tooLong' })
})

test('an oversized value is not sent back', () => {
  const result = parseForm(formOf([...right, ['note', 'а'.repeat(5001)]]), schema)
  expect(result.ok ? null : result.given).toEqual({ email: 'amina@example.org' })
})

test('a repeated field is refused, even with the same value', () => {
  expect(errorsOf([...right, ['email', 'amina@example.org']])).toEqual({ email: 'form.repeated' })
})

test('a field of the schema that takes an array may repeat', () => {
  const list = z.strictObject({ topic: z.array(z.string()) })
  const form = formOf([
    ['topic', 'a'],
    ['topic', 'b'],
  ])
  expect(parseForm(form, list)).toEqual({ ok: true, value: { topic: ['a', 'b'] } })
})

test('a foreign field is refused, whatever its name', () => {
  for (const name of ['role', '', 'constructor', 'toString', 'hasOwnProperty', '__proto__']) {
    const errors = errorsOf([...right, [name, 'admin']])
    expect(Object.entries(errors), name).toEqual([[name, 'form.unknownField']])
  }
})

test('a field called __proto__ stays refused when it is repeated', () => {
  const errors = errorsOf([...right, ['__proto__', 'a'], ['__proto__', 'b']])
  expect(Object.entries(errors)).toEqual([['__proto__', 'form.unknownField']])
})

test('a file is refused, also in place of a text', () => {
  const file = new File(['x'], 'x.txt')
  expect(errorsOf([...right, ['note', file]])).toEqual({ note: 'form.noFiles' })
  expect(errorsOf([['email', file], ...right.slice(1)])).toEqual({ email: 'form.noFiles' })
})

test('more than a hundred fields are refused without a look at them', () => {
  const many = Array.from({ length: 101 }, (_, index): [string, string] => [`field-${index}`, 'x'])
  expect(parseForm(formOf(many), schema)).toEqual({
    ok: false,
    errors: { form: 'form.tooManyFields' },
    given: {},
  })
  expect(Object.keys(errorsOf(many.slice(1)))).toHaveLength(102)
})

test('what was typed is given back for the page, and passwords never are', () => {
  const all = z.strictObject({
    name: z.string(),
    password: z.string(),
    newPassword: z.string(),
    currentPassword: z.string(),
  })
  const secrets: [string, string][] = ['password', 'newPassword', 'currentPassword'].map(name => [
    name,
    'secret',
  ])
  const result = parseForm(formOf([['name', 'Амина'], ['name', 'Олег'], ...secrets]), all)
  expect(result).toMatchObject({ ok: false, given: { name: 'Амина' } })
  expect(JSON.stringify(result)).not.toContain('secret')
})

test('whatever is posted, only the very fields of the schema are accepted', () => {
  const field = fc.tuple(
    fc.oneof(fc.constantFrom('email', 'password', 'note'), fc.string({ maxLength: 12 })),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(field, { maxLength: 6 }), fields => {
      const result = parseForm(formOf(fields), schema)
      const names = fields.map(([name]) => name)
      const accepted = ['email', 'password'].every(name => names.includes(name))
      const foreign = names.some(name => !Object.hasOwn(schema.shape, name))
      if (!accepted || foreign || new Set(names).size < names.length) expect(result.ok).toBe(false)
      if (!result.ok) expect(Object.keys(result.errors).length).toBeGreaterThan(0)
    }),
  )
})
