import type { Check, CheckName, RecordVerdict } from './verdict.ts'

export function passed(check: CheckName, detail: string | null = null): Check {
  return { check, outcome: 'passed', detail }
}

export function failed(check: CheckName, detail: string | null = null): Check {
  return { check, outcome: 'failed', detail }
}

export function notPossible(check: CheckName, detail: string | null = null): Check {
  return { check, outcome: 'unknown', detail }
}

/** What the register's record adds to the checks of a file. */
export function checksOfRecord(record: RecordVerdict): Check[] {
  const { state } = record
  const gone = state === 'revoked' || state === 'superseded' || state === 'withdrawn'
  const status = gone ? failed('status', state) : passed('status')
  if (state === 'withdrawn') return [passed('register'), status]
  const ended = record.snapshot.validUntil !== null && record.snapshot.validUntil <= record.checkedAt
  return [passed('register'), status, ended ? failed('validity', 'expired') : passed('validity')]
}
