import type { CertificateSnapshot } from '../snapshot.ts'
import { inOneLine } from './credential-lines.ts'
import { addressOfCode, shortName } from './framework-address.ts'
import type { Alignment } from './open-badge.ts'

type SnapshotAlignment = NonNullable<CertificateSnapshot['alignments']>[number]

/** Everything that a certificate is aligned to: the codes of its outcomes, and the level of qualification. */
export function alignmentsOf(snapshot: CertificateSnapshot): Alignment[] {
  const codes = snapshot.alignments ?? alignmentsOfCodes(snapshot.outcomes.flatMap(({ codes }) => codes))
  const { eqf } = snapshot.level
  return [
    ...codes.map(({ framework, code, name, url }) => ({
      type: ['Alignment'] as ['Alignment'],
      targetFramework: framework,
      targetCode: code,
      targetName: inOneLine(name),
      targetUrl: url,
      targetType: `ext:${shortName(framework)}` as const,
    })),
    ...(eqf === null ? [] : [alignmentOfEqf(eqf)]),
  ]
}

/** What is known of codes as outcomes list them (`DigComp 2.2: 4.1`): each stands for its own name. */
function alignmentsOfCodes(codes: readonly string[]): SnapshotAlignment[] {
  return [...new Set(codes)].flatMap(entry => {
    const colon = entry.indexOf(': ')
    if (colon < 0) return []
    const framework = entry.slice(0, colon)
    const code = entry.slice(colon + 2)
    return { framework, code, name: { bg: code, en: code }, url: addressOfCode(framework, code) }
  })
}

/** The levels of the European Qualifications Framework have addresses of their own. */
function alignmentOfEqf(level: number): Alignment {
  return {
    type: ['Alignment'],
    targetFramework: 'European Qualifications Framework',
    targetCode: String(level),
    targetName: inOneLine({ bg: `ЕКР: ниво ${level}`, en: `EQF: level ${level}` }),
    targetUrl: `http://data.europa.eu/snb/eqf/${level}`,
    targetType: 'ext:EQF',
  }
}
