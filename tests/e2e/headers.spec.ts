import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { APIRequestContext } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive } from '#tests/people.ts'
import { completeCourse, earnCertificate } from './complete-course.ts'
import { journeyCourse as course, firstLesson, openCourses } from './content.ts'
import { expect, test } from './fixtures.ts'
import { postForm } from './post-form.ts'
import { type RawResponse, rawRequest } from './raw-request.ts'
import { site } from './site.ts'
import { strayCharacters } from './whole-page.ts'

const lesson = firstLesson(course)
const assets = readdirSync(fileURLToPath(new URL('../../build/client/assets', import.meta.url)))
const asset = (ending: string) => `/assets/${assets.find(name => name.endsWith(ending))}`

const openPages = languages.flatMap(language => [
  paths.home(language),
  paths.courses(language),
  paths.course(language, course.id),
  paths.lesson(language, course.id, lesson.id),
  paths.verify(language),
  paths.login(language),
  paths.signup(language),
])

const answers: Record<string, () => Promise<RawResponse>> = {
  'a page': () => rawRequest('/bg'),
  'a lesson': () => rawRequest(paths.lesson('bg', course.id, lesson.id)),
  'the data of a navigation': () => rawRequest(`${paths.course('bg', course.id)}.data`),
  'a page that is not there': () => rawRequest('/bg/no-such-page'),
  'a page outside of any language': () => rawRequest('/no-such-page'),
  'a redirect': () => rawRequest('/'),
  'a redirect to sign in': () => rawRequest(paths.learning('bg')),
  'a style': () => rawRequest(asset('.css')),
  'a script': () => rawRequest(asset('.js')),
  'a font': () => rawRequest(asset('.woff2')),
  'an icon': () => rawRequest('/icon.svg'),
  'the health check': () => rawRequest('/healthz'),
  'a refused form': () => rawRequest(paths.login('bg'), { method: 'POST' }),
  'a form that is too large': () =>
    rawRequest(paths.login('bg'), {
      method: 'POST',
      headers: { origin: site, 'content-length': '100000' },
      body: 'x'.repeat(100_000),
    }),
  'an address that cannot be decoded': () => rawRequest('/%'),
  'a number that was checked': () => rawRequest(paths.verifyCertificate('bg', 'J58E5J8JPRY7K5S2')),
  'an answer of the API': () => rawRequest(paths.apiCertificate('J58E5J8JPRY7K5S2')),
  'a refusal of the API': () => rawRequest(paths.apiVerify()),
  'a form with errors': () =>
    rawRequest(paths.login('bg'), {
      method: 'POST',
      headers: { origin: site, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'email=',
    }),
}

for (const [said, fetchIt] of Object.entries(answers)) {
  test(`${said} comes with a policy whose nonce is fresh, and with the other promises of safety`, async () => {
    const [first, second] = [await fetchIt(), await fetchIt()]
    const nonces = [first, second].map(response => nonceOf(response))
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/)
    expect(nonces[0]).not.toBe(nonces[1])
    const policy = policyOf(first)
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['script-src']).toEqual(["'self'", `'nonce-${nonces[0]}'`])
    expect(policy['style-src']).toEqual(["'self'"])
    expect(policy['frame-ancestors']).toEqual(["'none'"])
    expect(policy['base-uri']).toEqual(["'none'"])
    expect(policy['form-action']).toEqual(["'self'"])
    expect(String(first.headers['content-security-policy'])).not.toMatch(/unsafe|https?:|\*/)
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    expect(first.headers['referrer-policy']).toBe('same-origin')
    expect(first.headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(first.headers['permissions-policy']).toContain('camera=()')
    expect(first.headers['x-powered-by']).toBeUndefined()
    expect(first.headers.server).toBeUndefined()
  })
}

test('a picture of a lesson may run nothing, even opened on its own', async ({ request }) => {
  const page = await (await request.get(paths.lesson('bg', course.id, lesson.id))).text()
  const picture = /\/content-files\/[^"]+\.svg/.exec(page)?.[0]
  expect(picture, 'the lesson has a picture').toBeDefined()
  const response = await rawRequest(picture ?? '')
  expect(response.status).toBe(200)
  expect(response.headers['content-type']).toBe('image/svg+xml')
  // Of several policies all hold, so that the narrowest decides.
  const policies = String(response.headers['content-security-policy']).split(/,\s*/)
  const sandboxed = policies.map(directivesIn).filter(policy => policy.sandbox?.length === 0)
  expect(sandboxed.length).toBeGreaterThan(0)
  for (const policy of sandboxed) {
    expect(policy['default-src']).toEqual(["'none'"])
    expect(policy['script-src']).toBeUndefined()
  }
  expect(response.headers['cache-control']).toContain('immutable')
  expect(response.headers['x-content-type-options']).toBe('nosniff')
  const [, course_ = '', lesson_ = '', , name = ''] = (picture ?? '').split('/').slice(1)
  expect(
    (await rawRequest(paths.contentFile(course_, lesson_, '00000000', name))).status,
    'under another hash',
  ).toBe(404)
})

test('no page has a style in it, or a script without the nonce of its response', async ({ request }) => {
  await arrive(request, amina())
  await completeCourse(request, course, 'bg')
  const cookie = await cookieOf(request)
  const claim = paths.courseCertificate('bg', course.id)
  const personal = [
    paths.learning('bg'),
    paths.certificates('bg'),
    paths.settings('bg'),
    paths.settings('en'),
    claim,
    ...openPages,
  ]
  const visits: [string, Record<string, string>][] = [
    ...openPages.map((path): [string, Record<string, string>] => [path, {}]),
    ...personal.map((path): [string, Record<string, string>] => [path, { cookie }]),
    ['/bg/no-such-page', {}],
    ['/no-such-page', { cookie }],
    [`${paths.verify('bg')}?id=x`, {}],
  ]
  for (const [path, headers] of visits) {
    const response = await rawRequest(path, { headers })
    const html = response.body.toString()
    if (response.status === 302) continue
    expect(html, path).not.toMatch(/\sstyle=/i)
    expect(html, path).not.toMatch(/<style\b/i)
    expect(html, path).not.toMatch(/<[^>]+\son[a-z]+=/i)
    expect(html, path).not.toMatch(/(?:href|src|action)="\s*javascript:/i)
    // A block of data is no script: nothing of it runs.
    for (const [tag] of html.matchAll(/<script\b(?! type="application\/ld\+json">)[^>]*>/gi))
      expect(tag, path).toContain(`nonce="${nonceOf(response)}"`)
    const elsewhere = [
      ...html.matchAll(/<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)="(https?:[^"]+)"/gi),
    ].map(match => match[1])
    expect(
      elsewhere.filter(address => !address?.startsWith(site)),
      `${path} loads nothing from elsewhere`,
    ).toEqual([])
  }
})

