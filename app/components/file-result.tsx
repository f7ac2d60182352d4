import type { FileVerdict } from '#app/domain/certificates/verify/verdict.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CertificateRecord } from './certificate-record.tsx'
import { ChecksMade } from './checks-made.tsx'
import { Differences } from './differences.tsx'
import { FileVerdictPanel } from './file-verdict-panel.tsx'
import { LimitsOfCertificate } from './limits-of-certificate.tsx'
import { DomainHint, ReportLine } from './report-line.tsx'

/** Everything about a file. `domain`: where this page should stand. */
export function FileResult({ verdict, domain }: { verdict: FileVerdict; domain: string }) {
  const { language } = useI18n()
  const record = 'record' in verdict ? verdict.record : null
  const snapshot = record !== null && 'snapshot' in record ? record.snapshot : null
  const path = snapshot === null ? paths.verify(language) : paths.verifyCertificate(language, snapshot.id)
  return (
    <>
      <FileVerdictPanel verdict={verdict} />
      <DomainHint domain={domain} />
      <ReportLine checkedAt={verdict.checkedAt} path={path} />
      {verdict.state === 'altered' && snapshot !== null && <Differences differences={verdict.differences} />}
      {snapshot !== null && <CertificateRecord snapshot={snapshot} />}
      <ChecksMade checks={verdict.checks} />
      {snapshot !== null && <LimitsOfCertificate snapshot={snapshot} />}
    </>
  )
}
