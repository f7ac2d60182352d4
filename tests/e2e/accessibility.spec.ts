import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { generateIdentifier } from '#app/domain/certificates/identifier.ts'
import { paths } from '#app/paths.ts'
import { amina, arrive, zagore } from '#tests/people.ts'
import { changeCertificate } from './certificate-database.ts'
import { completeCourse, completeLesson, earnCertificate, sendAnswer } from './complete-course.ts'
import {
  journeyCourse as course,
  firstLesson,
  keyOf,
  openCourses,
  rightAnswer,
  wrongAnswer,
} from './content.ts'
import { expect, statusError, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { postForm } from './post-form.ts'
import { giveAnswer, questionOnPage } from './question-on-page.ts'
import { expectAccessible, expectGoodPage } from './whole-page.ts'

const lesson = firstLesson(course)

/** Opens a page, waits until it is the one that was meant and alive, and looks at all of it. */
async function visit(page: Page, path: string, heading: string): Promise<void> {
  const response = await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)
  await hydrated(page)
  await expectGoodPage(page, response)
}

test('the home page is for everyone', async ({ page, language, t }) => {
  await visit(page, paths.home(language), t('home.title'))
})

test('the catalogue is for everyone, full and with nothing found', async ({ page, language, t }) => {
  await visit(page, paths.courses(language), t('courses.title'))
  await visit(page, `${paths.courses(language)}?level=specialised&length=long`, t('courses.title'))
  await expect(page.getByText(t('courses.none'))).toBeVisible()
})

test('a course is for everyone, before, on and after the way', async ({ page, language, t }) => {
  const here = paths.course(language, course.id)
  await visit(page, here, course.title[language])
  await arrive(page.request, amina(), language)
  await postForm(page.request, here, {})
  await completeLesson(page.request, lesson, language)
  await visit(page, here, course.title[language])
  await expect(page.getByText(t('course.missing'))).toBeVisible()
  await completeCourse(page.request, course, language)
  await visit(page, here, course.title[language])
  await expect(page.getByText(t('course.earned'))).toBeVisible()
})

for (const each of openCourses) {
  test(`every lesson of ${each.id} is for everyone who reads without an account`, async ({
    page,
    language,
  }) => {
    for (const entry of each.lessons) {
      await visit(page, paths.lesson(language, each.id, entry.id), entry.texts[language].title)
    }
  })
}

test('a lesson is for everyone with its questions open, failed and passed, and at its finish', async ({
  page,
  language,
  t,
}) => {
  const here = paths.lesson(language, course.id, lesson.id)
  const { title } = lesson.texts[language]
  await arrive(page.request, amina(), language)
  await postForm(page.request, paths.course(language, course.id), {})
  await visit(page, here, title)

  for (const question of lesson.questions) {
    const wrong = wrongAnswer(keyOf(lesson, question), question, language)
    await sendAnswer(page.request, lesson, question, wrong, language)
  }
  await visit(page, here, title)
  await expect(page.getByText(t('question.wrong'))).toHaveCount(lesson.questions.length)

  for (const question of lesson.questions) {
    const right = rightAnswer(keyOf(lesson, question), language)
    await sendAnswer(page.request, lesson, question, right, language, 2)
  }
  await postForm(page.request, here, { intent: 'confirm-reading' })
  await visit(page, here, title)
  await expect(page.getByText(t('question.right'), { exact: true })).toHaveCount(lesson.questions.length)
  await expect(page.getByText(t('lesson.completeSays'))).toBeVisible()
})

test('a question stays accessible when its answer is missing and when the verdict comes in place', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(400))
  await arrive(page.request, amina(), language)
  await page.goto(paths.lesson(language, course.id, lesson.id))
  await hydrated(page)
  const [question] = lesson.questions
  if (question === undefined) throw new Error('The lesson asks nothing.')
  const onPage = questionOnPage(page, question, language)
  await onPage.button.click()
  await expect(onPage.whole.getByRole('alert')).toHaveText(t('question.fault.missing'))
  await expectAccessible(page)
  await giveAnswer(onPage, question, rightAnswer(keyOf(lesson, question), language), { language })
  await expect(onPage.whole.getByText(t('question.right'), { exact: true })).toBeVisible()
  await expectAccessible(page)
})

