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
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { NameFields } from '#app/components/name-fields.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { useSite } from '#app/components/site.ts'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { correctName } from '#app/domain/certificates/correct-name.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { parseForm } from '#app/platform/form.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import stylesheet from '#app/styles/certificates.css?url'
import { pageMeta } from '../page-meta.ts'
import { notFound, readLanguage } from '../read-params.server.ts'
import { certificateNameForm } from './certificate-name-form.ts'
import { requireOwnCertificate } from './certificate-params.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { certificate } = await requireOwnCertificate(request, params, context)
  const { id, title, snapshot, correction, correctionsLeft } = certificate
  return {
    page: { title: translatorFor(language)('correction.title'), hidden: true },
    certificate: { id, title: title[language], ...snapshot.learner },
    refusal: correction,
    left: correctionsLeft,
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const { userId, certificate } = await requireOwnCertificate(request, params, context)
  const form = parseForm(await readForm(request), certificateNameForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given, symbol: '' }, { status: 400 })
  const { id } = certificate
  const result = await correctName({ userId, id, ...form.value, publicUrl: context.publicUrl })
  if (result.ok)
    return redirect(paths.certificate(language, result.id), {
      headers: { 'Set-Cookie': toastCookie('nameCorrected') },
    })
  if (result.reason === 'unknown') throw notFound('certificate')
  const errors =
    'field' in result
      ? { [result.field]: `name.${result.reason}` }
      : { [result.reason === 'same' ? 'name' : 'form']: `correction.reason.${result.reason}` }
  const symbol = 'field' in result ? (result.symbol ?? '') : ''
  return data({ errors, given: form.value, symbol }, { status: 400 })
}

export default function CorrectName() {
  const { language, t } = useI18n()
  const { certificate, refusal, left } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors, { symbol: posted?.symbol ?? '' })
  const email = useSite()?.hub.email ?? ''
  const busy = useNavigation().state === 'submitting'
  const back = paths.certificate(language, certificate.id)
  const trail = [
    { to: paths.certificates(language), text: t('certificates.title') },
    { to: back, text: certificate.title },
  ]
  if (refusal !== null) {
    return (
      <div className="page section form-page">
        <Breadcrumbs trail={trail} />
        <h1>{t('correction.refused')}</h1>
        <p className="lead">{t(`correction.reason.${refusal}`)}</p>
        {refusal === 'used-up' && <p>{t('correction.hub', { email })}</p>}
        <p className="actions">
          <PageLink className="button" to={back}>
            {t('correction.back')}
          </PageLink>
        </p>
      </div>
    )
  }
  return (
    <div className="page section form-page">
      <Breadcrumbs trail={trail} />
      <h1>{t('correction.title')}</h1>
      <p className="lead">{t('correction.lead', certificate)}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <NameFields
          name={posted?.given.name ?? certificate.name}
          nameLatin={posted?.given.nameLatin ?? certificate.nameLatin}
          errors={errors}
        />
        <div className="notice consequences">
          <h2>{t('correction.what')}</h2>
          <ul className="plain-list">
            <li>{t('correction.new')}</li>
            <li>{t('correction.old')}</li>
            <li>{t('correction.shares')}</li>
          </ul>
        </div>
        <p className="actions">
          <button className="button" type="submit" disabled={busy}>
            {busy ? t('claim.issuing') : t('correction.submit')}
          </button>
          <PageLink to={back}>{t('withdrawal.cancel')}</PageLink>
        </p>
        <p className="meta">{t('correction.left', { count: left })}</p>
      </Form>
    </div>
  )
}
