import { useEffect, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** Asks the browser to print. Without scripts there is no button, and the sentence beside it says what to do. */
export function PrintButton({ label }: { label?: string }) {
  const { t } = useI18n()
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!ready) return null
  return (
    <button
      className={label === undefined ? 'button' : 'button quiet'}
      type="button"
      onClick={() => window.print()}
    >
      {label ?? t('takeAlong.button')}
    </button>
  )
}
