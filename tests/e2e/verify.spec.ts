import { randomBytes } from 'node:crypto'
import { formatIdentifier, generateIdentifier, readIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { amina, arrive, zagore } from '#tests/people.ts'
import { earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { test as base, expect, statusError } from './fixtures.ts'
import { site } from './site.ts'
import { wordsOf } from './words.ts'

type Issued = { id: string; name: string }

/** One certificate a worker, since nothing in these tests changes it. */
const test = base.extend<object, { issued: Issued }>({
  issued: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: site })
      const learner = await arrive(request, amina())
      const id = await earnCertificate(request, course, learner.name)
      await request.dispose()
      await use({ id, name: learner.name })
    },
    { scope: 'worker' },
  ],
})

/** Cyrillic letters that look like letters of a number, as typed with the keyboard left in Bulgarian. */
const lookAlikes: Record<string, string> = {
  A: 'А',
  B: 'В',
  E: 'Е',
  K: 'К',
  M: 'М',
  H: 'Н',
  P: 'Р',
  C: 'С',
  T: 'Т',
  Y: 'У',
  X: 'Х',
}

const typed: Record<string, (id: string) => string> = {
  'as it is printed': formatIdentifier,
  'without dashes': id => id,
  'in small letters': id => formatIdentifier(id).toLowerCase(),
  'with spaces for dashes and around it': id => `  ${formatIdentifier(id).replaceAll('-', ' ')} `,
  'with long dashes': id => formatIdentifier(id).replaceAll('-', '–'),
  'in Cyrillic letters that look the same': id =>
    [...id].map(symbol => lookAlikes[symbol] ?? symbol).join(''),
  'in small Cyrillic letters': id =>
    [...id]
      .map(symbol => lookAlikes[symbol] ?? symbol)
      .join('')
      .toLowerCase(),
  'with the sign № before it': id => `№ ${formatIdentifier(id)}`,
  'as the whole address of the code': id => `${site}/v/${id}`,
  'as the address in the capitals of the code': id => `${site}/v/${id}`.toUpperCase(),
  'as the address of the page': id => `${site}/en/verify/${id}?utm=mail#top`,
}

for (const [way, write] of Object.entries(typed)) {
  test(`a valid certificate is recognised when its number is typed ${way}`, async ({
    page,
    language,
    t,
    issued,
  }) => {
    await page.goto(paths.verify(language))
    await page.getByLabel(t('verify.fieldLong')).fill(write(issued.id))
    await page
      .getByRole('main')
      .getByRole('button', { name: t('verify.check') })
      .click()
    await expect(page.getByRole('status').getByText(t('verdict.valid.title'))).toBeVisible()
    await expect(page).toHaveURL(paths.verifyCertificate(language, issued.id))
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(issued.name)
  })
}

test('the field on the home page leads to the verdict', async ({ page, language, t, issued }) => {
  await page.goto(paths.home(language))
  await page.getByLabel(t('verify.field')).fill(issued.id)
  await page.getByRole('button', { name: t('verify.check') }).click()
  await expect(page.getByRole('status').getByText(t('verdict.valid.title'))).toBeVisible()
})

for (const language of languages) {
  test(`the address in the code leads to the verdict in the language of the browser (${language})`, async ({
    browser,
    issued,
  }) => {
    const context = await browser.newContext({ locale: language === 'bg' ? 'bg-BG' : 'en-GB', baseURL: site })
    const page = await context.newPage()
    await page.goto(paths.shortVerify(issued.id))
    await expect(page).toHaveURL(paths.verifyCertificate(language, issued.id))
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await context.close()
  })
}

test('the page of a valid certificate names all that it certifies, and that it comes from a demo', async ({
  page,
  language,
  t,
  issued,
}) => {
  const response = await page.goto(paths.verifyCertificate(language, issued.id))
  expect(response?.status()).toBe(200)
  expect(response?.headers()['x-robots-tag']).toContain('noindex')
  const record = page.getByRole('region', { name: t('record.title') })
  const facts = [
    issued.name,
    course.title[language],
    formatIdentifier(issued.id),
    ...course.outcomes.map(outcome => outcome.text[language]),
  ]
  for (const fact of facts) await expect(record).toContainText(fact)
  await expect(page.getByText(t('verdict.demo'))).toBeVisible()
  await expect(page.getByRole('region', { name: t('checks.title') }).getByRole('listitem')).not.toHaveCount(0)
})

