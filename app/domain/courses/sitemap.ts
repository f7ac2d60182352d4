import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { escapeXml } from '#app/platform/xml.ts'
import type { Catalogue } from './catalogue.ts'
import { isOpenToAll } from './open-to-all.ts'

/** A page that may be found by search engines, in the languages that it is written in. */
export type FoundPage = { languages: readonly Language[]; address: (language: Language) => string }

/** Pages that anybody may read, and nothing that belongs to a person. */
export function foundPages(catalogue: Pick<Catalogue, 'courses' | 'paths'>): FoundPage[] {
  return [
    { languages, address: paths.home },
    { languages, address: paths.courses },
    ...catalogue.paths.filter(isOpenToAll).map(path => ({
      languages,
      address: (language: Language) => paths.path(language, path.id),
    })),
    ...catalogue.courses.filter(isOpenToAll).flatMap(course => [
      { languages: course.languages, address: (language: Language) => paths.course(language, course.id) },
      ...course.lessons.map(lesson => ({
        languages: course.languages,
        address: (language: Language) => paths.lesson(language, course.id, lesson.id),
      })),
    ]),
    { languages, address: paths.glossary },
    { languages, address: paths.verify },
  ]
}

/**
 * The sitemap of the site (sitemaps.org 0.9). Every language of a page is an entry that names all of them, itself
 * too, as search engines ask; the first language stands for readers of any other.
 */
export function sitemapXml(publicUrl: string, pages: readonly FoundPage[]): string {
  const entries = pages.flatMap(page => page.languages.map(language => entryXml(publicUrl, page, language)))
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('')}</urlset>
`
}

function entryXml(publicUrl: string, page: FoundPage, language: Language): string {
  const address = (which: Language) => escapeXml(publicUrl + page.address(which))
  const [original = language] = page.languages
  const alternates = [
    ...page.languages.map(other => ({ name: other, href: address(other) })),
    { name: 'x-default', href: address(original) },
  ]
  const links = alternates.map(
    ({ name, href }) => `    <xhtml:link rel="alternate" hreflang="${name}" href="${href}"/>\n`,
  )
  return `  <url>\n    <loc>${address(language)}</loc>\n${links.join('')}  </url>\n`
}

/** What robots may fetch. Verdicts name people, so they are passed over. */
export function robotsText(publicUrl: string): string {
  return `User-agent: *
Disallow: /v/
Disallow: /*/verify/

Sitemap: ${publicUrl}${paths.sitemap()}
`
}