test('my learning, the claim and my certificates are for everyone, empty and full', async ({
  page,
  language,
  t,
}) => {
  const learner = await arrive(page.request, amina(), language)
  await visit(page, paths.learning(language), t('learning.title'))
  await visit(page, paths.certificates(language), t('certificates.title'))

  for (const other of openCourses) await postForm(page.request, paths.course(language, other.id), {})
  await completeCourse(page.request, course, language)
  await visit(page, paths.learning(language), t('learning.title'))
  await visit(page, paths.courseCertificate(language, course.id), t('claim.title'))

  await earnCertificate(page.request, course, learner.name, language)
  await visit(page, paths.certificates(language), t('certificates.title'))
})

test('the claim is for everyone when a name cannot be printed', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(400))
  await arrive(page.request, amina(), language)
  await completeCourse(page.request, course, language)
  await page.goto(paths.courseCertificate(language, course.id))
  await hydrated(page)
  await page.getByLabel(t('claim.name'), { exact: true }).fill('Амина 🌳')
  await page.getByRole('button', { name: t('claim.issue') }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectGoodPage(page, null)
})

test('verification is for everyone, whatever the verdict', async ({ page, language, t, expectedErrors }) => {
  expectedErrors.push(statusError(404))
  const learner = await arrive(page.request, amina(), language)
  const id = await earnCertificate(page.request, course, learner.name, language)
  const verdict = async (path: string, title: string) => {
    await visit(page, path, t('verify.title'))
    await expect(page.locator('#verdict')).toContainText(title)
  }
  await visit(page, paths.verify(language), t('verify.title'))
  await verdict(paths.verifyCertificate(language, id), t('verdict.valid.title'))
  await zagore('certificate', 'revoke', id)
  await verdict(paths.verifyCertificate(language, id), t('verdict.revoked.title'))
  const unknown = generateIdentifier(count => randomBytes(count))
  await verdict(paths.verifyCertificate(language, unknown), t('verdict.unknown.title'))
  await verdict(paths.verifyCertificate(language, id.slice(1)), t('verdict.mistyped.title'))
  await verdict(`${paths.verify(language)}?id=${id.slice(1)}`, t('verdict.mistyped.title'))
})

test('verification of files, lists and guarded numbers is for everyone', async ({ page, language, t }) => {
  const learner = await arrive(page.request, amina(), language)
  const id = await earnCertificate(page.request, course, learner.name, language)
  const pdf = await (await page.request.get(paths.certificatePdf(language, id))).body()
  const checkFile = async (buffer: Buffer, title: string) => {
    await page.goto(paths.verify(language))
    const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer }
    await page.getByLabel(t('verify.file.label')).setInputFiles(file)
    await page.getByRole('button', { name: t('verify.file.check') }).click()
    await expect(page.locator('#verdict')).toContainText(title)
    await expectGoodPage(page, null)
  }
  await checkFile(pdf, t('fileVerdict.genuine.valid'))
  await checkFile(Buffer.concat([pdf, Buffer.from('\n')]), t('fileVerdict.altered.title'))
  await checkFile(Buffer.from('x'), t('fileVerdict.unchecked.title'))

  await page.goto(paths.verify(language))
  await page.getByText(t('verify.list.title')).click()
  await page.getByLabel(t('verify.list.label')).fill(`${id},Олег Чуждов\n${id.slice(1)}\n\n${id}`)
  await page.getByRole('button', { name: t('verify.list.check') }).click()
  await expect(page.getByRole('region', { name: t('listVerdict.title') })).toBeVisible()
  await expectGoodPage(page, null)

  changeCertificate(id, { sharing: 'name' })
  await visit(page, paths.verifyCertificate(language, id), t('verify.title'))
  await expect(page.locator('#verdict')).toContainText(t('verdict.guarded.title'))
  for (const change of [{ supersededAt: new Date(), sharing: 'page' }, { withdrawnAt: new Date() }]) {
    changeCertificate(id, change)
    await visit(page, paths.verifyCertificate(language, id), t('verify.title'))
  }
})

