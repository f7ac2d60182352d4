import type { IdentifierReading } from '../identifier.ts'
import type { RevocationReason } from '../revocation-reason.ts'
import type { CertificateSnapshot } from '../snapshot.ts'

/** UTC instants are strings, ISO 8601, because a verdict goes to a page and to the API as it is. */
type Checked = { checkedAt: string }

/** What the register of the hub says about one certificate that was issued. */
export type RecordVerdict = Checked &
  (
    | { state: 'valid' | 'expired'; snapshot: CertificateSnapshot }
    | { state: 'revoked'; snapshot: CertificateSnapshot; revokedAt: string; reason: RevocationReason }
    /** A corrected certificate took its place; which one is its holder's to tell. */
    | { state: 'superseded'; snapshot: CertificateSnapshot; supersededAt: string }
    /** Its holder took it back: that it existed is all that is told. */
    | { state: 'withdrawn'; id: string; withdrawnAt: string }
  )

/** What is true of a number that somebody typed, scanned or followed. */
export type Verdict =
  | RecordVerdict
  /** Its holder asks for the name beside the number; `tried`: a name was given, and it is another one. */
  | (Checked & { state: 'guarded'; id: string; tried: boolean })
  | (Checked & { state: 'unknown'; id: string })
  | { state: 'mistyped'; fault: Extract<IdentifierReading, { ok: false }> }
  /** The register could not be read. Never to be taken for a no. */
  | (Checked & { state: 'unchecked'; why: UncheckedReason })

export type UncheckedReason =
  | 'register-unavailable'
  /** Sealed or signed by this hub, and yet its register has no such number: the hub should be asked. */
  | 'not-in-register'
  | 'empty'
  | 'too-large'
  /** Neither a PDF nor a credential. */
  | 'not-a-certificate'
  /** A PDF that ends before its end, and says nothing of ours. */
  | 'truncated'
  | 'encrypted'

export type CheckName =
  /** The file's SHA-256 is that of the file which was issued. */
  | 'digest'
  /** The seal covers the whole file, is mathematically right, and was made with a key of this hub. */
  | 'seal'
  /** An independent service confirmed the time of the seal. */
  | 'timestamp'
  /** The PDF carries its credential. */
  | 'attachment'
  | 'proof-rdfc'
  | 'proof-jcs'
  /** The credential is, to the letter, the one in the register. */
  | 'credential'
  | 'register'
  /** Neither revoked, superseded nor withdrawn. */
  | 'status'
  | 'validity'

/** One check that was made, or could not be: `unknown` is never a failure. */
export type Check = {
  check: CheckName
  outcome: 'passed' | 'failed' | 'unknown'
  /** A word that says which failure it was, for a message of its own: 'appended', 'missing'. */
  detail: string | null
}

/** A stated fact that is not what the register holds. Values are as stated; null: not stated at all. */
export type Difference = {
  fact: FactName
  /** In the register. */
  official: string | null
  /** In the file. */
  stated: string | null
}

export type FactName =
  | 'number'
  | 'name'
  | 'nameLatin'
  | 'courseBg'
  | 'courseEn'
  | 'edition'
  | 'issuer'
  | 'issuedAt'
  | 'validUntil'
  | 'workload'
  | 'level'
  | 'assessment'
  | 'result'
  | 'outcomes'
  /** Something else in the credential: the values are paths, such as `credentialSubject.achievement.version`. */
  | 'other'

/** What is true of a file: a PDF, or a credential as JSON. */
export type FileVerdict = Checked & { kind: 'pdf' | 'credential' | null; checks: Check[] } & (
    | { state: 'genuine'; record: RecordVerdict }
    /**
     * It speaks of a certificate of ours and is not the file that was issued. `record` is null while the holder
     * guards it and the file does not state the right name.
     */
    | { state: 'altered'; id: string; record: RecordVerdict | null; differences: Difference[] }
    /** `claims`: the issuer that the file names, unproven; null when it names none. */
    | { state: 'not-ours'; claims: string | null }
    | { state: 'unknown'; id: string }
    | { state: 'unchecked'; why: UncheckedReason }
  )
