import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { languages } from '#app/platform/language.ts'
import { loggedPath } from './request-log.ts'

const token = 'AbCdEfGhIjKlMnOpQrSt_-'

test('the log knows that a share link was followed, and not which', () => {
  for (const language of languages) {
    const path = paths.sharedCertificate(language, token)
    for (const asked of [
      path,
      `${path}.data`,
      `${path}/`,
      path.replace('/shared', '/shared/'),
      path.toUpperCase(),
    ])
      expect(loggedPath(asked).toLowerCase(), asked).not.toContain(token.toLowerCase())
    expect(loggedPath(`${path}.data`)).toBe(`/${language}/shared/….data`)
  }
})

test('every other path is logged as it is', () => {
  for (const path of ['/', '/bg', paths.certificate('bg', 'J58E5J8JPRY7K5S2'), paths.verify('en'), '/shared'])
    expect(loggedPath(path)).toBe(path)
})
