import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { StaticHtml } from './static-html.tsx'

/** Options of a choice question; after an answer each chosen and each right one says so, and why. */
export function QuestionOptions({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  const type = view.kind === 'single' ? 'radio' : 'checkbox'
  return (
    <>
      {view.kind === 'multiple' && <p className="meta">{t('question.several')}</p>}
      <div className="options">
        {Array.from({ length: view.optionCount }, (_, shown) => {
          const mark = view.marks?.[shown] ?? null
          const word = wordFor(mark)
          return (
            <div className={word === null ? 'option' : `option ${word}`} key={shown}>
              <label>
                <input
                  type={type}
                  name={`answer:${view.id}`}
                  value={shown}
                  defaultChecked={mark?.chosen ?? false}
                />
                <span className="option-text">
                  {word !== null && <b>{t(`question.mark.${word}`)} </b>}
                  <StaticHtml as="span" of={`${view.id}/option/${shown}`} />
                </span>
              </label>
              {mark !== null && (mark.chosen || mark.right) && (
                <StaticHtml of={`${view.id}/feedback/${shown}`} className="why" />
              )}
            </div>
          )
        })}
      </div>
    </>
  )
}

type Mark = { chosen: boolean; right: boolean } | null

function wordFor(mark: Mark): 'rightChosen' | 'right' | 'wrong' | null {
  if (mark === null || (!mark.chosen && !mark.right)) return null
  return mark.right ? (mark.chosen ? 'rightChosen' : 'right') : 'wrong'
}
