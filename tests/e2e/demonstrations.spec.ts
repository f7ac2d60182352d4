import { paths } from '#app/paths.ts'
import { amina, arrive } from '#tests/people.ts'
import { completeCourse } from './complete-course.ts'
import { catalogue, openCourses } from './content.ts'
import { expect, test } from './fixtures.ts'
import { postForm } from './post-form.ts'

const demonstrations = catalogue.courses.filter(({ status }) => status === 'demo')

test.skip(demonstrations.length === 0, 'The content holds no demonstration.')

test('demonstrations stand after the courses, say what they are and are not counted', async ({
  page,
  language,
  t,
}) => {
  await page.goto(paths.courses(language))
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 2 })).toHaveText([
    ...openCourses.map(course => course.title[language]),
    ...demonstrations.map(course => course.title[language]),
    t('path.list'),
  ])
  const count = openCourses.length
  await expect(page.getByText(t('courses.found', { count, total: count }))).toContainText(
    t('courses.demos', { count: demonstrations.length }),
  )
  await expect(page.getByText(t('course.demonstration'))).toHaveCount(demonstrations.length)
  await page.goto(paths.home(language))
  for (const course of demonstrations) await expect(page.getByText(course.title[language])).toHaveCount(0)
})

test('a demonstration has no sample, and whoever completes it finds no way to a certificate', async ({
  page,
  language,
  t,
}) => {
  test.slow()
  const [course] = demonstrations
  if (course === undefined) throw new Error('The content holds no demonstration.')
  await arrive(page.request, amina(), language)
  expect((await page.request.get(paths.sampleCertificate(language, course.id))).status()).toBe(404)

  const claim = paths.courseCertificate(language, course.id)
  await postForm(page.request, paths.course(language, course.id), {})
  // What stands in the way is that it is a demonstration, and not that lessons are missing.
  if (course.exam === null) await completeCourse(page.request, course, language)
  await page.goto(claim)
  await expect(page).toHaveURL(paths.course(language, course.id))
  await expect(page.getByText(t('course.demonstration')).first()).toBeVisible()
  await expect(page.getByRole('link', { name: t('course.toCertificate') })).toHaveCount(0)

  const names = { name: 'Амина Примерова', nameLatin: 'Amina Primerova' }
  const posted = await postForm(page.request, claim, names)
  expect(posted.status()).toBe(302)
  expect(posted.headers().location).toBe(paths.course(language, course.id))
  await page.goto(paths.certificates(language))
  await expect(page.getByText(t('certificates.empty'))).toBeVisible()
})
