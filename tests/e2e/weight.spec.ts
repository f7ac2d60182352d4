import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { openCourses, textOf } from './content.ts'
import { expect, test } from './fixtures.ts'
import { hydrated } from './hydrated.ts'

/** Bounds of a first visit to a lesson, fonts included. A kilobyte is 1,000 bytes. */
const MOST_REQUESTS = 12
const MOST_BYTES = 180_000
const MOST_SCRIPT_BYTES = 95_000

type Loaded = { url: string; type: string; bytes: number }

for (const language of languages) {
  for (const course of openCourses) {
    test(`a first visit to a lesson of ${course.id} is light, and nothing on it jumps (${language})`, async ({
      page,
    }, info) => {
      const [lesson] = course.lessons
      if (lesson === undefined) throw new Error('The course has no lesson.')
      const loading = await watchLoading(page)
      const shifts = await watchShifts(page)
      const response = await page.goto(paths.lesson(language, course.id, lesson.id))
      await hydrated(page)
      await page.evaluate(() => document.fonts.ready)
      await page.waitForLoadState('networkidle')

      const loaded = loading()
      const scripts = loaded.filter(({ type }) => type === 'Script')
      const bytes = sum(loaded.map(entry => entry.bytes))
      const scriptBytes = sum(await Promise.all(scripts.map(({ url }) => gzippedSize(page, url))))
      const shift = await shifts()
      const figures = { requests: loaded.length, bytes, scriptBytes, shift, loaded }
      await info.attach('figures.json', {
        body: JSON.stringify(figures, null, 2),
        contentType: 'application/json',
      })
      info.annotations.push({
        type: 'figures',
        description: `${loaded.length} requests, ${bytes} bytes, scripts ${scriptBytes} bytes gzipped, layout shift ${shift}`,
      })

      expect.soft(loaded.length, `requests:\n${table(loaded)}`).toBeLessThanOrEqual(MOST_REQUESTS)
      expect.soft(bytes, `bytes:\n${table(loaded)}`).toBeLessThanOrEqual(MOST_BYTES)
      expect.soft(scriptBytes, 'bytes of scripts, gzipped').toBeLessThanOrEqual(MOST_SCRIPT_BYTES)
      expect.soft(shift, 'cumulative layout shift').toBe(0)
      expect(
        timesIn((await response?.text()) ?? '', distinctiveSentence(lesson.texts[language].segments)),
      ).toBe(1)
    })
  }

  test(`scrolling through a lesson to its end makes nothing jump (${language})`, async ({ page }) => {
    const [course] = openCourses
    const [lesson] = course?.lessons ?? []
    if (course === undefined || lesson === undefined) throw new Error('There is no lesson.')
    const shifts = await watchShifts(page)
    await page.goto(paths.lesson(language, course.id, lesson.id))
    await hydrated(page)
    for (const picture of await page.getByRole('main').getByRole('img').all()) {
      await picture.scrollIntoViewIfNeeded()
      await expect(picture).toHaveJSProperty('complete', true)
    }
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded()
    expect(await shifts()).toBe(0)
  })
}

/** Counts what travels over the wire, headers included, as the browser's own network panel does. */
async function watchLoading(page: Page): Promise<() => Loaded[]> {
  const session = await page.context().newCDPSession(page)
  const known = new Map<string, Loaded>()
  await session.send('Network.enable')
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:'))
      known.set(requestId, { url: request.url, type: type ?? '', bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = known.get(requestId)
    if (entry !== undefined) entry.bytes = encodedDataLength
  })
  return () => [...known.values()]
}

/** The sum of all layout shifts so far: more than the measure of the web vitals, which counts the worst moment only. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const held = window as { layoutShifts?: number }
    held.layoutShifts = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        held.layoutShifts = (held.layoutShifts ?? 0) + ('value' in entry ? Number(entry.value) : 0)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  // Two frames: what the last change shifted is reported by then.
  return () =>
    page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const tell = () => resolve((window as { layoutShifts?: number }).layoutShifts ?? -1)
          requestAnimationFrame(() => requestAnimationFrame(tell))
        }),
    )
}

async function gzippedSize(page: Page, url: string): Promise<number> {
  return gzipSync(await (await page.request.get(url)).body(), { level: 9 }).byteLength
}

/** The longest run of text without markup: it stands in the lesson once, so it must stand in the document once. */
function distinctiveSentence(segments: { kind: string; html?: string }[]): string {
  const runs = segments.flatMap(({ html = '' }) => html.split(/<[^>]+>/)).filter(run => run === textOf(run))
  return runs.toSorted((a, b) => b.length - a.length)[0] ?? ''
}

function timesIn(document: string, sentence: string): number {
  expect(sentence.length).toBeGreaterThan(40)
  return document.split(sentence).length - 1
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function table(loaded: Loaded[]): string {
  return loaded.map(({ url, type, bytes }) => `${String(bytes).padStart(8)} ${type} ${url}`).join('\n')
}
