import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { classOfPart, PartMark } from './part-mark.tsx'
import { StaticHtml } from './static-html.tsx'

/** Things on the left, each with a list to choose from. Afterwards each says whether it was right, and what is. */
export function QuestionMatch({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  return (
    <div className="pairs">
      {view.headed && (
        <p className="pair heads">
          <StaticHtml as="span" of={`${view.id}/head/0`} />
          <StaticHtml as="span" of={`${view.id}/head/1`} />
        </p>
      )}
      {Array.from({ length: view.lefts }, (_, left) => {
        const id = `${view.id}-left-${left}`
        const right = view.parts?.[left] ?? null
        const belongs = right === false ? view.rightOptions?.[left] : undefined
        return (
          <div className={classOfPart('pair', right)} key={id}>
            <span id={id}>
              <StaticHtml as="span" of={`${view.id}/left/${left}`} />
            </span>
            <select
              name={`answer:${view.id}`}
              defaultValue={view.given[left] ?? ''}
              aria-labelledby={id}
              aria-describedby={right === null ? undefined : `${id}-mark`}
              aria-invalid={right === false ? true : undefined}
            >
              <option value="">{t('question.choose')}</option>
              {view.options.map(option => (
                <option value={option.id} key={option.id}>
                  {option.text}
                </option>
              ))}
            </select>
            <p id={`${id}-mark`}>
              <PartMark right={right} />
              {belongs !== undefined && (
                <span className="belongs">
                  {t('question.part.belongs')} <StaticHtml as="span" of={`${view.id}/option/${belongs}`} />
                </span>
              )}
            </p>
          </div>
        )
      })}
    </div>
  )
}
