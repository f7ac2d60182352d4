import { useFetcher } from '@remix-run/react'
import type { QuestionView } from '#app/domain/learning/view-question.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { StaticHtml } from './static-html.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/** The hints that were asked for. The place is there before they are, so that a new one is read out. */
export function QuestionHints({ view }: { view: QuestionView }) {
  const { t } = useI18n()
  const place = useKeptFocus<HTMLDivElement>(view.hintsTaken)
  const total = view.hintsTaken + view.hintsLeft
  if (total === 0) return null
  return (
    <div className="hints" aria-live="polite" tabIndex={-1} ref={place}>
      {Array.from({ length: view.hintsTaken }, (_, number) => (
        <div className="hint-given" key={`${view.id}-${number + 1}`}>
          <p className="tag">{t('question.hint', { number: number + 1, total })}</p>
          <StaticHtml of={`${view.id}/hint/${number}`} />
        </div>
      ))}
    </div>
  )
}

/** Asks for the next hint: a form of its own, so that nothing is answered by it. */
export function AskHint({ view, action }: { view: QuestionView; action: string }) {
  const { t } = useI18n()
  const fetcher = useFetcher()
  if (view.hintsLeft === 0) return null
  const number = view.hintsTaken + 1
  return (
    <fetcher.Form method="post" action={action}>
      <input type="hidden" name="intent" value="hint" />
      <input type="hidden" name="question" value={view.id} />
      <input type="hidden" name="number" value={number} />
      <button className="button quiet" type="submit">
        {t('question.hint', { number, total: view.hintsTaken + view.hintsLeft })}
      </button>
    </fetcher.Form>
  )
}
