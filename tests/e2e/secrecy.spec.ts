import type { Page, Route } from '@playwright/test'
import type { Lesson } from '#app/domain/courses/course.ts'
import { paths } from '#app/paths.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { amina, arrive, oleg } from '#tests/people.ts'
import { sendAnswer } from './complete-course.ts'
import {
  firstLesson,
  journeyCourse,
  keyOf,
  openCourses,
  questionsOfEveryKind,
  rightAnswer,
  textOf,
  wrongAnswer,
} from './content.ts'
import { expect, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { postForm } from './post-form.ts'
import { offeredIds } from './posted-values.ts'
import { giveAnswer, questionOnPage } from './question-on-page.ts'
import { site } from './site.ts'
import { wordsOf } from './words.ts'

/** Shorter texts, such as a number or a single word, stand in a lesson for reasons of its own. */
const SHORTEST_PROSE = 13

/** Fields that only answer keys have. */
const keyFields = [
  'answer',
  'blankTexts',
  'answerText',
  'pairs',
  'correct',
  'accepted',
  'literal',
  'pattern',
  'tolerance',
  'feedbackHtml',
  'explanationHtml',
  'hintsHtml',
]

/** What a page may know of a question that nobody has answered. */
const untold = {
  state: 'open',
  score: null,
  given: [],
  marks: null,
  parts: null,
  rightOptions: null,
  rightTexts: null,
  hasExplanation: false,
  hintsTaken: 0,
}

for (const language of languages) {
  for (const course of openCourses) {
    test(`nothing that reaches the browser of a learner of ${course.id} tells an answer before it is given (${language})`, async ({
      page,
    }) => {
      await arrive(page.request, amina(), language)
      await postForm(page.request, paths.course(language, course.id), {})
      for (const lesson of course.lessons) await expectNothingTold(page, lesson, language)
    })
  }

  test(`nothing that reaches the browser of an anonymous reader tells an answer (${language})`, async ({
    page,
  }) => {
    for (const course of openCourses) {
      for (const lesson of course.lessons) await expectNothingTold(page, lesson, language)
    }
  })

  test(`nothing that reaches a browser tells the answer to any kind of question (${language})`, async ({
    page,
  }) => {
    const lesson = questionsOfEveryKind()
    await expectNothingTold(page, lesson, language)
    await arrive(page.request, amina(), language)
    await expectNothingTold(page, lesson, language)
  })
}

test('a wrong answer tells no more than its own question, and where attempts are counted not even that', async ({
  page,
  language,
}) => {
  const lesson = questionsOfEveryKind()
  const t = wordsOf(language)
  await arrive(page.request, amina(), language)
  await page.goto(paths.lesson(language, lesson.courseId, lesson.id))
  for (const question of lesson.questions) {
    const key = keyOf(lesson, question)
    const wrong = wrongAnswer(key, question, language)
    const onPage = questionOnPage(page, question, language)
    const seen = await everythingSent(page, async () => {
      await giveAnswer(onPage, question, wrong, { language })
      await expect(onPage.whole.getByText(t('question.wrong'))).toBeVisible()
    })
    const answered = lesson.questions.slice(0, lesson.questions.indexOf(question))
    const unanswered = lesson.questions.filter(other => other !== question && !answered.includes(other))
    expect(told(seen, lesson, unanswered, language)).toEqual([])
    if (question.attempts === null) continue
    const own = key.texts[language].explanationHtml
    expect(textOf(own).length).toBeGreaterThan(SHORTEST_PROSE)
    for (const { text } of seen) expect(forms(own).filter(form => text.includes(form))).toEqual([])
  }
})

test('a hint is sent when it is asked for, and the next one is not', async ({ page, language }) => {
  const lesson = questionsOfEveryKind()
  const question = lesson.questions.find(({ hints }) => hints === 2)
  if (question === undefined) throw new Error('No question has two hints.')
  const [first = '', second = ''] = keyOf(lesson, question).texts[language].hintsHtml
  await arrive(page.request, amina(), language)
  await page.goto(paths.lesson(language, lesson.courseId, lesson.id))
  const onPage = questionOnPage(page, question, language)
  const seen = await everythingSent(page, async () => {
    await onPage.hint.click()
    await expect(onPage.whole).toContainText(textOf(first))
  })
  const sent = (hint: string) => seen.some(({ text }) => forms(hint).some(form => text.includes(form)))
  expect(sent(first)).toBe(true)
  expect(sent(second)).toBe(false)
  const others = lesson.questions.filter(other => other !== question)
  expect(told(seen, lesson, others, language)).toEqual([])
})

test('an option has another name for every learner and in every attempt', async ({
  playwright,
  language,
}) => {
  const lesson = questionsOfEveryKind()
  const here = paths.lesson(language, lesson.courseId, lesson.id)
  const names = new Map<string, string[]>()
  const take = (page: string) => {
    for (const { id } of lesson.questions) {
      const before = names.get(id) ?? []
      const now = offeredIds(page, id)
      expect(
        now.filter(name => before.includes(name)),
        id,
      ).toEqual([])
      names.set(id, [...before, ...now])
    }
  }
  for (const learner of [amina(), oleg()]) {
    const request = await playwright.request.newContext({ baseURL: site })
    await arrive(request, learner, language)
    take(await (await request.get(here)).text())
    for (const question of lesson.questions) {
      const wrong = wrongAnswer(keyOf(lesson, question), question, language)
      await sendAnswer(request, lesson, question, wrong, language)
    }
    take(await (await request.get(here)).text())
    await request.dispose()
  }
  for (const { id, kind } of lesson.questions) {
    const least = kind === 'number' || kind === 'text' ? 0 : 8
    expect(names.get(id)?.length, id).toBeGreaterThanOrEqual(least)
  }
})

test('an answer opens the explanation of its own question and of no other', async ({ page, language }) => {
  const lesson = firstLesson(journeyCourse)
  const [question, ...others] = lesson.questions
  if (question === undefined) throw new Error('The lesson asks nothing.')
  await arrive(page.request, amina(), language)
  const seen = await everythingSent(page, async () => {
    await page.goto(paths.lesson(language, journeyCourse.id, lesson.id))
    const onPage = questionOnPage(page, question, language)
    await giveAnswer(onPage, question, wrongAnswer(keyOf(lesson, question), question, language), { language })
    await expect(onPage.whole.getByText(wordsOf(language)('question.wrong'))).toBeVisible()
  })
  // The other half of every check above: where an answer is told, the look-up finds it.
  expect(told(seen, lesson, [question], language)).not.toEqual([])
  expect(told(seen, lesson, others, language)).toEqual([])
})

test('a right answer to one question tells nothing of the next', async ({ page, language }) => {
  const lesson = firstLesson(journeyCourse)
  await arrive(page.request, amina(), language)
  await page.goto(paths.lesson(language, journeyCourse.id, lesson.id))
  for (const [place, question] of lesson.questions.entries()) {
    const onPage = questionOnPage(page, question, language)
    const seen = await everythingSent(page, async () => {
      await giveAnswer(onPage, question, rightAnswer(keyOf(lesson, question), language), { language })
      await expect(onPage.whole.getByText(wordsOf(language)('question.right'), { exact: true })).toBeVisible()
    })
    expect(told(seen, lesson, lesson.questions.slice(place + 1), language)).toEqual([])
  }
})

test('the files of a lesson other than its pictures cannot be fetched', async ({ request }) => {
  for (const course of openCourses) {
    const lesson = firstLesson(course)
    const page = await (await request.get(paths.lesson('bg', course.id, lesson.id))).text()
    const hashes = [...page.matchAll(/\/content-files\/[^/]+\/[^/]+\/([0-9a-f]+)\//g)].map(
      match => match[1] ?? '',
    )
    for (const hash of new Set(['00000000', ...hashes])) {
      for (const name of [
        'lesson.bg.md',
        'lesson.en.md',
        '..%2Fcourse.yml',
        '..%2F..%2Fhub.yml',
        '%2e%2e%2fcourse.yml',
      ]) {
        const response = await request.get(paths.contentFile(course.id, lesson.id, hash, name))
        expect(response.status(), `${hash}/${name}`).toBe(404)
      }
    }
  }
})

async function expectNothingTold(page: Page, lesson: Lesson, language: Language): Promise<void> {
  const t = wordsOf(language)
  const here = paths.lesson(language, lesson.courseId, lesson.id)
  const seen = await everythingSent(page, async () => {
    // Once as a document, and once as the data of a navigation.
    await page.goto(here)
    await expectNothingOnPage(page)
    await page.goto(paths.course(language, lesson.courseId))
    await hydrated(page)
    const data = page.waitForResponse(response => new URL(response.url()).pathname === `${here}.data`)
    await page.getByRole('main').getByRole('link', { name: lesson.texts[language].title }).first().click()
    await data
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(lesson.texts[language].title)
    await expect(page.getByRole('group').first()).toBeVisible()
    await expectNothingOnPage(page)
  })
  for (const query of ['', '?_routes=routes%2Flearn%2Flesson', '?_routes=routes%2Flearn%2Freader']) {
    const response = await page.request.get(`${here}.data${query}`)
    expect(response.ok()).toBe(true)
    seen.push({ url: response.url(), text: await response.text() })
  }
  expect(seen.filter(sent => sent.url.includes('.data')).length).toBeGreaterThan(3)
  expect(told(seen, lesson, lesson.questions, language)).toEqual([])

  async function expectNothingOnPage(shown: Page): Promise<void> {
    const loaded = await loaderData(shown)
    const views = questionViews(loaded)
    expect(views.length).toBe(lesson.questions.length)
    for (const view of views) expect(view).toMatchObject(untold)
    expect(keyFields.filter(name => hasField(loaded, name))).toEqual([])
    for (const question of lesson.questions) {
      const { whole, group } = questionOnPage(shown, question, language)
      await expect(group).toHaveCount(1)
      await expect(
        whole.locator(
          '.right, .rightChosen, .wrong, .part-mark, input:checked, [data-html*="/feedback/"], [data-html*="/hint/"], [data-html$="/explanation"]',
        ),
      ).toHaveCount(0)
      for (const mark of ['right', 'wrong', 'rightChosen'] as const) {
        await expect(whole).not.toContainText(t(`question.mark.${mark}`))
      }
    }
  }
}

type Sent = { url: string; text: string }

/** The text of every document, script and data response while something is done. Styles, fonts and pictures aside. */
async function everythingSent(page: Page, act: () => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = []
  // Read on the way, because Chromium does not keep the bodies of responses that a script reads as a stream.
  const read = async (route: Route) => {
    const type = route.request().resourceType()
    if (!/document|script|fetch|xhr|other/.test(type)) return route.fallback()
    const response = await route.fetch({ maxRedirects: 0 })
    sent.push({ url: response.url(), text: await response.text() })
    await route.fulfill({ response })
  }
  await page.route('**/*', read)
  await act()
  await page.unrouteAll({ behavior: 'wait' })
  return sent
}

/** Each secret text of the questions that stands in what was sent, with the place. */
function told(seen: Sent[], lesson: Lesson, questions: Lesson['questions'], language: Language): string[] {
  const found: string[] = []
  // In responses of data the HTML stands inside JSON, in scripts of a document once more escaped.
  const open = lesson.texts[language].segments
    .map(segment => (segment.kind === 'html' ? segment.html : ''))
    .join(' ')
  for (const question of questions) {
    for (const secret of secretsOf(lesson, question, language)) {
      if (textOf(open).includes(textOf(secret))) continue
      for (const { url, text } of seen) {
        if (forms(secret).some(form => text.includes(form)))
          found.push(`${question.id}: "${textOf(secret)}" in ${url}`)
      }
    }
  }
  return found
}

/** Every text of an answer key that is long enough to be prose, in both languages. */
function secretsOf(lesson: Lesson, question: Lesson['questions'][number], language: Language): string[] {
  const { answer, texts } = keyOf(lesson, question)
  const written = [texts[language], ...Object.values(texts)].flatMap(text => [
    ...text.feedbackHtml,
    ...text.hintsHtml,
    text.explanationHtml,
    text.answerText,
    ...text.blankTexts,
  ])
  const typed = answer.kind === 'blanks' ? answer.blanks : [answer]
  const accepted = typed
    .flatMap(part => (part.kind === 'text' ? part.accepted : []))
    .map(one => ('literal' in one ? one.literal : one.pattern))
  return [...new Set([...written, ...accepted])].filter(text => textOf(text).length >= SHORTEST_PROSE)
}

function forms(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1)
  return [
    secret,
    textOf(secret),
    quoted,
    JSON.stringify(quoted).slice(1, -1),
    quoted.replace(/</g, '\\u003c'),
  ]
}

/** What the page itself knows, decoded: the state of its router, once the scripts have started. */
async function loaderData(page: Page): Promise<unknown> {
  const handle = await page.waitForFunction(() => {
    const held = window as { __remixRouter?: { state: { loaderData: unknown } } }
    return held.__remixRouter === undefined ? null : JSON.stringify(held.__remixRouter.state.loaderData)
  })
  return JSON.parse((await handle.jsonValue()) ?? 'null')
}

function questionViews(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return []
  const here = 'hintsTaken' in value ? [value] : []
  return [...here, ...Object.values(value).flatMap(questionViews)]
}

function hasField(value: unknown, name: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return name in value || Object.values(value).some(child => hasField(child, name))
}
