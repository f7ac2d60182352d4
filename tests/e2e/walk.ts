import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readIdentifier } from '#app/domain/certificates/identifier.ts'
import type { Course, Lesson } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import type { Language } from '#app/platform/language.ts'
import type { Person } from '#tests/people.ts'
import { keyOf, rightAnswer, textOf, wrongAnswer } from './content.ts'
import { giveAnswer, questionOnPage } from './question-on-page.ts'
import { wordsOf } from './words.ts'

/** Steps of a learner's way that pages with and without scripts have in common; with scripts unless it says otherwise. */
export type Walk = { page: Page; language: Language; scripts?: boolean }

/** Follows a link of the main navigation, on a narrow screen out of the menu, which closes when it has led on. */
export async function follow({ page, language }: Walk, name: string): Promise<void> {
  const t = wordsOf(language)
  const menu = page.locator('summary', { hasText: t('site.menu') })
  const narrow = await menu.isVisible()
  if (narrow) await menu.click()
  const navigation = page.getByRole('navigation', { name: t('site.mainNavigation') })
  await navigation.getByRole('link', { name, exact: true }).click()
  if (narrow) await expect(navigation, 'the menu is closed again').toHaveCount(0)
}

/** From the home page by way of the catalogue to the page of a course. */
export async function findCourse({ page, language }: Walk, course: Course): Promise<void> {
  const t = wordsOf(language)
  await page.goto(paths.home(language))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'))
  await page.getByRole('link', { name: t('home.start') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('courses.title'))
  await page.getByRole('link', { name: course.title[language] }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.title[language])
}

/** Enrols from the course page, which asks for an account first, and comes to the first lesson. */
export async function enrolWithNewAccount(walk: Walk, course: Course, person: Person): Promise<void> {
  const { page, language } = walk
  const t = wordsOf(language)
  await page.getByRole('button', { name: t('course.enrol') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.login'))
  await page
    .getByRole('main')
    .getByRole('link', { name: t('account.signup') })
    .click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('account.signup'))
  await page.getByLabel(t('account.name'), { exact: true }).fill(person.name)
  await page.getByLabel(t('account.emailLabel'), { exact: true }).fill(person.email)
  await page.getByLabel(t('account.password'), { exact: true }).fill(person.password)
  await page.getByRole('button', { name: t('account.create') }).click()

  await expect(page.getByText(t('account.created'))).toBeVisible()
  await expect(page.getByLabel(t('account.emailLabel'), { exact: true })).toHaveValue(person.email)
  await page.getByLabel(t('account.password'), { exact: true }).fill(person.password)
  await page.getByRole('button', { name: t('account.enter') }).click()

  await expect(page).toHaveURL(paths.course(language, course.id))
  await page.getByRole('button', { name: t('course.enrol') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    course.lessons[0]?.texts[language].title ?? '',
  )
  await expect(page.getByText(t('toast.enrolled'))).toBeVisible()
}

/** Answers every question of the lesson that is open, the first one wrongly at first, and confirms the reading. */
export async function workThrough(walk: Walk, lesson: Lesson): Promise<void> {
  const { page, language } = walk
  const t = wordsOf(language)
  for (const [place, question] of lesson.questions.entries()) {
    const key = keyOf(lesson, question)
    const onPage = questionOnPage(page, question, language)
    await expect(onPage.button).toHaveText(t('question.check'))
    if (place === 0) {
      const wrong = wrongAnswer(key, question, language)
      await giveAnswer(onPage, question, wrong, walk)
      await expect(onPage.whole.getByText(t('question.wrong'))).toBeVisible()
      await expect(onPage.button).toHaveText(t('question.again'))
      for (const option of 'options' in wrong ? wrong.options : []) {
        const feedback = textOf(key.texts[language].feedbackHtml[option] ?? '')
        await expect(onPage.whole).toContainText(feedback, { useInnerText: true })
      }
    }
    await giveAnswer(onPage, question, rightAnswer(key, language), walk)
    await expect(onPage.whole.getByText(t('question.right'), { exact: true })).toBeVisible()
    await expect(onPage.button).toHaveCount(0)
    const explanation = textOf(key.texts[language].explanationHtml)
    await expect(onPage.whole).toContainText(explanation, { useInnerText: true })
  }
  await page.getByRole('button', { name: t('lesson.confirmReading') }).click()
  await expect(page.getByText(t('lesson.completeSays'))).toBeVisible()
}

/** Works through every lesson, going from one to the next by the link at its end. */
export async function completeCourse(walk: Walk, course: Course): Promise<void> {
  const { page, language } = walk
  const t = wordsOf(language)
  for (const [place, lesson] of course.lessons.entries()) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.texts[language].title)
    await workThrough(walk, lesson)
    const next = course.lessons[place + 1]
    if (next === undefined) continue
    await expect(page.getByText(t('course.earned'))).toHaveCount(0)
    const pager = page.getByRole('navigation', { name: t('lesson.pager') })
    await pager.getByRole('link', { name: next.texts[language].title }).click()
  }
  await expect(page.getByText(t('course.earned'))).toBeVisible()
}

/** Confirms the name, downloads the certificate and reads its number out of the file. */
export async function takeCertificate(walk: Walk, course: Course, person: Person): Promise<string> {
  const { page, language } = walk
  const t = wordsOf(language)
  await page.getByRole('link', { name: t('course.toCertificate') }).click()
  await expect(page.getByLabel(t('claim.name'), { exact: true })).toHaveValue(person.name)
  await expect(page.getByLabel(t('claim.nameLatin'), { exact: true })).toHaveValue(person.nameLatin)
  await page.getByRole('button', { name: t('claim.issue') }).click()
  await expect(page.getByText(t('toast.certificateIssued'))).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(course.title[language])

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: t('certificates.download') }).click()
  const pdf = await readFile(await (await downloading).path())
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.byteLength).toBeGreaterThan(10_000)
  return numberInside(pdf)
}

/** The number in the document's own description, which PDF/A keeps as plain text. */
function numberInside(pdf: Buffer): string {
  const keywords = /<pdf:Keywords>([^<]*)<\/pdf:Keywords>/.exec(pdf.toString('utf8'))?.[1] ?? ''
  const printed = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(keywords)?.[0] ?? ''
  const read = readIdentifier(printed)
  if (!read.ok) throw new Error(`The document names no certificate: ${keywords}`)
  return printed
}
