import type { APIRequestContext, Page } from '@playwright/test'
import type { Question } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { amina, arrive } from '#tests/people.ts'
import { sendAnswer } from './complete-course.ts'
import {
  type Given,
  keyOf,
  partlyRightAnswer,
  questionsOfEveryKind,
  rightAnswer,
  textOf,
  wrongAnswer,
} from './content.ts'
import { expect, statusError, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { postForm } from './post-form.ts'
import { postedValues } from './posted-values.ts'
import { fillIn, giveAnswer, questionOnPage } from './question-on-page.ts'
import { expectGoodPage } from './whole-page.ts'
import { wordsOf } from './words.ts'

const lesson = questionsOfEveryKind()
const here = (language: Language) => paths.lesson(language, lesson.courseId, lesson.id)

/** Scrolls from the beginning to a block, as one reads, and waits until the page knows. */
async function readOnTo(page: Page, id: string): Promise<void> {
  await page.evaluate(async name => {
    const nextFrames = () =>
      new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    scrollTo(0, 0)
    await nextFrames()
    document.getElementById(name)?.scrollIntoView()
    await nextFrames()
  }, id)
}

function questionCalled(id: string): Question {
  const found = lesson.questions.find(question => question.id === id)
  if (found === undefined) throw new Error(`The lesson has no question ${id}.`)
  return found
}

async function openAs(page: Page, language: Language): Promise<void> {
  await arrive(page.request, amina(), language)
  await page.goto(here(language))
}

for (const scripts of [true, false]) {
  const manner = scripts ? 'with scripts' : 'without scripts'

  test.describe(manner, () => {
    test.use({ javaScriptEnabled: scripts })

    for (const language of languages) {
      test(`every kind of question is answered wrongly, in part and rightly (${language}, ${manner})`, async ({
        page,
      }) => {
        test.slow()
        const t = wordsOf(language)
        const giving = { language, scripts }
        await openAs(page, language)
        const kinds = new Set<string>()
        for (const question of lesson.questions.filter(({ attempts }) => attempts === null)) {
          const key = keyOf(lesson, question)
          const onPage = questionOnPage(page, question, language)
          const explanation = textOf(key.texts[language].explanationHtml)
          await expect(onPage.whole).not.toContainText(explanation)
          await giveAnswer(onPage, question, wrongAnswer(key, question, language), giving)
          await expect(onPage.whole.getByText(t('question.wrong'))).toBeVisible()
          await expect(onPage.whole).toContainText(explanation, { useInnerText: true })

          const partly = partlyRightAnswer(key, question, language)
          if (partly !== null) {
            await giveAnswer(onPage, question, partly, giving)
            await expect(onPage.whole.getByText(t('question.partly'))).toBeVisible()
          }
          await giveAnswer(onPage, question, rightAnswer(key, language), giving)
          await expect(onPage.whole.getByText(t('question.right'), { exact: true })).toBeVisible()
          await expect(onPage.button).toHaveCount(0)
          kinds.add(question.kind)
        }
        expect([...kinds].sort()).toEqual([
          'blanks',
          'match',
          'multiple',
          'number',
          'order',
          'single',
          'text',
        ])

        await page.reload()
        const passed = await page.getByText(t('question.right'), { exact: true }).count()
        expect(passed).toBe(lesson.questions.filter(({ attempts }) => attempts === null).length)
      })

      test(`a question rests when its attempts are used up, and says until when (${language}, ${manner})`, async ({
        page,
      }) => {
        const t = wordsOf(language)
        const question = questionCalled('q-attempts')
        const key = keyOf(lesson, question)
        const wrong = wrongAnswer(key, question, language)
        await openAs(page, language)
        const { whole, button } = questionOnPage(page, question, language)
        await expect(whole).toContainText(t('question.attemptsLeft', { count: 2 }))
        await giveAnswer(questionOnPage(page, question, language), question, wrong, { language, scripts })
        await expect(whole).toContainText(t('question.attemptsLeft', { count: 1 }))
        const explanation = textOf(key.texts[language].explanationHtml)
        await expect(whole).not.toContainText(explanation)
        await expect(whole).not.toContainText(t('question.mark.right'))
        await giveAnswer(questionOnPage(page, question, language), question, wrong, { language, scripts })
        const until = t('question.resting', { date: '(.+)', time: '(.+)' })
        await expect(whole).toContainText(new RegExp(until))
        await expect(whole).toContainText(explanation, { useInnerText: true })
        await expect(button).toHaveCount(0)
      })

      test(`hints come one after another, when they are asked for (${language}, ${manner})`, async ({
        page,
      }) => {
        const t = wordsOf(language)
        const question = questionCalled('q-hints')
        const [first = '', second = ''] = keyOf(lesson, question).texts[language].hintsHtml.map(textOf)
        await openAs(page, language)
        const { whole, hint, button } = questionOnPage(page, question, language)
        await expect(whole).not.toContainText(first)
        await expect(hint).toHaveText(t('question.hint', { number: 1, total: 2 }))
        await hint.click()
        await expect(whole).toContainText(first)
        await expect(whole).not.toContainText(second)
        await expect(hint).toHaveText(t('question.hint', { number: 2, total: 2 }))
        await hint.click()
        await expect(whole).toContainText(second)
        await expect(hint).toHaveCount(0)
        await expect(button, 'nothing is answered by a hint').toHaveText(t('question.check'))
      })
    }

    test(`what is not finished is refused beside the question and stays in the fields (${manner})`, async ({
      page,
      language,
      t,
      expectedErrors,
    }) => {
      expectedErrors.push(statusError(400))
      await openAs(page, language)
      const matching = questionCalled('q-match')
      const right = rightAnswer(keyOf(lesson, matching), language)
      if (!('pairs' in right)) throw new Error('q-match is no matching.')
      const half = { pairs: right.pairs.with(-1, null) }
      const onPage = questionOnPage(page, matching, language)
      await giveAnswer(onPage, matching, half, { language, scripts })
      await expect(onPage.whole.getByRole('alert')).toHaveText(t('question.fault.incomplete'))
      await expect(onPage.group).toHaveAccessibleDescription(t('question.fault.incomplete'))
      const chosen = textOf(matching.texts[language].optionsHtml[half.pairs[0] ?? -1] ?? '')
      await expect(onPage.fields.first().locator('option:checked')).toHaveText(chosen)

      const gapped = questionCalled('q-blanks')
      const gaps = questionOnPage(page, gapped, language)
      await gaps.fields.first().fill('45')
      await gaps.button.click()
      await expect(gaps.whole.getByRole('alert')).toHaveText(t('question.fault.incomplete'))
      await expect(gaps.fields.first()).toHaveValue('45')
      await gaps.fields.first().fill('доста')
      await gaps.button.click()
      await expect(gaps.whole.getByRole('alert')).toHaveText(t('question.fault.not-a-number'))
      await expect(gaps.fields.first()).toHaveValue('доста')

      for (const id of ['q-single', 'q-multiple', 'q-number', 'q-text']) {
        const empty = questionOnPage(page, questionCalled(id), language)
        await empty.button.click()
        await expect(empty.whole.getByRole('alert')).toHaveText(t('question.fault.missing'))
      }
    })
  })
}

test.describe('a sequence', () => {
  const question = questionCalled('q-order')

  test('is moved by keyboard: the focus stays on the step, and its place is read out', async ({
    page,
    language,
    t,
  }) => {
    await openAs(page, language)
    await hydrated(page)
    const { group } = questionOnPage(page, question, language)
    const steps = group.getByRole('listitem')
    const [first = ''] = await steps.allInnerTexts()
    const words = first.split('\n')[0]?.trim() ?? ''
    const step = steps.filter({ hasText: words })
    const down = step.getByRole('button', { name: t('question.down') })
    await expect(down).toHaveAccessibleName(`${t('question.down')} ${words}`)
    await down.focus()
    for (const place of [2, 3]) {
      await page.keyboard.press('Enter')
      await expect(down).toBeFocused()
      await expect(steps.nth(place - 1)).toContainText(words)
      const said = t('question.moved', { step: words, place, places: question.texts.bg.optionsHtml.length })
      await expect(group.getByText(said)).toHaveCount(1)
    }
    await step.getByRole('button', { name: t('question.up') }).press('Enter')
    await expect(steps.nth(1)).toContainText(words)
  })

  test('is moved by pointer at its number', async ({ page, language }) => {
    await openAs(page, language)
    await hydrated(page)
    const { group } = questionOnPage(page, question, language)
    const steps = group.getByRole('listitem')
    const before = await steps.allInnerTexts()
    await steps.first().scrollIntoViewIfNeeded()
    const from = await steps.first().locator('.place').boundingBox()
    const to = await steps.nth(2).boundingBox()
    if (from === null || to === null) throw new Error('The sequence is not shown.')
    await page.mouse.move(from.x + 4, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(from.x + 4, to.y + to.height - 4, { steps: 8 })
    await page.mouse.up()
    const words = (text = '') => text.split('\n')[0]?.trim() ?? ''
    await expect(steps.nth(2)).toContainText(words(before[0]))
    await expect(steps.first()).toContainText(words(before[1]))
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('two steps of a sequence cannot have one place, and the lists keep what was chosen', async ({
    page,
    language,
    t,
    expectedErrors,
  }) => {
    expectedErrors.push(statusError(400))
    await openAs(page, language)
    const question = questionCalled('q-order')
    const onPage = questionOnPage(page, question, language)
    const lists = onPage.group.getByRole('combobox')
    await lists.first().selectOption({ label: '2' })
    await onPage.button.click()
    await expect(onPage.whole.getByRole('alert')).toHaveText(t('question.fault.place-taken'))
    await expect(lists.first().locator('option:checked')).toHaveText('2')
    await expect(onPage.button).toHaveText(t('question.check'))
  })
})

test('questions of every kind are for everyone: open, with half an answer, failed and passed', async ({
  page,
  language,
}) => {
  test.slow()
  await arrive(page.request, amina(), language)
  const visit = async () => {
    const response = await page.goto(here(language))
    await hydrated(page)
    await expectGoodPage(page, response)
  }
  await visit()
  await postForm(page.request, here(language), { intent: 'hint', question: 'q-hints', number: '1' })
  const send = async (make: (question: Question) => Given, attempt: number) => {
    for (const question of lesson.questions)
      await sendAnswer(page.request, lesson, question, make(question), language, attempt)
  }
  await send(question => wrongAnswer(keyOf(lesson, question), question, language), 1)
  await visit()
  const partly = (question: Question) => partlyRightAnswer(keyOf(lesson, question), question, language)
  await send(question => partly(question) ?? wrongAnswer(keyOf(lesson, question), question, language), 2)
  await visit()
  for (const question of lesson.questions.filter(({ attempts }) => attempts === null))
    await sendAnswer(
      page.request,
      lesson,
      question,
      rightAnswer(keyOf(lesson, question), language),
      language,
      3,
    )
  await visit()
})

test('the other language opens at the same place, with what is chosen and typed and not sent yet', async ({
  page,
  language,
  t,
}) => {
  await openAs(page, language)
  await hydrated(page)
  const other = language === 'bg' ? 'en' : 'bg'
  const unsent = lesson.questions.filter(({ attempts }) => attempts === null)
  for (const question of unsent) {
    const right = rightAnswer(keyOf(lesson, question), language)
    await fillIn(questionOnPage(page, question, language), question, right, { language })
  }
  await readOnTo(page, 'q-match')
  await page
    .getByRole('complementary', { name: t('lesson.outline') })
    .getByRole('link', { name: t('site.otherLanguage') })
    .click()
  await expect(page).toHaveURL(`${here(other)}#q-match`)
  await hydrated(page)
  await expect(page.locator('[id="q-match"]')).toBeInViewport()
  for (const question of unsent) {
    const onPage = questionOnPage(page, question, other)
    await onPage.button.click()
    await expect(onPage.whole.getByText(wordsOf(other)('question.right'), { exact: true })).toBeVisible()
  }
})

test('the other language opens at the same section', async ({ page, language }) => {
  await page.goto(here(language))
  await hydrated(page)
  const other = language === 'bg' ? 'en' : 'bg'
  const sections = lesson.texts[language].headings
  const [, , third] = sections
  const there = lesson.texts[other].headings[2]
  if (third === undefined || there === undefined) throw new Error('The lesson has too few sections.')
  await readOnTo(page, third.id)
  await page.locator('.outline a.language').click()
  await expect(page).toHaveURL(`${here(other)}#${there.id}`)
})

test('without scripts the other language is an ordinary link', async ({ request, language }) => {
  const page = await (await request.get(here(language))).text()
  expect(page).toContain(`href="${here(language === 'bg' ? 'en' : 'bg')}"`)
})

test.describe('twenty answers at once', () => {
  /** Sends the same wrong answer so many times together. Returns how the server answered. */
  async function sendTogether(request: APIRequestContext, attempt: number): Promise<number[]> {
    const question = questionCalled('q-attempts')
    const shown = await (await request.get(here('bg'))).text()
    const wrong = wrongAnswer(keyOf(lesson, question), question, 'bg')
    const fields = {
      intent: 'answer',
      question: question.id,
      attempt: String(attempt),
      [`answer:${question.id}`]: postedValues(shown, question, wrong, 'bg'),
    }
    const answers = await Promise.all(Array.from({ length: 20 }, () => postForm(request, here('bg'), fields)))
    return answers.map(answer => answer.status())
  }

  test('are one attempt, and never more than there are', async ({ page, expectedErrors }) => {
    expectedErrors.push(statusError(400))
    const t = wordsOf('bg')
    await arrive(page.request, amina(), 'bg')
    const { whole } = questionOnPage(page, questionCalled('q-attempts'), 'bg')

    expect(new Set(await sendTogether(page.request, 1))).toEqual(new Set([302]))
    await page.goto(here('bg'))
    await expect(whole).toContainText(t('question.attemptsLeft', { count: 1 }))
    expect(new Set(await sendTogether(page.request, 2))).toEqual(new Set([302]))
    await page.goto(here('bg'))
    const rests = new RegExp(t('question.resting', { date: '(.+)', time: '(.+)' }))
    await expect(whole).toContainText(rests)
    expect(new Set(await sendTogether(page.request, 3))).toEqual(new Set([400]))
    await page.goto(here('bg'))
    await expect(whole).toContainText(rests)
  })
})
