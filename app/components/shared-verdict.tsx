import type { SharedCertificate } from '#app/domain/certificates/sharing/open-share.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { CrossIcon, DoneIcon, QuestionIcon } from './icon.tsx'

const looks: Record<SharedCertificate['state'], { className: string; Icon: typeof DoneIcon }> = {
  valid: { className: 'good', Icon: DoneIcon },
  expired: { className: 'care', Icon: QuestionIcon },
  superseded: { className: 'care', Icon: QuestionIcon },
  revoked: { className: 'bad', Icon: CrossIcon },
  withdrawn: { className: 'care', Icon: QuestionIcon },
}

/** Whether a shared certificate counts now, in one glance: words, colour and drawing, each enough alone. */
export function SharedVerdict({ shared }: { shared: SharedCertificate }) {
  const { language, t } = useI18n()
  const { className, Icon } = looks[shared.state]
  const facts = shared.state === 'withdrawn' ? null : shared.facts
  const date = 'changedAt' in shared ? shared.changedAt : (facts?.validUntil ?? null)
  return (
    <div className={`verdict ${className}`} role="status">
      <Icon />
      <strong>{t(`shared.${shared.state}.title`)}</strong>
      <p>
        {t(`shared.${shared.state}.says`, {
          issuer: facts?.issuer.name[language] ?? '',
          date: date === null ? '' : formatDate(language, date),
          reason: shared.state === 'revoked' ? t(`revocation.${shared.reason}`) : '',
        })}
      </p>
      {facts?.demo && <p className="demo-note">{t('verdict.demo')}</p>}
    </div>
  )
}
