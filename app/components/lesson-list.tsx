import type { CourseView } from '#app/domain/learning/view-course.server.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'
import { paths } from '#app/paths.ts'
import { LessonState } from './lesson-state.tsx'
import { PageLink } from './page-link.tsx'

export function LessonList({ course }: { course: CourseView }) {
  const { language, t } = useI18n()
  return (
    <ol className="lessons">
      {course.lessons.map(lesson => (
        <li key={lesson.id}>
          <LessonState state={lesson.progress?.state ?? 'new'} />
          <div>
            <h3>
              <PageLink to={paths.lesson(language, course.card.id, lesson.id)}>{lesson.title}</PageLink>
            </h3>
            <p>{lesson.summary}</p>
            <ul className="facts">
              <li>{t('lesson.minutes', { count: lesson.read })}</li>
              <li>{t('lesson.questions', { count: lesson.questions })}</li>
              {lesson.progress?.required === false && <li>{t('lesson.optional')}</li>}
              {lesson.progress?.state === 'started' && (
                <li>
                  {t('lesson.passed', {
                    passed: lesson.progress.passedQuestions,
                    questions: lesson.progress.questions,
                  })}
                </li>
              )}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  )
}
