import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { offlineWords } from '#app/domain/certificates/offline/offline-words.ts'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, arrive } from '#tests/people.ts'
import { earnCertificate } from './complete-course.ts'
import { journeyCourse as course } from './content.ts'
import { test as base, expect } from './fixtures.ts'
import { site } from './site.ts'

type Files = { page: string; pdf: string; altered: string; credential: string; other: string; name: string }

/** The verifier and files to verify, saved to the disk as an employer would have them. */
const test = base.extend<object, { files: Files }>({
  files: [
    async ({ playwright }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'academy-offline-'))
      const request = await playwright.request.newContext({ baseURL: site })
      const learner = await arrive(request, amina())
      const id = await earnCertificate(request, course, learner.name)
      const pdf = await (await request.get(paths.certificatePdf('bg', id))).body()
      const credential = await (await request.get(paths.certificateCredential('bg', id))).text()
      const downloaded = await request.get(paths.offlineVerifier())
      expect(downloaded.headers()['content-disposition']).toContain('attachment; filename="')
      const altered = Buffer.from(pdf)
      // In the middle of the drawing: the file still opens.
      const at = Math.floor(altered.length / 2)
      altered[at] = (altered[at] ?? 0) ^ 1
      const save = (name: string, content: string | Buffer) => {
        writeFileSync(join(folder, name), content)
        return join(folder, name)
      }
      await use({
        page: pathToFileURL(save('verify.html', await downloaded.body())).href,
        pdf: save('certificate.pdf', pdf),
        altered: save('altered.pdf', altered),
        credential: save('certificate.json', credential),
        other: save('picture.pdf', Buffer.from('\u0089PNG')),
        name: learner.name,
      })
      await request.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
})

for (const language of languages) {
  test.describe(`without a line, in ${language}`, () => {
    test.use({ locale: language === 'bg' ? 'bg-BG' : 'en-GB' })
    const words = offlineWords[language]

    test('a certificate is recognised from a file on the disk, and so is an altered one', async ({
      page,
      context,
      files,
    }) => {
      await context.setOffline(true)
      await page.goto(files.page)
      const result = page.getByRole('status')
      const verify = (file: string) => page.locator('input[type=file]').setInputFiles(file)

      await verify(files.pdf)
      await expect(result).toContainText(words.verdict.valid[0])
      await expect(result).toContainText(files.name)
      await expect(result).toContainText(course.title[language])
      await expect(result.getByRole('listitem')).toHaveCount(5)

      await verify(files.altered)
      await expect(result).toContainText(words.verdict.altered[0])
      await expect(result).not.toContainText(files.name)

      await verify(files.credential)
      await expect(result).toContainText(words.verdict.valid[0])

      await verify(files.other)
      await expect(result).toContainText(words.why['not-a-certificate'])
    })

    test('the page speaks the other language at a press, and says what it knows and since when', async ({
      page,
      files,
    }) => {
      await page.goto(files.page)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
      await expect(page.getByText(words.demo)).toBeVisible()
      await expect(page.getByText(words.not)).toBeVisible()
      await page.getByRole('button', { name: words.language }).click()
      const other = offlineWords[language === 'bg' ? 'en' : 'bg']
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(other.title)
    })
  })
}
