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
import { signIn } from '#app/domain/accounts/sign-in.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { readCookie, writeCookie } from '#app/platform/cookies.ts'
import { parseForm } from '#app/platform/form.ts'
import { localPath } from '#app/platform/local-path.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

const signInForm = z.strictObject({
  email: z.string('form.required').trim().min(1, 'form.required'),
  password: z.string('form.required').min(1, 'form.required'),
  next: z.string().optional(),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const next = localPath(new URL(request.url).searchParams.get('next'), paths.learning(language))
  if ((await readVisitor(request, context)) !== null) throw redirect(next)
  const t = translatorFor(language)
  const newAccount = readCookie(request.headers.get('cookie'), 'new-account')
  return {
    page: { title: t('account.login'), hidden: true },
    next,
    newAccount: newAccount === null || newAccount === '' ? null : decodeURIComponent(newAccount),
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params }: ActionFunctionArgs) {
  const language = readLanguage(params)
  const form = parseForm(await readForm(request), signInForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given }, { status: 400 })
  const result = await signIn(form.value, request.headers.get('cookie'))
  if (!result.ok) {
    return data(
      { errors: { form: 'account.loginFailed' }, given: { email: form.value.email } },
      { status: 400 },
    )
  }
  const headers = new Headers()
  headers.append('Set-Cookie', result.setCookie)
  headers.append('Set-Cookie', toastCookie('signedIn'))
  headers.append('Set-Cookie', writeCookie('new-account', '', 0))
  return redirect(localPath(form.value.next, paths.learning(language)), { headers })
}

export default function Login() {
  const { language, t } = useI18n()
  const { next, newAccount } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors)
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page section form-page">
      <h1>{t('account.login')}</h1>
      {newAccount !== null && posted === undefined && (
        <p className="notice" role="status">
          {t('account.created')}
        </p>
      )}
      <ErrorSummary errors={errors} />
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          type="email"
          label={t('account.emailLabel')}
          autoComplete="username"
          required
          defaultValue={posted?.given.email ?? newAccount ?? undefined}
          error={errors?.email}
        />
        <Field
          name="password"
          type="password"
          label={t('account.password')}
          autoComplete="current-password"
          required
          error={errors?.password}
        />
        <button className="button" type="submit" disabled={busy}>
          {t('account.enter')}
        </button>
      </Form>
      <p>
        {t('account.noneYet')} <PageLink to={paths.signup(language, next)}>{t('account.signup')}</PageLink>
      </p>
    </div>
  )
}
