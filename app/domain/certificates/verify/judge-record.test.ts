import { expect, test } from 'vitest'
import { normalSample } from '../certificate-samples.ts'
import { judgeRecord, type RegisterEntry } from './judge-record.ts'

const at = new Date('2026-11-22T12:00:00.000Z')
const checkedAt = at.toISOString()
const snapshot = normalSample
const plain: RegisterEntry = {
  id: normalSample.id,
  snapshot: JSON.stringify(normalSample),
  validUntil: null,
  revokedAt: null,
  revocationReason: null,
  supersededAt: null,
  withdrawnAt: null,
}

test('a certificate without an end is valid', () => {
  expect(judgeRecord(plain, at)).toEqual({ state: 'valid', snapshot, checkedAt })
})

test('a certificate is valid to the last moment before its end, and expired from then on', () => {
  const stateWith = (validUntil: Date) => judgeRecord({ ...plain, validUntil }, at).state
  expect(stateWith(new Date(at.getTime() + 1))).toBe('valid')
  expect(stateWith(at)).toBe('expired')
})

test('a revoked certificate says when and why', () => {
  const entry = { ...plain, revokedAt: new Date('2026-11-01T00:00:00.000Z'), revocationReason: 'misconduct' }
  expect(judgeRecord(entry, at)).toEqual({
    state: 'revoked',
    snapshot,
    revokedAt: '2026-11-01T00:00:00.000Z',
    reason: 'misconduct',
    checkedAt,
  })
})

test('a reason that is no longer known is told as another one', () => {
  expect(judgeRecord({ ...plain, revokedAt: at, revocationReason: 'mood' }, at)).toMatchObject({
    reason: 'other',
  })
})

test('a withdrawn certificate tells nothing but that', () => {
  expect(judgeRecord({ ...plain, withdrawnAt: at }, at)).toEqual({
    state: 'withdrawn',
    id: normalSample.id,
    withdrawnAt: checkedAt,
    checkedAt,
  })
})

test('what the holder asked for comes before what the hub decided, and that before what time did', () => {
  const everything = { ...plain, validUntil: at, supersededAt: at, revokedAt: at, withdrawnAt: at }
  expect(judgeRecord(everything, at).state).toBe('withdrawn')
  expect(judgeRecord({ ...everything, withdrawnAt: null }, at).state).toBe('revoked')
  expect(judgeRecord({ ...everything, withdrawnAt: null, revokedAt: null }, at).state).toBe('superseded')
})
