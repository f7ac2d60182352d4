import { expect, test } from 'vitest'
import { readCertificateForm } from './certificate-form.ts'

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

const token = 'AbCdEfGhIjKlMnOpQrSt_-'

test('reads the choice of what the number shows', () => {
  expect(readCertificateForm(form(['intent', 'sharing'], ['sharing', 'name']))).toEqual({
    intent: 'sharing',
    sharing: 'name',
  })
})

test('reads a new link with no part, one and several', () => {
  const link = (...parts: string[]) =>
    readCertificateForm(
      form(
        ['intent', 'share'],
        ['until', '30'],
        ['date', ''],
        ...parts.map(part => ['parts', part] as [string, string]),
      ),
    )
  expect(link()).toMatchObject({ intent: 'share', parts: [], until: { days: 30 } })
  expect(link('result')).toMatchObject({ parts: ['result'] })
  expect(link('result', 'number')).toMatchObject({ parts: ['result', 'number'] })
})

test('reads a date only where a date was chosen', () => {
  const fields: [string, string][] = [
    ['intent', 'share'],
    ['date', '2027-03-31'],
  ]
  expect(readCertificateForm(form(...fields, ['until', 'date']))).toMatchObject({
    until: { date: '2027-03-31' },
  })
  expect(readCertificateForm(form(...fields, ['until', '7']))).toMatchObject({ until: { days: 7 } })
})

test('reads which link is to end', () => {
  expect(readCertificateForm(form(['intent', 'end-share'], ['token', token]))).toEqual({
    intent: 'end-share',
    token,
  })
})

test.each<[string, [string, string][]]>([
  ['nothing', []],
  ['an intent of nobody', [['intent', 'revoke']]],
  [
    'a choice of nobody',
    [
      ['intent', 'sharing'],
      ['sharing', 'nobody'],
    ],
  ],
  [
    'a choice made twice',
    [
      ['intent', 'sharing'],
      ['sharing', 'page'],
      ['sharing', 'name'],
    ],
  ],
  [
    'a part of nobody',
    [
      ['intent', 'share'],
      ['until', '7'],
      ['parts', 'email'],
    ],
  ],
  [
    'a time of nobody',
    [
      ['intent', 'share'],
      ['until', '3650'],
    ],
  ],
  ['no time', [['intent', 'share']]],
  [
    'a long date',
    [
      ['intent', 'share'],
      ['until', 'date'],
      ['date', '1'.repeat(11)],
    ],
  ],
  [
    'a field of nobody',
    [
      ['intent', 'share'],
      ['until', '7'],
      ['userId', '1'],
    ],
  ],
  [
    'a token with a NUL',
    [
      ['intent', 'end-share'],
      ['token', `${token.slice(1)}\0`],
    ],
  ],
  [
    'a short token',
    [
      ['intent', 'end-share'],
      ['token', token.slice(1)],
    ],
  ],
])('takes %s for a form of nobody', (_, fields) => {
  expect(readCertificateForm(form(...fields))).toEqual({ intent: 'foreign' })
})
