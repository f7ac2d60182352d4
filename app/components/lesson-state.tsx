import type { LessonProgress } from '#app/domain/learning/progress.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { DoneIcon, NewIcon, StartedIcon } from './icon.tsx'

const icons = { new: NewIcon, started: StartedIcon, complete: DoneIcon }

/** The state of a lesson as a drawing, and in words for those who do not see it. */
export function LessonState({ state }: { state: LessonProgress['state'] }) {
  const { t } = useI18n()
  const Icon = icons[state]
  return (
    <span className="lesson-state">
      <Icon />
      <span className="unseen">{t(`lesson.state.${state}`)}</span>
    </span>
  )
}
