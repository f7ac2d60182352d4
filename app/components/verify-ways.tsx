import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { useSite } from './site.ts'
import { VerifyFileForm } from './verify-file-form.tsx'
import { VerifyForm } from './verify-form.tsx'
import { VerifyTextForm } from './verify-text-form.tsx'
import { WhereNumberIs } from './where-number-is.tsx'

type WaysProps = {
  /** What was typed into the field of the number, and whether it was refused. */
  number: string
  invalid: boolean
  list: string
  /** The list was refused and stays open, to be mended. */
  listOpen: boolean
  /** Nothing was checked yet. */
  first: boolean
}

/** The ways to have a certificate checked: the number before all, then the file, and two for those who have more. */
export function VerifyWays({ number, invalid, list, listOpen, first }: WaysProps) {
  const { t } = useI18n()
  const address = `${useSite()?.publicUrl ?? ''}${paths.apiDocument()}`
  return (
    <div className="ways not-printed">
      <div className="by-number">
        <VerifyForm given={number} invalid={invalid} />
        {first && <WhereNumberIs />}
      </div>
      <section aria-labelledby="by-file">
        <h2 className="minor" id="by-file">
          {t('verify.file.title')}
        </h2>
        <p>{t('verify.file.says')}</p>
        <VerifyFileForm />
      </section>
      <section aria-labelledby="other-ways">
        <h2 className="minor" id="other-ways">
          {t('verify.otherWays')}
        </h2>
        <VerifyTextForm way="list" given={list} open={listOpen} rows={8} />
        <VerifyTextForm way="credential" given="" open={false} rows={10} />
        <p className="programs">
          <a href={paths.offlineVerifier()} download>
            {t('verify.offline')}
          </a>
          <br />
          <span className="meta">{t('verify.programs', { address })}</span>
        </p>
      </section>
    </div>
  )
}
