import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive } from '#tests/people.ts'
import { journeyCourse as course, firstLesson } from './content.ts'
import { expect, statusError, test } from './fixtures.ts'
import { postForm } from './post-form.ts'
import { questionOnPage } from './question-on-page.ts'
import { completeCourse, enrolWithNewAccount, findCourse, follow, takeCertificate } from './walk.ts'
import { wordsOf } from './words.ts'

test.use({ javaScriptEnabled: false })

for (const language of languages) {
  test(`a browser without scripts goes the whole way to the certificate (${language})`, async ({ page }) => {
    test.slow()
    const walk = { page, language, scripts: false }
    const t = wordsOf(language)
    const learner = amina()

    await findCourse(walk, course)
    await enrolWithNewAccount(walk, course, learner)
    await completeCourse(walk, course)
    const number = await takeCertificate(walk, course, learner)

    await follow(walk, t('site.verify'))
    await page.getByLabel(t('verify.fieldLong')).fill(number)
    await page
      .getByRole('main')
      .getByRole('button', { name: t('verify.check'), exact: true })
      .click()
    await expect(page.getByText(t('verdict.valid.title'))).toBeVisible()
    await expect(page.getByRole('region', { name: t('record.title') })).toContainText(learner.name)
  })
}

test('an empty answer is refused beside its question, and nothing counts as an attempt', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(400))
  await arrive(page.request, amina(), language)
  await postForm(page.request, paths.course(language, course.id), {})
  const lesson = firstLesson(course)
  await page.goto(paths.lesson(language, course.id, lesson.id))

  for (const question of lesson.questions) {
    const onPage = questionOnPage(page, question, language)
    await onPage.button.click()
    await expect(onPage.whole.getByRole('alert')).toHaveText(t('question.fault.missing'))
    await expect(page.getByRole('alert')).toHaveCount(1)
    await expect(onPage.group).toHaveAccessibleDescription(t('question.fault.missing'))
    await expect(onPage.button).toHaveText(t('question.check'))
  }
  await page.goto(paths.course(language, course.id))
  await expect(page.getByText(t('lesson.state.started'), { exact: true })).toHaveCount(0)
})

test('words in the place of a number are refused beside the question', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  expectedErrors.push(statusError(400))
  await arrive(page.request, amina(), language)
  const lesson = course.lessons.find(entry => entry.questions.some(question => question.kind === 'number'))
  const question = lesson?.questions.find(entry => entry.kind === 'number')
  if (lesson === undefined || question === undefined)
    throw new Error('The course of this test asks for no number.')
  await page.goto(paths.lesson(language, course.id, lesson.id))
  const onPage = questionOnPage(page, question, language)
  await onPage.input.fill('доста')
  await onPage.button.click()
  await expect(onPage.whole.getByRole('alert')).toHaveText(t('question.fault.not-a-number'))
  await expect(onPage.input).toHaveAttribute('aria-invalid', 'true')
  await expect(onPage.input, 'what was typed stays in the field').toHaveValue('доста')
})

test('the menu of a narrow screen opens and leads on', async ({ page, language, t }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(paths.home(language))
  const navigation = page.getByRole('navigation', { name: t('site.mainNavigation') })
  await expect(navigation).toHaveCount(0)
  await page.locator('summary', { hasText: t('site.menu') }).click()
  await expect(navigation).toHaveCount(1)
  await navigation.getByRole('link', { name: t('site.courses') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('courses.title'))
})

test('the filter of the catalogue works as an ordinary form and stands in the address', async ({
  page,
  language,
  t,
}) => {
  await page.goto(paths.courses(language))
  await page.getByLabel(t('courses.by.track')).selectOption({ label: t(`track.${course.track}`) })
  await page.getByRole('button', { name: t('courses.apply') }).click()
  await expect(page).toHaveURL(new RegExp(`[?&]track=${course.track}`))
  await expect(page.getByRole('link', { name: course.title[language] })).toBeVisible()
  await expect(page.getByLabel(t('courses.by.track'))).toHaveValue(course.track)
})

test('the errors of the sign-up form lead to their fields', async ({ page, language, t, expectedErrors }) => {
  expectedErrors.push(statusError(400))
  await page.goto(paths.signup(language))
  await page.getByLabel(t('account.name'), { exact: true }).fill('Амина')
  await page.getByLabel(t('account.password'), { exact: true }).fill('къса')
  await page.getByRole('button', { name: t('account.create') }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link')).toHaveCount(1)
  await page.getByLabel(t('account.emailLabel'), { exact: true }).fill('amina@example.org')
  await page.getByLabel(t('account.password'), { exact: true }).fill('къса')
  await page.getByRole('button', { name: t('account.create') }).click()
  await expect(page.getByLabel(t('account.name'), { exact: true })).toHaveValue('Амина')
  await summary.getByRole('link', { name: t('password.too-short') }).click()
  await expect(page).toHaveURL(/#field-password$/)
  await expect(page.getByLabel(t('account.password'), { exact: true })).toHaveAccessibleDescription(
    new RegExp(t('password.too-short')),
  )
})
