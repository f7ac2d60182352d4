/**
 * The contexts of our credentials, in this order: Verifiable Credentials 2.0, Open Badges 3.0, and the one that
 * defines the type of its credential schema.
 */
export const credentialContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const

type Profile = {
  id: string
  type: ['Profile']
  name: string
  url: string
  description: string
  address: { type: ['Address']; addressLocality: string; addressCountry: string }
  otherIdentifier: [{ type: 'IdentifierEntry'; identifier: string; identifierType: `ext:${string}` }]
}

type Identity = {
  type: 'IdentityObject'
  hashed: false
  identityHash: string
  identityType: 'name' | 'ext:nameLatin'
}

export type Alignment = {
  type: ['Alignment']
  targetFramework: string
  targetCode: string
  targetName: string
  targetUrl: string
  targetType: `ext:${string}`
}

type ResultDescription = {
  id: string
  type: ['ResultDescription']
  name: string
  resultType: 'Percent'
  requiredValue?: string
  valueMin: '0'
  valueMax: '100'
}

/** An OpenBadgeCredential (Open Badges 3.0, 1EdTech Final Release, B.1) as this hub writes it, without its proofs. */
export type OpenBadgeCredential = {
  '@context': string[]
  id: string
  type: ['VerifiableCredential', 'OpenBadgeCredential']
  name: string
  description: string
  issuer: Profile
  /** UTC instants, ISO 8601. */
  validFrom: string
  validUntil?: string
  credentialSubject: {
    type: ['AchievementSubject']
    identifier: Identity[]
    achievement: {
      id: string
      type: ['Achievement']
      achievementType: 'MicroCredential'
      name: string
      description: string
      version: string
      humanCode: string
      inLanguage: string
      /** ECTS. */
      creditsAvailable?: number
      criteria: { narrative: string }
      alignment?: Alignment[]
      resultDescription: ResultDescription[]
    }
    result: { type: ['Result']; resultDescription: string; value: string }[]
  }
  credentialStatus: {
    id: string
    type: 'BitstringStatusListEntry'
    statusPurpose: 'revocation'
    statusListIndex: string
    statusListCredential: string
  }
  credentialSchema: [{ id: string; type: '1EdTechJsonSchemaValidator2019' }]
}

/** One proof of a proof set, DataIntegrityProof (W3C Data Integrity 1.0). */
export type Proof = {
  type: 'DataIntegrityProof'
  cryptosuite: string
  created: string
  verificationMethod: string
  proofPurpose: string
  proofValue: string
}

export type Signed<Credential> = Credential & { proof: Proof[] }
