import type { Language } from '#app/platform/language.ts'
import { formatIdentifier } from '../identifier.ts'
import type { CertificateSnapshot } from '../snapshot.ts'

/**
 * The address of LinkedIn's form "Add to profile" with the fields of a certificate filled in. Following it sends
 * nothing by itself: its holder signs in there and saves.
 * @param certUrl where an employer verifies it
 */
export function linkedinLink(
  { id, course, issuer, issuedAt, validUntil }: CertificateSnapshot,
  certUrl: string,
  language: Language,
): string {
  const issued = monthInSofia(issuedAt)
  const expires = validUntil === null ? null : monthInSofia(validUntil)
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: course.title[language],
    organizationName: issuer.name[language],
    issueYear: issued.year,
    issueMonth: issued.month,
    ...(expires === null ? {} : { expirationYear: expires.year, expirationMonth: expires.month }),
    certUrl,
    certId: formatIdentifier(id),
  })
  return `https://www.linkedin.com/profile/add?${fields}`
}

const sofiaMonth = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Sofia',
  year: 'numeric',
  month: 'numeric',
})

function monthInSofia(instant: string): { year: string; month: string } {
  const parts = new Map(sofiaMonth.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return { year: parts.get('year') ?? '', month: parts.get('month') ?? '' }
}
