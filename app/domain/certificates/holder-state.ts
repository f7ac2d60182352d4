import { endsSoon } from './renewal-window.ts'
import type { RecordVerdict } from './verify/verdict.ts'

/** What a holder reads of the own certificate: as a verifier does, and that its end is near. */
export type HolderState = RecordVerdict['state'] | 'expiring'

export function holderState(
  verdict: Pick<RecordVerdict, 'state'>,
  validUntil: Date | null,
  at: Date,
): HolderState {
  return verdict.state === 'valid' && endsSoon(validUntil, at) ? 'expiring' : verdict.state
}

/** Whether a certificate in this state still says that its holder can what it states. */
export function counts(state: HolderState): boolean {
  return state === 'valid' || state === 'expiring'
}
