import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOneSlipAway } from './edit-distance.ts'
import { beginsLike } from './first-letters.ts'
import { foldLetters } from './fold-letters.ts'
import { foldWord } from './fold-word.ts'
import { readOnOtherLayout } from './keyboard-layout.ts'
import { MOST_READINGS } from './latin-to-cyrillic.ts'
import { cutSnippet, markWords } from './mark-words.ts'
import { LONGEST_QUERY, readQuery, tidyQuery } from './read-query.ts'
import { splitWords } from './split-words.ts'
import { stemBulgarian } from './stem-bulgarian.ts'
import { stemEnglish } from './stem-english.ts'
import { createVocabulary } from './vocabulary.ts'

const anything = fc.string({ unit: 'binary', maxLength: 300 })
const bulgarian = fc.string({ unit: fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъьюя'), maxLength: 16 })
const latin = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz46'), maxLength: 16 })
const typed = fc.oneof(anything, bulgarian, latin, fc.string({ unit: 'grapheme', maxLength: 120 }))

test('folding letters twice changes nothing, and leaves letters and digits alone', () => {
  fc.assert(
    fc.property(typed, text => {
      const folded = foldLetters(text)
      expect(foldLetters(folded)).toBe(folded)
      expect(folded).toMatch(/^[\p{L}\p{N}]*$/u)
    }),
  )
})

test('stemming a stem changes nothing, and no word is stemmed to nothing', () => {
  fc.assert(
    fc.property(bulgarian, word => {
      expect(stemBulgarian(stemBulgarian(word))).toBe(stemBulgarian(word))
      expect(stemBulgarian(word).length).toBeGreaterThanOrEqual(Math.min(word.length, 2))
    }),
  )
  fc.assert(
    fc.property(latin, word => {
      expect(stemEnglish(stemEnglish(word))).toBe(stemEnglish(word))
      expect(stemEnglish(word).length).toBeGreaterThanOrEqual(Math.min(word.length, 2))
    }),
  )
})

test('folding the fold of a word changes nothing', () => {
  fc.assert(
    fc.property(typed, word => {
      expect(foldWord(foldWord(word))).toBe(foldWord(word))
    }),
  )
})

test('no word is passed over by its first letter that has the stem', () => {
  fc.assert(
    fc.property(typed, text => {
      for (const { text: word } of splitWords(text)) {
        const stem = foldWord(word)
        if (stem !== '') expect(beginsLike(new Set([stem]))(word)).toBe(true)
      }
    }),
  )
})

test('a query is read into boundedly many readings of letters and digits, whatever was typed', () => {
  fc.assert(
    fc.property(typed, query => {
      const tidy = tidyQuery(query)
      expect([...tidy].length).toBeLessThanOrEqual(LONGEST_QUERY)
      expect(tidyQuery(tidy)).toBe(tidy)
      for (const { readings } of readQuery(query)) {
        expect(readings.length).toBeGreaterThan(0)
        expect(readings.length).toBeLessThanOrEqual(MOST_READINGS + 8)
        for (const stem of readings.flatMap(({ stems }) => stems)) expect(stem).toMatch(/^[\p{L}\p{N}]+$/u)
      }
    }),
  )
})

test('another layout gives at most one word for each direction of each layout', () => {
  fc.assert(
    fc.property(typed, text => {
      expect(readOnOtherLayout(text).length).toBeLessThanOrEqual(6)
    }),
  )
})

test('one slip away is what one insertion, deletion, replacement or swap makes', () => {
  const letter = fc.constantFrom(...'абв')
  const word = fc.array(letter, { maxLength: 6 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      const slips = new Set<string>()
      for (let place = 0; place <= one.length; place += 1) {
        for (const added of 'абв') {
          slips.add(one.toSpliced(place, 0, added).join(''))
          if (place < one.length) slips.add(one.toSpliced(place, 1, added).join(''))
        }
        if (place < one.length) slips.add(one.toSpliced(place, 1).join(''))
        const [a, b] = one.slice(place, place + 2)
        if (a !== undefined && b !== undefined) slips.add(one.toSpliced(place, 2, b, a).join(''))
      }
      slips.delete(one.join(''))
      expect(isOneSlipAway(one.join(''), other.join(''))).toBe(slips.has(other.join('')))
    }),
  )
})

test('a vocabulary finds every stem that is one slip away, and every one with a beginning', () => {
  const stem = fc.string({ unit: fc.constantFrom(...'абв'), minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(fc.uniqueArray(stem, { maxLength: 60 }), stem, (stems, sought) => {
      const vocabulary = createVocabulary(new Map(stems.map(one => [one, 1])))
      const near = sought.length < 4 ? [] : stems.filter(one => isOneSlipAway(sought, one))
      expect(vocabulary.near(sought, 100).toSorted()).toEqual(near.toSorted())
      const longer = stems.filter(one => one.startsWith(sought))
      expect(vocabulary.startingWith(sought, 100).toSorted()).toEqual(longer.toSorted())
    }),
  )
})

test('marks lie inside the text, in order, and each is a word that was sought', () => {
  const text = fc.array(fc.constantFrom('парола', 'паролите', 'е-поща', '„код“', 'и', '\n', '. ', ' ', '-'), {
    maxLength: 120,
  })
  const sought = new Set(['парол', 'код', 'епощ'])
  fc.assert(
    fc.property(text, parts => {
      for (const { text: shown, marks } of [
        markWords(parts.join(' '), sought),
        cutSnippet(parts.join(' '), sought, 1),
        cutSnippet(parts.join(' '), sought, 2),
      ]) {
        let done = 0
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(done)
          expect(end).toBeGreaterThan(start)
          expect(sought).toContain(foldWord(shown.slice(start, end)))
          done = end
        }
        expect(done).toBeLessThanOrEqual(shown.length)
      }
    }),
  )
})
