import type { APIRequestContext, APIResponse } from '@playwright/test'
import { longestName } from '#app/domain/certificates/learner-name.ts'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive, oleg, type Person, promote, signUp, thomas } from '#tests/people.ts'
import { completeLesson, earnCertificate } from './complete-course.ts'
import { journeyCourse as course, firstLesson, keyOf, rightAnswer } from './content.ts'
import { test as base, expect, statusError } from './fixtures.ts'
import { formBody, postForm } from './post-form.ts'
import { rawRequest } from './raw-request.ts'
import { site } from './site.ts'
import { wordsOf } from './words.ts'

const lesson = firstLesson(course)
const here = paths.lesson('bg', course.id, lesson.id)
const question = lesson.questions[0] ?? stop('The lesson asks nothing.')

/** Олег has a browser of his own beside Амина's, who has the page. */
const test = base.extend<{ stranger: APIRequestContext }>({
  stranger: async ({ playwright }, use) => {
    const stranger = await playwright.request.newContext({ baseURL: site })
    await use(stranger)
    await stranger.dispose()
  },
})

test.describe('what belongs to Амина', () => {
  test('her certificate is found by her, and by neither Олег nor the trainer Томас nor a passer-by', async ({
    request,
    stranger,
    playwright,
  }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const file = paths.certificatePdf('bg', id)
    expect((await request.get(file)).headers()['content-type']).toBe('application/pdf')

    await arrive(stranger, oleg())
    await expectNotFound(await stranger.get(file), wordsOf('bg')('error.certificate.title'))
    for (const trace of [id, id.toLowerCase()]) {
      expect(await (await stranger.get(paths.certificates('bg'))).text()).not.toContain(trace)
    }

    const trainer = thomas()
    const school = await playwright.request.newContext({ baseURL: site })
    await signUp(school, trainer)
    await promote(trainer)
    await postForm(school, paths.login('bg'), { email: trainer.email, password: trainer.password })
    expect((await school.get(file)).status()).toBe(404)
    await school.dispose()

    const passerBy = await rawRequest(file)
    expect(passerBy.status).toBe(302)
    expect(passerBy.headers.location).toBe(paths.login('bg', file))
  })

  test('her progress is hers: an answer, a reading and an enrolment of Олег are kept as his own', async ({
    request,
    stranger,
  }) => {
    const learner = await arrive(request, amina())
    await arrive(stranger, oleg())
    await completeLesson(stranger, lesson, 'bg')
    expect(await (await stranger.get(here)).text()).toContain(wordsOf('bg')('lesson.completeSays'))

    expect(await (await request.get(here)).text()).not.toContain(wordsOf('bg')('lesson.completeSays'))
    expect(await (await request.get(paths.learning('bg'))).text()).toContain(wordsOf('bg')('learning.empty'))

    // A form cannot say whose answer it is.
    for (const field of ['userId', 'user', 'learner', 'email', 'role']) {
      const refused = await postForm(stranger, here, { ...answerFields(), [field]: learner.email })
      expect(refused.status(), field).toBe(400)
    }
    expect(await (await request.get(paths.learning('bg'))).text()).toContain(wordsOf('bg')('learning.empty'))
  })

  test('her certificate cannot be claimed by Олег, who has not earned one', async ({ request, stranger }) => {
    const learner = await arrive(request, amina())
    await earnCertificate(request, course, learner.name)
    await arrive(stranger, oleg())
    const claim = paths.courseCertificate('bg', course.id)
    const claimed = await postForm(stranger, claim, { name: learner.name, nameLatin: learner.nameLatin })
    expect(claimed.status()).toBe(302)
    expect(claimed.headers().location).toBe(paths.course('bg', course.id))
    expect(await (await stranger.get(paths.certificates('bg'))).text()).toContain(
      wordsOf('bg')('certificates.empty'),
    )
  })

  test('her role and address cannot be set by a form of the settings', async ({ request }) => {
    const learner = await arrive(request, amina())
    const profile = { name: learner.name, language: 'bg', theme: 'system' }
    expect((await postForm(request, paths.settings('bg'), profile)).status()).toBe(302)
    for (const field of ['role', 'email', 'id', 'passwordHash']) {
      const refused = await postForm(request, paths.settings('bg'), { ...profile, [field]: 'admin' })
      expect(refused.status(), field).toBe(400)
    }
    expect(await (await request.get(paths.settings('bg'))).text()).toContain(learner.email)
  })
})

