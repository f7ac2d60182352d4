import type { LoaderFunctionArgs } from '@remix-run/node'
import { lessonSource } from '#app/domain/courses/lesson-source.server.ts'
import { paths } from '#app/paths.ts'
import { notFound, readLanguage, readLesson, readViewer } from '../read-params.server.ts'

/** The Markdown of a lesson: to those who teach as it was written, to everybody else without what is secret. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const { course, lesson } = readLesson(params, viewer)
  const teaches = viewer.role === 'trainer' || viewer.role === 'admin'
  const markdown = teaches ? lessonSource(course, lesson, language) : lesson.texts[language].openMarkdown
  if (markdown === null) throw notFound('lesson')
  const page = context.publicUrl + paths.lesson(language, course.id, lesson.id)
  return new Response(markdown, {
    headers: {
      'Content-Type': 'text/markdown; charset=utf-8',
      'Content-Disposition': `inline; filename="${lesson.id}.${language}.md"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
      Link: `<${page}>; rel="canonical"`,
    },
  })
}
