import { expect, type Locator, type Page } from '@playwright/test'
import type { Question } from '#app/domain/courses/course.ts'
import type { Language } from '#app/platform/language.ts'
import { type Given, textOf } from './content.ts'
import { hydrated } from './hydrated.ts'
import { wordsOf } from './words.ts'

/** A question as a learner finds it on a page, by what it asks and says. */
export type QuestionOnPage = {
  /** All of it: the fields, the verdict and the button. */
  whole: Locator
  group: Locator
  /** The radio button or box of an option, by its authored place. */
  choice: (authored: number) => Locator
  /** A step of a sequence, by the option that it is. */
  step: (filed: number) => Locator
  input: Locator
  /** The lists of a matching, or all the gaps of a text, in their order. */
  fields: Locator
  button: Locator
  hint: Locator
}

export function questionOnPage(page: Page, question: Question, language: Language): QuestionOnPage {
  const t = wordsOf(language)
  const { optionsHtml, promptHtml } = question.texts[language]
  // The name of the block is its address, as in /bg/courses/a/b#q-one.
  const whole = page.locator(`[id="${question.id}"]`)
  const withText = (rows: Locator, option: number) =>
    rows.filter({ has: page.getByText(textOf(optionsHtml[option] ?? ''), { exact: true }) })
  return {
    whole,
    // A text with gaps is no name for its own fields: there the group is called by its number.
    group:
      question.kind === 'blanks'
        ? whole.getByRole('group')
        : whole.getByRole('group', { name: textOf(promptHtml) }),
    choice: authored =>
      withText(whole.locator('label'), authored).getByRole(question.kind === 'single' ? 'radio' : 'checkbox'),
    step: filed => withText(whole.getByRole('group').getByRole('listitem'), filed),
    input: whole.getByLabel(question.kind === 'number' ? t('question.number') : t('question.text'), {
      exact: true,
    }),
    fields: whole.getByRole('group').locator('input:not([type=hidden]), select'),
    button: whole.getByRole('button', {
      name: new RegExp(`^(?:${t('question.check')}|${t('question.again')})$`),
    }),
    hint: whole.getByRole('button', {
      name: new RegExp(t('question.hint', { number: '\\d', total: '\\d' })),
    }),
  }
}

/** @param scripts whether the page runs any: a sequence is moved by buttons with them, and by lists without */
export type Giving = { language: Language; scripts?: boolean }

/** Fills the question in and sends it. */
export async function giveAnswer(
  onPage: QuestionOnPage,
  question: Question,
  given: Given,
  giving: Giving,
): Promise<void> {
  await fillIn(onPage, question, given, giving)
  await onPage.button.click()
}

export async function fillIn(
  onPage: QuestionOnPage,
  question: Question,
  given: Given,
  { language, scripts = true }: Giving,
): Promise<void> {
  const { optionsHtml, blanks } = question.texts[language]
  await expect(onPage.group).toBeVisible()
  if ('typed' in given) await onPage.input.fill(given.typed)
  else if ('order' in given) {
    for (const [place, filed] of given.order.entries()) {
      if (scripts) await moveStep(onPage, filed, place, wordsOf(language)('question.up'))
      else
        await onPage
          .step(filed)
          .getByRole('combobox')
          .selectOption({ label: String(place + 1) })
    }
  } else if ('pairs' in given) {
    for (const [left, filed] of given.pairs.entries()) {
      const list = onPage.fields.nth(left)
      await (filed === null
        ? list.selectOption('')
        : list.selectOption({ label: textOf(optionsHtml[filed] ?? '') }))
    }
  } else if ('gaps' in given) {
    for (const [number, gap] of given.gaps.entries()) {
      const blank = blanks[number]
      if (typeof gap === 'string' || blank?.kind !== 'choice')
        await onPage.fields.nth(number).fill(String(gap))
      else await onPage.fields.nth(number).selectOption({ label: blank.options[gap] ?? '' })
    }
  } else if (question.kind === 'single')
    for (const authored of given.options) await onPage.choice(authored).check()
  else {
    for (const authored of optionsHtml.keys()) {
      await onPage.choice(authored).setChecked(given.options.includes(authored))
    }
  }
}

/** Moves a step up to its place, the places before it being filled already. */
async function moveStep(onPage: QuestionOnPage, filed: number, place: number, up: string): Promise<void> {
  await hydrated(onPage.whole.page())
  const step = onPage.step(filed)
  const button = step.getByRole('button', { name: up })
  await expect(button).toBeVisible()
  const now = await step.evaluate(row => [...(row.parentElement?.children ?? [])].indexOf(row))
  for (let at = now; at > place; at -= 1) await button.press('Enter')
}
