import type { LoaderFunctionArgs } from '@remix-run/node'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { foundPages, sitemapXml } from '#app/domain/courses/sitemap.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return new Response(sitemapXml(context.publicUrl, foundPages(catalogue())), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
}
