import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { formatDate, formatNumber, formatTime } from '#app/i18n/format.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { CrossIcon, DoneIcon, StartedIcon } from './icon.tsx'
import { StaticHtml } from './static-html.tsx'

const FULL_SCORE = 1_000

/** What came of the last answer: whether it was right, what it earned, what is right and why. */
export function QuestionResult({ view }: { view: QuestionView }) {
  const { language, t } = useI18n()
  const { parts, points, rightOptions, rightTexts, restsUntil } = view
  const score = view.score ?? 0
  const passed = view.state === 'passed'
  const partly = !passed && score > 0
  const Icon = passed ? DoneIcon : partly ? StartedIcon : CrossIcon
  const answer = view.kind === 'blanks' ? undefined : rightTexts?.[0]
  return (
    <>
      <p className={`verdict-line ${passed ? 'right' : partly ? 'partly' : 'wrong'}`}>
        <Icon />
        <strong>{t(passed ? 'question.right' : partly ? 'question.partly' : 'question.wrong')}</strong>
        {!passed && parts !== null && parts.length > 0 && (
          <span>
            {t('question.partsRight', { count: parts.filter(Boolean).length, total: parts.length })}
          </span>
        )}
        {partly && (
          <span>
            {t('question.earned', {
              earned: formatNumber(language, Math.round((score * points * 100) / FULL_SCORE) / 100),
              count: points,
            })}
          </span>
        )}
        {!passed && answer !== undefined && <span>{t('question.rightAnswer', { answer })}</span>}
      </p>
      {!passed && view.kind === 'order' && rightOptions !== null && (
        <div className="right-order">
          <p>{t('question.rightOrder')}</p>
          <ol>
            {rightOptions.map(shown => (
              <li key={shown}>
                <StaticHtml as="span" of={`${view.id}/option/${shown}`} />
              </li>
            ))}
          </ol>
        </div>
      )}
      {view.hasExplanation && <StaticHtml of={`${view.id}/explanation`} className="prose explanation" />}
      {restsUntil !== null && (
        <p className="resting-until">
          {t('question.resting', {
            date: formatDate(language, restsUntil),
            time: formatTime(language, restsUntil),
          })}
        </p>
      )}
    </>
  )
}
