import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'

/** Other forms of a lesson: files and a page for paper, none of which is a step of the way through the course. */
export function TakeAlong({ course, lesson }: { course: string; lesson: string }) {
  const { language, t } = useI18n()
  return (
    <p className="meta take-along">
      {t('takeAlong.says')} <a href={paths.lessonPrint(language, course, lesson)}>{t('takeAlong.print')}</a>
      {' · '}
      <a href={paths.lessonHandout(language, course, lesson)}>PDF</a>
      {' · '}
      <a href={paths.lessonMarkdown(language, course, lesson)}>Markdown</a>
    </p>
  )
}
