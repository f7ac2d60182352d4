import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { Choices } from '#app/components/choices.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormErrors } from '#app/components/use-form-errors.ts'
import { requireUser } from '#app/domain/accounts/guards.server.ts'
import { saveProfile } from '#app/domain/accounts/profile.server.ts'
import { longestName } from '#app/domain/certificates/learner-name.ts'
import { readName } from '#app/domain/certificates/read-name.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { paths } from '#app/paths.ts'
import { writeCookie } from '#app/platform/cookies.ts'
import { parseForm } from '#app/platform/form.ts'
import { languages } from '#app/platform/language.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { themes } from '#app/platform/theme.ts'
import { toastCookie } from '#app/platform/toast.server.ts'
import { pageMeta } from '../page-meta.ts'
import { readLanguage } from '../read-params.server.ts'

const YEAR = 31_536_000

const settingsForm = z.strictObject({
  name: z.string('form.required').trim().min(1, 'form.required'),
  language: z.enum(languages, 'form.required'),
  theme: z.enum(themes, 'form.required'),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { name, email, language: ownLanguage, theme } = await requireUser(request, context)
  return {
    page: { title: translatorFor(language)('settings.title'), hidden: true },
    profile: { name, email, language: ownLanguage, theme },
  }
}

export const meta: MetaFunction<typeof loader> = pageMeta

export async function action({ request, params, context }: ActionFunctionArgs) {
  readLanguage(params)
  const user = await requireUser(request, context)
  const form = parseForm(await readForm(request), settingsForm)
  if (!form.ok) return data({ errors: form.errors, given: form.given, symbol: '' }, { status: 400 })
  const name = readName(form.value.name)
  if (!name.ok) {
    return data(
      { errors: { name: `name.${name.reason}` }, given: form.value, symbol: name.symbol ?? '' },
      { status: 400 },
    )
  }
  await saveProfile(user.id, { ...form.value, name: name.name })
  const headers = new Headers()
  headers.append('Set-Cookie', toastCookie('saved'))
  headers.append('Set-Cookie', writeCookie('theme', form.value.theme, YEAR))
  return redirect(paths.settings(form.value.language), { headers })
}

export default function Settings() {
  const { t } = useI18n()
  const { profile } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const errors = useFormErrors(posted?.errors, { symbol: posted?.symbol ?? '' })
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="page section form-page">
      <h1>{t('settings.title')}</h1>
      <p className="meta">{profile.email}</p>
      <ErrorSummary errors={errors} />
      {/* A new document, because the language of the page may change with it. */}
      <Form method="post" className="form" reloadDocument noValidate>
        <Field
          name="name"
          label={t('account.name')}
          hint={t('settings.nameHint')}
          autoComplete="name"
          required
          maxLength={longestName}
          defaultValue={posted?.given.name ?? profile.name}
          error={errors?.name}
        />
        <Choices
          name="language"
          legend={t('settings.language')}
          chosen={profile.language}
          choices={languages.map(value => ({ value, text: t(`language.${value}`) }))}
        />
        <Choices
          name="theme"
          legend={t('theme.legend')}
          chosen={profile.theme}
          choices={themes.map(value => ({ value, text: t(`theme.${value}`) }))}
        />
        <button className="button" type="submit" disabled={busy}>
          {t('settings.save')}
        </button>
      </Form>
    </div>
  )
}
