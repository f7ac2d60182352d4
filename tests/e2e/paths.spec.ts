import type { Page } from '@playwright/test'
import { listPaths } from '#app/domain/courses/learning-path.ts'
import { paths } from '#app/paths.ts'
import { otherLanguage } from '#app/platform/language.ts'
import { amina, arrive, oleg } from '#tests/people.ts'
import { completeCourse } from './complete-course.ts'
import { catalogue, openCourses } from './content.ts'
import { expect, statusError, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { postForm } from './post-form.ts'
import { expectAccessible, expectGoodPage } from './whole-page.ts'

const path = catalogue.paths.find(({ status }) => status === 'published') ?? stop('There is no path to walk.')
const courses = path.courses.map(
  ({ id }) => openCourses.find(course => course.id === id) ?? stop(`The path leads through ${id}.`),
)
const [first, second] = [courses[0] ?? stop('The path is empty.'), courses[1] ?? stop('The path is short.')]

/** A lesson that explains a term, and the term. */
const explaining =
  openCourses
    .flatMap(course => course.lessons.map(lesson => ({ course, lesson })))
    .flatMap(place => place.lesson.texts.bg.terms.map(id => ({ ...place, id })))
    .at(0) ?? stop('No lesson explains a term.')
const term = catalogue.glossary.find(({ id }) => id === explaining.id) ?? stop('The term is missing.')

const steps = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('h3') })

function stop(reason: string): never {
  throw new Error(reason)
}

test('a path is found in the catalogue and on the home page, and shows its courses in order', async ({
  page,
  language,
  t,
}) => {
  for (const from of [paths.home(language), paths.courses(language)]) {
    await page.goto(from)
    await page
      .getByRole('region', { name: t('path.list') })
      .getByRole('link', { name: path.title[language] })
      .click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(path.title[language])
  }
  await expect(steps(page).getByRole('heading', { level: 3 })).toHaveText(
    courses.map(course => course.title[language]),
  )
  const [card] = listPaths(catalogue, { role: null, demo: false }, language)
  await expect(page.getByRole('main')).toContainText(t('course.hours', { count: card?.academicHours ?? 0 }))
  await expect(page.getByRole('main')).toContainText(path.audience[language])
})

test('a path is for everyone, before, on and after the way', async ({ page, language, t }) => {
  test.slow()
  const here = paths.path(language, path.id)
  const look = async (standing: string) => {
    const response = await page.goto(here)
    await hydrated(page)
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(standing)
    await expectGoodPage(page, response)
  }
  await look(t('path.begin'))
  await arrive(page.request, amina(), language)
  await postForm(page.request, paths.course(language, first.id), {})
  await look(t('path.next'))
  for (const course of courses) await completeCourse(page.request, course, language)
  await look(t('path.done'))
})

test('what is better taken first is recommended until it is completed, and locks nothing', async ({
  page,
  language,
  t,
}) => {
  await arrive(page.request, amina(), language)
  const here = paths.course(language, second.id)
  const recommendation = page.getByText(t('path.recommended'))
  await page.goto(here)
  await expect(recommendation).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: first.title[language] })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: path.title[language] })).toBeVisible()

  await page.getByRole('button', { name: t('course.enrol') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    second.lessons[0]?.texts[language].title ?? '',
  )
  await completeCourse(page.request, first, language)
  await page.goto(here)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(second.title[language])
  await expect(recommendation).toHaveCount(0)
})

test('one learner’s way along a path is not another’s', async ({
  page,
  language,
  t,
  playwright,
  baseURL,
}) => {
  const other = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  await arrive(other, amina(), language)
  await completeCourse(other, first, language)
  await arrive(page.request, oleg(), language)
  await page.goto(paths.path(language, path.id))
  await expect(page.getByText(t('path.begin'))).toBeVisible()
  await expect(page.getByText(t('course.completed'), { exact: true })).toHaveCount(0)
  await other.dispose()
})

test('a path that is not there says so', async ({ page, language, t, expectedErrors }) => {
  expectedErrors.push(statusError(404))
  const response = await page.goto(paths.path(language, 'no-such-path'))
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('error.path.title'))
  await hydrated(page)
  await expectGoodPage(page, response)
})

test('the glossary is found in the footer, is for everyone and shows both languages', async ({
  page,
  language,
  t,
}) => {
  await page.goto(paths.home(language))
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: t('glossary.title') })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('glossary.title'))
  const response = await page.goto(paths.glossary(language))
  await hydrated(page)
  await expectGoodPage(page, response)
  const entry = page.locator(`[id="${term.id}"]`)
  await expect(entry).toContainText(term.definition[language])
  await expect(entry).toContainText(term.term[otherLanguage(language)])

  await page.goto(paths.glossaryTerm(language, term.id))
  await expect(entry).toBeInViewport()
})

for (const scripts of [true, false]) {
  test.describe(`${scripts ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled: scripts })

    test('a word of a lesson opens its definition by mouse and by keyboard, and Escape closes it', async ({
      page,
      language,
      t,
    }) => {
      const { course, lesson } = explaining
      await page.goto(paths.lesson(language, course.id, lesson.id))
      const word = page.locator('button.term').first()
      const note = page.locator('.term-note').first()
      await expect(note).toBeHidden()
      await word.click()
      await expect(note).toBeVisible()
      await expect(note).toContainText(term.definition[language])
      await expect(note).toBeInViewport()

      await page.keyboard.press('Escape')
      await expect(note).toBeHidden()
      await expect(word).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(note).toBeVisible()
      if (scripts) await expectAccessible(page)
      await page.keyboard.press('Tab')
      await expect(note.getByRole('link', { name: t('glossary.title') })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(new RegExp(`${paths.glossaryTerm(language, term.id)}$`))
    })

    test('a path leads to its next step', async ({ page, language, t }) => {
      await arrive(page.request, amina(), language)
      await page.goto(paths.path(language, path.id))
      await page.getByRole('link', { name: t('path.toCourse') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(first.title[language])
      await page.getByRole('button', { name: t('course.enrol') }).click()
      const lesson = first.lessons[0]?.texts[language].title ?? ''
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson)
      await page.goto(paths.path(language, path.id))
      await page.getByRole('link', { name: t('course.continue') }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson)
    })
  })
}

test('definitions are not printed, and words look like the text around them', async ({ page, language }) => {
  const { course, lesson } = explaining
  await page.goto(paths.lesson(language, course.id, lesson.id))
  await hydrated(page)
  const word = page.locator('button.term').first()
  await word.click()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.term-note').first()).toBeHidden()
  await expect(word).toHaveCSS('text-decoration-line', 'none')
})
