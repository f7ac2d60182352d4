import { Form } from '@remix-run/react'
import type { ShareRow } from '#app/domain/certificates/sharing/share-links.server.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { CopyButton } from './copy-button.tsx'
import { PageLink } from './page-link.tsx'
import { useSite } from './site.ts'

/** The links that work: where they lead, what they show, until when, and a way to end each. */
export function ShareList({ shares }: { shares: ShareRow[] }) {
  const { language, t } = useI18n()
  const publicUrl = useSite()?.publicUrl ?? ''
  if (shares.length === 0) return <p className="meta">{t('sharing.none')}</p>
  return (
    <ul className="shares">
      {shares.map(share => {
        const here = paths.sharedCertificate(language, share.token)
        const until = t('sharing.link', { date: formatDateTime(language, share.endsAt) })
        return (
          <li key={share.token}>
            <h4>{until}</h4>
            <p className="meta">
              {share.parts.length === 0
                ? t('sharing.basic')
                : t('sharing.also', {
                    parts: share.parts.map(part => t(`sharing.part.${part}`)).join(', '),
                  })}
            </p>
            <p className="share-address">
              <PageLink to={here}>{`${publicUrl}${here}`}</PageLink>
              <CopyButton text={`${publicUrl}${here}`} label={t('certificates.copyLink')} of={until} />
            </p>
            <details className="share-end">
              <summary>
                {t('sharing.end')}
                <span className="unseen">: {until}</span>
              </summary>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="intent" value="end-share" />
                <input type="hidden" name="token" value={share.token} />
                <p className="meta">{t('sharing.endSays')}</p>
                <button className="button quiet" type="submit">
                  {t('sharing.endNow')}
                </button>
              </Form>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
