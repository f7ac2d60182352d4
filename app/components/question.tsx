import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import type { ReaderAction } from '#app/routes/learn/reader.tsx'
import { useAnswerFault } from './answer-fault.ts'
import { CrossIcon, DoneIcon } from './icon.tsx'
import { PageLink } from './page-link.tsx'
import { QuestionOptions } from './question-options.tsx'
import { QuestionTyped } from './question-typed.tsx'
import { useSite } from './site.ts'
import { StaticHtml } from './static-html.tsx'
import { useReader } from './use-reader.ts'

/** A question in its place in the lesson: an ordinary form that answers in place where there are scripts. */
export function Question({ view, number, total }: { view: QuestionView; number: number; total: number }) {
  const { language, t } = useI18n()
  const visitor = useSite()?.visitor ?? null
  const { course, lessonId } = useReader()
  const fetcher = useFetcher<ReaderAction>()
  const posted = useAnswerFault()
  const fault = fetcher.data === undefined ? posted : fetcher.data.fault
  const faulty = fault?.question === view.id ? fault : null
  const faultHere = faulty?.reason ?? null
  const here = paths.lesson(language, course.id, lessonId)
  const choice = view.kind === 'single' || view.kind === 'multiple'
  const open = visitor !== null && view.state !== 'passed'
  const formId = `${view.id}-form`
  const result = useFocusWhenPassed(view.state)
  const fields = (
    <fieldset
      disabled={!open}
      aria-labelledby={`${view.id}-prompt`}
      aria-describedby={faultHere ? `${view.id}-fault` : undefined}
    >
      <legend className="unseen">{t('question.position', { number, total })}</legend>
      {choice ? (
        <QuestionOptions key={view.attempt} view={view} />
      ) : (
        <QuestionTyped key={view.attempt} view={view} faulty={faulty} />
      )}
    </fieldset>
  )
  return (
    <div className={`quiz ${view.state}`} id={view.id}>
      <p className="quiz-head">
        <span className="tag">{t('question.position', { number, total })}</span>
        <span className="meta">{t('question.points', { count: view.points })}</span>
      </p>
      <div className="ask" id={`${view.id}-prompt`}>
        <StaticHtml of={`${view.id}/prompt`} />
      </div>
      {open ? (
        <fetcher.Form method="post" action={here} id={formId} noValidate>
          <input type="hidden" name="intent" value="answer" />
          <input type="hidden" name="question" value={view.id} />
          <input type="hidden" name="attempt" value={view.attempt} />
          {fields}
        </fetcher.Form>
      ) : (
        fields
      )}
      {faultHere !== null && (
        <p className="fault" id={`${view.id}-fault`} role="alert">
          {t(`question.fault.${faultHere}`)}
        </p>
      )}
      <div className="quiz-result" aria-live="polite" tabIndex={-1} ref={result}>
        {view.state !== 'open' && <Result view={view} />}
      </div>
      {visitor === null && (
        <p className="meta">
          {t('question.anonymous')}{' '}
          <PageLink to={paths.signup(language, `${here}#${view.id}`)}>{t('account.signup')}</PageLink>
        </p>
      )}
      {open && (
        <button className="button" type="submit" form={formId} disabled={fetcher.state !== 'idle'}>
          {view.state === 'failed' ? t('question.again') : t('question.check')}
        </button>
      )}
    </div>
  )
}

/** The button goes when a question is passed; the focus that was on it goes to the result instead of nowhere. */
function useFocusWhenPassed(state: QuestionView['state']) {
  const result = useRef<HTMLDivElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'passed' && state === 'passed') result.current?.focus({ preventScroll: true })
    before.current = state
  }, [state])
  return result
}

function Result({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  const passed = view.state === 'passed'
  return (
    <>
      <p className={passed ? 'verdict-line right' : 'verdict-line wrong'}>
        {passed ? <DoneIcon /> : <CrossIcon />}
        <strong>{passed ? t('question.right') : t('question.wrong')}</strong>
        {view.answerText !== null && !passed && (
          <span>{t('question.rightAnswer', { answer: view.answerText })}</span>
        )}
      </p>
      {view.hasExplanation && <StaticHtml of={`${view.id}/explanation`} className="prose explanation" />}
    </>
  )
}
