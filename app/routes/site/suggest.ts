import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { searchCourses } from '#app/domain/courses/search/search-courses.server.ts'
import { readLanguage, readViewer } from '../read-params.server.ts'

const LIMIT = 6

/** What the search box of every page shows while one types. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = readLanguage(params)
  const viewer = await readViewer(request, context)
  const query = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json(
    searchCourses(catalogue(), { query, language, viewer, limit: LIMIT, typing: !query.endsWith(' ') }),
  )
}
