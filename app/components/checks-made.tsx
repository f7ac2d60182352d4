import type { Verdict } from '#app/domain/certificates/verify/verdict.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { CrossIcon, DoneIcon, QuestionIcon } from './icon.tsx'

/** Each check that was really made, in plain words, and what this page cannot know. */
export function ChecksMade({ verdict, domain }: { verdict: Verdict; domain: string }) {
  const { language, t } = useI18n()
  if (!('snapshot' in verdict)) return null
  return (
    <section aria-labelledby="checks">
      <h2 className="minor" id="checks">
        {t('checks.title')}
      </h2>
      <ul className="checks">
        <li>
          <DoneIcon />
          <span>{t('checks.issued')}</span>
        </li>
        <li>
          {verdict.state === 'revoked' ? <CrossIcon /> : <DoneIcon />}
          <span>
            {t(verdict.state === 'revoked' ? 'checks.revoked' : 'checks.notRevoked', {
              time: formatDateTime(language, verdict.checkedAt),
            })}
          </span>
        </li>
        <li>
          <QuestionIcon />
          <span>{t('checks.compare')}</span>
        </li>
        <li>
          <QuestionIcon />
          <span>{t('checks.domain', { domain })}</span>
        </li>
      </ul>
    </section>
  )
}
