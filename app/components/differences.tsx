import type { Difference } from '#app/domain/certificates/verify/verdict.ts'
import { formatDateTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

/** What the file states beside what the register holds: told apart by words, marks and place, not by colour alone. */
export function Differences({ differences }: { differences: Difference[] }) {
  const { t } = useI18n()
  return (
    <section className="section" aria-labelledby="differences">
      <h2 className="minor" id="differences">
        {t('difference.title')}
      </h2>
      {differences.length === 0 ? (
        <p className="prose">{t('difference.none')}</p>
      ) : (
        <table className="differences">
          <caption className="unseen">{t('difference.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('difference.fact')}</th>
              <th scope="col">{t('difference.official')}</th>
              <th scope="col">{t('difference.stated')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(difference => (
              <DifferenceRow
                key={`${difference.fact} ${difference.official} ${difference.stated}`}
                difference={difference}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function DifferenceRow({ difference: { fact, official, stated } }: { difference: Difference }) {
  const { language, t } = useI18n()
  const shown = (value: string) =>
    (fact === 'issuedAt' || fact === 'validUntil') && isInstant(value)
      ? formatDateTime(language, value)
      : value
  if (fact === 'other') return <OtherPlace official={official} stated={stated} />
  const absent = <span className="meta">{t('difference.absent')}</span>
  return (
    <tr>
      <th scope="row">{t(`difference.facts.${fact}`)}</th>
      <td data-column={t('difference.official')}>
        {official === null ? absent : <ins>{shown(official)}</ins>}
      </td>
      <td data-column={t('difference.stated')}>{stated === null ? absent : <del>{shown(stated)}</del>}</td>
    </tr>
  )
}

/** Somewhere in the credential where nobody reads: that it differs counts, and not how. */
function OtherPlace({ official, stated }: Pick<Difference, 'official' | 'stated'>) {
  const { t } = useI18n()
  const change = stated === null ? 'missing' : official === null ? 'added' : 'changed'
  return (
    <tr>
      <th scope="row">{t('difference.facts.other')}</th>
      <td colSpan={2}>{t(`difference.places.${change}`, { place: official ?? stated ?? '' })}</td>
    </tr>
  )
}

function isInstant(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T/u.test(value) && !Number.isNaN(Date.parse(value))
}
