import { expect, type Locator, type Page } from '@playwright/test'
import type { Question } from '#app/domain/courses/course.ts'
import type { Language } from '#app/platform/language.ts'
import { type Given, textOf } from './content.ts'
import { wordsOf } from './words.ts'

/** A question as a learner finds it on a page, by what it asks and says. */
export type QuestionOnPage = {
  /** All of it: the fields, the verdict and the button. */
  whole: Locator
  group: Locator
  /** The radio button or box of an option, by its authored place. */
  choice: (authored: number) => Locator
  input: Locator
  button: Locator
}

export function questionOnPage(page: Page, question: Question, language: Language): QuestionOnPage {
  const t = wordsOf(language)
  // The name of the block is its address, as in /bg/courses/a/b#q-one.
  const whole = page.locator(`[id="${question.id}"]`)
  const option = (authored: number) => {
    const text = textOf(question.texts[language].optionsHtml[authored] ?? '')
    return whole.locator('label').filter({ has: page.getByText(text, { exact: true }) })
  }
  return {
    whole,
    group: whole.getByRole('group', { name: textOf(question.texts[language].promptHtml) }),
    choice: authored => option(authored).getByRole(question.kind === 'single' ? 'radio' : 'checkbox'),
    input: whole.getByLabel(question.kind === 'number' ? t('question.number') : t('question.text'), {
      exact: true,
    }),
    button: whole.getByRole('button'),
  }
}

/** Fills the question in and sends it. */
export async function giveAnswer(onPage: QuestionOnPage, question: Question, given: Given): Promise<void> {
  await expect(onPage.group).toBeVisible()
  if ('typed' in given) await onPage.input.fill(given.typed)
  else if (question.kind === 'single')
    for (const authored of given.options) await onPage.choice(authored).check()
  else {
    const count = question.texts.bg.optionsHtml.length
    for (let authored = 0; authored < count; authored += 1) {
      await onPage.choice(authored).setChecked(given.options.includes(authored))
    }
  }
  await onPage.button.click()
}