test.describe('a visitor without an account', () => {
  for (const language of languages) {
    test(`is sent to sign in by every personal page, and brought back afterwards (${language})`, async ({
      request,
    }) => {
      const claim = paths.courseCertificate(language, course.id)
      const pages = [paths.learning(language), paths.certificates(language), paths.settings(language), claim]
      for (const page of pages) {
        const response = await rawRequest(page)
        expect(response.status, page).toBe(302)
        expect(response.headers.location, page).toBe(paths.login(language, page))
        expect(response.body.toString()).not.toContain('@')
      }
      const person = amina()
      await signUp(request, person, language)
      const { email, password } = person
      const settings = paths.settings(language)
      const back = await postForm(request, paths.login(language), { email, password, next: settings })
      expect(back.headers().location).toBe(settings)
    })
  }

  test('is sent to sign in by every form that changes something', async () => {
    const forms: [string, string][] = [
      [here, formBody(answerFields())],
      [here, formBody({ intent: 'confirm-reading' })],
      [paths.course('bg', course.id), ''],
      [paths.courseCertificate('bg', course.id), formBody({ name: 'Олег', nameLatin: 'Oleg' })],
      [paths.settings('bg'), formBody({ name: 'Олег', language: 'bg', theme: 'dark' })],
    ]
    for (const [path, body] of forms) {
      const response = await rawRequest(path, { method: 'POST', headers: formHeaders(site), body })
      expect(response.status, path).toBe(302)
      expect(response.headers.location, path).toMatch(/^\/bg\/login\?next=/)
    }
  })
})

test.describe('a redirect', () => {
  const evil = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    '/\t/evil.example',
    '///evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '/\u0000/evil.example',
    '/..//evil.example',
  ]

  test('after sign-in never leaves the site, whatever the form says', async ({ request }) => {
    const person = amina()
    await signUp(request, person)
    for (const next of evil) {
      const response = await postForm(request, paths.login('bg'), {
        email: person.email,
        password: person.password,
        next,
      })
      expect(response.status(), next).toBe(302)
      expectLocal(response.headers().location, next)
    }
  })

  test('after sign-up and after a choice of theme never leaves the site', async ({ request }) => {
    for (const next of evil) {
      const { name, email, password } = oleg()
      const signedUp = await postForm(request, paths.signup('bg'), { name, email, password, next })
      expectLocal(signedUp.headers().location, next)
      const login = new URL(signedUp.headers().location ?? '', site)
      expectLocal(login.searchParams.get('next') ?? '/', next)
      const themed = await postForm(request, '/theme', { theme: 'dark', next })
      expectLocal(themed.headers().location, next)
    }
  })

  test('of a visitor who is signed in already never leaves the site', async ({ request }) => {
    await arrive(request, amina())
    for (const page of [paths.login('bg'), paths.signup('bg')]) {
      for (const next of evil) {
        const response = await request.get(`${page}?next=${encodeURIComponent(next)}`, { maxRedirects: 0 })
        expect(response.status()).toBe(302)
        expectLocal(response.headers().location, next)
      }
    }
  })
})

