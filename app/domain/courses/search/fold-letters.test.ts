import { expect, test } from 'vitest'
import { foldLetters } from './fold-letters.ts'

test.each([
  ['ПАРОЛА', 'парола'],
  ['паро́ла', 'парола'],
  ['ѝ', 'и'],
  ['мой', 'мой'],
  ['мо\u0438\u0306', 'мой'],
  ['ﬁle', 'file'],
  ['ＳＳＨ', 'ssh'],
  ['café', 'cafe'],
  ['soft\u00adware', 'software'],
  ['user’s', 'users'],
  ['пaрoла', 'парола'],
  ['SSH', 'ssh'],
  ['½', '12'],
])('%s is read as %s', (word, folded) => {
  expect(foldLetters(word)).toBe(folded)
})
