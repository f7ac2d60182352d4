import type { APIRequestContext, Page } from '@playwright/test'
import { formatIdentifier } from '#app/domain/certificates/identifier.ts'
import { type SharePart, shareParts } from '#app/domain/certificates/sharing/share-parts.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import { amina, arrive, oleg } from '#tests/people.ts'
import { completeCourse, earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { test as base, expect, statusError } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { formBody, postForm } from './post-form.ts'
import { rawRequest } from './raw-request.ts'
import { site } from './site.ts'
import { expectGoodPage } from './whole-page.ts'
import { wordsOf } from './words.ts'

const formHeaders = (origin: string) => ({ origin, 'content-type': 'application/x-www-form-urlencoded' })

/** Somebody else's browser, or one without an account. */
const test = base.extend<{ stranger: APIRequestContext }>({
  stranger: async ({ playwright }, use) => {
    const stranger = await playwright.request.newContext({ baseURL: site })
    await use(stranger)
    await stranger.dispose()
  },
})

async function visit(page: Page, path: string, heading: string): Promise<void> {
  const response = await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await hydrated(page)
  await expectGoodPage(page, response)
}

/** Makes a link by the form of the page. Returns where it leads. */
async function share(
  request: APIRequestContext,
  id: string,
  parts: readonly SharePart[],
  language: Language = 'bg',
): Promise<string> {
  const here = paths.certificate(language, id)
  const before = await linksOn(request, here)
  const fields: [string, string][] = [
    ['intent', 'share'],
    ['until', '7'],
    ['date', ''],
    ...parts.map(part => ['parts', part] as [string, string]),
  ]
  expect((await postForm(request, here, fields)).status()).toBe(302)
  const [made] = (await linksOn(request, here)).filter(link => !before.includes(link))
  if (made === undefined) throw new Error('No link was made.')
  return made
}

async function linksOn(request: APIRequestContext, page: string): Promise<string[]> {
  const html = await (await request.get(page)).text()
  return [...html.matchAll(/href="(\/(?:bg|en)\/shared\/[A-Za-z0-9_-]{22})"/g)].map(([, path]) => path ?? '')
}

test.describe('a certificate of one’s own', () => {
  test('says before it is issued what it will say, and the Latin name follows until it is edited', async ({
    page,
    language,
    t,
  }) => {
    await arrive(page.request, amina(), language)
    await completeCourse(page.request, course, language)
    await page.goto(paths.courseCertificate(language, course.id))
    await hydrated(page)
    const says = page.getByRole('region', { name: t('claim.says') })
    for (const fact of [course.title[language], t('record.editionNumber', { number: course.edition }), '100'])
      await expect(says).toContainText(fact)
    const name = page.getByLabel(t('claim.name'), { exact: true })
    const latin = page.getByLabel(t('claim.nameLatin'), { exact: true })
    await name.fill('Щъркелина Йовчева')
    await expect(latin).toHaveValue('Shtarkelina Yovcheva')
    await latin.fill('Shtarkelina Jovcheva')
    await name.fill('Щъркелина Йовчева-Примерова')
    await expect(latin).toHaveValue('Shtarkelina Jovcheva')
    await page.getByRole('button', { name: t('claim.issue') }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.title[language])
    await expect(page.getByRole('region', { name: t('certificate.facts') })).toContainText(
      'Щъркелина Йовчева-Примерова (Shtarkelina Jovcheva)',
    )
    // Whoever comes again is brought to it.
    await page.goto(paths.courseCertificate(language, course.id))
    await expect(page).toHaveURL(/\/certificates\/[0-9A-Z]{16}$/)
  })

  test('is good to read and to use in every state', async ({ page, language, t }) => {
    test.slow()
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    const here = paths.certificate(language, id)
    const title = course.title[language]
    await share(page.request, id, ['result'], language)
    await visit(page, here, title)
    await page.getByText(t('sharing.new')).click()
    await page.getByText(t('sharing.end')).click()
    await expectGoodPage(page, null)
    await visit(page, paths.certificateName(language, id), t('correction.title'))
    await visit(page, paths.certificateRenewal(language, id), t('renewal.refused'))
    await visit(page, paths.certificateWithdrawal(language, id), t('withdrawal.title'))
    await visit(page, paths.certificates(language), t('certificates.title'))

    const name = { name: 'Амина Нова', nameLatin: 'Amina Nova' }
    const corrected = await postForm(page.request, paths.certificateName(language, id), name)
    expect(corrected.status()).toBe(302)
    await visit(page, here, title)
    await visit(page, paths.certificateName(language, id), t('correction.refused'))
    await postForm(page.request, paths.certificateWithdrawal(language, id), {})
    await visit(page, here, title)
    await visit(page, paths.certificates(language), t('certificates.title'))
  })

  test('is taken along as a PDF, as a credential, as a number and to LinkedIn', async ({
    page,
    context,
    language,
    t,
  }) => {
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    const pdf = await page.request.get(paths.certificatePdf(language, id))
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    const credential = await page.request.get(paths.certificateCredential(language, id))
    expect(credential.headers()['content-type']).toContain('application/ld+json')
    expect(credential.headers()['cache-control']).toBe('no-store')
    expect(await credential.json()).toMatchObject({ type: expect.arrayContaining(['OpenBadgeCredential']) })

    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.goto(paths.certificate(language, id))
    await page.getByRole('button', { name: t('certificates.copyNumber') }).click()
    await expect(page.getByText(t('certificates.copied'))).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(formatIdentifier(id))

    const linkedIn = page.getByRole('link', { name: t('certificate.linkedin') })
    await expect(linkedIn).toHaveAttribute('rel', /noreferrer/)
    const address = new URL((await linkedIn.getAttribute('href')) ?? '')
    expect(address.origin).toBe('https://www.linkedin.com')
    expect(address.searchParams.get('certUrl')).toBe(site + paths.verifyCertificate(language, id))
  })

  test('is corrected in place, and the old one leads only its holder to the new one', async ({
    page,
    stranger,
    language,
    t,
    expectedErrors,
  }) => {
    expectedErrors.push(statusError(400))
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    await page.goto(paths.certificate(language, id))
    await page.getByRole('link', { name: t('certificate.toCorrection') }).click()
    await page.getByRole('button', { name: t('correction.submit') }).click()
    await expect(page.getByRole('alert')).toContainText(t('correction.reason.same'))
    await page.getByLabel(t('claim.name'), { exact: true }).fill('Амина Нова')
    await page.getByRole('button', { name: t('correction.submit') }).click()
    await expect(page.getByRole('region', { name: t('certificate.facts') })).toContainText(
      'Амина Нова (Amina Nova)',
    )
    const [, next = ''] = /certificates\/([0-9A-Z]{16})$/.exec(page.url()) ?? []
    expect(next).not.toBe(id)

    await page.goto(paths.certificate(language, id))
    await page.getByRole('link', { name: t('certificate.successor') }).click()
    await expect(page).toHaveURL(paths.certificate(language, next))
    const old = await (await stranger.get(paths.verifyCertificate(language, id))).text()
    expect(old).toContain(t('verdict.superseded.title'))
    expect(old).not.toMatch(/Нова|Nova/)
    expect(old).not.toContain(next)
  })

  test('is withdrawn after a page that says what it means, and then says nothing but that', async ({
    page,
    stranger,
    language,
    t,
  }) => {
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    await page.goto(paths.certificate(language, id))
    await page.getByRole('link', { name: t('certificate.toWithdrawal') }).click()
    await expect(page.getByText(t('withdrawal.final'))).toBeVisible()
    await page.getByRole('button', { name: t('withdrawal.submit') }).click()
    await expect(page).toHaveURL(paths.certificate(language, id))
    await expect(page.getByText(t('certificates.state.withdrawn', { date: '' }).trim())).toBeVisible()
    const seen = await (await stranger.get(paths.verifyCertificate(language, id))).text()
    expect(seen).not.toContain(learner.name)
    expect(seen).not.toContain(course.title[language])
  })

  test('is nobody else’s to see, to share, to correct, to renew or to withdraw', async ({
    request,
    stranger,
  }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const link = await share(request, id, [])
    await arrive(stranger, oleg())
    const token = link.slice(-22)
    const pages = [
      paths.certificate('bg', id),
      paths.certificateName('bg', id),
      paths.certificateRenewal('bg', id),
      paths.certificateWithdrawal('bg', id),
      paths.certificatePdf('bg', id),
      paths.certificateCredential('bg', id),
    ]
    const forms: [string, Record<string, string>][] = [
      [paths.certificate('bg', id), { intent: 'sharing', sharing: 'name' }],
      [paths.certificate('bg', id), { intent: 'share', until: '7', date: '' }],
      [paths.certificate('bg', id), { intent: 'end-share', token }],
      [paths.certificateName('bg', id), { name: 'Олег', nameLatin: 'Oleg' }],
      [paths.certificateRenewal('bg', id), {}],
      [paths.certificateWithdrawal('bg', id), {}],
    ]
    for (const page of pages) {
      const found = await stranger.get(page)
      expect(found.status(), page).toBe(404)
      expect(await found.text(), page).not.toContain(learner.name)
      const passerBy = await rawRequest(page)
      expect(passerBy.headers.location, page).toBe(paths.login('bg', page))
    }
    for (const [path, fields] of forms) {
      expect((await postForm(stranger, path, fields)).status(), path).toBe(404)
      const passerBy = await rawRequest(path, {
        method: 'POST',
        headers: formHeaders(site),
        body: formBody(fields),
      })
      expect(passerBy.headers.location, path).toBe(paths.login('bg', path))
      const foreign = await rawRequest(path, {
        method: 'POST',
        headers: formHeaders('https://evil.example'),
        body: formBody(fields),
      })
      expect(foreign.status, path).toBe(403)
    }
    // Everything is as it was.
    expect((await stranger.get(link)).status()).toBe(200)
    const verified = await (await stranger.get(paths.verifyCertificate('bg', id))).text()
    expect(verified).toContain(wordsOf('bg')('verdict.valid.title'))
  })

  test('takes no form that no page of it sends', async ({ request }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const forms: Record<string, string>[] = [
      {},
      { intent: 'revoke' },
      { intent: 'sharing', sharing: 'nobody' },
      { intent: 'share', until: '9999' },
      { intent: 'share', until: '7', parts: 'snapshot' },
      { intent: 'share', until: 'date', date: '2020-01-01' },
      { intent: 'sharing', sharing: 'name', userId: 'x' },
    ]
    for (const fields of forms)
      expect((await postForm(request, paths.certificate('bg', id), fields)).status()).toBe(400)
    for (const wrong of ['\0', '..%2f', 'AAAABBBBCCCCDDDD', 'a'.repeat(16)])
      expect((await request.get(paths.certificate('bg', encodeURIComponent(wrong)))).status()).toBe(404)
  })
})

test.describe('a share link', () => {
  test('is made, followed by whoever has it, and ended on the page of the certificate', async ({
    page,
    browser,
    language,
    t,
    expectedErrors,
  }) => {
    expectedErrors.push(statusError(400), statusError(404))
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    await page.goto(paths.certificate(language, id))
    await hydrated(page)
    await page.getByText(t('sharing.new')).click()
    await page.getByLabel(t('sharing.part.outcomes')).check()
    // The field of the day is there when a day is asked for, and its fault stands beside it.
    await expect(page.getByLabel(t('sharing.date'), { exact: true })).toBeHidden()
    await page.getByLabel(t('sharing.toDate')).check()
    await page.getByLabel(t('sharing.date'), { exact: true }).fill('2020-01-01')
    await page.getByRole('button', { name: t('sharing.make') }).click()
    await expect(page.getByLabel(t('sharing.date'), { exact: true })).toHaveAccessibleDescription(
      new RegExp(t('sharing.fault.past')),
    )
    await page.getByLabel(t('sharing.days', { count: 90 })).check()
    await page.getByRole('button', { name: t('sharing.make') }).click()
    const link = page.getByRole('link', { name: /\/shared\// })
    await expect(link).toHaveCount(1)
    const address = (await link.getAttribute('href')) ?? ''

    const context = await browser.newContext({ baseURL: site })
    const employer = await context.newPage()
    const response = await employer.goto(address)
    await expect(employer.locator('#verdict')).toContainText(t('shared.valid.title'))
    const facts = employer.getByRole('region', { name: t('shared.facts') })
    for (const fact of [learner.name, course.title[language], course.outcomes[0]?.text[language] ?? ''])
      await expect(facts).toContainText(fact)
    await hydrated(employer)
    await expectGoodPage(employer, response)

    await page.getByText(t('sharing.end')).click()
    await page.getByRole('button', { name: t('sharing.endNow') }).click()
    await expect(page.getByText(t('sharing.none'))).toBeVisible()
    const ended = await employer.goto(address)
    expect(ended?.status()).toBe(404)
    await expect(employer.getByRole('heading', { level: 1 })).toHaveText(t('error.share.title'))
    await expectGoodPage(employer, ended)
    await context.close()
  })

  test('gives away nothing that was not chosen: not in the page, not in its data', async ({
    request,
    stranger,
  }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const traces: Record<SharePart, string[]> = {
      result: ['resultPercent', 'firstAttemptPercent'],
      outcomes: [course.outcomes[0]?.text.bg ?? '', course.outcomes[0]?.text.en ?? ''],
      workload: ['academicHours', 'digcomp'],
      assessment: ['participation', 'supervision'],
      number: [id, formatIdentifier(id)],
    }
    for (const chosen of [[], ['result'], ['number'], [...shareParts]] as SharePart[][]) {
      const link = await share(request, id, chosen)
      const answers = [await stranger.get(link), await stranger.get(`${link}.data`)]
      for (const [form, answer] of ['the page', 'its data'].map(
        (form, index) => [form, answers[index]] as const,
      )) {
        const text = (await answer?.text()) ?? ''
        expect(text, form).toContain(learner.name)
        for (const part of shareParts) {
          const given = traces[part].some(trace => text.includes(trace))
          expect(given, `${part} in ${form} of ${chosen.join(', ') || 'nothing'}`).toBe(chosen.includes(part))
        }
        for (const never of [learner.email, 'snapshot', 'verifyUrl', 'legalId', 'userId', 'qualityAssurance'])
          expect(text, form).not.toContain(never)
      }
    }
  })

  test('is stored nowhere, found by no search engine and told to no other site', async ({ request }) => {
    const learner = await arrive(request, amina())
    const link = await share(request, await earnCertificate(request, course, learner.name), [])
    for (const path of [link, `${link}.data`]) {
      const { headers, status } = await rawRequest(path)
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-robots-tag']).toContain('noindex')
      expect(headers['referrer-policy']).toBe('same-origin')
    }
  })

  test('that ended and one that never was are answered alike', async ({ request, stranger }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const link = await share(request, id, ['number'])
    await postForm(request, paths.certificate('bg', id), { intent: 'end-share', token: link.slice(-22) })
    const others = [link, paths.sharedCertificate('bg', 'A'.repeat(22)), paths.sharedCertificate('bg', 'x')]
    const pages = await Promise.all(
      others.map(async path => {
        const answer = await stranger.get(path)
        expect(answer.status(), path).toBe(404)
        // What differs on every page: the address itself and the nonce.
        const text = (await answer.text()).replaceAll(path, '/…').replace(/nonce="[^"]*"/g, '')
        return text.replaceAll(path.slice(path.lastIndexOf('/') + 1), '…').length
      }),
    )
    expect(new Set(pages.slice(0, 2)).size).toBe(1)
  })

  test('says that it was withdrawn, and nothing else', async ({ request, stranger }) => {
    const learner = await arrive(request, amina())
    const id = await earnCertificate(request, course, learner.name)
    const link = await share(request, id, [...shareParts])
    await postForm(request, paths.certificateWithdrawal('bg', id), {})
    const text = await (await stranger.get(link)).text()
    expect(text).toContain(wordsOf('bg')('shared.withdrawn.title'))
    for (const gone of [
      learner.name,
      learner.nameLatin,
      id,
      formatIdentifier(id),
      course.outcomes[0]?.text.bg ?? '',
    ])
      expect(text).not.toContain(gone)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a holder chooses, shares, ends, corrects and withdraws all the same', async ({
    page,
    language,
    t,
  }) => {
    const learner = await arrive(page.request, amina(), language)
    const id = await earnCertificate(page.request, course, learner.name, language)
    await page.goto(paths.certificate(language, id))
    await page.getByLabel(t('sharing.name'), { exact: true }).check()
    await page.getByRole('button', { name: t('sharing.save') }).click()
    await expect(page.getByLabel(t('sharing.name'), { exact: true })).toBeChecked()

    await page.getByText(t('sharing.new')).click()
    await page.getByRole('button', { name: t('sharing.make') }).click()
    const link = page.getByRole('link', { name: /\/shared\// })
    await link.click()
    await expect(page.locator('#verdict')).toContainText(t('shared.valid.title'))
    await page.goto(paths.certificate(language, id))
    await page.getByText(t('sharing.end')).click()
    await page.getByRole('button', { name: t('sharing.endNow') }).click()
    await expect(link).toHaveCount(0)

    await page.getByRole('link', { name: t('certificate.toCorrection') }).click()
    await page.getByLabel(t('claim.name'), { exact: true }).fill('Амина Нова')
    await page.getByLabel(t('claim.nameLatin'), { exact: true }).fill('Amina Nova')
    await page.getByRole('button', { name: t('correction.submit') }).click()
    await expect(page.getByText('Амина Нова (Amina Nova)')).toBeVisible()
    await page.getByRole('link', { name: t('certificate.toWithdrawal') }).click()
    await page.getByRole('button', { name: t('withdrawal.submit') }).click()
    await expect(page.getByText(t('certificates.state.withdrawn', { date: '' }).trim())).toBeVisible()
  })
})