test.describe('a form that does not come from our pages', () => {
  const actions = [
    paths.login('bg'),
    paths.signup('bg'),
    paths.logout('bg'),
    paths.settings('bg'),
    paths.course('bg', course.id),
    paths.courseCertificate('bg', course.id),
    here,
    '/theme',
    paths.verify('bg'),
    paths.verifyListCsv('bg'),
    `${here}.data`,
    `${paths.login('en')}.data`,
    paths.home('bg'),
    '/bg/no-such-page',
  ]
  const port = new URL(site).port
  const origins: Record<string, Record<string, string>> = {
    'no origin': {},
    'the origin null': { origin: 'null' },
    'a foreign origin': { origin: 'https://evil.example' },
    'our host on another port': { origin: `http://localhost:${Number(port) + 1}` },
    'our host under another scheme': { origin: `https://localhost:${port}` },
    'an origin that begins like ours': { origin: `${site}.evil.example` },
    'a foreign origin and a forwarded host to match': {
      origin: 'http://evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example;proto=http',
    },
    'a foreign origin and a host to match': { origin: 'http://evil.example', host: 'evil.example' },
    'a referrer of ours in place of an origin': { referer: `${site}/bg/login` },
  }

  for (const [said, headers] of Object.entries(origins)) {
    test(`is refused with 403 by every action when it comes with ${said}`, async ({ request }) => {
      await arrive(request, amina())
      const cookie = (await request.storageState()).cookies
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ')
      for (const path of actions) {
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
          const sent = { 'content-type': 'application/x-www-form-urlencoded', cookie, ...headers }
          const response = await rawRequest(path, { method, headers: sent, body: 'theme=dark' })
          expect(response.status, `${method} ${path}`).toBe(403)
          expect(response.headers['set-cookie'], `${method} ${path}`).toBeUndefined()
        }
      }
      // Still signed in: the sign-out among them was refused too.
      expect((await request.get(paths.settings('bg'), { maxRedirects: 0 })).status()).toBe(200)
    })
  }

  test('is accepted with our own origin, and a forwarded host changes nothing', async () => {
    const headers = { ...formHeaders(site), 'x-forwarded-host': 'evil.example' }
    const body = formBody({ theme: 'dark', next: '/bg' })
    const response = await rawRequest('/theme', { method: 'POST', headers, body })
    expect(response.status).toBe(302)
    expect(response.headers.location).toBe('/bg')
    const page = await rawRequest('/bg', {
      headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    })
    expect(page.body.toString()).not.toContain('evil.example')
  })
})

