import type { Page } from '@playwright/test'

/** Waits until React has taken over the page; a click before that is a plain browser's click. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector('main')
    return main !== null && Object.keys(main).some(key => key.startsWith('__reactProps$'))
  })
}
