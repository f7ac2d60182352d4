import fc from 'fast-check'
import { DomUtils, parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import { sampleCourse } from '#tests/factories.ts'
import type { Course } from './course.ts'
import { courseFeed } from './course-feed.ts'

const around = {
  language: 'bg',
  publicUrl: 'https://academy.example.org',
  title: 'Нови курсове',
  author: 'Хъб',
} as const

const course = (id: string, published: string | null, changes: Partial<Course> = {}): Course => ({
  ...sampleCourse,
  id,
  published,
  ...changes,
})

function read(courses: Course[]) {
  const tree = parseDocument(courseFeed(courses, around), { xmlMode: true })
  const one = (name: string, within = tree.children) =>
    DomUtils.textContent(DomUtils.getElementsByTagName(name, within, true, 1))
  const entries = DomUtils.getElementsByTagName('entry', tree).map(entry => ({
    id: one('id', entry.children),
    title: one('title', entry.children),
    summary: one('summary', entry.children),
    published: one('published', entry.children),
  }))
  return { tree, one, entries }
}

test('courses stand in the feed with the newest first, and with one order for those of one day', () => {
  const { entries, one } = read([
    course('b', '2026-11-22'),
    course('old', '2025-01-31'),
    course('a', '2026-11-22'),
    course('undated', null),
  ])
  expect(entries.map(({ id }) => id)).toEqual(
    ['a', 'b', 'old'].map(id => `https://academy.example.org/bg/courses/${id}`),
  )
  expect(one('updated')).toBe('2026-11-22T00:00:00Z')
})

test('the feed has everything that RFC 4287 asks of it, itself and each entry', () => {
  const { tree } = read([course('a', '2026-11-22')])
  const [feed] = DomUtils.getElementsByTagName('feed', tree)
  expect(feed?.attribs).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'bg' })
  for (const parent of [feed, ...DomUtils.getElementsByTagName('entry', tree)]) {
    const tags = DomUtils.getElementsByTagName('*', parent?.children ?? [], false)
    for (const name of ['id', 'title', 'updated']) {
      expect(tags.filter(tag => tag.name === name)).toHaveLength(1)
    }
    const instant = DomUtils.textContent(tags.find(tag => tag.name === 'updated') ?? [])
    expect(new Date(instant).toISOString()).toBe(instant.replace('Z', '.000Z'))
    expect(tags.some(({ name, attribs }) => name === 'link' && attribs.rel === 'alternate')).toBe(true)
  }
  expect(DomUtils.getElementsByTagName('author', feed?.children ?? [], false)).toHaveLength(1)
})

test('a feed without an entry is a feed all the same', () => {
  const { entries, one } = read([])
  expect(entries).toEqual([])
  expect(one('updated')).toBe('1970-01-01T00:00:00Z')
})

test.each(['draft', 'retired', 'demo'] as const)('a course that is %s is not in the feed', status => {
  expect(read([course('a', '2026-11-22', { status })]).entries).toEqual([])
})

test('whatever a title says, a parser reads it back as text', () => {
  const title = fc.string({ unit: fc.constantFrom(...'<>&"\'] а/!-[CDATA'), minLength: 1 })
  fc.assert(
    fc.property(title, title, (bg, summary) => {
      const hostile = course('a', '2026-11-22', { title: { bg, en: bg }, summary: { bg: summary, en: '' } })
      expect(read([hostile]).entries).toMatchObject([{ title: bg, summary }])
    }),
  )
})
