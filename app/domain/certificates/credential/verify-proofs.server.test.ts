import { describe, expect, it } from 'vitest'
import {
  credentialKey,
  did,
  hubKey,
  publicUrl,
  type SignedBadge,
  signedBadge,
  status,
  trustIn,
} from '#tests/credential-factory.ts'
import { demoSample, everythingLongSample, hostileSample, shortSample } from '../certificate-samples.ts'
import { issueCredential } from './issue-credential.server.ts'
import { verifyJcs } from './verify-jcs.ts'
import { verifyProofs } from './verify-proofs.server.ts'

const trust = trustIn(hubKey)
const badge = await signedBadge()

const bothValid = { rdfc: 'valid', jcs: 'valid' }
const bothInvalid = { rdfc: 'invalid', jcs: 'invalid' }
const bothMissing = { rdfc: 'missing', jcs: 'missing' }
const bothUnknown = { rdfc: 'unknown-key', jcs: 'unknown-key' }

/** The outcomes of the libraries, having seen that our own short verification comes to the same. */
async function verify(credential: unknown, trusted = trust) {
  const outcomes = await verifyProofs(credential, trusted)
  expect(await verifyJcs(credential, trusted)).toBe(outcomes.jcs)
  return outcomes
}

function forged(change: (badge: SignedBadge) => void): SignedBadge {
  const copy = structuredClone(badge)
  change(copy)
  return copy
}

/** The badge with other members beside its own, whatever they are. */
function withMembers(members: object): unknown {
  return { ...structuredClone(badge), ...members }
}

describe('the proofs of a credential', () => {
  it('are valid as they were issued, however the members are ordered', async () => {
    expect(await verify(badge)).toEqual(bothValid)
    expect(await verify(Object.fromEntries(Object.entries(badge).reverse()))).toEqual(bothValid)
    for (const sample of [shortSample, demoSample, everythingLongSample, hostileSample])
      expect(await verify(await signedBadge(sample))).toEqual(bothValid)
  })

  it('stay valid when the credential has expired', async () => {
    const past = {
      ...shortSample,
      issuedAt: '2026-02-01T00:00:00.000Z',
      validUntil: '2026-02-02T00:00:00.000Z',
    }
    expect(await verify(await signedBadge(past))).toEqual(bothValid)
  })

  it('do not cover another name, result, date, issuer or status', async () => {
    const changes: ((copy: SignedBadge) => void)[] = [
      ({ credentialSubject: { identifier } }) => {
        for (const identity of identifier) identity.identityHash += 'а'
      },
      ({ credentialSubject: { result } }) => {
        for (const one of result) one.value = '99'
      },
      copy => {
        copy.validFrom = '2026-11-22T09:30:01.000Z'
      },
      copy => {
        copy.validUntil = '2036-11-22T09:30:00.000Z'
      },
      copy => {
        copy.issuer.name = 'Друг хъб'
      },
      copy => {
        copy.credentialStatus.statusListIndex = '1'
      },
      copy => {
        copy.credentialSubject.achievement.alignment?.pop()
      },
    ]
    for (const change of changes) expect(await verify(forged(change))).toEqual(bothInvalid)
    expect(await verify(withMembers({ credentialStatus: undefined }))).toEqual(bothInvalid)
    expect(await verify(withMembers({ grade: 'A' }))).toEqual(bothInvalid)
  })

  it('are each told by itself', async () => {
    const [rdfc, jcs] = badge.proof
    expect(await verify(withMembers({ proof: rdfc }))).toEqual({ rdfc: 'valid', jcs: 'missing' })
    expect(await verify(withMembers({ proof: [jcs] }))).toEqual({ rdfc: 'missing', jcs: 'valid' })
    expect(await verify(withMembers({ proof: [rdfc, { ...jcs, created: '2026-11-22T09:30:01Z' }] }))).toEqual(
      {
        rdfc: 'valid',
        jcs: 'invalid',
      },
    )
    const swapped = badge.proof.map((proof, at) => ({
      ...proof,
      proofValue: badge.proof[1 - at]?.proofValue,
    }))
    expect(await verify(withMembers({ proof: swapped }))).toEqual(bothInvalid)
  })

  it('are those of one signer: a second proof of a kind makes nothing better', async () => {
    const broken = badge.proof.map(proof => ({ ...proof, proofValue: 'z1' }))
    expect(await verify(withMembers({ proof: [...broken, ...badge.proof] }))).toEqual(bothInvalid)
    expect(await verify(withMembers({ proof: [...badge.proof, ...broken] }))).toEqual(bothInvalid)
  })

  it('are missing where there are none', async () => {
    for (const proof of [undefined, null, 'proof', 5, [], {}, [null], ['x'], [[]], { cryptosuite: 'other' }])
      expect(await verify(withMembers({ proof }))).toEqual(bothMissing)
  })

  it('of another purpose are none', async () => {
    const proof = badge.proof.map(one => ({ ...one, proofPurpose: 'authentication' }))
    expect(await verify(withMembers({ proof }))).toEqual(bothInvalid)
  })
})

