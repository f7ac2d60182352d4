import { expect, test } from 'vitest'
import { endsSoon, type RenewableRow, renewalOpensAt } from './renewal-window.ts'

const issuedAt = new Date('2026-11-22T12:00:00.000Z')
const end = new Date('2027-11-22T12:00:00.000Z')
const later = (from: Date, days: number) => new Date(from.getTime() + days * 86_400_000)

function row(change: Partial<RenewableRow> = {}): RenewableRow {
  return { sequence: 1, issuedAt, validUntil: end, revokedAt: null, withdrawnAt: null, ...change }
}

test('renewing begins 90 days before the end', () => {
  expect(renewalOpensAt([row()])).toEqual(later(end, -90))
})

test('whoever has no certificate, or one without an end, has nothing to renew', () => {
  expect(renewalOpensAt([])).toBeNull()
  expect(renewalOpensAt([row({ validUntil: null })])).toBeNull()
})

test('a revoked or withdrawn certificate is never renewed, whatever came before it', () => {
  for (const change of [{ revokedAt: issuedAt }, { withdrawnAt: issuedAt }]) {
    expect(renewalOpensAt([row(change)])).toBeNull()
    expect(renewalOpensAt([row(), row({ sequence: 2, ...change })])).toBeNull()
  }
})

test('the last one decides, and not the order in which they are read', () => {
  const renewed = row({ sequence: 2, issuedAt: later(end, -30), validUntil: later(end, 335) })
  for (const rows of [
    [row(), renewed],
    [renewed, row({ revokedAt: end })],
  ])
    expect(renewalOpensAt(rows)).toEqual(later(end, 245))
})

test('a correction keeps the time from which answers count', () => {
  expect(renewalOpensAt([row(), row({ sequence: 2, issuedAt: later(end, -10) })])).toEqual(later(end, -90))
})

test('one that is valid for a shorter time than 90 days is not renewed by what earned it', () => {
  const short = { validUntil: later(issuedAt, 30) }
  expect(renewalOpensAt([row(short)])).toEqual(issuedAt)
  const corrected = row({ ...short, sequence: 2, issuedAt: later(issuedAt, 10) })
  expect(renewalOpensAt([row(short), corrected])).toEqual(issuedAt)
})

test('the last 90 days are told of, and none before them', () => {
  expect(endsSoon(end, later(end, -90))).toBe(true)
  expect(endsSoon(end, new Date(later(end, -90).getTime() - 1))).toBe(false)
  expect(endsSoon(null, end)).toBe(false)
})
