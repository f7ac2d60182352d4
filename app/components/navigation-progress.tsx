import { useNavigation } from '@remix-run/react'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** A thin bar while a page is on its way; it appears only when that takes a moment. */
export function NavigationProgress() {
  const { t } = useI18n()
  const { state } = useNavigation()
  return state === 'idle' ? null : (
    <div className="navigation-progress" role="progressbar" aria-label={t('site.loading')} />
  )
}