test.describe('a form that is not what a page sends', () => {
  test('is refused as a whole when a field is unknown, repeated or missing', async ({ request }) => {
    const { name, email, password } = oleg()
    const whole: [string, string][] = [
      ['name', name],
      ['email', email],
      ['password', password],
    ]
    const forms: Record<string, [string, string][]> = {
      unknown: [...whole, ['role', 'admin']],
      repeated: [...whole, ['email', 'other@example.org']],
      missing: whole.slice(0, 2),
      polluted: [...whole, ['__proto__', '1'], ['constructor', '1']],
      empty: [],
    }
    for (const [fault, fields] of Object.entries(forms)) {
      const response = await postForm(request, paths.signup('bg'), fields)
      expect(response.status(), fault).toBe(400)
      const page = await response.text()
      expect(page, fault).toContain(wordsOf('bg')('form.problems'))
      expect(page, fault).not.toContain(password)
    }
    expect(
      (await postForm(request, paths.login('bg'), { email, password })).status(),
      'nobody was signed up',
    ).toBe(400)
  })

  test('is refused when it has a thousand fields', async ({ request }) => {
    await arrive(request, amina())
    const thousand = Array.from({ length: 1_000 }, (_, n): [string, string] => [`f${n}`, 'x'])
    for (const path of [paths.settings('bg'), here]) {
      expect((await postForm(request, path, thousand)).status(), path).toBe(400)
    }
    for (const path of [paths.login('bg'), paths.signup('bg')]) {
      const response = await rawRequest(path, {
        method: 'POST',
        headers: formHeaders(site),
        body: formBody(thousand),
      })
      expect(response.status, path).toBe(400)
    }
    const answers = Array.from({ length: 1_000 }, (): [string, string] => [`answer:${question.id}`, '0'])
    const flood = [
      ...Object.entries(answerFields()).map(([name, value]): [string, string] => [name, value]),
      ...answers,
    ]
    expect((await postForm(request, here, flood)).status()).toBe(400)
  })

  test('is refused with 413 when it is larger than any form of ours, announced or not', async () => {
    const body = formBody({ name: 'а'.repeat(20_000), email: 'oleg@example.org', password: 'x' })
    expect(body.length).toBeGreaterThan(100_000)
    const announced = { ...formHeaders(site), 'content-length': String(body.length) }
    expect((await rawRequest(paths.signup('bg'), { method: 'POST', headers: announced, body })).status).toBe(
      413,
    )
    const chunked = { ...formHeaders(site), 'transfer-encoding': 'chunked' }
    expect((await rawRequest(paths.signup('bg'), { method: 'POST', headers: chunked, body })).status).toBe(
      413,
    )
    expect((await rawRequest('/healthz')).status, 'the server is well').toBe(200)
  })

  test('is refused without harm when it is no form at all', async () => {
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data',
      'multipart/form-data; boundary=x',
      '',
    ]) {
      const headers = { origin: site, ...(type === '' ? {} : { 'content-type': type }) }
      const response = await rawRequest(paths.login('bg'), { method: 'POST', headers, body: '{"email":"a"}' })
      expect(response.status, `content type "${type}"`).toBeGreaterThanOrEqual(400)
      expect(response.status, `content type "${type}"`).toBeLessThan(500)
      expect(response.body.toString()).not.toMatch(/\bat .+\(.+:\d+:\d+\)|node_modules/)
    }
  })

  test('answers a question of another lesson, an option that is not there or a strange attempt with a refusal', async ({
    request,
  }) => {
    await arrive(request, amina())
    const fields = answerFields()
    const elsewhere = course.lessons[1]?.questions[0]?.id ?? ''
    const foreign = { ...fields, question: elsewhere, [`answer:${elsewhere}`]: '0' }
    delete foreign[`answer:${question.id}`]
    expect((await postForm(request, here, foreign)).status()).toBe(404)
    for (const attempt of ['0', '-1', '1.5', '1e3', 'x', '9999999', '']) {
      expect((await postForm(request, here, { ...fields, attempt })).status(), `attempt ${attempt}`).toBe(400)
    }
    const choice = lesson.questions.find(entry => entry.kind === 'single')
    if (choice === undefined) return
    for (const value of ['99', '-1', 'x', '0x0']) {
      const strange = { intent: 'answer', question: choice.id, attempt: '1', [`answer:${choice.id}`]: value }
      expect((await postForm(request, here, strange)).status(), `option ${value}`).toBe(400)
    }
    expect(await (await request.get(paths.learning('bg'))).text()).toContain(wordsOf('bg')('learning.empty'))
  })
})

