/** Where the letters of each style begin in Unicode: capitals, small letters, digits. */
const styles: Readonly<Record<string, readonly [number, number, number?]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce],
  italic: [0x1d434, 0x1d44e],
  'bold-italic': [0x1d468, 0x1d482],
  script: [0x1d49c, 0x1d4b6],
  'bold-script': [0x1d4d0, 0x1d4ea],
  fraktur: [0x1d504, 0x1d51e],
  'bold-fraktur': [0x1d56c, 0x1d586],
  'double-struck': [0x1d538, 0x1d552, 0x1d7d8],
  'sans-serif': [0x1d5a0, 0x1d5ba, 0x1d7e2],
  'bold-sans-serif': [0x1d5d4, 0x1d5ee, 0x1d7ec],
  'sans-serif-italic': [0x1d608, 0x1d622],
  'sans-serif-bold-italic': [0x1d63c, 0x1d656],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6],
}

/** Letters that Unicode had before the others of their style. */
const earlier: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: 'ℎ' },
  script: { B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ', e: 'ℯ', g: 'ℊ', o: 'ℴ' },
  fraktur: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  'double-struck': { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
}

/**
 * Latin letters and digits in a style of mathematics, as characters of their own: browsers no longer read the
 * attribute that used to ask for it (MathML Core, 2.2.1).
 */
export function mathLetters(text: string, style: string): string {
  const [capital, small, digit] = styles[style] ?? []
  if (capital === undefined || small === undefined) return text
  return text.replace(/[A-Za-z0-9]/g, letter => {
    const known = earlier[style]?.[letter]
    if (known !== undefined) return known
    const code = letter.charCodeAt(0)
    if (code >= 97) return String.fromCodePoint(small + code - 97)
    if (code >= 65) return String.fromCodePoint(capital + code - 65)
    return digit === undefined ? letter : String.fromCodePoint(digit + code - 48)
  })
}
