import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { amina, zagore } from '#tests/people.ts'
import { journeyCourse as course } from './content.ts'
import { expect, test } from './fixtures.ts'
import { completeCourse, enrolWithNewAccount, findCourse, follow, takeCertificate } from './walk.ts'
import { wordsOf } from './words.ts'

for (const language of languages) {
  test(`a learner goes from the home page to a certificate that anyone can verify (${language})`, async ({
    page,
  }) => {
    test.slow()
    const walk = { page, language }
    const t = wordsOf(language)
    const learner = amina()

    await findCourse(walk, course)
    await enrolWithNewAccount(walk, course, learner)
    await completeCourse(walk, course)
    const number = await takeCertificate(walk, course, learner)

    await test.step('the verification page says that it is valid', async () => {
      await follow(walk, t('site.verify'))
      await page.getByLabel(t('verify.fieldLong')).fill(number)
      await page
        .getByRole('main')
        .getByRole('button', { name: t('verify.check'), exact: true })
        .click()
      await expect(page.getByRole('status').getByText(t('verdict.valid.title'))).toBeVisible()
      const record = page.getByRole('region', { name: t('record.title') })
      await expect(record).toContainText(learner.name)
      await expect(record).toContainText(course.title[language])
      await expect(record).toContainText(number)
    })

    await test.step('my learning shows the course as completed', async () => {
      await follow(walk, t('site.learning'))
      const row = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: course.title[language] }) })
      await expect(row).toContainText(t('learning.completedOn', { date: '' }).trim())
      await row.getByRole('link', { name: t('learning.certificate') }).click()
      await expect(page).toHaveURL(paths.certificate(language, number.replaceAll('-', '')))
    })

    await test.step('once revoked, it is shown as revoked to everyone', async () => {
      const said = await zagore('certificate', 'revoke', number, '--reason', 'issued-in-error')
      expect(said).toContain(number)
      await page.reload()
      await expect(page.getByText(t('revocation.issued-in-error'))).toBeVisible()
      await page.getByRole('link', { name: t('certificates.publicPage') }).click()
      const verdict = page.getByRole('status').filter({ hasText: t('verdict.revoked.title') })
      await expect(verdict).toContainText(t('revocation.issued-in-error'))
      await expect(page.getByText(t('verdict.valid.title'))).toHaveCount(0)
    })
  })
}
