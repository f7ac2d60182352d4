import type { Trust } from '../keys/trust.ts'

export type ProofOutcome =
  | 'valid'
  /** There is one and it does not fit: another content, another signer, another time. */
  | 'invalid'
  | 'missing'
  /** Made with a key that is not one of the hub's. */
  | 'unknown-key'

export type SuiteName = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022'

type TrustedKey = Trust['credentialKeys'][number]

export type FoundProof =
  | {
      ok: true
      /** The proof as it stands, whatever else is in it. */
      proof: Record<string, unknown> & { proofValue: string; created: string }
      key: TrustedKey
      credential: Record<string, unknown>
      /** The key's controller, and the issuer of the credential. */
      did: string
    }
  | { ok: false; outcome: Exclude<ProofOutcome, 'valid'> }

/** A credential of ours has two proofs. More than these are not looked through. */
const MOST_PROOFS = 8

/** What a proof of ours says, each in a text. An eddsa-jcs-2022 proof repeats the contexts of its credential too. */
const members = ['type', 'cryptosuite', 'created', 'verificationMethod', 'proofPurpose', 'proofValue']

/**
 * The one proof of a kind that a credential has, with the trusted key that made it. All that can be known without
 * mathematics is checked here: the purpose, the issuer, and that the key was in use when the proof was made.
 * Takes anything, and never throws.
 */
export function findProof(credential: unknown, suite: SuiteName, trust: Trust): FoundProof {
  if (!isRecord(credential)) return { ok: false, outcome: 'missing' }
  const proofs: unknown[] = Array.isArray(credential.proof) ? credential.proof : [credential.proof]
  if (proofs.length > MOST_PROOFS) return { ok: false, outcome: 'invalid' }
  const [proof, second] = proofs.filter(isRecord).filter(({ cryptosuite }) => cryptosuite === suite)
  if (proof === undefined) return { ok: false, outcome: 'missing' }
  const { verificationMethod, created, proofValue } = proof
  const key = trust.credentialKeys.find(({ id }) => id === verificationMethod)
  if (key === undefined) return { ok: false, outcome: 'unknown-key' }
  const did = key.id.split('#')[0] ?? ''
  const fits =
    second === undefined &&
    isPlain(proof, credential) &&
    proof.type === 'DataIntegrityProof' &&
    proof.proofPurpose === 'assertionMethod' &&
    issuerOf(credential) === did &&
    typeof created === 'string' &&
    wasInUse(key, created)
  if (!fits || typeof proofValue !== 'string') return { ok: false, outcome: 'invalid' }
  return { ok: true, proof: { ...proof, proofValue, created }, key, credential, did }
}

/** Nothing else in it: a library would take in whatever there is, contexts of its own above all. */
function isPlain(proof: Record<string, unknown>, credential: Record<string, unknown>): boolean {
  const names = Object.keys(proof)
  return names.length <= members.length + 1 && names.every(name => isPlainMember(name, proof, credential))
}

function isPlainMember(
  name: string,
  proof: Record<string, unknown>,
  credential: Record<string, unknown>,
): boolean {
  if (members.includes(name)) return typeof proof[name] === 'string'
  const [contexts, repeated] = [credential['@context'], proof[name]]
  return (
    name === '@context' &&
    Array.isArray(contexts) &&
    Array.isArray(repeated) &&
    contexts.length === repeated.length &&
    repeated.every((context, at) => typeof context === 'string' && context === contexts[at])
  )
}

/** Proofs are dated to the second, and so are the keys for them. */
function wasInUse({ validFrom, retiredAt }: TrustedKey, created: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/u.test(created)) return false
  const at = new Date(created).getTime()
  const from = Math.floor(new Date(validFrom).getTime() / 1000) * 1000
  return at >= from && (retiredAt === null || at <= new Date(retiredAt).getTime())
}

function issuerOf({ issuer }: Record<string, unknown>): unknown {
  return isRecord(issuer) ? issuer.id : issuer
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
