import type { ReactNode } from 'react'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import type { Verdict } from '#app/domain/certificates/verify/verdict.ts'
import type { Throttled } from '#app/domain/certificates/verify/verify-for-visitor.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx'
import { VerdictIcon, type VerdictLook, verdictLooks } from './verdict-icon.tsx'

/** The verdict on a number in one glance: words, colour and drawing, each enough alone. */
export function VerdictPanel({ verdict }: { verdict: Verdict | Throttled }) {
  const i18n = useI18n()
  const tried = verdict.state === 'guarded' && verdict.tried
  const demo = 'snapshot' in verdict && verdict.snapshot.demo
  return (
    <Panel
      look={verdict.state}
      title={i18n.t(tried ? 'verdict.guardedTried.title' : `verdict.${verdict.state}.title`)}
      demo={demo}
    >
      <p>{saysVerdict(verdict, i18n)}</p>
    </Panel>
  )
}

type PanelProps = { look: VerdictLook; title: string; demo: boolean; children: ReactNode }

/** Takes the focus after a check without a new document, so that the verdict is what is read first. */
export function Panel({ look, title, demo, children }: PanelProps) {
  const { t } = useI18n()
  return (
    <div className={`verdict ${verdictLooks[look].tone}`} id="verdict" role="status" tabIndex={-1}>
      <VerdictIcon look={look} />
      <strong>{title}</strong>
      {children}
      {demo && <p className="demo-note">{t('verdict.demo')}</p>}
    </div>
  )
}

export function saysVerdict(verdict: Verdict | Throttled, { language, t }: I18n): string {
  if (verdict.state === 'throttled') return t('verdict.throttled.says', { count: verdict.retryAfterSeconds })
  if (verdict.state === 'mistyped') return saysFault(verdict.fault, t)
  if (verdict.state === 'unchecked') return t('verdict.unchecked.says')
  if (verdict.state === 'withdrawn') {
    const date = formatDate(language, verdict.withdrawnAt)
    return t('verdict.withdrawn.says', { id: formatIdentifier(verdict.id), date })
  }
  if (verdict.state === 'guarded' || verdict.state === 'unknown') {
    const key = verdict.state === 'guarded' && verdict.tried ? 'guardedTried' : verdict.state
    return t(`verdict.${key}.says`, { id: formatIdentifier(verdict.id) })
  }
  const { snapshot } = verdict
  const values = {
    id: formatIdentifier(snapshot.id),
    name: language === 'bg' ? snapshot.learner.name : snapshot.learner.nameLatin,
    issuer: snapshot.issuer.name[language],
  }
  if (verdict.state === 'revoked') {
    const date = formatDate(language, verdict.revokedAt)
    return t('verdict.revoked.says', { ...values, date, reason: t(`revocation.${verdict.reason}`) })
  }
  if (verdict.state === 'superseded') {
    return t('verdict.superseded.says', { ...values, date: formatDate(language, verdict.supersededAt) })
  }
  const until = snapshot.validUntil === null ? '' : formatDate(language, snapshot.validUntil)
  return t(`verdict.${verdict.state}.says`, { ...values, date: until })
}

export function saysFault(fault: Extract<Verdict, { state: 'mistyped' }>['fault'], t: I18n['t']): string {
  if (fault.reason === 'symbol')
    return t('verdict.mistyped.symbol', { symbol: fault.symbol, group: Math.floor(fault.at / 4) + 1 })
  if (fault.reason === 'too-short' || fault.reason === 'too-long')
    return t(`verdict.mistyped.${fault.reason}`, { length: fault.length })
  return t(`verdict.mistyped.${fault.reason}`)
}
