import type { MetaDescriptor } from '@remix-run/node'
import type { StructuredData } from '#app/domain/courses/structured-data.ts'
import { paths } from '#app/paths.ts'
import { isLanguage } from '#app/platform/language.ts'

/** What a page says of itself to browsers and search engines. */
export type PageMeta = {
  title: string
  description?: string
  hidden?: boolean
  /** Path of the page that this one is another form of. */
  canonical?: string
  /** Path and text of the picture on cards of this page; the academy's own when there is none. */
  picture?: { path: string; alt: string }
  structured?: StructuredData
  /** An Atom feed of what the page lists. */
  feed?: { path: string; title: string }
}

type Given = {
  data: { page: PageMeta } | undefined
  params: { lang?: string }
  matches: { id: string; data?: unknown }[]
}

/** Title with the academy's name, description and social card, from what the page's loader says. */
export function pageMeta({ data, params, matches }: Given): MetaDescriptor[] {
  const root = matches.find(match => match.id === 'root')?.data as
    | { hub: { academy: string }; publicUrl: string }
    | undefined
  const academy = root?.hub.academy ?? ''
  if (data === undefined) return [{ title: academy }]
  const { title, description, hidden, canonical, structured, feed } = data.page
  const full = title === academy ? academy : `${title} · ${academy}`
  const language = isLanguage(params.lang) ? params.lang : 'bg'
  const picture = data.page.picture ?? { path: paths.picture(language), alt: academy }
  const publicUrl = root?.publicUrl ?? ''
  return [
    { title: full },
    { property: 'og:title', content: title },
    { property: 'og:site_name', content: academy },
    ...(description === undefined
      ? []
      : [
          { name: 'description', content: description },
          { property: 'og:description', content: description },
        ]),
    ...(hidden ? [{ name: 'robots', content: 'noindex' }] : cardPicture(publicUrl, picture)),
    ...(canonical === undefined
      ? []
      : [{ tagName: 'link' as const, rel: 'canonical', href: publicUrl + canonical }]),
    ...(feed === undefined ? [] : [feedLink(publicUrl, feed)]),
    ...(structured === undefined ? [] : [{ 'script:ld+json': structured }]),
  ]
}

function feedLink(publicUrl: string, { path, title }: { path: string; title: string }): MetaDescriptor {
  return { tagName: 'link', rel: 'alternate', type: 'application/atom+xml', href: publicUrl + path, title }
}

function cardPicture(publicUrl: string, { path, alt }: { path: string; alt: string }): MetaDescriptor[] {
  return [
    { property: 'og:image', content: publicUrl + path },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: '1200' },
    { property: 'og:image:height', content: '630' },
    { property: 'og:image:alt', content: alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}
