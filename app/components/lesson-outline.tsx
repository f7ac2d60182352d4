import type { OpenLesson } from '#app/domain/learning/open-lesson.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { LessonState } from './lesson-state.tsx'
import { PageLink } from './page-link.tsx'
import { ProgressBar } from './progress-bar.tsx'

type LessonOutlineProps = {
  course: { id: string; title: string }
  lessons: OpenLesson['outline']
  current: string
  complete: number
  enrolled: boolean
}

/** The course beside the lesson: where one is, and what is done. On a phone it folds. */
export function LessonOutline({ course, lessons, current, complete, enrolled }: LessonOutlineProps) {
  const { language, t } = useI18n()
  const list = (
    <ol>
      {lessons.map(lesson => (
        <li key={lesson.id}>
          <PageLink
            to={paths.lesson(language, course.id, lesson.id)}
            aria-current={lesson.id === current ? 'page' : undefined}
          >
            <LessonState state={lesson.state} />
            <span>{lesson.title}</span>
          </PageLink>
        </li>
      ))}
    </ol>
  )
  return (
    <aside className="outline" aria-label={t('lesson.outline')}>
      <PageLink to={paths.course(language, course.id)}>{course.title}</PageLink>
      {enrolled && (
        <ProgressBar
          value={complete}
          max={lessons.length}
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
