import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, type Response } from '@playwright/test'
import { faultsOfHtml } from './html-validate.ts'

/** WCAG 2.2, levels A and AA, by axe's names for its versions. */
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** WCAG 2.2, 1.4.10 Reflow: 1280 px at 400 %. */
const NARROWEST = 320

/** Everything that must be true of a page in whatever state: axe in both themes, valid HTML, no sideways scroll. */
export async function expectGoodPage(page: Page, response: Response | null): Promise<void> {
  if (response !== null) await expectValidHtml(await response.text(), page.url())
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
}

export async function expectValidHtml(html: string, where: string): Promise<void> {
  expect.soft(await faultsOfHtml(html), `HTML of ${where}`).toEqual([])
  expect.soft(strayCharacters(html), `characters of ${where} that nobody wrote`).toEqual([])
}

/** What is left where text was cut between the bytes of a letter: each place with its surroundings. */
export function strayCharacters(html: string): string[] {
  return [...html.matchAll(/[\0\ufffd]/g)].map(({ index }) =>
    JSON.stringify(html.slice(Math.max(0, index - 20), index + 20)),
  )
}

export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolation(page, 'light')
  await expectNoViolation(page, 'dark', ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** `only`: in the second theme nothing but colours differs, so that only the rules about colours are asked again. */
async function expectNoViolation(page: Page, colorScheme: 'light' | 'dark', only?: string[]): Promise<void> {
  await page.emulateMedia({ colorScheme })
  // The builder is typed with another copy of the same library; a page is a page.
  const builder = new AxeBuilder({ page: page as unknown as AxePage })
  // There are no frames of other sites here, which is all that the newer mode is for.
  builder.setLegacyMode(true)
  if (only === undefined) {
    builder
      .options({ resultTypes: ['violations'], rules: { 'landmark-unique': { enabled: true } } })
      .withTags(wcag22aa)
  } else builder.withRules(only)
  const { violations } = await builder.analyze()
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.slice(0, 5).map(node => `${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  }))
  expect.soft(found, `${page.url()} in ${colorScheme}`).toEqual([])
}

type AxePage = ConstructorParameters<typeof AxeBuilder>[0]['page']

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: NARROWEST, height: 640 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect.soft(width, `width of ${page.url()} on a screen of ${NARROWEST} px`).toBeLessThanOrEqual(NARROWEST)
  if (before !== null) await page.setViewportSize(before)
}
