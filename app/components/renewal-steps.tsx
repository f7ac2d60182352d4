import { Form, useNavigation } from '@remix-run/react'
import type { RenewalView } from '#app/domain/certificates/renew-certificate.server.ts'
import { formatDate, formatPercent } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { DoneIcon, NewIcon, StartedIcon } from './icon.tsx'
import { PageLink } from './page-link.tsx'

type StepsProps = {
  renewal: Extract<RenewalView, { ok: true }>
  courseId: string
  /** Titles of lessons by their ids. */
  titles: Record<string, string>
}

/** What is left of the refresher, or the button at its end. */
export function RenewalSteps({ renewal, courseId, titles }: StepsProps) {
  const { language, t } = useI18n()
  const busy = useNavigation().state === 'submitting'
  const { refresher, passPercent } = renewal
  const pass = { percent: formatPercent(language, passPercent) }
  if (refresher.done) {
    return (
      <section aria-labelledby="done">
        <h2 className="minor" id="done">
          {t('renewal.done')}
        </h2>
        <p>
          {t('renewal.doneSays', { percent: formatPercent(language, refresher.resultPercent) })}{' '}
          {t('renewal.name', { name: renewal.name, nameLatin: renewal.nameLatin })}
        </p>
        {renewal.newEnd !== null && (
          <p>{t('renewal.newEnd', { date: formatDate(language, renewal.newEnd) })}</p>
        )}
        <Form method="post" className="form">
          <button className="button" type="submit" disabled={busy}>
            {busy ? t('claim.issuing') : t('renewal.submit')}
          </button>
        </Form>
      </section>
    )
  }
  return (
    <section aria-labelledby="todo">
      <h2 className="minor" id="todo">
        {t('renewal.todo')}
      </h2>
      {refresher.kind === 'exam' ? (
        <>
          <p>{t('renewal.exam', pass)}</p>
          <p className="actions">
            <PageLink className="button" to={paths.exam(language, courseId)}>
              {t('renewal.toExam')}
            </PageLink>
          </p>
        </>
      ) : (
        <>
          <p>
            {t('renewal.questions', pass)}{' '}
            {t('renewal.reached', { percent: formatPercent(language, refresher.resultPercent) })}
          </p>
          <ol className="refresher">
            {refresher.lessons.map(({ lessonId, questions, answered }) => {
              const Icon = answered === questions ? DoneIcon : answered > 0 ? StartedIcon : NewIcon
              return (
                <li key={lessonId}>
                  <Icon />
                  <span>
                    <PageLink to={paths.lesson(language, courseId, lessonId)}>
                      {titles[lessonId] ?? lessonId}
                    </PageLink>
                    <span className="meta">{t('renewal.answered', { answered, questions })}</span>
                  </span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </section>
  )
}
