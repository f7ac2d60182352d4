import { DomUtils, parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { sampleCourse } from '#tests/factories.ts'
import type { Course } from './course.ts'
import { foundPages, robotsText, sitemapXml } from './sitemap.ts'

const site = 'https://academy.example.org'

type Entry = { loc: string; alternates: Record<string, string> }

function entriesOf(courses: Course[], publicUrl = site): Entry[] {
  const xml = sitemapXml(publicUrl, foundPages({ courses, paths: [] }))
  const tree = parseDocument(xml, { xmlMode: true }).children
  expect(DomUtils.getElementsByTagName('*', tree, false).map(tag => tag.name)).toEqual(['urlset'])
  return DomUtils.getElementsByTagName('url', tree).map(url => {
    const links = DomUtils.getElementsByTagName('xhtml:link', url)
    expect(links.every(link => link.attribs.rel === 'alternate')).toBe(true)
    return {
      loc: DomUtils.textContent(DomUtils.getElementsByTagName('loc', url)),
      alternates: Object.fromEntries(
        links.map(({ attribs }) => [attribs.hreflang ?? '', attribs.href ?? '']),
      ),
    }
  })
}

test('every open page stands in the sitemap in both languages, each naming the other and itself', () => {
  const entries = entriesOf([sampleCourse])
  const pages = [
    paths.home,
    paths.courses,
    paths.glossary,
    paths.verify,
    (language: 'bg' | 'en') => paths.course(language, 'sample'),
    (language: 'bg' | 'en') => paths.lesson(language, 'sample', 'passwords'),
    (language: 'bg' | 'en') => paths.lesson(language, 'sample', 'connections'),
  ]
  expect(entries).toHaveLength(pages.length * 2)
  for (const page of pages) {
    const alternates = { bg: site + page('bg'), en: site + page('en'), 'x-default': site + page('bg') }
    expect(entries).toContainEqual({ loc: alternates.bg, alternates })
    expect(entries).toContainEqual({ loc: alternates.en, alternates })
  }
})

test('a course of one language stands there in that language alone', () => {
  const addresses = entriesOf([{ ...sampleCourse, languages: ['en'] }]).map(entry => entry.loc)
  expect(addresses).toContain(site + paths.course('en', 'sample'))
  expect(addresses).not.toContain(site + paths.course('bg', 'sample'))
})

test.each(['draft', 'retired', 'demo'] as const)('nothing of a course that is %s stands there', status => {
  const addresses = entriesOf([{ ...sampleCourse, status }]).map(entry => entry.loc)
  expect(addresses.filter(address => address.includes('sample'))).toEqual([])
})

test('an address with signs of markup is written so that a parser reads it back', () => {
  const [home] = entriesOf([], 'https://example.org/a?b&c=<"d">')
  expect(home?.loc).toBe('https://example.org/a?b&c=<"d">/bg')
})

test('robots are told what to pass over and where the sitemap is', () => {
  const lines = robotsText(site).split('\n')
  expect(lines).toContain(`Disallow: ${paths.shortVerify('')}`)
  expect(lines).toContain(`Disallow: ${paths.verifyCertificate('bg', '').replace('/bg/', '/*/')}`)
  expect(lines).toContain(`Sitemap: ${site}/sitemap.xml`)
  expect(lines).not.toContain('Disallow: /')
})
