import { useState } from 'react'
import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { classOfPart, PartMark } from './part-mark.tsx'
import { useStaticHtml } from './static-html.tsx'

/** A text whose gaps are fields. Under it each gap says whether it was right, because a colour alone says nothing. */
export function QuestionBlanks({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  const of = `${view.id}/prompt`
  const map = useStaticHtml()
  // Kept for the whole attempt: drawn anew with the answer to another question, it would lose what was typed.
  const [html] = useState(map?.[of] ?? '')
  const { parts } = view
  return (
    <>
      <div
        className="ask gaps"
        data-html={of}
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {parts !== null && view.state !== 'passed' && (
        <ol className="gap-marks">
          {parts.map((right, number) => (
            <li className={classOfPart('gap-mark', right)} key={`${view.id}-${number + 1}`}>
              {t('question.gap', { number: number + 1 })} <PartMark right={right} />
              {!right && view.rightTexts !== null && (
                <span className="belongs">
                  {t('question.rightAnswer', { answer: view.rightTexts[number] ?? '' })}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
