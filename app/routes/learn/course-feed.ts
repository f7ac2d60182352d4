import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { courseFeed } from '#app/domain/courses/course-feed.ts'
import { translatorFor } from '#app/i18n/translator.server.ts'
import { hub } from '#app/platform/hub.server.ts'
import { readLanguage } from '../read-params.server.ts'

export function loader({ params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const academy = hub().academy[language]
  const feed = courseFeed(catalogue().courses, {
    language,
    publicUrl: context.publicUrl,
    title: translatorFor(language)('courses.feed', { academy }),
    author: hub().name[language],
  })
  return new Response(feed, {
    headers: {
      'Content-Type': 'application/atom+xml; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    },
  })
}