test.describe('signing up', () => {
  test('a second time with the same address looks exactly like the first', async ({ playwright }) => {
    const person = amina()
    const pages: string[] = []
    for (const name of [person.name, 'Олег Чуждов']) {
      const visitor = await playwright.request.newContext({ baseURL: site })
      const response = await postForm(visitor, paths.signup('bg'), {
        name,
        email: person.email,
        password: person.password,
      })
      const { location, 'set-cookie': cookie } = response.headers()
      const page = await (await visitor.get(location ?? '')).text()
      pages.push(
        JSON.stringify([response.status(), location, cookie, await response.text(), withoutNonces(page)]),
      )
      await visitor.dispose()
    }
    expect(pages[1]).toBe(pages[0])
  })

  test('a second time with the same address changes neither name nor password of the first', async ({
    request,
  }) => {
    const person = amina()
    await signUp(request, person)
    await signUp(request, { ...oleg(), email: person.email.toUpperCase() })
    expect(
      (
        await postForm(request, paths.login('bg'), { email: person.email, password: person.password })
      ).status(),
    ).toBe(302)
    expect(await (await request.get(paths.settings('bg'))).text()).toContain(person.name)
  })

  const names: Record<string, { name: string; shown: string }> = {
    'an apostrophe': { name: "Д'Артанян О’Нийл", shown: 'О’Нийл' },
    'markup in it': { name: '<b>Амина</b> & "Ко"', shown: '&lt;b&gt;Амина&lt;/b&gt; &amp; &quot;Ко&quot;' },
    '200 characters': { name: 'ж'.repeat(longestName), shown: 'ж'.repeat(longestName) },
    'spaces around it': { name: '  Амина   Примерова ', shown: 'Амина Примерова' },
  }
  for (const [kind, { name, shown }] of Object.entries(names)) {
    test(`with a name of ${kind} keeps the name as it is and shows it as text`, async ({
      page,
      language,
      t,
    }) => {
      const person = { ...amina(), name }
      await arrive(page.request, person, language)
      expect(await (await page.request.get(paths.settings(language))).text()).toContain(shown)
      await page.goto(paths.settings(language))
      await expect(page.getByLabel(t('account.name'), { exact: true })).toHaveValue(
        name.trim().replace(/\s+/g, ' '),
      )
      await expect(page.getByRole('main').locator('b')).toHaveCount(0)
    })
  }

  const refused: Record<string, { name: string; symbol: string | null }> = {
    'an emoji': { name: 'Амина 👩‍🚀', symbol: '👩‍🚀' },
    'right-to-left letters': { name: 'أمينة', symbol: 'أ' },
    '201 characters': { name: 'ж'.repeat(longestName + 1), symbol: null },
    'nothing but spaces': { name: '   ', symbol: null },
  }
  for (const [kind, { name, symbol }] of Object.entries(refused)) {
    test(`with a name of ${kind} is refused with a reason, and what was typed stays`, async ({ request }) => {
      for (const language of languages) {
        const t = wordsOf(language)
        const person = { ...amina(), name }
        const { email, password } = person
        const response = await postForm(request, paths.signup(language), { name, email, password })
        expect(response.status()).toBe(400)
        const page = await response.text()
        const long = t('name.too-long')
        const reason =
          symbol !== null ? t('name.unprintable', { symbol }) : name.trim() === '' ? t('form.required') : long
        expect(page).toContain(reason)
        expect(page).toContain(`value="${email}"`)
        expect(page).not.toContain(password)
        await expectNobody(request, person)
      }
    })
  }
})

test.describe('signing in', () => {
  test('with a wrong password and with an unknown address looks the same', async ({ request }) => {
    const person = amina()
    await signUp(request, person)
    const look = async (email: string) => {
      const body = formBody({ email, password: 'не е тази парола' })
      const response = await rawRequest(paths.login('bg'), {
        method: 'POST',
        headers: formHeaders(site),
        body,
      })
      const page = withoutNonces(response.body.toString()).replaceAll(email, 'EMAIL')
      return { status: response.status, cookies: response.headers['set-cookie'], page }
    }
    const unknown = await look(oleg().email)
    expect(unknown).toEqual(await look(person.email))
    expect(unknown.status).toBe(400)
    expect(unknown.cookies).toBeUndefined()
    expect(unknown.page).toContain(wordsOf('bg')('account.loginFailed'))
  })

  test('begins a new session, and the old one is worth nothing', async ({ request, stranger }) => {
    const person = await arrive(request, amina())
    const before = await request.storageState()
    const { email, password } = person
    expect((await postForm(request, paths.login('bg'), { email, password })).status()).toBe(302)
    const planted = before.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const old = await stranger.get(paths.settings('bg'), { headers: { cookie: planted }, maxRedirects: 0 })
    expect(old.status()).toBe(302)
    expect((await request.get(paths.settings('bg'), { maxRedirects: 0 })).status()).toBe(200)
  })

  test('ends with signing out, for a copy of the cookie too', async ({ request, stranger }) => {
    await arrive(request, amina())
    const { cookies } = await request.storageState()
    const copy = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    expect(cookies.find(({ name }) => name === 'session')).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
    expect((await postForm(request, paths.logout('bg'), {})).status()).toBe(302)
    const stolen = await stranger.get(paths.settings('bg'), { headers: { cookie: copy }, maxRedirects: 0 })
    expect(stolen.status()).toBe(302)
  })
})

