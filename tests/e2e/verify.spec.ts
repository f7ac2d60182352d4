import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { formatIdentifier, generateIdentifier, readIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { amina, arrive, zagore } from '#tests/people.ts'
import { changeCertificate } from './certificate-database.ts'
import { earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { test as base, expect, statusError } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { site } from './site.ts'
import { wordsOf } from './words.ts'

type Issued = { id: string; name: string; pdf: Buffer; credential: string }

/** One certificate a worker, since nothing in these tests changes it. */
const test = base.extend<object, { issued: Issued }>({
  issued: [
    async ({ playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: site })
      const learner = await arrive(request, amina())
      const id = await earnCertificate(request, course, learner.name)
      const pdf = await (await request.get(paths.certificatePdf('bg', id))).body()
      const credential = await (await request.get(paths.certificateCredential('bg', id))).text()
      await request.dispose()
      await use({ id, name: learner.name, pdf, credential })
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
    await hydrated(page)
    await page.getByLabel(t('verify.fieldLong')).fill(write(issued.id))
    await page
      .getByRole('main')
      .getByRole('button', { name: t('verify.check'), exact: true })
      .click()
    await expect(page.getByRole('status').getByText(t('verdict.valid.title'))).toBeVisible()
    await expect(page).toHaveURL(paths.verifyCertificate(language, issued.id))
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(issued.name)
  })
}

test('the field on the home page leads to the verdict', async ({ page, language, t, issued }) => {
  await page.goto(paths.home(language))
  await page.getByLabel(t('verify.field')).fill(issued.id)
  await page.getByRole('button', { name: t('verify.check'), exact: true }).click()
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
      .getByRole('button', { name: t('verify.check'), exact: true })
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

/** A certificate of its own, for what changes it. */
async function anotherCertificate(page: Page): Promise<Issued> {
  const learner = await arrive(page.request, amina())
  const id = await earnCertificate(page.request, course, learner.name)
  const pdf = await (await page.request.get(paths.certificatePdf('bg', id))).body()
  const credential = await (await page.request.get(paths.certificateCredential('bg', id))).text()
  await page.context().clearCookies()
  return { id, name: learner.name, pdf, credential }
}

test.describe('a certificate that took another turn', () => {
  test('is expired, superseded or withdrawn, each in its own words', async ({ page, language, t }) => {
    const { id, name } = await anotherCertificate(page)
    const here = paths.verifyCertificate(language, id)
    const record = page.getByRole('region', { name: t('record.title') })

    changeCertificate(id, { validUntil: new Date(Date.now() - 60_000) })
    await page.goto(here)
    await expect(page.locator('#verdict')).toContainText(t('verdict.expired.title'))
    await expect(record).toContainText(name)

    changeCertificate(id, { supersededAt: new Date() })
    await page.goto(here)
    await expect(page.locator('#verdict')).toContainText(t('verdict.superseded.title'))
    await expect(record).toContainText(name)

    changeCertificate(id, { withdrawnAt: new Date() })
    await page.goto(here)
    await expect(page.locator('#verdict')).toContainText(t('verdict.withdrawn.title'))
    await expect(record).toHaveCount(0)
    await expect(page.getByText(name)).toHaveCount(0)
  })

  test('is guarded: it asks for the name, tells a wrong one, and opens to the right one', async ({
    page,
    language,
    t,
  }) => {
    const { id, name } = await anotherCertificate(page)
    changeCertificate(id, { sharing: 'name' })
    await page.goto(paths.verifyCertificate(language, id))
    await hydrated(page)
    await expect(page.locator('#verdict')).toContainText(t('verdict.guarded.title'))
    await expect(page.getByRole('main')).not.toContainText(name)

    const field = page.getByLabel(t('verify.name.label'))
    const button = page.getByRole('button', { name: t('verify.name.check') })
    await field.fill('Олег Чуждов')
    await button.click()
    await expect(page.locator('#verdict')).toContainText(t('verdict.guardedTried.title'))
    await expect(page.locator('#verdict')).toBeFocused()
    await field.fill(name.toUpperCase())
    await button.click()
    await expect(page.locator('#verdict')).toContainText(t('verdict.valid.title'))
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(name)
    expect(page.url(), 'a name stands in no address').not.toContain('name')
  })
})

test.describe('a file', () => {
  const check = async (page: Page, language: Language, name: string, buffer: Buffer) => {
    const t = wordsOf(language)
    await page.goto(paths.verify(language))
    await page.getByLabel(t('verify.file.label')).setInputFiles({ name, mimeType: 'application/pdf', buffer })
    await page.getByRole('button', { name: t('verify.file.check') }).click()
  }

  test('that was issued is genuine, with its record and every check behind the verdict', async ({
    page,
    language,
    t,
    issued,
  }) => {
    await check(page, language, 'certificate.pdf', issued.pdf)
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.valid'))
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(issued.name)
    const checks = page.getByRole('region', { name: t('checks.title') })
    for (const said of [
      'digest',
      'seal',
      'attachment',
      'proof-rdfc',
      'proof-jcs',
      'register',
      'validity',
    ] as const)
      await expect(checks).toContainText(t(`checks.${said}.passed`))
    await expect(checks).not.toContainText(t('checks.outcome.failed'))
  })

  test('that is genuine and revoked says both', async ({ page, language, t }) => {
    const { id, pdf } = await anotherCertificate(page)
    await zagore('certificate', 'revoke', id, '--reason', 'misconduct')
    await check(page, language, 'certificate.pdf', pdf)
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.revoked'))
    await expect(page.locator('#verdict')).toContainText(t('revocation.misconduct'))
  })

  test('that was changed stands beside the official record, and every difference is told', async ({
    page,
    language,
    t,
    issued,
  }) => {
    const forged = Buffer.from(issued.credential.replaceAll(issued.name, 'Олег Чуждов'))
    await check(page, language, 'certificate.json', forged)
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.altered.title'))
    const differences = page.getByRole('region', { name: t('difference.title') })
    const row = differences
      .getByRole('row')
      .filter({ hasText: t('difference.facts.name') })
      .first()
    await expect(row.getByRole('insertion')).toHaveText(issued.name)
    await expect(row.getByRole('deletion')).toHaveText('Олег Чуждов')
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(issued.name)
    await expect(page.getByRole('region', { name: t('record.title') })).not.toContainText('Олег Чуждов')
  })

  test('that was changed around a guarded certificate shows nothing of the record', async ({
    page,
    language,
    t,
  }) => {
    const { id, name, pdf, credential } = await anotherCertificate(page)
    changeCertificate(id, { sharing: 'name' })
    const forged = Buffer.from(credential.replaceAll(name, 'Олег Чуждов'))
    await check(page, language, 'certificate.json', forged)
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.altered.title'))
    await expect(page.getByRole('main')).not.toContainText(name)
    await check(page, language, 'certificate.pdf', pdf)
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.valid'))
  })

  const others: Record<string, { bytes: string; says: (t: ReturnType<typeof wordsOf>) => string }> = {
    'from somebody else': {
      bytes: JSON.stringify({ issuer: { id: 'did:web:other.example' }, type: ['VerifiableCredential'] }),
      says: t => t('fileVerdict.not-ours.claims', { claims: 'did:web:other.example' }),
    },
    'that is a plain PDF': { bytes: '%PDF-1.7\n%%EOF\n', says: t => t('fileVerdict.not-ours.says') },
    'that is a picture': { bytes: '\x89PNG', says: t => t('fileVerdict.unchecked.not-a-certificate') },
    'that is empty': { bytes: '', says: t => t('fileVerdict.unchecked.empty') },
  }
  for (const [kind, { bytes, says }] of Object.entries(others)) {
    test(`${kind} is told so`, async ({ page, language, t }) => {
      await check(page, language, 'file.pdf', Buffer.from(bytes, 'latin1'))
      await expect(page.locator('#verdict')).toContainText(says(t))
      await expect(page.getByRole('region', { name: t('record.title') })).toHaveCount(0)
    })
  }

  test('may be dropped into the zone, and one that is too large is told before it is sent', async ({
    page,
    language,
    t,
    issued,
  }) => {
    await page.goto(paths.verify(language))
    await hydrated(page)
    const drop = async (bytes: number[], name: string) => {
      const transfer = await page.evaluateHandle(
        ([content, called]) => {
          const data = new DataTransfer()
          data.items.add(new File([new Uint8Array(content)], called, { type: 'application/pdf' }))
          return data
        },
        [bytes, name] as const,
      )
      await page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer })
    }
    await drop(
      Array.from({ length: 2 * 1024 * 1024 + 1 }, () => 0),
      'large.pdf',
    )
    await expect(page.getByRole('alert').filter({ hasText: t('verify.file.tooLarge') })).toBeVisible()
    await drop([...issued.pdf], 'certificate.pdf')
    await expect(page.getByText(t('verify.file.tooLarge'))).toHaveCount(0)
    await page.getByRole('button', { name: t('verify.file.check') }).click()
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.valid'))
    await expect(page.locator('#verdict')).toBeFocused()
  })

  test('as text is checked as well', async ({ page, language, t, issued }) => {
    await page.goto(paths.verify(language))
    await page.getByText(t('verify.credential.title')).click()
    await page.getByLabel(t('verify.credential.label')).fill(issued.credential)
    await page.getByRole('button', { name: t('verify.credential.check') }).click()
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.valid'))
  })
})

test.describe('a list', () => {
  const paste = async (page: Page, language: Language, text: string) => {
    const t = wordsOf(language)
    await page.goto(paths.verify(language))
    await page.getByText(t('verify.list.title')).click()
    await page.getByLabel(t('verify.list.label')).fill(text)
    await page.getByRole('button', { name: t('verify.list.check') }).click()
  }

  test('is told row by row, and comes as a table that no spreadsheet takes for formulas', async ({
    page,
    language,
    t,
    issued,
  }) => {
    const digest = createHash('sha256').update(issued.pdf).digest('hex')
    const unknown = generateIdentifier(count => randomBytes(count))
    const lines = [
      'Номер;Име;SHA-256',
      `${formatIdentifier(issued.id)};${issued.name};${digest}`,
      `${issued.id};Олег Чуждов;`,
      `${unknown};=HYPERLINK("http://evil.example");`,
      ';;',
      `${issued.id.slice(1)};;`,
    ]
    await paste(page, language, lines.join('\n'))
    await expect(page.locator('#verdict')).toContainText(t('listVerdict.good', { count: 1 }))
    await expect(page.locator('#verdict')).toContainText(t('listVerdict.look', { count: 4 }))
    const rows = page.getByRole('region', { name: t('listVerdict.title') }).locator('tbody tr')
    const states = (['valid', 'otherName', 'unknown', 'empty', 'mistyped'] as const).map(state =>
      t(`listVerdict.states.${state}`),
    )
    await expect(rows).toHaveCount(states.length)
    for (const [place, state] of states.entries()) await expect(rows.nth(place)).toContainText(state)
    await expect(rows.nth(0)).toContainText(t('listVerdict.notes.fileSame'))
    await expect(rows.nth(1)).toContainText(t('listVerdict.notes.repeats', { row: 2 }))

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: t('listVerdict.download') }).click()
    const csv = await readFile(await (await downloading).path(), 'utf8')
    const table = parse(csv, { bom: true, delimiter: language === 'bg' ? ';' : ',' }) as string[][]
    expect(table.map(cells => cells[2])).toEqual([t('listVerdict.state'), ...states])
    for (const cell of table.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })

  test('that is empty, too long or no table says what to do, and stays to be mended', async ({
    page,
    language,
    t,
    issued,
    expectedErrors,
  }) => {
    expectedErrors.push(statusError(400))
    const faults: [string, string][] = [
      ['id;name', t('listVerdict.failed.empty')],
      [`${issued.id}\n`.repeat(501), t('listVerdict.failed.too-many', { rows: 501 })],
    ]
    for (const [text, says] of faults) {
      await paste(page, language, text)
      await expect(page.locator('#verdict')).toContainText(says)
      await expect(page.getByLabel(t('verify.list.label'))).toHaveValue(text)
    }
  })
})

test('whoever asks too often is told when to come back, in words that say nothing of a certificate', async ({
  page,
  issued,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(429))
  const here = (language: Language) => paths.verifyCertificate(language, issued.id)
  /** Asks until there are too many; a minute that ends on the way begins the count anew. */
  const openTooOften = async (language: Language) => {
    for (let count = 0; count < 70; count += 1) {
      const asked = await page.request.get(here(language))
      const response = asked.status() === 429 ? await page.goto(here(language)) : null
      if (response?.status() === 429) return response
    }
    throw new Error('Nobody was asked to wait.')
  }
  for (const language of languages) {
    const t = wordsOf(language)
    const response = await openTooOften(language)
    expect(Number(response.headers()['retry-after'])).toBeGreaterThan(0)
    await expect(page.locator('#verdict')).toContainText(t('verdict.throttled.title'))
    await expect(page.getByText(t('verdict.valid.title'))).toHaveCount(0)
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a file, a list and a guarded number are checked as ever', async ({ page, language, t }) => {
    const { id, name, pdf } = await anotherCertificate(page)
    changeCertificate(id, { sharing: 'name' })
    await page.goto(paths.verify(language))
    const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf }
    await page.getByLabel(t('verify.file.label')).setInputFiles(file)
    await page.getByRole('button', { name: t('verify.file.check') }).click()
    await expect(page.locator('#verdict')).toContainText(t('fileVerdict.genuine.valid'))

    await page.getByText(t('verify.list.title')).click()
    await page.getByLabel(t('verify.list.label')).fill(`${id}\t${name}`)
    await page.getByRole('button', { name: t('verify.list.check') }).click()
    await expect(page.locator('#verdict')).toContainText(t('listVerdict.good', { count: 1 }))
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: t('listVerdict.download') }).click()
    expect((await downloading).suggestedFilename()).toBe('certificates.csv')

    await page.goto(paths.verifyCertificate(language, id))
    await page.getByLabel(t('verify.name.label')).fill(name)
    await page.getByRole('button', { name: t('verify.name.check') }).click()
    await expect(page.locator('#verdict')).toContainText(t('verdict.valid.title'))
  })
})

test('on paper the verdict, the record, the checks, the time and the address stand, and no form', async ({
  page,
  language,
  t,
  issued,
}) => {
  await page.goto(paths.verifyCertificate(language, issued.id))
  await hydrated(page)
  await expect(page.getByRole('button', { name: t('verify.report.print') })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('#verdict')).toBeVisible()
  await expect(page.getByRole('region', { name: t('record.title') })).toBeVisible()
  await expect(page.getByRole('region', { name: t('checks.title') })).toBeVisible()
  await expect(page.getByText(`${site}${paths.verifyCertificate(language, issued.id)}`)).toBeVisible()
  await expect(page.getByRole('button', { name: t('verify.report.print') })).toBeHidden()
  await expect(page.getByLabel(t('verify.fieldLong'))).toBeHidden()
})
