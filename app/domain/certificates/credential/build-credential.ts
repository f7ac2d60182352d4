import { paths } from '#app/paths.ts'
import type { CertificateSnapshot } from '../snapshot.ts'
import { alignmentsOf } from './alignment.ts'
import { inOneLine } from './credential-lines.ts'
import { credentialTexts } from './credential-text.ts'
import { credentialContexts, type OpenBadgeCredential } from './open-badge.ts'

/** A bit of a status list. */
export type StatusEntry = { list: number; index: number }

export type CredentialAddresses = {
  /** `did:web` of the hub. */
  did: string
  /** Without a slash at its end. */
  publicUrl: string
  status: StatusEntry
}

const schema = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/**
 * The Open Badges 3.0 credential of a certificate, unsigned. The snapshot alone decides what it states: never an
 * e-mail address, never an id of ours but the certificate's number.
 */
export function buildCredential(
  snapshot: CertificateSnapshot,
  { did, publicUrl, status }: CredentialAddresses,
): OpenBadgeCredential {
  const { learner, course, issuer, workload, assessment } = snapshot
  const texts = credentialTexts(snapshot)
  const name = `${texts.mark}${texts.name}`
  const achievementId = `${publicUrl}${paths.course('bg', course.id)}#edition-${course.edition}`
  const alignment = alignmentsOf(snapshot)
  const percentages = percentagesOf(assessment, texts.resultNames, achievementId)
  return {
    '@context': [...credentialContexts],
    id: `${publicUrl}${paths.shortVerify(snapshot.id)}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    description: texts.statement,
    issuer: {
      id: did,
      type: ['Profile'],
      name: inOneLine(issuer.name),
      url: publicUrl,
      description: texts.awardingBody,
      address: {
        type: ['Address'],
        addressLocality: inOneLine(issuer.place),
        addressCountry: inOneLine(issuer.country),
      },
      otherIdentifier: [
        { type: 'IdentifierEntry', identifier: inOneLine(issuer.legalId), identifierType: 'ext:legalId' },
      ],
    },
    validFrom: snapshot.issuedAt,
    ...(snapshot.validUntil === null ? {} : { validUntil: snapshot.validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: learner.name, identityType: 'name' },
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: learner.nameLatin,
          identityType: 'ext:nameLatin',
        },
      ],
      achievement: {
        id: achievementId,
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name,
        description: texts.achievement,
        version: String(course.edition),
        humanCode: course.id,
        inLanguage: 'bg',
        ...(workload.ects === null ? {} : { creditsAvailable: workload.ects }),
        criteria: { narrative: texts.criteria },
        ...(alignment.length === 0 ? {} : { alignment }),
        resultDescription: percentages.map(({ id, name, required }) => ({
          id,
          type: ['ResultDescription'],
          name,
          resultType: 'Percent',
          ...(required === null ? {} : { requiredValue: String(required) }),
          valueMin: '0',
          valueMax: '100',
        })),
      },
      result: percentages.map(({ id, value }) => ({
        type: ['Result'],
        resultDescription: id,
        value: String(value),
      })),
    },
    credentialStatus: statusOf(publicUrl, status),
    credentialSchema: [{ id: schema, type: '1EdTechJsonSchemaValidator2019' }],
  }
}

type Percentage = { id: string; name: string; value: number; required: number | null }

/** First attempts are those of the questions in lessons, and say nothing of an exam. */
function percentagesOf(
  { type, passPercent, resultPercent, firstAttemptPercent }: CertificateSnapshot['assessment'],
  names: { final: string; firstAttempt: string },
  achievementId: string,
): Percentage[] {
  const final = {
    id: `${achievementId}-result`,
    name: names.final,
    value: resultPercent,
    required: passPercent,
  }
  if (type === 'exam') return [final]
  const id = `${achievementId}-first-attempt`
  return [final, { id, name: names.firstAttempt, value: firstAttemptPercent, required: null }]
}

function statusOf(publicUrl: string, { list, index }: StatusEntry): OpenBadgeCredential['credentialStatus'] {
  const address = `${publicUrl}${paths.statusList(list)}`
  return {
    id: `${address}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: address,
  }
}
