import { Form } from '@remix-run/react'
import type { Verdict } from '#app/domain/certificates/verify/verdict.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CertificateRecord } from './certificate-record.tsx'
import { ChecksMade } from './checks-made.tsx'
import { checksOfNumber } from './checks-of-number.ts'
import { LimitsOfCertificate } from './limits-of-certificate.tsx'
import { DomainHint, ReportLine } from './report-line.tsx'
import { VerdictPanel } from './verdict-panel.tsx'

/** Everything about a number that has the right form. `domain`: where this page should stand. */
export function NumberResult({
  verdict,
  domain,
}: {
  verdict: Exclude<Verdict, { state: 'mistyped' }>
  domain: string
}) {
  const { language } = useI18n()
  const snapshot = 'snapshot' in verdict ? verdict.snapshot : null
  const id = snapshot?.id ?? ('id' in verdict ? verdict.id : null)
  return (
    <>
      <VerdictPanel verdict={verdict} />
      {verdict.state === 'guarded' && <NameForm id={verdict.id} />}
      <DomainHint domain={domain} />
      {id !== null && verdict.state !== 'guarded' && (
        <ReportLine checkedAt={verdict.checkedAt} path={paths.verifyCertificate(language, id)} />
      )}
      {snapshot !== null && <CertificateRecord snapshot={snapshot} />}
      <ChecksMade checks={checksOfNumber(verdict)} />
      {snapshot !== null && <LimitsOfCertificate snapshot={snapshot} />}
    </>
  )
}

/** Posted, so that a name stands in no address, no history and no log. */
function NameForm({ id }: { id: string }) {
  const { language, t } = useI18n()
  return (
    <Form
      className="name-form not-printed"
      method="post"
      action={`${paths.verifyCertificate(language, id)}#verdict`}
    >
      <div className="field">
        <label htmlFor="verify-name">{t('verify.name.label')}</label>
        <input
          id="verify-name"
          name="name"
          autoComplete="off"
          maxLength={200}
          required
          aria-describedby="verify-name-hint"
        />
        <p className="hint" id="verify-name-hint">
          {t('verify.name.hint')}
        </p>
      </div>
      <button className="button" type="submit">
        {t('verify.name.check')}
      </button>
    </Form>
  )
}