describe('the key of a proof', () => {
  it('is one of those that are trusted, by its id and by its mathematics', async () => {
    const stranger = credentialKey(2, 'credential-2031-1')
    expect(await verify(await signedBadge(undefined, stranger))).toEqual(bothUnknown)
    expect(await verify(badge, { ...trust, credentialKeys: [] })).toEqual(bothUnknown)
    // The right name in the hands of somebody else.
    expect(await verify(await signedBadge(undefined, credentialKey(2)))).toEqual(bothInvalid)
  })

  it('still counts when it is retired, for what it signed before', async () => {
    const retired = (retiredAt: string) => verify(badge, trustIn(hubKey, { retiredAt }))
    expect(await retired('2026-11-22T09:30:00.500Z')).toEqual(bothValid)
    expect(await retired('2026-11-22T09:29:59.000Z')).toEqual(bothInvalid)
    const from = (validFrom: string) => verify(badge, trustIn(hubKey, { validFrom }))
    // Proofs are dated to the second: a key may sign in the second in which it was made.
    expect(await from('2026-11-22T09:30:00.900Z')).toEqual(bothValid)
    expect(await from('2026-11-22T09:30:01.000Z')).toEqual(bothInvalid)
  })

  it('belongs to the issuer of the credential', async () => {
    const other = forged(copy => {
      copy.issuer.id = 'did:web:elsewhere.example.org'
    })
    expect(await verify(other)).toEqual(bothInvalid)
    // Rightly signed, in the name of somebody else.
    const elsewhere = { credentialKey: hubKey, did: 'did:web:elsewhere.example.org', publicUrl, status }
    expect(await verify(JSON.parse(await issueCredential(shortSample, elsewhere)))).toEqual(bothInvalid)
    const same = {
      ...trust,
      credentialKeys: trust.credentialKeys.map(key => ({ ...key, id: 'did:web:b#1' })),
    }
    expect(await verify(badge, same)).toEqual(bothUnknown)
    expect(badge.issuer.id).toBe(did)
  })
})

describe('hostile input', () => {
  const contexts = badge['@context']
  const proofs = badge.proof
  const cases: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'x'.repeat(1_000_000)],
    ['a list', [badge, badge]],
    ['a foreign context', withMembers({ '@context': [...contexts, 'https://evil.example/context.json'] })],
    ['an inline context', withMembers({ '@context': [...contexts, { name: 'https://evil.example/name' }] })],
    ['a context as an object', withMembers({ '@context': { '@vocab': 'https://evil.example/' } })],
    ['no context', withMembers({ '@context': undefined })],
    ['contexts in another order', withMembers({ '@context': contexts.toReversed() })],
    ['a thousand contexts', withMembers({ '@context': Array(1000).fill(contexts[0]) })],
    ['fewer contexts', withMembers({ '@context': contexts.slice(0, 1) })],
    ['a context inside', withMembers({ evidence: { type: ['Evidence'], '@context': { a: 'urn:a' } } })],
    ['a keyword inside', withMembers({ '@reverse': { issuer: 'https://evil.example' } })],
    [
      'deep nesting',
      withMembers({ evidence: JSON.parse(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`) }),
    ],
    ['deep lists', withMembers({ evidence: JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) })],
    ['two million characters', withMembers({ description: 'щ'.repeat(2_000_000) })],
    ['a hundred thousand members', withMembers(crowd(100_000))],
    ['a hundred thousand entries', withMembers({ evidence: Array(100_000).fill({ type: ['Evidence'] }) })],
    [
      'two hundred equal nodes',
      withMembers({ evidence: Array(200).fill({ type: ['Evidence'], genre: {} }) }),
    ],
    ['a graph that is hard to put in order', withMembers({ endorsement: tangle(20) })],
    ['polluting names', JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(badge).slice(1)}`)],
    ['a polluting constructor', withMembers({ constructor: { prototype: { polluted: 1 } } })],
    [
      'numbers that are none',
      JSON.parse(JSON.stringify(badge).replace('"validFrom":', '"creditsEarned":1e999,$&')),
    ],
  ]

  it.each(cases)('%s is answered, and never with a yes', async (_, credential) => {
    const { rdfc, jcs } = await verify(credential)
    expect([rdfc, jcs]).not.toContain('valid')
    expect({}).not.toHaveProperty('polluted')
  })

  it('a thousand proofs are not looked through', async () => {
    expect(await verify(withMembers({ proof: Array(500).fill(proofs).flat() }))).toEqual(bothInvalid)
  })

  it('nothing can be hidden in a proof', async () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000))
    for (const more of [{ '@context': { a: 'urn:a' } }, { extra: deep }, { '@graph': [] }, crowd(100_000)]) {
      const proof = proofs.map(one => ({ ...one, ...more }))
      expect(await verify(withMembers({ proof }))).toEqual(bothInvalid)
    }
  })

  it('proofs of every odd shape are answered', async () => {
    const odd = ['', 0, null, [], {}, 'z', 'z0OIl', `z${'1'.repeat(1_000_000)}`, 'u1234', { id: 'x' }]
    for (const name of ['type', 'created', 'verificationMethod', 'proofValue', 'proofPurpose', '@context']) {
      for (const value of odd) {
        const proof = proofs.map(one => ({ ...one, [name]: value }))
        const { rdfc, jcs } = await verify(withMembers({ proof }))
        expect([rdfc, jcs], `${name}: ${value}`).not.toContain('valid')
      }
    }
  })
})

function crowd(size: number): object {
  return Object.fromEntries(Array.from({ length: size }, (_, at) => [`x${at}`, at]))
}

/** Nameless nodes, each of which points to all the others: the hardest there is for putting a graph in order. */
function tangle(size: number): object[] {
  const nodes = Array.from({ length: size }, (_, at) => ({ id: `_:n${at}` }))
  return nodes.map(({ id }) => ({ id, endorsement: nodes.filter(node => node.id !== id) }))
}
