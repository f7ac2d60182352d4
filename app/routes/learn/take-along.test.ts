import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ask } from '#app/domain/certificates/pdf-judges.server.ts'
import { setCatalogueSource } from '#app/domain/courses/catalogue.server.ts'
import { sampleCourse, sampleLesson } from '#app/domain/courses/sample-content.ts'
import { temporaryContent } from '#app/domain/courses/temporary-content.server.ts'
import { openAcademy } from '#tests/factories.ts'
import { loader as feed } from './course-feed.ts'
import { loader as picture } from './course-picture.ts'
import { loader as handout } from './handout.ts'
import { loader as markdown } from './lesson-markdown.ts'
import { loader as print } from './print.tsx'

const publicUrl = 'https://academy.example.org'

type Address = { lang?: string; course?: string; lesson?: string }
type Loader = typeof handout | typeof markdown | typeof print | typeof picture | typeof feed

/** Asks as somebody without an account does. What a loader throws is an answer too. */
async function visit(loader: Loader, address: Address = {}, headers: Record<string, string> = {}) {
  const params = { lang: 'bg', course: 'passwords', lesson: 'first', ...address }
  const context = {
    publicUrl,
    clientAddress: '127.0.0.1',
    nonce: '',
    requestId: '',
    isDataRequest: true,
    staticHtml: {},
    setCookie: () => undefined,
  }
  const request = new Request(`${publicUrl}/`, { headers })
  try {
    return await loader({ request, params, context })
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
}

async function statusOf(loader: Loader, address: Address = {}): Promise<number> {
  const answer = await visit(loader, address)
  return answer instanceof Response ? answer.status : 200
}

function serve(status: string): void {
  const course = sampleCourse.replace('status: published', `status: ${status}`)
  expect(course).toContain(`status: ${status}`)
  const contentDir = temporaryContent({
    'courses/passwords/course.yml': `${course}published: 2026-11-22\n`,
    'courses/passwords/010-first/lesson.bg.md': `${sampleLesson}\n::: trainer\nБележка на обучаващия.\n:::\n`,
  })
  setCatalogueSource({ contentDir, watch: false })
  openAcademy({
    HUB_MODE: 'live',
    PUBLIC_URL: publicUrl,
    KEYS_DIR: '/tmp',
    SMTP_URL: 'smtps://mail.example.org',
    CONTENT_DIR: contentDir,
  })
}

const ofCourse = { picture, handout, markdown, print }
const ofLesson = { handout, markdown, print }

beforeEach(() => serve('published'))

describe('what can be taken along', () => {
  it.each(Object.entries(ofCourse))(
    'is there for an open course, in both languages: %s',
    async (_, loader) => {
      for (const lang of ['bg', 'en']) expect(await statusOf(loader, { lang })).toBe(200)
    },
  )

  it.each(Object.entries(ofCourse))(
    'is not there in another language or of another course: %s',
    async (_, loader) => {
      expect(await statusOf(loader, { lang: 'de' })).toBe(404)
      expect(await statusOf(loader, { lang: '' })).toBe(404)
      expect(await statusOf(loader, { course: 'other' })).toBe(404)
    },
  )

  it.each(Object.entries(ofLesson))('is not there of another lesson: %s', async (_, loader) => {
    for (const lesson of ['other', '', '..', 'first.md']) {
      expect(await statusOf(loader, { lesson })).toBe(404)
    }
  })

  it.each(
    ['draft', 'retired', 'demo'].flatMap(status =>
      Object.entries(ofCourse).map(([name, loader]) => [status, name, loader] as const),
    ),
  )('is not there in a live academy while the course is %s: %s', async (status, _, loader) => {
    serve(status)
    expect(await statusOf(loader)).toBe(404)
  })

  it('has nothing of an answer key or of a note for trainers', async () => {
    const secrets =
      /Замените са|дължината побеждава|Пребройте|Обяснение|37[.,]6|Secure Shell|open\\s|Бележка на/
    expect(sampleLesson).toMatch(secrets)
    const read = async (loader: typeof markdown | typeof handout) => {
      const answer = await visit(loader)
      return answer instanceof Response ? Buffer.from(await answer.arrayBuffer()) : Buffer.alloc(0)
    }
    const pdf = join(folder, 'handout.pdf')
    writeFileSync(pdf, await read(handout))
    const printed = await visit(print)
    const texts = {
      markdown: (await read(markdown)).toString(),
      handout: ask('pdftotext', [pdf, '-']),
      print: JSON.stringify(printed),
    }
    for (const [name, text] of Object.entries(texts)) {
      expect(text, name).toContain('Колко бита?')
      expect(text, name).toContain('четири думи')
      expect(text, name).not.toMatch(secrets)
    }
  })
})

describe('the headers', () => {
  const headersOf = async (loader: Loader) => {
    const answer = await visit(loader)
    if (!(answer instanceof Response)) throw new Error('This loader makes a page.')
    return answer.headers
  }

  it.each([
    ['handout', handout, 'application/pdf'],
    ['picture', picture, 'image/png'],
    ['feed', feed, 'application/atom+xml; charset=utf-8'],
  ] as const)('let everybody keep what is the same for everybody: %s', async (_, loader, type) => {
    const headers = await headersOf(loader)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('cache-control')).toBe('public, max-age=3600')
  })

  it('let nobody keep the Markdown, which depends on who asks', async () => {
    const headers = await headersOf(markdown)
    expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toBe('noindex')
  })

  it('name the page of the lesson as the one to be found', async () => {
    for (const loader of [handout, markdown]) {
      const canonical = `<${publicUrl}/bg/courses/passwords/first>; rel="canonical"`
      expect((await headersOf(loader)).get('link')).toBe(canonical)
    }
    expect(await visit(print)).toMatchObject({
      page: { hidden: true, canonical: '/bg/courses/passwords/first' },
    })
  })

  it('spare the bytes of whoever has them still', async () => {
    for (const loader of [handout, picture]) {
      const tag = (await headersOf(loader)).get('etag') ?? ''
      const again = await visit(loader, {}, { 'If-None-Match': tag })
      expect(again instanceof Response && again.status).toBe(304)
    }
  })
})

const folder = mkdtempSync(join(tmpdir(), 'take-along-'))
afterAll(() => rmSync(folder, { recursive: true }))
