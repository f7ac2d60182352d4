import type { OpenLesson } from '#app/domain/learning/open-lesson.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { otherLanguage } from '#app/platform/language.ts'
import { LessonState } from './lesson-state.tsx'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'

type LessonOutlineProps = {
  course: { id: string; title: string }
  lessons: OpenLesson['outline']
  current: string
  complete: number
  /** How many lessons this learner needs to complete the course. */
  required: number
  enrolled: boolean
}

/** The course beside the lesson: where one is, and what is done. On a phone it folds. */
export function LessonOutline(props: LessonOutlineProps) {
  const { course, lessons, current, complete, required, enrolled } = props
  const { language, t } = useI18n()
  const other = otherLanguage(language)
  const list = (
    <ol>
      {lessons.map(lesson => (
        <li key={lesson.id}>
          <PageLink
            to={paths.lesson(language, course.id, lesson.id)}
            aria-current={lesson.id === current ? 'page' : undefined}
          >
            <LessonState state={lesson.state} />
            <span>
              {lesson.title}
              {!lesson.required && <small> {t('lesson.optional')}</small>}
            </span>
          </PageLink>
        </li>
      ))}
    </ol>
  )
  return (
    <aside className="outline" aria-label={t('lesson.outline')}>
      <p className="outline-head">
        <PageLink to={paths.course(language, course.id)}>{course.title}</PageLink>
        {/* Also here, because the head of the page scrolls away. A new document, as there. */}
        <a className="language" href={paths.lesson(other, course.id, current)} lang={other} hrefLang={other}>
          {t('site.otherLanguage')}
        </a>
      </p>
      {enrolled && required > 0 && (
        <ProgressBar
          value={complete}
          max={required}
          label={t('progress.ofCourse', { title: course.title })}
        />
      )}
      <div className="outline-wide">{list}</div>
      <details className="outline-narrow">
        <summary>{t('lesson.allLessons', { count: lessons.length })}</summary>
        {list}
      </details>
    </aside>
  )
}
