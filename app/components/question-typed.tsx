import { useI18n } from '#app/i18n/i18n-context.tsx'
import type { QuestionFieldsProps } from './question-fields.tsx'

/** The input of a question that is answered in words or with a number. */
export function QuestionTyped({ view, faultId }: QuestionFieldsProps) {
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
        defaultValue={view.given[0] ?? ''}
        aria-invalid={faultId === null ? undefined : true}
        aria-describedby={faultId ?? undefined}
      />
    </div>
  )
}
