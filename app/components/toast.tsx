import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { useSite } from './site.ts'

/** A passing word after an action. The region is always there, so that screen readers hear what appears in it. */
export function Toast() {
  const { t } = useI18n()
  const toast = useSite()?.toast ?? null
  const { key } = useLocation()
  const [dismissed, setDismissed] = useState<string | null>(null)
  useEffect(() => {
    if (toast === null) return
    const timer = setTimeout(() => setDismissed(key), 8_000)
    return () => clearTimeout(timer)
  }, [toast, key])
  const open = toast !== null && dismissed !== key
  return (
    <div className="toast-region" role="status">
      {open && <p className="toast">{t(`toast.${toast}`)}</p>}
    </div>
  )
}
