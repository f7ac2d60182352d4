import { useNavigate } from '@remix-run/react'
import { type MouseEvent, useRef } from 'react'
import type { Sitting } from '#app/domain/learning/exam/open-sitting.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import type { FaultyAnswer } from './answer-fault.ts'
import { ExamClock } from './exam-clock.tsx'
import { ExamHandIn } from './exam-hand-in.tsx'
import { ExamNavigator } from './exam-navigator.tsx'
import { ExamQuestion } from './exam-question.tsx'
import { useExamAutosave } from './use-exam-autosave.ts'
import { useExamEnd } from './use-exam-end.ts'

type SittingProps = { sitting: Sitting; courseId: string; fault: FaultyAnswer | null }

/** One page of a running sitting. Every part of it works as forms and links; scripts save and count beside them. */
export function ExamSitting({ sitting, courseId, fault }: SittingProps) {
  const { language, t } = useI18n()
  const navigate = useNavigate()
  const form = useRef<HTMLFormElement>(null)
  const { place, question, number, states } = sitting
  const here = paths.examAttempt(language, courseId, number)
  const address = paths.examAnswers(language, courseId, number)
  const end = useExamEnd({ now: sitting.now, here, address })
  const { status, autosave } = useExamAutosave(form, question?.id ?? null, address, end.hear, end.over)
  const shown = states.map((state, index) =>
    index + 1 === place && status?.kind === 'saved' ? { ...state, answered: status.answered } : state,
  )

  /** A link waits until what was just answered is kept, so that the next page knows of it. */
  function saveFirst(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (
      link === null ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    if (!autosave.current?.isBusy() || link.origin !== location.origin) return
    event.preventDefault()
    event.stopPropagation()
    void autosave.current.flush().then(() => navigate(link.pathname + link.search))
  }

  function finish() {
    if (end.over) return
    // Before the fields are closed.
    void autosave.current?.flush()
    end.setOver(true)
  }

  return (
    <div className="page section sitting" onClickCapture={saveFirst}>
      <div className="sitting-head">
        <div>
          <p className="tag">{sitting.title}</p>
          <h1>
            {place === null
              ? t('exam.handIn.title')
              : t('question.position', { number: place, total: states.length })}
          </h1>
        </div>
        <ExamClock
          minutes={sitting.minutes}
          deadlineAt={sitting.deadlineAt}
          now={sitting.now}
          ahead={end.ahead}
          onOver={finish}
        />
      </div>
      <p className="time-over" role="status">
        {end.over && t('exam.clock.over')}
      </p>
      <div className="sitting-body">
        {question !== null && place !== null ? (
          <ExamQuestion
            key={question.id}
            form={form}
            view={question}
            place={place}
            sitting={sitting}
            courseId={courseId}
            fault={fault}
            status={status}
            autosave={autosave}
            over={end.over}
          />
        ) : (
          <ExamHandIn sitting={sitting} courseId={courseId} />
        )}
        <ExamNavigator sitting={sitting} states={shown} courseId={courseId} />
      </div>
    </div>
  )
}
