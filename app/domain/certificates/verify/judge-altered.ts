import { checksOfRecord } from './checks.ts'
import type { RegisteredCertificate } from './judge-number.ts'
import { judgeRecord } from './judge-record.ts'
import { isNameOf } from './same-name.ts'
import type { Check, Difference, FileVerdict } from './verdict.ts'

type Altered = {
  kind: 'pdf' | 'credential'
  issued: RegisteredCertificate
  /** The name that the file states. */
  statedName: string | null
  differences: Difference[]
  checks: Check[]
  at: Date
}

/**
 * The verdict on a file that names a certificate of ours and is not as it was issued. A file that somebody made up
 * around a number must not open what the number alone does not: a guarded record is shown to whoever states its name.
 */
export function judgeAltered({ kind, issued, statedName, differences, checks, at }: Altered): FileVerdict {
  const record = judgeRecord(issued, at)
  const open =
    issued.sharing !== 'name' ||
    record.state === 'withdrawn' ||
    (statedName !== null && isNameOf(statedName, record.snapshot.learner))
  return {
    state: 'altered',
    kind,
    id: issued.id,
    record: open ? record : null,
    differences: open && record.state !== 'withdrawn' ? differences : [],
    checks: [...checks, ...(open ? checksOfRecord(record) : [])],
    checkedAt: at.toISOString(),
  }
}
