import { useFetcher } from '@remix-run/react'
import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import type { ReaderAction } from '#app/routes/learn/reader.tsx'
import { useAnswerFault } from './answer-fault.ts'
import { PageLink } from './page-link.tsx'
import { QuestionFields } from './question-fields.tsx'
import { AskHint, QuestionHints } from './question-hints.tsx'
import { QuestionResult } from './question-result.tsx'
import { useSite } from './site.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useReader } from './use-reader.ts'

/** A question in its place in the lesson: an ordinary form that answers in place where there are scripts. */
export function Question({ view, number, total }: { view: QuestionView; number: number; total: number }) {
  const { language, t } = useI18n()
  const visitor = useSite()?.visitor ?? null
  const { course, lessonId } = useReader()
  const fetcher = useFetcher<ReaderAction>()
  const posted = useAnswerFault()
  const fault = fetcher.data === undefined ? posted : fetcher.data.fault
  const reason = fault?.question === view.id ? fault.reason : null
  const here = paths.lesson(language, course.id, lessonId)
  const open = visitor !== null && (view.state === 'open' || view.state === 'failed')
  const formId = `${view.id}-form`
  const faultId = reason === null ? null : `${view.id}-fault`
  const result = useKeptFocus<HTMLDivElement>(view.attempt)
  const busy = fetcher.state !== 'idle'
  const fields = { view, number, total, disabled: !open, faultId }
  return (
    <div className={`quiz ${view.state}`} id={view.id}>
      <p className="quiz-head">
        <span className="tag">{t('question.position', { number, total })}</span>
        <span className="meta">{t('question.points', { count: view.points })}</span>
      </p>
      {open ? (
        <fetcher.Form
          className="answer"
          method="post"
          action={here}
          id={formId}
          noValidate
          onSubmit={event => busy && event.preventDefault()}
        >
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="question" value={view.id} />
          <input type="hidden" name="attempt" value={view.attempt} />
          <QuestionFields {...fields} />
        </fetcher.Form>
      ) : (
        <QuestionFields {...fields} />
      )}
      {faultId !== null && (
        <p className="fault" id={faultId} role="alert">
          {t(`question.fault.${reason ?? 'foreign'}`)}
        </p>
      )}
      <div className="quiz-result" aria-live="polite" tabIndex={-1} ref={result}>
        {view.state !== 'open' && <QuestionResult view={view} />}
      </div>
      <QuestionHints view={view} />
      {visitor === null && (
        <p className="meta">
          {t('question.anonymous')}{' '}
          <PageLink to={paths.signup(language, `${here}#${view.id}`)}>{t('account.signup')}</PageLink>
        </p>
      )}
      {open && (
        <div className="quiz-foot">
          {/* Not `disabled` while it is sent: the focus would leave it. */}
          <button className="button" type="submit" form={formId} aria-disabled={busy}>
            {view.state === 'failed' ? t('question.again') : t('question.check')}
          </button>
          <AskHint view={view} action={here} />
          {view.attemptsLeft !== null && (
            <span className="meta">{t('question.attemptsLeft', { count: view.attemptsLeft })}</span>
          )}
        </div>
      )}
    </div>
  )
}
