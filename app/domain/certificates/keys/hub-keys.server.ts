import type { KeyObject } from 'node:crypto'
import type { Seal } from '../seal/seal.ts'
import type { Trust } from './trust.ts'

/** The keys with which this hub seals and signs, and everything public about them and their predecessors. */
export type HubKeys = {
  seal: Seal
  credentialKey: {
    /** The verification method: `did:web:academy.example.org#credential-2026-1`. */
    id: string
    /** Ed25519. */
    privateKey: KeyObject
    publicKeyMultibase: string
  }
  trust: Trust
}

const held = globalThis as { zagoreKeys?: HubKeys }

/** Set once at start; a global, so that a development reload of this module keeps it. */
export function setHubKeys(keys: HubKeys): void {
  held.zagoreKeys = keys
}

export function hubKeys(): HubKeys {
  if (held.zagoreKeys === undefined) throw new Error('The keys are read before they were set at start.')
  return held.zagoreKeys
}
