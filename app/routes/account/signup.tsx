import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field } from '#app/components/field.tsx'
import { PageLink } from '#app/components/page-link.tsx'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { readVisitor } from '#app/domain/accounts/guards.server.ts'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/domain/accounts/password-rules.ts'
import { signUp } from '#app/domain/accounts/sign-up.server.ts'
import { longestName } from '#app/domain/certificates/learner-name.ts'
import { readName } from '#app/domain/certificates/read-name.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { writeCookie } from '#app/platform/cookies.ts'
import { type FieldErrors, parseForm } from '#app/platform/form.ts'
import { localPath } from '#app/platform/local-path.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

const signUpForm = z.strictObject({
  name: z.string('form.required').trim().min(1, 'form.required'),
  email: z.string('form.required').trim().min(1, 'form.required'),
  password: z.string('form.required').min(1, 'form.required'),
  next: z.string().optional(),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const next = localPath(new URL(request.url).searchParams.get('next'), paths.learning(language))
  if ((await readVisitor(request, context)) !== null) throw redirect(next)
  const t = translatorFor(language)
  return { page: { title: t('account.signup'), hidden: true }, next }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const form = parseForm(await readForm(request), signUpForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given, symbol: '' }, { status: 400 })
  const { email, password, next } = form.value
  const given = { name: form.value.name, email }
  const name = readName(form.value.name)
  if (!name.ok)
    return data(
      { errors: { name: `name.${name.reason}` }, given, symbol: name.symbol ?? '' },
      { status: 400 },
    )
  const result = await signUp({ email, password, name: name.name, language })
  if (!result.ok) {
    const errors: FieldErrors =
      result.reason === 'email' ? { email: 'account.email' } : { password: `password.${result.reason}` }
    return data({ errors, given, symbol: '' }, { status: 400 })
  }
  // The address travels in a cookie and not in the URL, where logs and histories would keep it.
  const remembered = writeCookie('new-account', encodeURIComponent(email), 600)
  return redirect(paths.login(language, localPath(next, paths.learning(language))), {
    headers: { 'Set-Cookie': remembered },
  })
}

export default function SignUp() {
  const { language, t } = useI18n()
  const { next } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors, { symbol: posted?.symbol ?? '' })
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page section form-page">
      <h1>{t('account.signup')}</h1>
      <p className="lead">{t('account.signupLead')}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field
          name="name"
          label={t('account.name')}
          hint={t('account.nameHint')}
          autoComplete="name"
          required
          maxLength={longestName}
          defaultValue={posted?.given.name}
          error={errors?.name}
        />
        <Field
          name="email"
          type="email"
          label={t('account.emailLabel')}
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={posted?.given.email}
          error={errors?.email}
        />
        <Field
          name="password"
          type="password"
          label={t('account.password')}
          hint={t('account.passwordHint', { count: SHORTEST_PASSWORD })}
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          maxLength={LONGEST_PASSWORD}
          error={errors?.password}
        />
        <button className="button" type="submit" disabled={busy}>
          {t('account.create')}
        </button>
      </Form>
      <p className="meta">{t('account.dataNote')}</p>
      <p>
        {t('account.haveOne')} <PageLink to={paths.login(language, next)}>{t('site.login')}</PageLink>
      </p>
    </div>
  )
}
