import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { escapeXml } from '#app/platform/xml.ts'
import type { Course } from './course.ts'
import { compareText } from './diagnostic.ts'
import { isOpenToAll } from './open-to-all.ts'

type Feed = {
  language: Language
  publicUrl: string
  /** Name of the feed in its language. */
  title: string
  /** Who publishes: the hub, in the language of the feed. */
  author: string
}

/** Of a feed that has no entry yet: the format asks for an instant, and any other would change by itself. */
const never = '1970-01-01'

/** New courses as an Atom feed (RFC 4287), the newest first: those that are open and say when they were published. */
export function courseFeed(courses: readonly Course[], feed: Feed): string {
  const dated = courses
    .filter(isOpenToAll)
    .flatMap(course => (course.published === null ? [] : [{ course, published: course.published }]))
    .toSorted((a, b) => compareText(b.published, a.published) || compareText(a.course.id, b.course.id))
  const { language, publicUrl } = feed
  const itself = escapeXml(publicUrl + paths.courseFeed(language))
  const catalogue = escapeXml(publicUrl + paths.courses(language))
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${itself}</id>
  <title>${escapeXml(feed.title)}</title>
  <updated>${instant(dated[0]?.published ?? never)}</updated>
  <author><name>${escapeXml(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${itself}"/>
  <link rel="alternate" type="text/html" href="${catalogue}"/>
${dated.map(({ course, published }) => entryXml(course, published, feed)).join('')}</feed>
`
}

function entryXml(course: Course, published: string, { language, publicUrl }: Feed): string {
  const address = escapeXml(publicUrl + paths.course(language, course.id))
  return `  <entry>
    <id>${address}</id>
    <title>${escapeXml(course.title[language])}</title>
    <published>${instant(published)}</published>
    <updated>${instant(published)}</updated>
    <link rel="alternate" type="text/html" href="${address}"/>
    <category term="${course.track}"/>
    <summary>${escapeXml(course.summary[language])}</summary>
  </entry>
`
}

function instant(day: string): string {
  return `${day}T00:00:00Z`
}
