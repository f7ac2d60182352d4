import { Form } from '@remix-run/react'
import { type Sharing, sharings } from '#app/domain/certificates/sharing/sharing.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** What the number of a certificate shows to whoever types it. */
export function SharingChoice({ sharing }: { sharing: Sharing }) {
  const { t } = useI18n()
  return (
    <Form method="post" className="form sharing-choice" preventScrollReset>
      <input type="hidden" name="intent" value="sharing" />
      <fieldset className="choices">
        <legend>{t('sharing.legend')}</legend>
        {sharings.map(choice => (
          <div key={choice}>
            <label>
              <input
                type="radio"
                name="sharing"
                value={choice}
                defaultChecked={choice === sharing}
                aria-describedby={`sharing-${choice}`}
              />
              <span>{t(`sharing.${choice}`)}</span>
            </label>
            <p className="meta" id={`sharing-${choice}`}>
              {t(`sharing.${choice}Hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      <button className="button quiet" type="submit">
        {t('sharing.save')}
      </button>
    </Form>
  )
}
