import type { Page, Route } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive } from '#tests/people.ts'
import { openCourses } from './content.ts'
import { expect, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'
import { expectAccessible, expectGoodPage } from './whole-page.ts'
import { wordsOf } from './words.ts'

const course = openCourses.find(({ id }) => id === 'cybersecurity-essentials')
const passwords = course?.lessons.find(({ id }) => id === 'passwords')
if (course === undefined || passwords === undefined) throw new Error('The lesson on passwords is gone.')

/** Opens the search field of a page: in the head, or on a phone in its menu. */
async function openField(page: Page, language: 'bg' | 'en') {
  const t = wordsOf(language)
  const menu = page.locator('summary', { hasText: t('site.menu') })
  if (await menu.isVisible()) await menu.click()
  const field = page
    .getByRole('search')
    .filter({ visible: true })
    .getByLabel(t('search.field'), { exact: true })
  await field.click()
  return field
}

for (const language of languages) {
  const t = wordsOf(language)

  test.describe(`without scripts (${language})`, () => {
    test.use({ javaScriptEnabled: false })

    test('a word in the head of a page leads to the lessons that hold it', async ({ page }) => {
      await page.goto(paths.home(language))
      const field = await openField(page, language)
      await field.fill('киберсигурността')
      await field.press('Enter')
      await expect(page).toHaveURL(new RegExp(`${paths.search(language)}\\?q=`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('search.title'))
      const hits = page.getByRole('main').getByRole('list').first()
      await expect(hits.getByRole('link', { name: course.title.bg })).toBeVisible()
      await expect(hits.locator('mark').first()).toHaveText('Киберсигурност')
    })

    test('a word in other letters is found, and the page says so', async ({ page }) => {
      await page.goto(paths.search(language, 'kibersigurnost'))
      const said = t('search.instead', { typed: 'kibersigurnost', shown: 'киберсигурност' })
      await expect(page.getByText(said)).toBeVisible()
      await page.getByRole('main').getByRole('link', { name: course.title.bg }).click()
      await expect(page).toHaveURL(paths.course('bg', course.id))
    })

    test('what is nowhere leads on to tips and to all courses', async ({ page }) => {
      await page.goto(paths.search(language, 'щжюцфщжюцф'))
      await expect(page.getByText(t('search.none', { query: 'щжюцфщжюцф' }))).toBeVisible()
      await expect(page.getByRole('region', { name: t('search.tipsTitle') })).toBeVisible()
      for (const open of openCourses)
        await expect(page.getByRole('main').getByRole('link', { name: open.title[language] })).toBeVisible()
    })
  })

  test(`suggestions are chosen with the keyboard alone (${language})`, async ({ page }) => {
    await page.goto(paths.courses(language))
    await hydrated(page)
    const field = await openField(page, language)
    await field.pressSequentially(language === 'bg' ? 'kibersig' : 'cybersec')
    const list = page.getByRole('listbox', { name: t('search.suggestions') })
    await expect(list).toBeVisible()
    await expect(field).toHaveAttribute('role', 'combobox')
    await expect(field).toHaveAttribute('aria-expanded', 'true')
    await expectAccessible(page)

    const options = list.getByRole('option')
    await field.press('ArrowDown')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await expect(field).toHaveAttribute(
      'aria-activedescendant',
      (await options.first().getAttribute('id')) ?? '',
    )
    await field.press('ArrowUp')
    await expect(list.getByRole('option', { selected: true })).toHaveCount(0)
    await field.press('ArrowUp')
    await expect(options.last()).toHaveAttribute('aria-selected', 'true')

    await field.press('Escape')
    await expect(list).toBeHidden()
    await expect(field).toHaveAttribute('aria-expanded', 'false')
    await expect(field).toBeFocused()

    await field.press('ArrowDown')
    await expect(list).toBeVisible()
    await field.press('Enter')
    await expect(page).toHaveURL(paths.course(language, course.id))
    await expect(list).toHaveCount(0)
  })

  test(`Enter without a choice shows all results (${language})`, async ({ page }) => {
    await page.goto(paths.home(language))
    await hydrated(page)
    const field = await openField(page, language)
    await field.pressSequentially('phishing')
    await expect(page.getByRole('listbox')).toBeVisible()
    await field.press('Enter')
    await expect(page).toHaveURL(paths.search(language, 'phishing'))
    await expect(page.getByRole('main').getByLabel(t('search.field'))).toHaveValue('phishing')
    await expect(page.getByRole('listbox')).toHaveCount(0)
  })
}

test('pages of results are for everyone: full, in the other language, with nothing found, and empty', async ({
  page,
  language,
  t,
}) => {
  for (const query of ['парола', 'password', 'щжюцфщжюцф', '']) {
    const response = await page.goto(paths.search(language, query))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('search.title'))
    await hydrated(page)
    await expectGoodPage(page, response)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex')
  }
})

test('a hit leads to its section, a hit in the other language is marked as one', async ({ page }) => {
  await page.goto(paths.search('bg', 'ransomware'))
  await hydrated(page)
  const hit = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: wordsOf('bg')('search.inLanguage.en') })
  const link = hit.first().getByRole('link')
  await expect(link).toHaveAttribute('hreflang', 'en')
  await link.click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page).toHaveURL(/\/en\/.*#/)
})

