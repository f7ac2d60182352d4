import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { DatabaseUnavailable, isBusy, isUniqueViolation } from './database-errors.ts'

function rawFailure(kind: string) {
  return { code: 'P2010', message: 'Raw query failed', meta: { driverAdapterError: { cause: { kind } } } }
}

test('an unavailable database prints its sentence and no stack', () => {
  expect(inspect(new DatabaseUnavailable('DATABASE_URL must name a file.'))).not.toContain('    at ')
})

describe('a unique violation', () => {
  test('is told from Prisma’s code or, for raw SQL, from what the driver said', () => {
    expect(isUniqueViolation({ code: 'P2002' })).toBe(true)
    expect(isUniqueViolation(rawFailure('UniqueConstraintViolation'))).toBe(true)
  })

  test.each([
    [{ code: 'P2003' }],
    [rawFailure('NullConstraintViolation')],
    [{ code: 'P2010' }],
    [new Error('P2002')],
    [null],
    [undefined],
    ['P2002'],
  ])('is nothing else: %o', error => {
    expect(isUniqueViolation(error)).toBe(false)
  })
})

describe('a busy database', () => {
  test.each(['P1008', 'P2024', 'P2034', 'P2037'])('is told from the code %s', code => {
    expect(isBusy({ code })).toBe(true)
  })

  test('is told from what the driver said to raw SQL', () => {
    expect(isBusy(rawFailure('SocketTimeout'))).toBe(true)
  })

  test('is a transaction that could not begin in time, and no other trouble with transactions', () => {
    expect(isBusy({ code: 'P2028', message: 'Unable to start a transaction in the given time.' })).toBe(true)
    expect(isBusy({ code: 'P2028', message: 'Transaction already closed' })).toBe(false)
  })

  test.each([[{ code: 'P2002' }], [rawFailure('UniqueConstraintViolation')], [new Error('busy')], [null]])(
    'is nothing else: %o',
    error => {
      expect(isBusy(error)).toBe(false)
    },
  )
})
