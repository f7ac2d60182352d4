import type { LoaderFunctionArgs } from '@remix-run/node'
import { hub } from '#app/platform/hub.server.ts'
import { openApiDocument } from './openapi-document.ts'

/** What the API is, for programs. */
export function loader({ context }: LoaderFunctionArgs) {
  const document = openApiDocument(context.publicUrl, hub().name.en)
  return Response.json(document, { headers: { 'Cache-Control': 'public, max-age=3600' } })
}
