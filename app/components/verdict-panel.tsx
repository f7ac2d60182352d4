import type { Verdict } from '#app/domain/certificates/verify/verdict.ts'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { formatDate } from '#app/i18n/format.ts'
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx'
import { CrossIcon, DoneIcon, QuestionIcon } from './icon.tsx'

const looks = {
  valid: { className: 'good', Icon: DoneIcon },
  expired: { className: 'care', Icon: QuestionIcon },
  revoked: { className: 'bad', Icon: CrossIcon },
  unknown: { className: 'bad', Icon: CrossIcon },
  mistyped: { className: 'care', Icon: QuestionIcon },
}

/** The verdict in one glance: words, colour and drawing, each enough alone. */
export function VerdictPanel({ verdict }: { verdict: Verdict }) {
  const i18n = useI18n()
  const { className, Icon } = looks[verdict.state]
  return (
    <div className={`verdict ${className}`} id="verdict" role="status">
      <Icon />
      <strong>{i18n.t(`verdict.${verdict.state}.title`)}</strong>
      <p>{says(verdict, i18n)}</p>
      {'snapshot' in verdict && verdict.snapshot.demo && (
        <p className="demo-note">{i18n.t('verdict.demo')}</p>
      )}
    </div>
  )
}

function says(verdict: Verdict, { language, t }: I18n): string {
  if (verdict.state === 'mistyped') return saysFault(verdict.fault, t)
  if (verdict.state === 'unknown') return t('verdict.unknown.says', { id: formatIdentifier(verdict.id) })
  const { snapshot } = verdict
  const values = {
    id: formatIdentifier(snapshot.id),
    name: snapshot.learner.name,
    issuer: snapshot.issuer.name[language],
  }
  if (verdict.state === 'revoked') {
    return t('verdict.revoked.says', {
      ...values,
      date: formatDate(language, verdict.revokedAt),
      reason: t(`revocation.${verdict.reason}`),
    })
  }
  const until = snapshot.validUntil === null ? '' : formatDate(language, snapshot.validUntil)
  return t(`verdict.${verdict.state}.says`, { ...values, date: until })
}

function saysFault(fault: Extract<Verdict, { state: 'mistyped' }>['fault'], t: I18n['t']): string {
  if (fault.reason === 'symbol')
    return t('verdict.mistyped.symbol', { symbol: fault.symbol, group: Math.floor(fault.at / 4) + 1 })
  if (fault.reason === 'too-short' || fault.reason === 'too-long')
    return t(`verdict.mistyped.${fault.reason}`, { length: fault.length })
  return t(`verdict.mistyped.${fault.reason}`)
}
