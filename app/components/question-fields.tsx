import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { QuestionBlanks } from './question-blanks.tsx'
import { QuestionChoice } from './question-choice.tsx'
import { QuestionMatch } from './question-match.tsx'
import { QuestionOrder } from './question-order.tsx'
import { QuestionTyped } from './question-typed.tsx'
import { StaticHtml } from './static-html.tsx'

export type QuestionFieldsProps = {
  view: QuestionView
  number: number
  total: number
  disabled: boolean
  /** Of the words that say what is wrong with what was sent. */
  faultId: string | null
}

const fieldsOf = {
  single: QuestionChoice,
  multiple: QuestionChoice,
  number: QuestionTyped,
  text: QuestionTyped,
  order: QuestionOrder,
  match: QuestionMatch,
  blanks: QuestionBlanks,
}

/** What a question asks, and the fields to answer in: they belong into a form. */
export function QuestionFields(props: QuestionFieldsProps) {
  const { view, number, total, disabled, faultId } = props
  const { t } = useI18n()
  const Fields = fieldsOf[view.kind]
  // A text with gaps is its own fields. Elsewhere what is asked stays outside, where its words can be looked up.
  const apart = view.kind !== 'blanks'
  return (
    <>
      {apart && (
        <div className="ask" id={`${view.id}-prompt`}>
          <StaticHtml of={`${view.id}/prompt`} />
        </div>
      )}
      <fieldset
        disabled={disabled}
        aria-labelledby={apart ? `${view.id}-prompt` : undefined}
        aria-describedby={faultId ?? undefined}
      >
        <legend className="unseen">{t('question.position', { number, total })}</legend>
        {/* A new attempt begins with fields of its own: the names of its options are others. */}
        <Fields key={view.attempt} {...props} />
      </fieldset>
    </>
  )
}
