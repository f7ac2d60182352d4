import { useEffect, useRef } from 'react'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** All problems of a form together, each leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: Record<string, string> | undefined }) {
  const { t } = useI18n()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors) summary.current?.focus()
  }, [errors])
  if (!errors || Object.keys(errors).length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2>{t('form.problems')}</h2>
      <ul>
        {Object.entries(errors).map(([field, message]) => (
          <li key={field}>{field === 'form' ? message : <a href={`#field-${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
