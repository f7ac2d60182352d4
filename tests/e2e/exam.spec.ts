import type { Page } from '@playwright/test'
import type { AnswerKey } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { arrive, oleg, zagore } from '#tests/people.ts'
import { textOf, wrongAnswer } from './content.ts'
import { moveBack } from './exam-database.ts'
import {
  examCourse as course,
  everyKind,
  examKey,
  examKeys,
  fillQuestion,
  pageOf,
  readyLearner,
  sittingLearner,
} from './exam-on-page.ts'
import { expect, statusError, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { postForm } from './post-form.ts'
import { questionOnPage } from './question-on-page.ts'
import { rawRequest } from './raw-request.ts'
import { site } from './site.ts'
import { expectGoodPage } from './whole-page.ts'
import { wordsOf } from './words.ts'

const total = everyKind.length
const title = (language: Language) => course.exam?.texts[language].title ?? ''

async function expectHeading(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
}

/** Opens a page of the sitting and waits until its scripts are there. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await hydrated(page)
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    for (const language of languages) {
      test(`a learner sits the exam from its page to its result (${language})`, async ({ page }) => {
        test.slow()
        const t = wordsOf(language)
        await readyLearner(page.request, language)
        await page.goto(paths.course(language, course.id))
        await page
          .getByRole('main')
          .getByRole('link', { name: t('course.toExam') })
          .click()
        await expectHeading(page, title(language))
        await page.locator('summary', { hasText: t('exam.begin') }).click()
        await page.getByRole('button', { name: t('exam.beginNow') }).click()
        await expectHeading(page, t('question.position', { number: 1, total }))

        for (let place = 1; place < total; place += 1) {
          await page.getByRole('button', { name: t('exam.step.next') }).click()
          await expectHeading(page, t('question.position', { number: place + 1, total }))
        }
        await page.getByRole('button', { name: t('exam.step.back') }).click()
        await expectHeading(page, t('question.position', { number: total - 1, total }))
        await page.getByRole('link', { name: t('exam.handIn.open') }).click()
        await expectHeading(page, t('exam.handIn.title'))
        await page.getByRole('button', { name: t('exam.handIn.now') }).click()
        await expectHeading(page, t('exam.result.failed'))
        await expect(page.getByRole('table')).toContainText(course.outcomes[0]?.text[language] ?? '')
      })

      test(`every kind of question is answered, kept over a reload and graded (${language})`, async ({
        page,
      }) => {
        test.slow()
        const t = wordsOf(language)
        await sittingLearner(page.request, language)
        await page.goto(pageOf(language))
        for (const [index, question] of everyKind.entries()) {
          await expectHeading(page, t('question.position', { number: index + 1, total }))
          await fillQuestion(page, question, { language, scripts })
          if (scripts) {
            await expect(page.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
            await page.reload()
            await hydrated(page)
            await expect(page.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
          }
          const last = index === total - 1
          await page.getByRole('button', { name: t(last ? 'exam.step.end' : 'exam.step.next') }).click()
        }
        await expectHeading(page, t('exam.handIn.title'))
        await expect(page.getByText(t('exam.handIn.all'))).toBeVisible()
        await page.getByRole('button', { name: t('exam.handIn.now') }).click()

        await expectHeading(page, t('exam.result.passed'))
        await expect(page.getByRole('main')).toContainText(/100\s?%/)
        await expect(page.getByText(t('exam.result.complete'))).toBeVisible()
        for (const question of everyKind) {
          const { whole } = questionOnPage(page, question, language)
          await expect(whole.getByText(t('question.right'), { exact: true })).toBeVisible()
          const explanation = textOf(examKey(question).texts[language].explanationHtml)
          await expect(whole).toContainText(explanation, { useInnerText: true })
        }
        await page.goto(paths.exam(language, course.id))
        await expect(page.getByRole('heading', { name: t('exam.closed.passed') })).toBeVisible()
        await expect(page.getByRole('link', { name: t('exam.attempt', { number: 1 }) })).toBeVisible()
      })
    }

    test('a flag is put and taken away, and keeps the answer', async ({ page, language, t }) => {
      await sittingLearner(page.request, language)
      await page.goto(pageOf(language, 3))
      const [, , question] = everyKind
      if (question === undefined) throw new Error('The exam has no third question.')
      if (scripts) await hydrated(page)
      await fillQuestion(page, question, { language, scripts })
      const flag = page.getByRole('button', { name: t('exam.step.flag') })
      await flag.click()
      await expect(flag).toHaveAttribute('aria-pressed', 'true')
      const link = page
        .getByRole('navigation', { name: t('exam.questions') })
        .getByRole('link', { name: t('exam.question', { place: 3 }) })
      const named = (...states: string[]) => [t('exam.question', { place: 3 }), ...states].join(', ')
      await expect(link).toHaveAccessibleName(named(t('exam.state.answered'), t('exam.state.flagged')))
      await page.reload()
      await expect(flag).toHaveAttribute('aria-pressed', 'true')
      if (scripts) await hydrated(page)
      await flag.click()
      await expect(flag).toHaveAttribute('aria-pressed', 'false')
      await expect(link).toHaveAccessibleName(named(t('exam.state.answered')))
    })

    test('what is no number is refused beside the question, stays in the field and replaces nothing', async ({
      page,
      language,
      t,
      expectedErrors,
    }) => {
      expectedErrors.push(statusError(400))
      await sittingLearner(page.request, language)
      const place = everyKind.findIndex(({ kind }) => kind === 'number') + 1
      const question = everyKind[place - 1]
      if (question === undefined) throw new Error('The exam asks for no number.')
      await page.goto(pageOf(language, place))
      if (scripts) await hydrated(page)
      const { input } = questionOnPage(page, question, language)
      await input.fill('доста')
      await page.getByRole('button', { name: t('exam.step.next') }).click()
      await expect(page.getByRole('alert')).toContainText(t('question.fault.not-a-number'))
      await expect(input).toHaveValue('доста')
      await expect(input).toHaveAttribute('aria-invalid', 'true')
      await page.goto(pageOf(language, place))
      await expect(input).toHaveValue('')
    })

    test('an exam whose time is over is handed in by the next look at it', async ({ page, language, t }) => {
      const learner = await sittingLearner(page.request, language)
      moveBack(learner.email, 11)
      await page.goto(pageOf(language, 2))
      await expectHeading(page, t('exam.result.failed'))
      await expect(page.getByText(t('exam.result.byClock'))).toBeVisible()
    })
  })
}

test('an answer that was chosen is saved without a click more, also when one goes away at once', async ({
  page,
  language,
  t,
}) => {
  await sittingLearner(page.request, language)
  await open(page, pageOf(language, 1))
  const [first] = everyKind
  if (first === undefined) throw new Error('The exam asks nothing.')
  await fillQuestion(page, first, { language })
  const questions = page.getByRole('navigation', { name: t('exam.questions') })
  await questions.getByRole('link', { name: t('exam.question', { place: 4 }) }).click()
  await expectHeading(page, t('question.position', { number: 4, total }))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(questions.getByText(t('exam.answeredOf', { count: 1, total }))).toBeVisible()
})

test('without a line the page says so, tries again, and saves when the line is back', async ({
  page,
  language,
  t,
  expectedErrors,
}) => {
  // The last one is Remix's own, which fetches ahead what it knows of links.
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED|Failed to load resource|Failed to fetch manifest patches/)
  await sittingLearner(page.request, language)
  await open(page, pageOf(language, 1))
  await page.context().setOffline(true)
  const [first] = everyKind
  if (first === undefined) throw new Error('The exam asks nothing.')
  await fillQuestion(page, first, { language })
  await expect(page.getByText(t('exam.save.failed'))).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
})

test('answers of two tabs count both, and a tab is led to the result when another one hands in', async ({
  page,
  context,
  language,
  t,
}) => {
  await sittingLearner(page.request, language)
  const other = await context.newPage()
  const [first, second] = everyKind
  if (first === undefined || second === undefined) throw new Error('The exam asks too little.')
  await open(page, pageOf(language, 1))
  await open(other, pageOf(language, 2))
  await fillQuestion(page, first, { language })
  await fillQuestion(other, second, { language })
  for (const tab of [page, other])
    await expect(tab.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
  await other.getByRole('link', { name: t('exam.handIn.open') }).click()
  await expect(other.getByText(t('exam.answeredOf', { count: 2, total }))).toBeVisible()
  await other.getByRole('button', { name: t('exam.handIn.now') }).click()
  await expectHeading(other, t('exam.result.failed'))
  await fillQuestion(page, first, { language, given: wrongAnswer(examKey(first), first, language) })
  await expectHeading(page, t('exam.result.failed'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(
    questionOnPage(page, first, language).whole.getByText(t('question.right'), { exact: true }),
  ).toBeVisible()
})

test('the clock warns, can be hidden for good, and hands in at its end', async ({ page, language, t }) => {
  const learner = await sittingLearner(page.request, language)
  await open(page, pageOf(language, 1))
  const timer = page.getByRole('timer', { name: t('exam.clock.label') })
  await expect(timer).toHaveText(/^(9:\d\d|10:00)$/)
  await page.getByRole('button', { name: t('exam.clock.hide') }).click()
  await expect(timer).toHaveCount(0)

  moveBack(learner.email, 5.5)
  await open(page, pageOf(language, 1))
  await expect(page.getByRole('button', { name: t('exam.clock.show') })).toBeVisible()
  await expect(timer).toHaveCount(0)
  await expect(page.getByText(t('exam.clock.warning', { count: 5 }))).toBeVisible()

  // Three seconds behind its end: in the grace, which the page waits out.
  moveBack(learner.email, 4.55)
  await page.goto(pageOf(language, 1))
  await expectHeading(page, t('exam.result.failed'))
  await expect(page.getByText(t('exam.result.byClock'))).toBeVisible()
})

test('the clock of a browser that runs ahead closes the fields, loses nothing and is put right', async ({
  page,
  language,
  t,
}) => {
  await sittingLearner(page.request, language)
  const place = everyKind.findIndex(({ kind }) => kind === 'text') + 1
  const question = everyKind[place - 1]
  if (question === undefined) throw new Error('The exam asks for no words.')
  await page.clock.install()
  await open(page, pageOf(language, place))
  await fillQuestion(page, question, { language })
  const { input } = questionOnPage(page, question, language)
  const given = await input.inputValue()
  await page.clock.fastForward('11:00')
  // The server has the last word, and says that there is time.
  await expect(page.getByText(t('exam.clock.over'))).toHaveCount(0)
  await expect(page.getByRole('timer')).toHaveText(/^(9:\d\d|10:00)$/)
  await expect(input).toBeEnabled()
  await expect(input).toHaveValue(given)
  await expect(page.getByText(t('exam.save.saved'), { exact: true })).toBeVisible()
  await page.reload()
  await expect(input).toHaveValue(given)
})

test('the keyboard is enough: choose, Enter goes on, and the focus follows', async ({
  page,
  language,
  t,
}) => {
  await sittingLearner(page.request, language)
  const place = everyKind.findIndex(({ kind }) => kind === 'text') + 1
  await open(page, pageOf(language, place))
  const question = everyKind[place - 1]
  if (question === undefined) throw new Error('The exam asks for no words.')
  const { input } = questionOnPage(page, question, language)
  await input.focus()
  await page.keyboard.type('SVG')
  await page.keyboard.press('Enter')
  await expectHeading(page, t('question.position', { number: place + 1, total }))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('extra time stands on the page of the exam and on the clock', async ({ page, language, t }) => {
  const learner = await readyLearner(page.request, language)
  await zagore('user', 'accommodate', learner.email, '--extra-time', '50')
  await page.goto(paths.exam(language, course.id))
  await expect(
    page.getByRole('definition').filter({ hasText: t('exam.minutes', { count: 15 }) }),
  ).toBeVisible()
  await expect(
    page.getByText(t('exam.extraTime', { percent: language === 'bg' ? '50\u00a0%' : '50%' })),
  ).toBeVisible()
  await page.locator('summary', { hasText: t('exam.begin') }).click()
  await page.getByRole('button', { name: t('exam.beginNow') }).click()
  await expect(page.getByRole('timer')).toHaveText(/^(14:\d\d|15:00)$/)
})

test('every page of an exam is for everyone', async ({ page, language, t }) => {
  test.slow()
  const visit = async (path: string, heading: string) => {
    const response = await page.goto(path)
    await expectHeading(page, heading)
    await hydrated(page)
    await expectGoodPage(page, response)
  }
  const here = paths.exam(language, course.id)
  await visit(here, title(language))
  const learner = await sittingLearner(page.request, language)
  await visit(here, title(language))
  for (const [index] of everyKind.entries())
    await visit(pageOf(language, index + 1), t('question.position', { number: index + 1, total }))
  await visit(pageOf(language, 'hand-in'), t('exam.handIn.title'))
  moveBack(learner.email, 9.5)
  await visit(pageOf(language, 1), t('question.position', { number: 1, total }))
  await postForm(page.request, pageOf(language), { intent: 'hand-in' })
  await visit(pageOf(language), t('exam.result.failed'))
  await visit(here, title(language))
})

/** Sentences that only an answer key has. A word or a number may stand in a question by chance. */
function proseOf(keys: readonly AnswerKey[], language: Language): string[] {
  return keys
    .flatMap(({ texts }) => [...texts[language].feedbackHtml, texts[language].explanationHtml])
    .map(textOf)
    .filter(text => text.length > 25)
}

test('nothing of a sitting tells an answer before the hand-in, and the result tells it afterwards', async ({
  page,
  language,
}) => {
  await sittingLearner(page.request, language)
  const addresses = [
    paths.exam(language, course.id),
    pageOf(language),
    pageOf(language, 'hand-in'),
    paths.examAnswers(language, course.id, 1),
    ...everyKind.map((_, index) => pageOf(language, index + 1)),
  ]
  const data = (address: string) => address.replace(/(\?|$)/, '.data$1')
  const prose = proseOf(examKeys, language)
  expect(prose.length).toBeGreaterThan(20)
  const tell = async (address: string) => {
    const text = (await (await page.request.get(address)).text()).replace(/\\"/g, '"')
    const shown = textOf(text)
    return prose.filter(sentence => shown.includes(sentence) || text.includes(sentence))
  }
  for (const address of addresses) {
    expect(await tell(address), address).toEqual([])
    expect(await tell(data(address)), `${address}, its data`).toEqual([])
    const text = await (await page.request.get(data(address))).text()
    for (const field of ['"correct"', '"accepted"', '"pattern"', '"tolerance"', '"feedbackHtml"'])
      expect(text).not.toContain(field)
  }
  await postForm(page.request, pageOf(language), { intent: 'hand-in' })
  expect((await tell(pageOf(language))).length).toBeGreaterThan(5)
})

test('a sitting is found by nobody else: not its page, not its answers, not its hand-in', async ({
  page,
  playwright,
  language,
}) => {
  await sittingLearner(page.request, language)
  const stranger = await playwright.request.newContext({ baseURL: site })
  await arrive(stranger, oleg(), language)
  const answers = paths.examAnswers(language, course.id, 1)
  const [first] = everyKind
  const answer = { intent: 'answer', question: first?.id ?? '' }
  expect((await stranger.get(pageOf(language))).status()).toBe(404)
  expect((await stranger.get(answers)).status()).toBe(404)
  expect((await postForm(stranger, pageOf(language), answer)).status()).toBe(404)
  expect((await postForm(stranger, answers, answer)).status()).toBe(404)
  expect((await postForm(stranger, pageOf(language), { intent: 'hand-in' })).status()).toBe(404)
  // He is not enrolled, so that he does not begin one either.
  const begun = await postForm(stranger, paths.exam(language, course.id), { attempt: '1' })
  expect(begun.headers().location).toBe(paths.exam(language, course.id))
  expect((await stranger.get(pageOf(language))).status()).toBe(404)
  await stranger.dispose()
  const passerBy = await rawRequest(pageOf(language))
  expect(passerBy.headers.location).toBe(paths.login(language, pageOf(language)))
  await page.goto(pageOf(language, 1))
  await expectHeading(page, wordsOf(language)('question.position', { number: 1, total }))
})
