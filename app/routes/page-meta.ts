import type { MetaDescriptor } from '@remix-run/node'

/** What a page says of itself to browsers and search engines. */
export type PageMeta = { title: string; description?: string; hidden?: boolean }

type Given = { data: { page: PageMeta } | undefined; matches: { id: string; data?: unknown }[] }

/** Title with the academy's name, description and social card, from what the page's loader says. */
export function pageMeta({ data, matches }: Given): MetaDescriptor[] {
  const root = matches.find(match => match.id === 'root')?.data as { hub: { academy: string } } | undefined
  const academy = root?.hub.academy ?? ''
  if (data === undefined) return [{ title: academy }]
  const { title, description, hidden } = data.page
  const full = title === academy ? academy : `${title} · ${academy}`
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
    ...(hidden ? [{ name: 'robots', content: 'noindex' }] : []),
  ]
}
