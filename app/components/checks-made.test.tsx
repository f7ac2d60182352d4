import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { normalSample } from '#app/domain/certificates/certificate-samples.ts'
import type { ProofOutcome } from '#app/domain/certificates/credential/proof-set.ts'
import type { SealFault } from '#app/domain/certificates/seal/read-seal.ts'
import type { Check, Verdict } from '#app/domain/certificates/verify/verdict.ts'
import { I18nProvider } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { ChecksMade } from './checks-made.tsx'
import { checksOfNumber, type ShownCheck } from './checks-of-number.ts'

function linesOf(checks: ShownCheck[], language: Language): string[] {
  const markup = renderToStaticMarkup(
    <I18nProvider value={{ language, t: translatorFor(language) }}>
      <ChecksMade checks={checks} />
    </I18nProvider>,
  )
  return [...markup.matchAll(/<li>.*?<span>(.*?)<\/span>/g)].map(([, text]) => text ?? '')
}

const faults: Record<SealFault | 'missing' | 'foreign', true> = {
  missing: true,
  foreign: true,
  appended: true,
  'second-seal': true,
  range: true,
  padding: true,
  content: true,
  signature: true,
  unreadable: true,
}

const proofFaults: Record<Exclude<ProofOutcome, 'valid'>, true> = {
  invalid: true,
  missing: true,
  'unknown-key': true,
}

const one = (check: Check['check'], outcome: Check['outcome'], detail: string | null = null) => ({
  check,
  outcome,
  detail,
})

/** Everything that the checks of a file can come to. */
const possible: ShownCheck[] = [
  one('digest', 'passed'),
  one('digest', 'failed'),
  one('digest', 'unknown'),
  one('seal', 'passed'),
  ...Object.keys(faults).map(fault => one('seal', 'failed', fault)),
  one('timestamp', 'passed', '2026-11-22T12:00:00.000Z'),
  one('attachment', 'passed'),
  one('attachment', 'failed'),
  ...(['proof-rdfc', 'proof-jcs'] as const).flatMap(proof => [
    one(proof, 'passed'),
    ...Object.keys(proofFaults).map(fault => one(proof, 'failed', fault)),
  ]),
  one('credential', 'passed'),
  one('credential', 'failed'),
  one('register', 'passed'),
  one('register', 'failed'),
  one('register', 'unknown'),
  one('status', 'passed'),
  ...['revoked', 'superseded', 'withdrawn'].map(state => one('status', 'failed', state)),
  one('validity', 'passed'),
  one('validity', 'failed', 'expired'),
]

test.each(languages)('every outcome of every check has words of its own in %s', language => {
  const said = possible.flatMap(check => linesOf([check], language))
  expect(said).toHaveLength(possible.length)
  expect(new Set(said).size).toBe(possible.length)
})

const checkedAt = '2026-11-22T12:00:00.000Z'
const { id } = normalSample
const verdicts: Verdict[] = [
  { state: 'valid', snapshot: normalSample, checkedAt },
  { state: 'expired', snapshot: { ...normalSample, validUntil: checkedAt }, checkedAt },
  { state: 'revoked', snapshot: normalSample, revokedAt: checkedAt, reason: 'other', checkedAt },
  { state: 'superseded', snapshot: normalSample, supersededAt: checkedAt, checkedAt },
  { state: 'withdrawn', id, withdrawnAt: checkedAt, checkedAt },
  { state: 'guarded', id, tried: false, checkedAt },
  { state: 'unknown', id, checkedAt },
  { state: 'unchecked', why: 'register-unavailable', checkedAt },
]

test.each(verdicts)('the checks of a number that is $state are told in both languages', verdict => {
  const checks = checksOfNumber(verdict)
  for (const language of languages) expect(linesOf(checks, language)).toHaveLength(checks.length)
  const outcomes = checks.map(({ outcome }) => outcome)
  const fine = verdict.state === 'valid' || verdict.state === 'guarded' || verdict.state === 'unchecked'
  expect(outcomes.includes('failed')).toBe(!fine)
})

test('a number is never said to vouch for the document, which the page does not see', () => {
  for (const verdict of verdicts.filter(({ state }) => state === 'valid' || state === 'revoked'))
    expect(checksOfNumber(verdict)).toContainEqual({ check: 'document', outcome: 'unknown', detail: null })
})
