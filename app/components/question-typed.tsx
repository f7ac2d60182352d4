import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import type { FaultyAnswer } from './answer-fault.ts'

/** The input of a question that is answered in words or with a number. */
export function QuestionTyped({ view, faulty }: { view: QuestionView; faulty: FaultyAnswer | null }) {
  const { t } = useI18n()
  const id = `${view.id}-input`
  return (
    <div className="field">
      <label htmlFor={id}>{view.kind === 'number' ? t('question.number') : t('question.text')}</label>
      <input
        id={id}
        name={`answer:${view.id}`}
        inputMode={view.kind === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        spellCheck={false}
        defaultValue={faulty?.typed ?? view.typed ?? ''}
        aria-invalid={faulty === null ? undefined : true}
        aria-describedby={faulty === null ? undefined : `${view.id}-fault`}
      />
    </div>
  )
}