test('signing in and signing up are for everyone, errors included', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(400))
  await visit(page, paths.login(language), t('account.login'))
  await page.getByRole('button', { name: t('account.enter') }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectGoodPage(page, null)
  await page.getByLabel(t('account.emailLabel'), { exact: true }).fill('oleg@example.org')
  await page.getByLabel(t('account.password'), { exact: true }).fill('не е тази парола')
  await page.getByRole('button', { name: t('account.enter') }).click()
  await expect(page.getByText(t('account.loginFailed'))).toBeVisible()
  await expectGoodPage(page, null)

  await visit(page, paths.signup(language), t('account.signup'))
  await page.getByRole('button', { name: t('account.create') }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await expectGoodPage(page, null)
})

test('the settings are for everyone', async ({ page, language, t }) => {
  await arrive(page.request, amina(), language)
  await visit(page, paths.settings(language), t('settings.title'))
})

test('a page that is not there is for everyone', async ({ page, language, t, expectedErrors }) => {
  expectedErrors.push(statusError(404))
  await visit(page, `/${language}/no-such-page`, t('error.page.title'))
  await visit(page, paths.course(language, 'no-such-course'), t('error.course.title'))
  await visit(page, paths.lesson(language, course.id, 'no-such-lesson'), t('error.lesson.title'))
})

test('the menu of a narrow screen is for everyone when it is open', async ({ page, language, t }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await arrive(page.request, amina(), language)
  await page.goto(paths.home(language))
  await page.locator('summary', { hasText: t('site.menu') }).click()
  await expect(page.getByRole('button', { name: t('site.logout') })).toBeVisible()
  await expectGoodPage(page, null)
})

test('a question is answered by the keyboard alone, from the first press on the page', async ({
  page,
  language,
  t,
}) => {
  await arrive(page.request, amina(), language)
  await page.goto(paths.lesson(language, course.id, lesson.id))
  await hydrated(page)
  const question = lesson.questions.find(entry => entry.kind === 'single')
  if (question === undefined) throw new Error('The lesson has no question with one right option.')
  const [right = 0] = [keyOf(lesson, question).answer].flatMap(answer =>
    answer.kind === 'single' ? [answer.correct] : [],
  )
  const onPage = questionOnPage(page, question, language)

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: t('site.skip') })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  const radios = onPage.group.getByRole('radio')
  const isFocused = (name: string) =>
    page.evaluate(wanted => (document.activeElement as HTMLInputElement | null)?.name === wanted, name)
  for (let presses = 0; presses < 200 && !(await isFocused(`answer:${question.id}`)); presses += 1) {
    await page.keyboard.press('Tab')
  }
  await expect(radios.first(), 'Tab comes to the question').toBeFocused()
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 20 && !(await onPage.choice(right).isChecked()); presses += 1) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(onPage.choice(right)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(onPage.button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(onPage.whole.getByText(t('question.right'), { exact: true })).toBeVisible()

  // The button is gone with the question's task; the next press must go on from here and not from the top.
  await page.keyboard.press('Tab')
  const ahead = await onPage.whole.evaluate(whole => {
    const { activeElement } = document
    return activeElement !== null && activeElement !== document.body
      ? Boolean(whole.compareDocumentPosition(activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) ||
          whole.contains(activeElement)
      : false
  })
  expect(ahead, 'focus goes on after the question').toBe(true)
})
