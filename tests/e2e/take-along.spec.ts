import { DomUtils, parseDocument } from 'htmlparser2'
import { imageSize } from 'image-size'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive, promote, signIn, signUp, thomas } from '#tests/people.ts'
import { catalogue, journeyCourse as course, firstLesson, keyOf, openCourses, textOf } from './content.ts'
import { expect, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { rawRequest } from './raw-request.ts'
import { site } from './site.ts'
import { expectGoodPage } from './whole-page.ts'

const lesson = firstLesson(course)

test('a lesson can be taken along: for print, as PDF and as Markdown', async ({ page, language, t }) => {
  await page.goto(paths.lesson(language, course.id, lesson.id))
  const row = page.getByText(t('takeAlong.says'))
  await expect(row.getByRole('link')).toHaveText([t('takeAlong.print'), 'PDF', 'Markdown'])

  const pdf = await page.request.get((await row.getByText('PDF').getAttribute('href')) ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  expect((await pdf.body()).subarray(0, 8).toString()).toBe('%PDF-1.7')

  const markdown = await page.request.get((await row.getByText('Markdown').getAttribute('href')) ?? '')
  expect(markdown.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(await markdown.text()).toContain(lesson.texts[language].title)

  await row.getByRole('link', { name: t('takeAlong.print') }).click()
  await expect(page).toHaveURL(paths.lessonPrint(language, course.id, lesson.id))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.texts[language].title)
})

test('the page for print is for everyone, has every question as a sheet, and prints', async ({
  page,
  language,
  t,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  const response = await page.goto(paths.lessonPrint(language, course.id, lesson.id))
  await hydrated(page)
  await expectGoodPage(page, response)
  await expect(page.getByRole('main').getByRole('group')).toHaveCount(lesson.questions.length)
  const canonical = page.locator('link[rel="canonical"]')
  await expect(canonical).toHaveAttribute('href', site + paths.lesson(language, course.id, lesson.id))
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  await page.getByRole('button', { name: t('takeAlong.button') }).click()
  await expect(page.locator('html')).toHaveAttribute('data-printed', '')
  await page.getByRole('link', { name: t('takeAlong.back') }).click()
  await expect(page).toHaveURL(paths.lesson(language, course.id, lesson.id))
})

test('every lesson has a good page for print', async ({ page, language }) => {
  test.slow()
  for (const each of catalogue.courses) {
    for (const entry of each.lessons) {
      const response = await page.goto(paths.lessonPrint(language, each.id, entry.id))
      await hydrated(page)
      await expectGoodPage(page, response)
    }
  }
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the page for print says how to print, and has no button that does nothing', async ({
    page,
    language,
    t,
  }) => {
    await page.goto(paths.lessonPrint(language, course.id, lesson.id))
    await expect(page.getByText(t('takeAlong.command'))).toBeVisible()
    await expect(page.getByRole('button', { name: t('takeAlong.button') })).toHaveCount(0)
  })
})

