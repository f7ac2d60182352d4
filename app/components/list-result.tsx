import { formatIdentifier, readIdentifier } from '#app/domain/certificates/identifier.ts'
import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import type { ListVerdict } from '#app/domain/certificates/verify/verify-list.server.ts'
import { formatDate } from '#app/i18n/format.ts'
import { type I18n, useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { notesOn, stateOfRow } from './notes-on-row.ts'
import { ReportLine } from './report-line.tsx'
import { VerdictIcon, type VerdictLook, verdictLooks } from './verdict-icon.tsx'
import { Panel } from './verdict-panel.tsx'

/** A list that was checked, row by row, or why it could not be. `text` is the list as it was given. */
export function ListResult({ verdict, text }: { verdict: ListVerdict; text: string }) {
  const i18n = useI18n()
  const { language, t } = i18n
  if (!verdict.ok) {
    return (
      <Panel
        look={verdict.reason === 'register-unavailable' ? 'unchecked' : 'mistyped'}
        title={t('listVerdict.failed.title')}
        demo={false}
      >
        <p>{saysFailure(verdict, t)}</p>
      </Panel>
    )
  }
  const good = verdict.rows.filter(row => stateOfRow(row) === 'valid').length
  const look = verdict.rows.length - good
  const summary = [
    t('listVerdict.good', { count: good }),
    look > 0 ? t('listVerdict.look', { count: look }) : null,
  ]
  return (
    <>
      <Panel
        look={look === 0 ? 'valid' : 'mixed'}
        title={summary.filter(Boolean).join(', ')}
        demo={verdict.rows.some(({ verdict: each }) => 'snapshot' in each && each.snapshot.demo)}
      >
        <p>{t('listVerdict.summary', { count: verdict.rows.length })}</p>
      </Panel>
      <ReportLine checkedAt={verdict.checkedAt} path={paths.verify(language)} />
      <section className="section" aria-labelledby="rows">
        <h2 className="minor" id="rows">
          {t('listVerdict.title')}
        </h2>
        <form
          className="download not-printed"
          method="post"
          action={paths.verifyListCsv(language)}
          encType="multipart/form-data"
        >
          <input type="hidden" name="text" value={text} />
          <button className="button quiet" type="submit">
            {t('listVerdict.download')}
          </button>
        </form>
        <table className="rows">
          <caption className="unseen">{t('listVerdict.caption')}</caption>
          <thead>
            <tr>
              {(['row', 'number', 'state', 'holder', 'note'] as const).map(column => (
                <th key={column} scope="col">
                  {t(`listVerdict.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {verdict.rows.map(row => (
              <Row key={row.row} row={row} i18n={i18n} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ row, i18n }: { row: CheckedRow; i18n: I18n }) {
  const { language, t } = i18n
  const { verdict, given } = row
  const read = readIdentifier(given.id)
  const state = stateOfRow(row)
  const look = lookOf(state)
  const snapshot = 'snapshot' in verdict ? verdict.snapshot : null
  const until = snapshot?.validUntil ?? null
  return (
    <tr>
      <td data-column={t('listVerdict.row')}>{row.row}</td>
      <th scope="row" data-column={t('listVerdict.number')}>
        {read.ok ? (
          <a className="identifier" href={paths.verifyCertificate(language, read.id)}>
            {formatIdentifier(read.id)}
          </a>
        ) : (
          given.id.slice(0, 60) || '–'
        )}
      </th>
      <td data-column={t('listVerdict.state')}>
        <span className={`row-state ${verdictLooks[look].tone}`}>
          <VerdictIcon look={look} />
          {t(`listVerdict.states.${state}`)}
        </span>
      </td>
      <td data-column={t('listVerdict.holder')}>
        {snapshot !== null && (
          <>
            {language === 'bg' ? snapshot.learner.name : snapshot.learner.nameLatin}
            <span className="meta">
              {snapshot.course.title[language]}
              {until !== null && ` · ${t('listVerdict.validUntil')} ${formatDate(language, until)}`}
            </span>
          </>
        )}
      </td>
      <td data-column={t('listVerdict.note')}>{notesOn(row, t).join(' ')}</td>
    </tr>
  )
}

function lookOf(state: ReturnType<typeof stateOfRow>): VerdictLook {
  if (state === 'empty' || state === 'malformed') return 'mistyped'
  if (state === 'otherName') return 'not-ours'
  return state === 'otherFile' ? 'altered' : state
}

function saysFailure(verdict: Extract<ListVerdict, { ok: false }>, t: I18n['t']): string {
  if (verdict.reason === 'too-many') return t('listVerdict.failed.too-many', { rows: verdict.rows })
  if (verdict.reason === 'unreadable' && verdict.row !== null)
    return t('listVerdict.failed.unreadableAt', { row: verdict.row })
  return t(`listVerdict.failed.${verdict.reason}`)
}
