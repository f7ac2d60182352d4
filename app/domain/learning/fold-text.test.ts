import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, tidyText } from './fold-text.ts'

test.each([
  ['letters large and small', 'ФИШИНГ', 'фишинг'],
  ['spaces at the ends', '  ssh\n', 'ssh'],
  ['spaces of any number and kind', 'secure\u00a0 \t shell', 'secure shell'],
  ['Latin letters typed as Cyrillic ones', 'АСЕ', 'ACE'],
  ['Cyrillic letters typed as Latin ones', 'пapoлa', 'парола'],
  ['full-width letters', 'ｓｓｈ', 'ssh'],
  ['decomposed letters', 'и\u0306од', 'йод'],
  ['decomposed letters on a look-alike', 'Е\u0308ж', 'ёж'],
  ['ligatures', 'ﬁle', 'file'],
  ['quotation marks', '„парола“', 'парола'],
  ['quotation marks that leave a gap', 'втори "" фактор', 'втори фактор'],
  ['apostrophes', '’ssh’', 'ssh'],
  ['a full stop', 'Парола.', 'парола'],
  ['several marks at the end', 'Парола!?…', 'парола'],
  ['a mark before a closing quotation mark', '„Парола.“', 'парола'],
])('%s make no difference: %j is %j', (_, typed, written) => {
  expect(foldText(typed)).toBe(foldText(written))
})

test.each([
  ['telnet', 'ssh'],
  ['3.14', '314'],
  ['a.b', 'ab'],
  ['й', 'и'],
  ['-l', 'l'],
  // A command is not a sentence: its dots are what is asked for.
  ['.', '..'],
  [';', '?'],
  ['cd ..', 'cd'],
  ['ls .', 'ls'],
  ['../..', '../'],
])('%j is not the same answer as %j', (one, other) => {
  expect(foldText(one)).not.toBe(foldText(other))
})

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      'а',
      'К',
      'i',
      'İ',
      '\u0301',
      '\u0306',
      '\u0307',
      '„',
      '"',
      '´',
      ' ',
      '.',
      '…',
      '!',
      '/',
      '\u00a0',
    ),
  }),
)

test('an answer that was folded does not change when it is folded again', () => {
  fc.assert(
    fc.property(texts, text => foldText(foldText(text)) === foldText(text)),
    { numRuns: 500 },
  )
})

test('case and outer spaces never make a difference', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zа-я0-9 ]{0,20}$/),
      text => foldText(`  ${text.toUpperCase()}\n`) === foldText(text),
    ),
  )
})

test('an author’s pattern sees the letters as they were typed', () => {
  expect(tidyText('  Оpen\u00a0\u00a0SSH. ')).toBe('Оpen SSH.')
})
