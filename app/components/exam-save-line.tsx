import { useI18n } from '#app/i18n/i18n-context.tsx'
import type { SaveStatus } from './exam-autosave.ts'

/** Whether the answer is kept. Always there, so that a screen reader hears what changes in it. */
export function SaveLine({ status, answered }: { status: SaveStatus | null; answered: boolean }) {
  const { t } = useI18n()
  const kind = status?.kind ?? (answered ? 'saved' : null)
  const trouble = kind === 'failed' || kind === 'signed-out'
  return (
    <span className={trouble ? 'save-line trouble' : 'save-line'} role="status">
      {kind === 'saving' && t('exam.save.saving')}
      {kind === 'saved' && t('exam.save.saved')}
      {kind === 'failed' && t('exam.save.failed')}
      {kind === 'signed-out' && t('exam.save.signedOut')}
    </span>
  )
}
