import { Form } from '@remix-run/react'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { type CheckWay, useCheckPending } from './use-check-pending.ts'

type TextFormProps = { way: Exclude<CheckWay, 'file'>; given: string; open: boolean; rows: number }

/** A place to paste into, folded away until somebody needs it. */
export function VerifyTextForm({ way, given, open, rows }: TextFormProps) {
  const { language, t } = useI18n()
  const pending = useCheckPending(way)
  const id = `verify-${way}`
  return (
    <details className="way" open={open}>
      <summary>{t(`verify.${way}.title`)}</summary>
      <Form
        className="text-form"
        method="post"
        action={`${paths.verify(language)}#verdict`}
        encType="multipart/form-data"
      >
        <input type="hidden" name="way" value={way} />
        <div className="field">
          <label htmlFor={id}>{t(`verify.${way}.label`)}</label>
          <p className="hint" id={`${id}-hint`}>
            {t(`verify.${way}.hint`)}
          </p>
          <textarea
            id={id}
            name="text"
            rows={rows}
            key={given}
            defaultValue={given}
            spellCheck={false}
            autoComplete="off"
            required
            aria-describedby={`${id}-hint`}
          />
        </div>
        <button className="button" type="submit" disabled={pending}>
          {t(pending ? 'verify.pending' : `verify.${way}.check`)}
        </button>
      </Form>
    </details>
  )
}
