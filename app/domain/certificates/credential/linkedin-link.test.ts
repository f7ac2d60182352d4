import { expect, it } from 'vitest'
import { normalSample, shortSample } from '../certificate-samples.ts'
import { linkedinLink } from './linkedin-link.ts'

const certUrl = 'https://academy.example.org/v/J58E5J8JPRY7K5S2'

function fieldsOf(link: string): Record<string, string> {
  const { origin, pathname, searchParams } = new URL(link)
  expect(origin + pathname).toBe('https://www.linkedin.com/profile/add')
  return Object.fromEntries(searchParams)
}

it('fills the form with what an employer looks for', () => {
  expect(fieldsOf(linkedinLink(normalSample, certUrl, 'en'))).toEqual({
    startTask: 'CERTIFICATION_NAME',
    name: 'Cybersecurity for small and medium-sized enterprises',
    organizationName: 'EDIH Zagore',
    issueYear: '2026',
    issueMonth: '11',
    certUrl,
    certId: 'J58E-5J8J-PRY7-K5S2',
  })
  expect(fieldsOf(linkedinLink(normalSample, certUrl, 'bg')).organizationName).toBe('ЕЦИХ „Загоре“')
})

it('counts the months as the certificate does, in Sofia', () => {
  const newYear = {
    ...shortSample,
    issuedAt: '2026-12-31T22:30:00.000Z',
    validUntil: '2028-05-31T21:30:00.000Z',
  }
  expect(fieldsOf(linkedinLink(newYear, certUrl, 'en'))).toMatchObject({
    issueYear: '2027',
    issueMonth: '1',
    expirationYear: '2028',
    expirationMonth: '6',
  })
})

it('lets no name break out of its field', () => {
  const title = { bg: 'A&certUrl=https://evil.example', en: 'Сигурност & #1' }
  const odd = { ...normalSample, course: { ...normalSample.course, title } }
  expect(fieldsOf(linkedinLink(odd, certUrl, 'bg'))).toMatchObject({ name: title.bg, certUrl })
  expect(fieldsOf(linkedinLink(odd, certUrl, 'en'))).toMatchObject({ name: title.en })
})
