import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { PageLink } from './page-link.tsx'

/** What stands in place of a page that is not there or failed. `about` names what was looked for, if it is known. */
export function ErrorPage({ status, about }: { status: number; about: string | null }) {
  const { language, t } = useI18n()
  const kind = status === 404 ? (isKnown(about) ? about : 'page') : status < 500 ? 'refused' : 'failed'
  return (
    <div className="page section narrow-page">
      <p className="meta">{t('error.code', { status })}</p>
      <h1>{t(`error.${kind}.title`)}</h1>
      <p className="lead">{t(`error.${kind}.says`)}</p>
      <p className="actions">
        <PageLink className="button" to={paths.courses(language)}>
          {t('error.toCourses')}
        </PageLink>
        <PageLink className="button quiet" to={paths.home(language)}>
          {t('error.toHome')}
        </PageLink>
      </p>
    </div>
  )
}

const known = ['course', 'lesson', 'path', 'certificate', 'share'] as const

function isKnown(about: string | null): about is (typeof known)[number] {
  return known.some(name => name === about)
}
