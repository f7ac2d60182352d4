import type { ProofOutcome } from '../credential/proof-set.ts'
import { verifyProofs } from '../credential/verify-proofs.server.ts'
import { hubKeys } from '../keys/hub-keys.server.ts'
import { failed, passed } from './checks.ts'
import type { Check, CheckName } from './verdict.ts'

/** Both proofs of a credential, each by the program that its standard describes. */
export async function checksOfProofs(credential: unknown): Promise<Check[]> {
  const { rdfc, jcs } = await verifyProofs(credential, hubKeys().trust)
  return [checkOf('proof-rdfc', rdfc), checkOf('proof-jcs', jcs)]
}

function checkOf(check: CheckName, outcome: ProofOutcome): Check {
  return outcome === 'valid' ? passed(check) : failed(check, outcome)
}