test('every letter arrives whole, wherever the stream of a page is cut', async () => {
  const stray: string[] = []
  for (const language of languages) {
    for (const each of openCourses) {
      const pages = each.lessons.map(entry => paths.lesson(language, each.id, entry.id))
      for (const path of [paths.course(language, each.id), ...pages]) {
        const { body } = await rawRequest(path)
        stray.push(...strayCharacters(body.toString()).map(place => `${path}: ${place}`))
      }
    }
  }
  expect(stray).toEqual([])
})

test('no personal page, file or answer may be kept by a browser or on the way', async ({ request }) => {
  const person = await arrive(request, amina())
  const here = paths.lesson('bg', course.id, lesson.id)
  await completeCourse(request, course, 'bg')
  const claim = paths.courseCertificate('bg', course.id)
  expect((await request.get(claim)).headers()['cache-control'], claim).toContain('no-store')
  const id = await earnCertificate(request, course, person.name)
  const personal = [
    paths.home('bg'),
    paths.courses('bg'),
    paths.course('bg', course.id),
    here,
    paths.learning('bg'),
    paths.certificates('bg'),
    paths.certificatePdf('bg', id),
    paths.settings('bg'),
    paths.verifyCertificate('bg', id),
    `${paths.learning('bg')}.data`,
    `${here}.data`,
    '/bg/no-such-page',
  ]
  const kept: string[] = []
  for (const path of personal) {
    const response = await request.get(path, { maxRedirects: 0 })
    if (!/\bno-store\b/.test(response.headers()['cache-control'] ?? '')) kept.push(path)
  }
  expect(kept).toEqual([])
})

test('an answer that sets a cookie may not be kept', async ({ request }) => {
  const { email, password } = await arrive(request, amina())
  const kept: string[] = []
  const look = (said: string, headers: Record<string, string>) => {
    if (headers['set-cookie'] !== undefined && !/\bno-store\b/.test(headers['cache-control'] ?? ''))
      kept.push(said)
  }
  look('sign-in', (await postForm(request, paths.login('bg'), { email, password })).headers())
  look('the page with the toast', (await request.get(paths.learning('bg'), { maxRedirects: 0 })).headers())
  look('sign-out', (await postForm(request, paths.logout('bg'), {})).headers())
  expect(kept).toEqual([])
})

test('every built file is kept for a year, and text comes compressed beforehand both ways', async () => {
  for (const ending of ['.js', '.css', '.json']) {
    const path = asset(ending)
    const plain = await rawRequest(path)
    expect(plain.status, path).toBe(200)
    expect(plain.headers['cache-control'], path).toBe('public, max-age=31536000, immutable')
    const brotli = await rawRequest(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers['content-encoding'], path).toBe('br')
    expect(brotliDecompressSync(brotli.body).equals(plain.body), path).toBe(true)
    const gzip = await rawRequest(path, { headers: { 'accept-encoding': 'gzip' } })
    expect(gzip.headers['content-encoding'], path).toBe('gzip')
    expect(gunzipSync(gzip.body).equals(plain.body), path).toBe(true)
    expect(String(brotli.headers.vary), path).toMatch(/accept-encoding/i)
    expect(String(plain.headers.vary), path).toMatch(/accept-encoding/i)
  }
  const font = await rawRequest(asset('.woff2'))
  expect(font.headers['cache-control']).toContain('immutable')
  expect(font.headers['content-type']).toBe('font/woff2')
})

test('pages come compressed to those who can read that', async () => {
  for (const path of [paths.lesson('bg', course.id, lesson.id), `${paths.course('bg', course.id)}.data`]) {
    const response = await rawRequest(path, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(response.headers['content-encoding'], path).toMatch(/^(?:br|gzip)$/)
    expect(String(response.headers.vary), path).toMatch(/accept-encoding/i)
    const plain = await rawRequest(path)
    expect(plain.headers['content-encoding'], path).toBeUndefined()
  }
})

function nonceOf({ headers }: RawResponse): string {
  return /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
}

function policyOf({ headers }: RawResponse): Record<string, string[]> {
  return directivesIn(String(headers['content-security-policy']))
}

function directivesIn(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(';').map(directive => {
      const [name = '', ...values] = directive.trim().split(/\s+/)
      return [name, values]
    }),
  )
}

async function cookieOf(request: APIRequestContext): Promise<string> {
  return (await request.storageState()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}
