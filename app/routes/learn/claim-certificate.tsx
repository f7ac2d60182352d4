import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { CertificateOffer } from '#app/components/certificate-offer.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NameFields } from '#app/components/name-fields.tsx'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { issueCertificate } from '#app/domain/certificates/issue-certificate.server.ts'
import { offerCertificate } from '#app/domain/certificates/offer-certificate.server.ts'
import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { parseForm } from '#app/platform/form.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { readCourse, readLanguage, readViewer } from '../read-params.server.ts'
import { certificateNameForm } from './certificate-name-form.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  const offer = await offerCertificate(user.id, course)
  if (!offer.ok) {
    const to =
      offer.reason === 'issued' ? paths.certificate(language, offer.id) : paths.course(language, course.id)
    throw redirect(to)
  }
  return {
    page: { title: translatorFor(language)('claim.title'), hidden: true },
    course: { id: course.id, title: course.title[language] },
    offer,
    name: user.name,
    nameLatin: transliterateName(user.name),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  const form = parseForm(await readForm(request), certificateNameForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given, symbol: '' }, { status: 400 })
  const result = await issueCertificate({
    userId: user.id,
    course,
    ...form.value,
    publicUrl: context.publicUrl,
  })
  if (result.ok)
    return redirect(paths.certificate(language, result.id), {
      headers: { 'Set-Cookie': toastCookie('certificateIssued') },
    })
  if (result.reason === 'not-earned' || result.reason === 'demonstration')
    throw redirect(paths.course(language, course.id))
  const errors = { [result.field]: `name.${result.reason}` }
  return data({ errors, given: form.value, symbol: result.symbol ?? '' }, { status: 400 })
}

export default function ClaimCertificate() {
  const { language, t } = useI18n()
  const { course, offer, name, nameLatin } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors, { symbol: posted?.symbol ?? '' })
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page section claim">
      <Breadcrumbs trail={[{ to: paths.course(language, course.id), text: course.title }]} />
      <h1>{t('claim.title')}</h1>
      <p className="lead">{t('claim.lead')}</p>
      <ErrorSummary errors={errors} />
      <section aria-labelledby="says">
        <h2 className="minor" id="says">
          {t('claim.says')}
        </h2>
        <CertificateOffer offer={offer} />
      </section>
      <section className="form-page" aria-labelledby="your-name">
        <h2 className="minor" id="your-name">
          {t('claim.yourName')}
        </h2>
        <Form method="post" className="form" noValidate>
          <NameFields
            name={posted?.given.name ?? name}
            nameLatin={posted?.given.nameLatin ?? nameLatin}
            errors={errors}
          />
          <p className="notice">{t('claim.frozen')}</p>
          <button className="button" type="submit" disabled={busy}>
            {busy ? t('claim.issuing') : t('claim.issue')}
          </button>
        </Form>
      </section>
    </div>
  )
}
