import { formatDateTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { PrintButton } from './print-button.tsx'
import { useSite } from './site.ts'

type ReportProps = {
  checkedAt: string
  /** Path of the page where the check can be made again. */
  path: string
}

/** When and where this was checked, which is what makes a printed page a report; on paper without the button. */
export function ReportLine({ checkedAt, path }: ReportProps) {
  const { language, t } = useI18n()
  const address = `${useSite()?.publicUrl ?? ''}${path}`
  return (
    <div className="report-line">
      <p>
        {t('verify.report.checked', { time: formatDateTime(language, checkedAt) })}
        <br />
        <span className="meta">{t('verify.report.address', { address })}</span>
      </p>
      <div className="not-printed">
        <p className="meta">{t('verify.report.printHint')}</p>
        <PrintButton label={t('verify.report.print')} />
      </div>
    </div>
  )
}

/** The likeliest forgery is a site that looks like this one. */
export function DomainHint({ domain }: { domain: string }) {
  const { t } = useI18n()
  return <p className="notice domain-hint">{t('verify.domain', { domain })}</p>
}
