import type { HolderCertificate } from '#app/domain/certificates/holder-certificates.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { VerdictIcon } from './verdict-icon.tsx'

type Certificate = Pick<HolderCertificate, 'state' | 'validUntil' | 'changedAt' | 'reason'>

/** Whether a certificate counts, in words and a drawing, each enough alone. */
export function CertificateState({ certificate }: { certificate: Certificate }) {
  const { language, t } = useI18n()
  const { state, validUntil, changedAt, reason } = certificate
  const date = state === 'expiring' || state === 'expired' ? validUntil : changedAt
  return (
    <p className={`certificate-state ${state}`}>
      <VerdictIcon look={state === 'expiring' ? 'expired' : state} />
      {t(`certificates.state.${state}`, {
        date: date === null ? '' : formatDate(language, date),
        reason: reason === null ? '' : t(`revocation.${reason}`),
      })}
    </p>
  )
}
