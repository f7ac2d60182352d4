/** Gives the width of a text in points, in one face and size. */
export type WidthOf = (text: string) => number

/**
 * Breaks a text into lines no wider than `width`: at spaces and after hyphens, dashes and slashes between letters, and inside a word only
 * where the word alone is too wide. Joined again, the lines are the text without the spaces they were broken at.
 */
export function breakLines(text: string, width: number, widthOf: WidthOf): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of breakablePieces(text)) {
    if (widthOf((line + piece).trimEnd()) <= width) {
      line += piece
      continue
    }
    if (line !== '') lines.push(line.trimEnd())
    line = piece
    while (widthOf(line.trimEnd()) > width) {
      const fitting = fittingStart(line, width, widthOf)
      lines.push(fitting)
      line = line.slice(fitting.length)
    }
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines
}

/** The same number of lines, made as even as they can be: for names and titles, where one word left over looks lost. */
export function balanceLines(text: string, width: number, widthOf: WidthOf): string[] {
  let best = breakLines(text, width, widthOf)
  if (best.length === 1) return best
  const count = best.length
  // Narrower than the longest word, it would be broken where the full width need not break it.
  const longest = Math.max(...breakablePieces(text).map(piece => widthOf(piece.trimEnd())))
  let [tooNarrow, wideEnough] = [Math.min(width, Math.max(width / count / 2, longest)), width]
  while (wideEnough - tooNarrow > 1) {
    const middle = (tooNarrow + wideEnough) / 2
    const lines = breakLines(text, middle, widthOf)
    if (lines.length <= count) {
      best = lines
      wideEnough = middle
    } else {
      tooNarrow = middle
    }
  }
  return best
}

/** Words of one letter („и“, „в“, „с“) go with the word after them: Bulgarian does not leave them at a line's end. */
function breakablePieces(text: string): string[] {
  const glued = text.replace(/(?<=^|[\s(„])(\p{L}) +(?=\S)/gu, '$1\u00a0')
  return glued.match(/[^ ]*?\p{L}[\p{Pd}/](?=\p{L})|[^ ]+ *| +/gu) ?? []
}

function fittingStart(word: string, width: number, widthOf: WidthOf): string {
  const symbols = [...word]
  let length = 1
  while (length < symbols.length && widthOf(symbols.slice(0, length + 1).join('')) <= width) length++
  return symbols.slice(0, length).join('')
}
