import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import type { FileVerdict } from '#app/domain/certificates/verify/verdict.ts'
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx'
import { useSite } from './site.ts'
import type { VerdictLook } from './verdict-icon.tsx'
import { Panel, saysVerdict } from './verdict-panel.tsx'

/** The verdict on a file in one glance. */
export function FileVerdictPanel({ verdict }: { verdict: FileVerdict }) {
  const i18n = useI18n()
  const site = useSite()
  const record = 'record' in verdict ? verdict.record : null
  const demo = record !== null && 'snapshot' in record && record.snapshot.demo
  return (
    <Panel look={lookOf(verdict)} title={titleOf(verdict, i18n.t)} demo={demo}>
      <p>{says(verdict, i18n.t, site?.hub.email ?? '')}</p>
      {verdict.state === 'genuine' && <p>{saysVerdict(verdict.record, i18n)}</p>}
    </Panel>
  )
}

function lookOf(verdict: FileVerdict): VerdictLook {
  if (verdict.state !== 'genuine') return verdict.state
  return verdict.record.state === 'valid' ? 'genuine' : verdict.record.state
}

function titleOf(verdict: FileVerdict, t: I18n['t']): string {
  if (verdict.state === 'genuine') return t(`fileVerdict.genuine.${verdict.record.state}`)
  return t(`fileVerdict.${verdict.state}.title`)
}

function says(verdict: FileVerdict, t: I18n['t'], email: string): string {
  switch (verdict.state) {
    case 'genuine':
      return t('fileVerdict.genuine.says')
    case 'altered': {
      const id = formatIdentifier(verdict.id)
      if (verdict.record === null) return t('fileVerdict.altered.guarded', { id })
      return t(`fileVerdict.altered.${verdict.record.state === 'withdrawn' ? 'withdrawn' : 'says'}`, { id })
    }
    case 'not-ours':
      return verdict.claims === null
        ? t('fileVerdict.not-ours.says')
        : t('fileVerdict.not-ours.claims', { claims: verdict.claims })
    case 'unknown':
      return t('fileVerdict.unknown.says', { id: formatIdentifier(verdict.id) })
    case 'unchecked':
      return t(`fileVerdict.unchecked.${verdict.why}`, { email })
  }
}
