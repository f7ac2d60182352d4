import type { CourseCard } from '#app/domain/courses/course-card.ts'
import { useI18n } from '#app/i18n/i18n-context.tsx'

export function CourseFacts({ course }: { course: CourseCard }) {
  const { t } = useI18n()
  return (
    <ul className="facts">
      <li>{t('course.lessons', { count: course.lessons })}</li>
      <li>{t('course.hours', { count: course.academicHours })}</li>
      <li>{t('course.level', { level: course.level })}</li>
      <li>{course.languages.map(language => t(`language.${language}`)).join(', ')}</li>
      {course.editionName !== null && <li>{course.editionName}</li>}
      {course.demo && <li className="demonstration">{t('course.demonstration')}</li>}
    </ul>
  )
}
