import { Form, useNavigation } from '@remix-run/react'
import { shareDays } from '#app/domain/certificates/sharing/share-end.ts'
import { shareParts } from '#app/domain/certificates/sharing/share-parts.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { Field } from './field.tsx'

type ShareFormProps = {
  /** The first and the last day that can be chosen, as `2027-03-31`. */
  bounds: { first: string; last: string }
  errors: Record<string, string> | undefined
  given: { parts: string[]; until: string; date: string }
}

/** What a new link shows, and until when. */
export function ShareForm({ bounds, errors, given }: ShareFormProps) {
  const { t } = useI18n()
  const busy = useNavigation().formData?.get('intent') === 'share'
  return (
    <details className="share-new" open={errors !== undefined}>
      <summary className="button quiet">{t('sharing.new')}</summary>
      <Form method="post" className="form share-form" noValidate preventScrollReset>
        <input type="hidden" name="intent" value="share" />
        <fieldset className="choices">
          <legend>{t('sharing.parts')}</legend>
          {shareParts.map(part => (
            <label key={part}>
              <input type="checkbox" name="parts" value={part} defaultChecked={given.parts.includes(part)} />
              <span>{t(`sharing.part.${part}`)}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="choices">
          <legend>{t('sharing.until')}</legend>
          {shareDays.map(days => (
            <label key={days}>
              <input type="radio" name="until" value={days} defaultChecked={given.until === String(days)} />
              <span>{t('sharing.days', { count: days })}</span>
            </label>
          ))}
          <label>
            <input type="radio" name="until" value="date" defaultChecked={given.until === 'date'} />
            <span>{t('sharing.toDate')}</span>
          </label>
        </fieldset>
        <div className="share-date">
          <Field
            name="date"
            type="date"
            label={t('sharing.date')}
            hint={t('sharing.dateHint')}
            min={bounds.first}
            max={bounds.last}
            defaultValue={given.date}
            error={errors?.date}
          />
        </div>
        <button className="button" type="submit" aria-disabled={busy}>
          {busy ? t('sharing.making') : t('sharing.make')}
        </button>
      </Form>
    </details>
  )
}