test('a slash and Ctrl+K lead to the field, but not out of another one', async ({ page, language, t }) => {
  await page.goto(paths.home(language))
  await hydrated(page)
  const field = page
    .getByRole('search')
    .filter({ visible: true })
    .getByLabel(t('search.field'), { exact: true })
  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await page.getByRole('textbox', { name: t('verify.field') }).focus()
  await page.keyboard.type('a/b')
  await expect(page.getByRole('textbox', { name: t('verify.field') })).toHaveValue('a/b')
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
})

test('an answer that comes too late shows nothing', async ({ page, language, t }) => {
  await page.goto(paths.home(language))
  await hydrated(page)
  const held: Route[] = []
  await page.route('**/search/suggest?q=ransom', route => void held.push(route))
  const field = await openField(page, language)
  await field.pressSequentially('ransom')
  await expect.poll(() => held.length).toBe(1)
  await field.pressSequentially('ware')
  const all = page.getByRole('option', { name: t('search.all', { query: 'ransomware' }) })
  await expect(all).toBeVisible()
  // The page has given the request up by now, which the browser says in its own way.
  await held[0]?.fulfill({ json: { hits: [] } }).catch(() => {})
  await expect(all).toBeVisible()
})

test('without an answer the form is still a form', async ({ page, language, expectedErrors }) => {
  expectedErrors.push(/Failed to load resource/)
  await page.goto(paths.home(language))
  await hydrated(page)
  let asked = 0
  await page.route('**/search/suggest?*', route => {
    asked += 1
    return route.abort()
  })
  const field = await openField(page, language)
  await field.pressSequentially('phishing')
  await expect.poll(() => asked).toBeGreaterThan(0)
  await expect(page.getByRole('listbox')).toHaveCount(0)
  await field.press('Enter')
  await expect(page).toHaveURL(paths.search(language, 'phishing'))
})

test('suggestions for somebody signed in are stored nowhere, and long or odd queries are harmless', async ({
  page,
  language,
}) => {
  await arrive(page.request, amina(), language)
  const response = await page.request.get(paths.searchSuggestions(language, 'парола'))
  expect(response.headers()['cache-control']).toBe('no-store')
  expect((await response.json()).hits.length).toBeGreaterThan(0)
  for (const query of ['а'.repeat(1000), '\u0000\u0007"AND*(', '§demo', '<script>']) {
    const odd = await page.request.get(paths.searchSuggestions(language, query))
    expect(odd.status()).toBe(200)
    expect([...(await odd.json()).query].length).toBeLessThanOrEqual(100)
  }
})