test('what learners take along tells no answer', async ({ request }) => {
  const told: string[] = []
  let compared = 0
  for (const each of openCourses) {
    for (const entry of each.lessons) {
      for (const language of languages) {
        const addresses = [
          paths.lessonMarkdown(language, each.id, entry.id),
          paths.lessonPrint(language, each.id, entry.id),
          `${paths.lessonPrint(language, each.id, entry.id)}.data`,
        ]
        const prose = entry.texts[language].segments.map(part => ('html' in part ? textOf(part.html) : ''))
        for (const address of addresses) {
          const text = textOf(await (await request.get(address)).text())
          for (const question of entry.questions) {
            const { texts } = keyOf(entry, question)
            const { feedbackHtml, hintsHtml, explanationHtml } = texts[language]
            for (const secret of [...feedbackHtml, ...hintsHtml, explanationHtml].map(textOf)) {
              if (secret.length < 13 || prose.some(open => open.includes(secret))) continue
              compared += 1
              if (text.includes(secret)) told.push(`${address}: ${secret}`)
            }
          }
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(100)
  expect(told).toEqual([])
})

test('a trainer gets the Markdown as it was written, a learner does not', async ({ request, playwright }) => {
  const address = paths.lessonMarkdown('bg', course.id, lesson.id)
  await arrive(request, amina())
  const forLearner = await request.get(address)
  expect(forLearner.headers()['cache-control']).toBe('private, no-store')
  expect(await forLearner.text()).not.toMatch(/^- \[x\]/m)

  const trainer = thomas()
  const school = await playwright.request.newContext({ baseURL: site })
  await signUp(school, trainer)
  await promote(trainer)
  await signIn(school, trainer)
  const forTrainer = await school.get(address)
  expect(forTrainer.headers()['cache-control']).toBe('private, no-store')
  expect(await forTrainer.text()).toMatch(/^- \[x\]/m)
  await school.dispose()
})

test('none of it is there in another language, of another course or of another lesson', async ({
  request,
}) => {
  const addresses = (lang: string, courseId: string, lessonId: string) => [
    `/${lang}/courses/${courseId}/${lessonId}.md`,
    `/${lang}/courses/${courseId}/${lessonId}/print`,
    `/${lang}/courses/${courseId}/${lessonId}/handout.pdf`,
  ]
  const missing = [
    ...addresses('de', course.id, lesson.id),
    ...addresses('bg', 'no-such-course', lesson.id),
    ...addresses('bg', course.id, 'no-such-lesson'),
    ...addresses('bg', '_draft', lesson.id),
    ...addresses('bg', course.id, '..%2F..%2Fhub'),
    '/de/courses/feed.xml',
    '/de/cover.png',
    `/de/courses/${course.id}/cover.png`,
    '/bg/courses/no-such-course/cover.png',
  ]
  for (const address of missing) expect((await request.get(address)).status(), address).toBe(404)
})

test('every address of the sitemap is a page that may be found', async ({ request }) => {
  const robots = await request.get('/robots.txt')
  expect(await robots.text()).toContain(`Sitemap: ${site}/sitemap.xml`)
  const response = await request.get('/sitemap.xml')
  expect(response.headers()['content-type']).toBe('application/xml; charset=utf-8')
  const map = parseDocument(await response.text(), { xmlMode: true })
  const found = DomUtils.getElementsByTagName('loc', map).map(loc => DomUtils.textContent(loc))
  for (const language of languages) {
    for (const each of openCourses) expect(found).toContain(site + paths.course(language, each.id))
  }
  for (const address of found) {
    const page = await request.get(address)
    expect(page.status(), address).toBe(200)
    expect(await page.text(), address).not.toContain('noindex')
  }
})

test('the catalogue names a feed of new courses, whose entries lead to them', async ({ page, language }) => {
  await page.goto(paths.courses(language))
  const link = page.locator('link[type="application/atom+xml"]')
  await expect(link).toHaveAttribute('rel', 'alternate')
  const response = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(response.headers()['content-type']).toBe('application/atom+xml; charset=utf-8')
  const feed = parseDocument(await response.text(), { xmlMode: true })
  const entries = DomUtils.getElementsByTagName('entry', feed)
  expect(entries).toHaveLength(openCourses.filter(({ published }) => published !== null).length)
  for (const entry of entries) {
    const [address] = DomUtils.getElementsByTagName('link', entry)
    expect((await page.request.get(address?.attribs.href ?? '')).status()).toBe(200)
  }
})

test('pages carry a picture for cards, and a course describes itself to search engines', async ({
  page,
  language,
}) => {
  const pages = [
    paths.home(language),
    paths.course(language, course.id),
    paths.lesson(language, course.id, lesson.id),
  ]
  for (const address of pages) {
    await page.goto(address)
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
    const response = await page.request.get(picture ?? '')
    expect(response.headers()['content-type']).toBe('image/png')
    expect(imageSize(await response.body())).toMatchObject({ width: 1200, height: 630 })
    expect(await page.locator('meta[property="og:image:alt"]').getAttribute('content')).not.toBe('')
    await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute('content', 'summary_large_image')
  }
  await page.goto(paths.course(language, course.id))
  const data: unknown = JSON.parse(
    await page.locator('script[type="application/ld+json"]').first().innerHTML(),
  )
  expect(data).toMatchObject({
    '@type': 'Course',
    name: course.title[language],
    url: site + paths.course(language, course.id),
  })
})

test('files that were made once are not sent twice', async () => {
  for (const path of [
    paths.coursePicture('bg', course.id),
    paths.lessonHandout('bg', course.id, lesson.id),
  ]) {
    const first = await rawRequest(path)
    expect(first.headers['cache-control']).toBe('public, max-age=3600')
    expect(first.headers['x-content-type-options']).toBe('nosniff')
    const again = await rawRequest(path, { headers: { 'if-none-match': first.headers.etag ?? '' } })
    expect(again.status).toBe(304)
    expect(again.body.byteLength).toBe(0)
  }
})
