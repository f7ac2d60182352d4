import type { SharedCertificate } from '#app/domain/certificates/sharing/open-share.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { Panel } from './verdict-panel.tsx'

/** Whether a shared certificate counts now, as a verdict on a number looks, and without the number. */
export function SharedVerdict({ shared }: { shared: SharedCertificate }) {
  const { language, t } = useI18n()
  const facts = shared.state === 'withdrawn' ? null : shared.facts
  const date = 'changedAt' in shared ? shared.changedAt : (facts?.validUntil ?? null)
  return (
    <Panel look={shared.state} title={t(`shared.${shared.state}.title`)} demo={facts?.demo ?? false}>
      <p>
        {t(`shared.${shared.state}.says`, {
          issuer: facts?.issuer.name[language] ?? '',
          date: date === null ? '' : formatDate(language, date),
          reason: shared.state === 'revoked' ? t(`revocation.${shared.reason}`) : '',
        })}
      </p>
    </Panel>
  )
}
