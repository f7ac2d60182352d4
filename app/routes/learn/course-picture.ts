import type { LoaderFunctionArgs } from '@remix-run/node'
import { courseCard } from '#app/domain/courses/course-picture.server.ts'
import { isOpenToAll } from '#app/domain/courses/open-to-all.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { fileResponse } from '#app/platform/file-response.ts'
import { hub } from '#app/platform/hub.server.ts'
import { readCourse, readLanguage, readViewer } from '../read-params.server.ts'

/** The picture that stands on cards of a course and its lessons. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const course = readCourse(params, viewer)
  const t = translatorFor(language)
  const { png, etag } = courseCard(
    {
      academy: hub().academy[language],
      tag: t(`track.${course.track}`),
      title: course.title[language],
      facts: [
        t('course.level', { level: course.level }),
        t('course.hours', { count: course.workload.academicHours }),
      ],
    },
    course.cover,
  )
  const shared = viewer.role === null && isOpenToAll(course)
  return fileResponse(request, { bytes: png, contentType: 'image/png', etag, shared })
}
