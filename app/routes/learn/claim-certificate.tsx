import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { listCertificates } from '#app/domain/certificates/find-certificate.server.ts'
import { issueCertificate } from '#app/domain/certificates/issue-certificate.server.ts'
import { longestName } from '#app/domain/certificates/learner-name.ts'
import { transliterateName } from '#app/domain/certificates/transliteration.ts'
import { countsAsOffer } from '#app/domain/courses/course-card.ts'
import { viewCourse } from '#app/domain/learning/view-course.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { parseForm } from '#app/platform/form.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readCourse, readLanguage, readViewer } from '../read-params.server.ts'

const claimForm = z.strictObject({
  name: z.string('form.required').trim().min(1, 'form.required'),
  nameLatin: z.string('form.required').trim().min(1, 'form.required'),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  const issued = (await listCertificates(user.id)).find(certificate => certificate.courseId === course.id)
  if (issued !== undefined) throw redirect(paths.certificates(language))
  if (!countsAsOffer(course)) throw redirect(paths.course(language, course.id))
  const { standing } = await viewCourse(course, user.id, language)
  if (!standing?.complete) throw redirect(paths.course(language, course.id))
  return {
    page: { title: translatorFor(language)('claim.title'), hidden: true },
    course: { id: course.id, title: course.title[language] },
    name: user.name,
    nameLatin: transliterateName(user.name),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const course = readCourse(params, await readViewer(request, context))
  const user = await requireUser(request, context)
  const form = parseForm(await readForm(request), claimForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given, symbol: '' }, { status: 400 })
  const result = await issueCertificate({
    userId: user.id,
    course,
    ...form.value,
    publicUrl: context.publicUrl,
  })
  if (result.ok)
    return redirect(paths.certificates(language), {
      headers: { 'Set-Cookie': toastCookie('certificateIssued') },
    })
  if (result.reason === 'not-earned' || result.reason === 'demonstration')
    throw redirect(paths.course(language, course.id))
  const errors = { [result.field]: `name.${result.reason}` }
  return data({ errors, given: form.value, symbol: result.symbol ?? '' }, { status: 400 })
}

export default function ClaimCertificate() {
  const { language, t } = useI18n()
  const { course, name, nameLatin } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors, { symbol: posted?.symbol ?? '' })
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page section form-page">
      <Breadcrumbs trail={[{ to: paths.course(language, course.id), text: course.title }]} />
      <h1>{t('claim.title')}</h1>
      <p className="lead">{t('claim.lead')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <Field
          name="name"
          label={t('claim.name')}
          hint={t('claim.nameHint')}
          required
          maxLength={longestName}
          defaultValue={posted?.given.name ?? name}
          error={errors?.name}
        />
        <Field
          name="nameLatin"
          label={t('claim.nameLatin')}
          hint={t('claim.nameLatinHint')}
          required
          maxLength={longestName}
          defaultValue={posted?.given.nameLatin ?? nameLatin}
          error={errors?.nameLatin}
        />
        <button className="button" type="submit" disabled={busy}>
          {busy ? t('claim.issuing') : t('claim.issue')}
        </button>
      </Form>
      <p className="meta">{t('claim.frozen')}</p>
    </div>
  )
}
