import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CertificateChanges } from '#app/components/certificate-changes.tsx'
import { CertificateState } from '#app/components/certificate-state.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { OwnCertificate } from '#app/components/own-certificate.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { ShareForm } from '#app/components/share-form.tsx'
import { ShareList } from '#app/components/share-list.tsx'
import { SharingChoice } from '#app/components/sharing-choice.tsx'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { linkedinLink } from '#app/domain/certificates/credential/linkedin-link.ts'
import { setSharing } from '#app/domain/certificates/sharing/set-sharing.server.ts'
import { dayIn, MOST_DAYS } from '#app/domain/certificates/sharing/share-end.ts'
import { endShare, makeShare } from '#app/domain/certificates/sharing/share-links.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { now } from '#app/platform/clock.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { type ToastName, toastCookie } from '#app/platform/toast.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'
import { type GivenShare, readCertificateForm } from './certificate-form.ts'
import { requireOwnCertificate } from './certificate-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { certificate } = await requireOwnCertificate(request, params, context)
  return {
    page: { title: certificate.title[language], hidden: true },
    certificate,
    linkedIn: linkedinLink(
      certificate.snapshot,
      context.publicUrl + paths.verifyCertificate(language, certificate.id),
      language,
    ),
    bounds: { first: dayIn(0, now()), last: dayIn(MOST_DAYS, now()) },
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const { userId, certificate } = await requireOwnCertificate(request, params, context)
  const { id } = certificate
  const form = readCertificateForm(await readForm(request))
  const back = (toast: ToastName, place: string) =>
    redirect(`${paths.certificate(language, id)}#${place}`, { headers: { 'Set-Cookie': toastCookie(toast) } })
  const refuse = (errors: Record<string, string>, given: GivenShare | null) =>
    data({ errors, given }, { status: 400 })
  switch (form.intent) {
    case 'sharing':
      if (!(await setSharing(userId, id, form.sharing))) throw notFound('certificate')
      return back('saved', 'sharing')
    case 'end-share':
      if (!(await endShare(userId, id, form.token))) throw notFound('certificate')
      return back('linkEnded', 'links')
    case 'share': {
      const made = await makeShare({ userId, id, parts: form.parts, until: form.until })
      if (made.ok) return back('linkMade', 'links')
      if (made.reason === 'unknown') throw notFound('certificate')
      const field = made.reason === 'too-many' || made.reason === 'withdrawn' ? 'form' : 'date'
      return refuse({ [field]: `sharing.fault.${made.reason}` }, form.given)
    }
    default:
      return refuse({ form: 'form.unknownField' }, null)
  }
}

const nothingGiven: GivenShare = { parts: ['result'], until: '30', date: '' }

export default function CertificatePage() {
  const { language, t } = useI18n()
  const { certificate, linkedIn, bounds } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors)
  return (
    <div className="page section own-certificate">
      <Breadcrumbs trail={[{ to: paths.certificates(language), text: t('certificates.title') }]} />
      <h1>{certificate.title[language]}</h1>
      <CertificateState certificate={certificate} />
      {certificate.successor !== null && (
        <p>
          <PageLink to={paths.certificate(language, certificate.successor)}>
            {t('certificate.successor')}
          </PageLink>
        </p>
      )}
      <ErrorSummary errors={errors} />
      <OwnCertificate certificate={certificate} linkedIn={linkedIn} />
      {certificate.state !== 'withdrawn' && (
        <section aria-labelledby="sharing">
          <h2 className="minor" id="sharing">
            {t('sharing.title')}
          </h2>
          <SharingChoice sharing={certificate.sharing} />
          <h3 id="links">{t('sharing.links')}</h3>
          <p className="prose">{t('sharing.linksLead')}</p>
          <ShareList shares={certificate.shares} />
          <ShareForm
            // A link that was made leaves an empty form.
            key={certificate.shares.length}
            bounds={bounds}
            errors={errors}
            given={posted?.given ?? nothingGiven}
          />
        </section>
      )}
      <CertificateChanges certificate={certificate} />
    </div>
  )
}