test.describe('what is not there', () => {
  for (const language of languages) {
    test(`is answered with a helpful page in the visitor's language (${language})`, async ({
      page,
      expectedErrors,
    }) => {
      expectedErrors.push(statusError(404))
      const t = wordsOf(language)
      await arrive(page.request, oleg(), language)
      const missing: [string, string][] = [
        [paths.course(language, 'no-such-course'), t('error.course.title')],
        [paths.lesson(language, 'no-such-course', lesson.id), t('error.course.title')],
        [paths.lesson(language, course.id, 'no-such-lesson'), t('error.lesson.title')],
        [paths.courseCertificate(language, 'no-such-course'), t('error.course.title')],
        [paths.certificatePdf(language, 'AAAABBBBCCCCDDDD'), t('error.certificate.title')],
        [`/${language}/certificates/..%2f..%2fhub.yml`, t('error.certificate.title')],
        [`/${language}/no/such/page`, t('error.page.title')],
      ]
      for (const [path, title] of missing) {
        const response = await page.goto(path)
        expect(response?.status(), path).toBe(404)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(title)
        await expect(page.getByRole('main').getByRole('link', { name: t('error.toCourses') })).toBeVisible()
        await expect(page).toHaveTitle(/\S/)
      }
    })
  }

  test('is a page outside of any language as well, in Bulgarian', async ({ page, expectedErrors }) => {
    expectedErrors.push(statusError(404))
    for (const path of [
      '/no-such-page',
      '/de',
      '/de/courses',
      '/wp-login.php',
      '/.env',
      '/assets/no-such-file.js',
    ]) {
      const response = await page.goto(path)
      expect(response?.status(), path).toBe(404)
      await expect(page.getByRole('heading', { level: 1 }), path).toHaveText(
        wordsOf('bg')('error.page.title'),
      )
    }
  })

  test('never tells of files or of the inside of the server', async () => {
    const paths = [
      '/%00',
      '/%',
      '/bg/courses/%E0%A4%A',
      '/bg/%2e%2e/%2e%2e/etc/passwd',
      '/..%5c..%5cpackage.json',
      '/bg/courses/__proto__',
      '/bg/courses/constructor/toString',
    ]
    for (const path of paths) {
      const response = await rawRequest(path)
      expect(response.status, path).toBeGreaterThanOrEqual(400)
      expect(response.status, path).toBeLessThan(500)
      expect(response.body.toString(), path).not.toMatch(/\bat .+\(.+:\d+:\d+\)|node_modules|root:x:/)
    }
  })
})

function answerFields(): Record<string, string> {
  const right = rightAnswer(keyOf(lesson, question), 'bg')
  const value = 'typed' in right ? right.typed : '0'
  return { intent: 'answer', question: question.id, attempt: '1', [`answer:${question.id}`]: value }
}

function formHeaders(origin: string): Record<string, string> {
  return { origin, 'content-type': 'application/x-www-form-urlencoded' }
}

function expectLocal(location: string | undefined, given: string): void {
  expect(location, `for next=${given}`).toMatch(/^\/(?![/\\])/)
  expect(new URL(location ?? '', site).origin, `for next=${given}`).toBe(site)
}

async function expectNotFound(response: APIResponse, title: string): Promise<void> {
  expect(response.status()).toBe(404)
  expect(await response.text()).toContain(title)
}

async function expectNobody(request: APIRequestContext, { email, password }: Person): Promise<void> {
  expect(
    (await postForm(request, paths.login('bg'), { email, password })).status(),
    'nobody was signed up',
  ).toBe(400)
}

/** A page without what is new in every response. */
function withoutNonces(page: string): string {
  return page.replace(/nonce="[^"]*"/g, 'nonce=""')
}

function stop(reason: string): never {
  throw new Error(reason)
}
