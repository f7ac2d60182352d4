import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { RenewalSteps } from '#app/components/renewal-steps.tsx'
import { renewCertificate, viewRenewal } from '#app/domain/certificates/renew-certificate.server.ts'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'
import { requireOwnCertificate } from './certificate-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { userId, certificate } = await requireOwnCertificate(request, params, context)
  const { id, courseId } = certificate
  const course = catalogue().findCourse(courseId)
  const lessons = (course?.lessons ?? []).map(lesson => [lesson.id, lesson.texts[language].title] as const)
  return {
    page: { title: translatorFor(language)('renewal.title'), hidden: true },
    certificate: { id, courseId, title: certificate.title[language] },
    titles: Object.fromEntries(lessons),
    renewal:
      course === null
        ? { ok: false as const, reason: 'not-offered' as const }
        : await viewRenewal({ userId, id, course }),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const { userId, certificate } = await requireOwnCertificate(request, params, context)
  const { id, courseId } = certificate
  const course = catalogue().findCourse(courseId)
  if (course === null) throw notFound('course')
  const result = await renewCertificate({ userId, id, course, publicUrl: context.publicUrl })
  // The page itself says what keeps the certificate from being renewed.
  if (!result.ok) return redirect(paths.certificateRenewal(language, id))
  return redirect(paths.certificate(language, result.id), {
    headers: { 'Set-Cookie': toastCookie('certificateRenewed') },
  })
}

export default function RenewCertificate() {
  const { language, t } = useI18n()
  const { certificate, titles, renewal } = useLoaderData<typeof loader>()
  const { id, courseId } = certificate
  const back = paths.certificate(language, id)
  return (
    <div className="page section renewal">
      <Breadcrumbs
        trail={[
          { to: paths.certificates(language), text: t('certificates.title') },
          { to: back, text: certificate.title },
        ]}
      />
      {renewal.ok ? (
        <>
          <h1>{t('renewal.title')}</h1>
          <p className="lead">{t('renewal.lead')}</p>
          <RenewalSteps renewal={renewal} courseId={courseId} titles={titles} />
        </>
      ) : (
        <>
          <h1>{t('renewal.refused')}</h1>
          <p className="lead">
            {renewal.reason === 'unknown'
              ? t('renewal.reason.not-offered')
              : t(`renewal.reason.${renewal.reason}`, {
                  date: 'from' in renewal ? formatDate(language, renewal.from) : '',
                })}
          </p>
          <p className="actions">
            <PageLink
              className="button"
              to={'by' in renewal ? paths.certificate(language, renewal.by) : back}
            >
              {t('correction.back')}
            </PageLink>
          </p>
        </>
      )}
    </div>
  )
}
