import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'

/** One field: a certificate's number, or the whole address printed beside it. */
export function VerifyForm({ given, invalid }: { given: string; invalid: boolean }) {
  const { language, t } = useI18n()
  return (
    <Form className="verify-form" method="get" action={paths.verify(language)}>
      <div className="field">
        <label htmlFor="verify-id">{t('verify.fieldLong')}</label>
        <input
          id="verify-id"
          name="id"
          defaultValue={given}
          key={given}
          placeholder="J58E-5J8J-PRY7-K5S2"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          aria-invalid={invalid || undefined}
          aria-describedby={invalid ? 'verdict verify-where' : 'verify-where'}
        />
      </div>
      <button className="button" type="submit">
        {t('verify.check')}
      </button>
      <p className="hint" id="verify-where">
        {t('verify.where')}
      </p>
    </Form>
  )
}
