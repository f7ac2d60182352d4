import type { LoaderFunctionArgs } from '@remix-run/node'
import { lessonHandout } from '#app/domain/courses/handout/handout.server.ts'
import { isOpenToAll } from '#app/domain/courses/open-to-all.ts'
import { paths } from '#app/paths.ts'
import { fileResponse } from '#app/platform/file-response.ts'
import { hub } from '#app/platform/hub.server.ts'
import { readLanguage, readLesson, readViewer } from '../read-params.server.ts'

/** A lesson on paper. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const { course, lesson } = readLesson(params, viewer)
  const { academy, name } = hub()
  const url = context.publicUrl + paths.lesson(language, course.id, lesson.id)
  const { pdf, etag } = await lessonHandout({
    course,
    lesson,
    language,
    publisher: { academy: academy[language], hub: name[language] },
    site: context.publicUrl,
    url,
  })
  return fileResponse(request, {
    bytes: pdf,
    contentType: 'application/pdf',
    etag,
    shared: viewer.role === null && isOpenToAll(course),
    headers: {
      'Content-Disposition': `inline; filename="${lesson.id}.${language}.pdf"`,
      Link: `<${url}>; rel="canonical"`,
    },
  })
}
