import { useI18n } from '#app/i18n/i18n-context.tsx'

export function ProgressBar({ value, max, label }: { value: number; max: number; label: string }) {
  const { t } = useI18n()
  const text = t('progress.of', { value, max })
  return (
    <div className="progress">
      <progress max={max} value={value} aria-label={label}>
        {text}
      </progress>
      <span>{text}</span>
    </div>
  )
}
