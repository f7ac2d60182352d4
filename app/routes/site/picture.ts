import type { LoaderFunctionArgs } from '@remix-run/node'
import { courseCard } from '#app/domain/courses/course-picture.server.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { fileResponse } from '#app/platform/file-response.ts'
import { hub } from '#app/platform/hub.server.ts'
import { readLanguage } from '../read-params.server.ts'

/** The picture on cards of pages that have none of their own. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const { academy, name, place } = hub()
  const { png, etag } = courseCard(
    {
      academy: academy[language],
      tag: name[language],
      title: translatorFor(language)('home.title'),
      facts: [place[language]],
    },
    null,
  )
  return fileResponse(request, { bytes: png, contentType: 'image/png', etag, shared: true })
}