test('a revoked certificate is shown as revoked, with the reason, by every way to it', async ({
  page,
  request,
  language,
}) => {
  const learner = await arrive(request, amina())
  const id = await earnCertificate(request, course, learner.name)
  await zagore('certificate', 'revoke', formatIdentifier(id), '--reason', 'holder-request')
  const ways: [string, Language][] = [
    [paths.verifyCertificate(language, id), language],
    [`${paths.verify(language)}?id=${id}`, language],
    [paths.shortVerify(id), 'bg'],
  ]
  for (const [path, spoken] of ways) {
    const t = wordsOf(spoken)
    await page.goto(path)
    await expect(page.locator('#verdict')).toContainText(t('verdict.revoked.title'))
    await expect(page.locator('#verdict')).toContainText(t('revocation.holder-request'))
    await expect(page.getByText(t('verdict.valid.title'))).toHaveCount(0)
  }
})

test('a number that was never issued is unknown, and says so with 404', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(404))
  const id = generateIdentifier(count => randomBytes(count))
  const response = await page.goto(paths.verifyCertificate(language, id))
  expect(response?.status()).toBe(404)
  await expect(page.locator('#verdict')).toContainText(t('verdict.unknown.title'))
  await expect(page.locator('#verdict')).toContainText(formatIdentifier(id))
  await expect(page.getByRole('region', { name: t('record.title') })).toHaveCount(0)
})

test.describe('a mistyped number', () => {
  test('that is too short is told how many symbols are missing', async ({ page, language, t, issued }) => {
    await page.goto(`${paths.verify(language)}?id=${issued.id.slice(0, 12)}`)
    await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.too-short', { length: 12 }))
    await expect(page.getByLabel(t('verify.fieldLong'))).toHaveValue(issued.id.slice(0, 12))
    await expect(page.getByLabel(t('verify.fieldLong'))).toHaveAccessibleDescription(/12/)
  })

  test('that is too long is told so', async ({ page, language, t, issued }) => {
    await page.goto(`${paths.verify(language)}?id=${issued.id}22`)
    await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.too-long', { length: 18 }))
  })

  test('with a symbol that no number has is told which and in which group', async ({
    page,
    language,
    t,
    issued,
  }) => {
    const wrong = `${issued.id.slice(0, 9)}0${issued.id.slice(10)}`
    await page.goto(`${paths.verify(language)}?id=${wrong}`)
    await expect(page.locator('#verdict')).toContainText(
      t('verdict.mistyped.symbol', { symbol: '0', group: 3 }),
    )
  })

  test('with one symbol changed, or two exchanged, is never another certificate', async ({
    page,
    language,
    t,
    issued,
  }) => {
    const changed = `${issued.id.startsWith('2') ? '3' : '2'}${issued.id.slice(1)}`
    const symbols = [...issued.id]
    const at = symbols.findIndex((symbol, index) => symbol !== symbols[index + 1])
    const exchanged = symbols
      .with(at, symbols[at + 1] ?? '')
      .with(at + 1, symbols[at] ?? '')
      .join('')
    for (const wrong of [changed, exchanged]) {
      expect(readIdentifier(wrong).ok).toBe(false)
      await page.goto(`${paths.verify(language)}?id=${wrong}`)
      await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.check'))
    }
  })

  test('that is empty or nothing but spaces asks for a number', async ({ page, language, t }) => {
    for (const id of ['', '%20%20', '-']) {
      await page.goto(`${paths.verify(language)}?id=${id}`)
      await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.empty'))
    }
  })

  test('in the address of the page is answered with 404 and the field to correct it', async ({
    page,
    language,
    t,
    issued,
    expectedErrors,
  }) => {
    expectedErrors.push(statusError(404))
    const response = await page.goto(paths.verifyCertificate(language, issued.id.slice(1)))
    expect(response?.status()).toBe(404)
    await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.title'))
    await page.getByLabel(t('verify.fieldLong')).fill(issued.id)
    await page
      .getByRole('main')
      .getByRole('button', { name: t('verify.check') })
      .click()
    await expect(page.locator('#verdict')).toContainText(t('verdict.valid.title'))
  })

  test('in the address of the code leads to the field with what was given', async ({ page, issued }) => {
    await page.goto(paths.shortVerify(`${issued.id.slice(0, 15)}-`))
    await expect(page).toHaveURL(/\/bg\/verify\?id=/)
    await expect(page.locator('#verdict')).toContainText(
      wordsOf('bg')('verdict.mistyped.too-short', { length: 15 }),
    )
  })

  test('that holds markup or a thousand symbols is shown as text and does no harm', async ({
    page,
    language,
    t,
  }) => {
    for (const id of [
      '<script>alert(1)</script>',
      '"><img src=x onerror=alert(1)>',
      'Я'.repeat(1_000),
      '\u202e\u0000',
      '🌳🌳',
    ]) {
      const response = await page.goto(`${paths.verify(language)}?id=${encodeURIComponent(id)}`)
      expect(response?.status()).toBe(200)
      await expect(page.locator('#verdict')).toContainText(t('verdict.mistyped.title'))
      await expect(page.getByRole('main').locator('script, img')).toHaveCount(0)
    }
  })
})
