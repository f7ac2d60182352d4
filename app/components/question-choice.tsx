import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { StaticHtml } from './static-html.tsx'

/** Options of a choice question; after an answer each chosen and each right one says so, and why. */
export function QuestionChoice({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  return (
    <>
      {view.kind === 'multiple' && <p className="meta">{t('question.several')}</p>}
      <div className="options">
        {view.options.map(({ id }, shown) => {
          const mark = view.marks?.[shown] ?? null
          const word = wordFor(mark)
          return (
            <div className={word === null ? 'option' : `option ${word}`} key={id}>
              <label>
                <input
                  type={view.kind === 'single' ? 'radio' : 'checkbox'}
                  name={`answer:${view.id}`}
                  value={id}
                  defaultChecked={view.given.includes(id)}
                />
                <span className="option-text">
                  {word !== null && <b>{t(`question.mark.${word}`)} </b>}
                  <StaticHtml as="span" of={`${view.id}/option/${shown}`} />
                </span>
              </label>
              {word !== null && <StaticHtml of={`${view.id}/feedback/${shown}`} className="why" />}
            </div>
          )
        })}
      </div>
    </>
  )
}

type Mark = NonNullable<QuestionView['marks']>[number] | null

function wordFor(mark: Mark): 'rightChosen' | 'right' | 'wrong' | null {
  if (mark === null || (!mark.chosen && !mark.right)) return null
  return mark.right ? (mark.chosen ? 'rightChosen' : 'right') : 'wrong'
}
