import { Form, useSubmit } from '@remix-run/react'
import { type FormEvent, type MutableRefObject, type RefObject, useState } from 'react'
import type { Sitting } from '#app/domain/learning/exam/open-sitting.server.ts'
import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import type { FaultyAnswer } from './answer-fault.ts'
import type { Autosave, SaveStatus } from './exam-autosave.ts'
import { SaveLine } from './exam-save-line.tsx'
import { QuestionFields } from './question-fields.tsx'

type ExamQuestionProps = {
  form: RefObject<HTMLFormElement>
  view: QuestionView
  place: number
  sitting: Sitting
  courseId: string
  /** Of what was sent as a whole form. */
  fault: FaultyAnswer | null
  status: SaveStatus | null
  autosave: MutableRefObject<Autosave | null>
  over: boolean
}

/** One question of a sitting with the ways on from it: each of them keeps the answer first. */
export function ExamQuestion(props: ExamQuestionProps) {
  const { view, place, sitting, status, over } = props
  const { language, t } = useI18n()
  const submit = useSubmit()
  const [sending, setSending] = useState(false)
  const { answered, flagged } = sitting.states[place - 1] ?? { answered: false, flagged: false }
  const last = place === sitting.states.length
  const posted = status === null && props.fault?.question === view.id ? props.fault.reason : null
  const reason = status?.kind === 'refused' ? status.reason : posted
  const faultId = reason === null ? null : `${view.id}-fault`

  /** The form carries the newest answer itself, and must not be overtaken by an older one that is on its way. */
  function send(event: FormEvent<HTMLFormElement>) {
    const autosave = props.autosave.current
    if (over || sending) return event.preventDefault()
    if (!autosave?.isBusy()) return
    event.preventDefault()
    const form = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    setSending(true)
    void autosave.handOver().then(() => {
      setSending(false)
      submit(submitter instanceof HTMLButtonElement ? submitter : form, { preventScrollReset: true })
    })
  }

  return (
    <Form
      className="quiz"
      id={view.id}
      method="post"
      action={paths.examAttempt(language, props.courseId, sitting.number, place)}
      ref={props.form}
      onSubmit={send}
      preventScrollReset
      noValidate
    >
      <p className="quiz-head">
        <span className="meta">{t('question.points', { count: view.points })}</span>
        <SaveLine status={status} answered={answered} />
      </p>
      <input type="hidden" name="intent" value="answer" />
      <input type="hidden" name="question" value={view.id} />
      <QuestionFields
        view={view}
        number={place}
        total={sitting.states.length}
        disabled={over}
        faultId={faultId}
      />
      {faultId !== null && (
        <p className="fault" id={faultId} role="alert">
          {t('exam.save.refused')} {t(`question.fault.${reason ?? 'foreign'}`)}
        </p>
      )}
      <noscript>
        <p className="meta">{t('exam.save.byHand')}</p>
      </noscript>
      {!over && (
        <div className="quiz-foot">
          {/* First, so that Enter in a field does the same. */}
          <button className="button" type="submit" name="step" value="next">
            {last ? t('exam.step.end') : t('exam.step.next')}
          </button>
          {place > 1 && (
            <button className="button quiet" type="submit" name="step" value="back">
              {t('exam.step.back')}
            </button>
          )}
          <button
            className="flag"
            type="submit"
            name="step"
            value={flagged ? 'unflag' : 'flag'}
            aria-pressed={flagged}
          >
            {t('exam.step.flag')}
          </button>
        </div>
      )}
    </Form>
  )
}
