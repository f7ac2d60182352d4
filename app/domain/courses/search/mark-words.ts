import { beginsLike } from './first-letters.ts'
import { foldWord } from './fold-word.ts'
import { eachWord, type Word } from './split-words.ts'

/** A text and the parts of it that were sought, as pairs of offsets, from the first to the last. */
export type Marked = { text: string; marks: readonly (readonly [start: number, end: number])[] }

type Hit = { start: number; end: number; stem: string }

/** Marks in a text every word that one of these stems stands for. */
export function markWords(text: string, stems: ReadonlySet<string>): Marked {
  const { hits } = readHits(text, stems, false)
  return { text, marks: hits.map(({ start, end }) => [start, end] as const) }
}

/** About so many characters are shown around a hit, and so many of them before it. */
const LENGTH = 180
const BEFORE = 50

/**
 * The part of a text where most of what is sought stands together, marked; its beginning when nothing does.
 * @param sought how many words are sought: one is found where it first stands, and the rest need not be read
 */
export function cutSnippet(text: string, stems: ReadonlySet<string>, sought: number): Marked {
  const { words, hits } = readHits(text, stems, sought === 1)
  const best = densest(hits)
  const first = best === null ? 0 : startOf(words, best.start)
  const last = endOf(words, first, text.length)
  let shown = first > 0 ? '… ' : ''
  let done = first
  const marks: [number, number][] = []
  for (const { start, end } of hits) {
    if (start < first || end > last) continue
    shown += inOneLine(text, done, start)
    marks.push([shown.length, shown.length + end - start])
    shown += text.slice(start, end)
    done = end
  }
  shown += inOneLine(text, done, last)
  return { text: last < text.length ? `${shown} …` : shown, marks }
}

/** A paragraph runs into the next one; what does not end like a sentence, such as a cell of a table, is set apart. */
function inOneLine(text: string, start: number, end: number): string {
  return text
    .slice(start, end)
    .replace(/\s*\n\s*/g, (_, place: number) =>
      /[.!?…:;]/.test(text.charAt(start + place - 1)) ? ' ' : ' · ',
    )
}

function readHits(text: string, stems: ReadonlySet<string>, once: boolean): { words: Word[]; hits: Hit[] } {
  const words: Word[] = []
  const hits: Hit[] = []
  const mayHave = beginsLike(stems)
  for (const word of eachWord(text)) {
    const before = word.joined ? words.at(-1) : undefined
    if (mayHave(word.text) || (before && mayHave(before.text))) addHit(hits, word, before, stems)
    words.push(word)
    const [first] = hits
    if (once && first !== undefined && word.start > first.start + LENGTH) break
  }
  return { words, hits }
}

function addHit(hits: Hit[], word: Word, before: Word | undefined, stems: ReadonlySet<string>): void {
  const { text, start, end } = word
  const whole = before === undefined ? '' : foldWord(before.text + text)
  if (before !== undefined && stems.has(whole)) {
    // The part before may have been sought by itself.
    if (hits.at(-1)?.start === before.start) hits.pop()
    hits.push({ start: before.start, end, stem: whole })
    return
  }
  const stem = foldWord(text)
  if (stems.has(stem)) hits.push({ start, end, stem })
}

/** The hit at which the part with the most different stems begins. */
function densest(hits: readonly Hit[]): Hit | null {
  let best: { hit: Hit; different: number } | null = null
  for (const [index, hit] of hits.entries()) {
    const different = new Set<string>()
    for (let next = index; next < hits.length; next += 1) {
      const other = hits[next]
      if (other === undefined || other.end > hit.start - BEFORE + LENGTH) break
      different.add(other.stem)
    }
    if (best === null || different.size > best.different) best = { hit, different: different.size }
  }
  return best?.hit ?? null
}

function startOf(words: readonly Word[], hit: number): number {
  if (hit <= BEFORE) return 0
  return words.find(({ start }) => start >= hit - BEFORE)?.start ?? hit
}

function endOf(words: readonly Word[], first: number, length: number): number {
  if (length - first <= LENGTH) return length
  return words.findLast(({ end }) => end <= first + LENGTH)?.end ?? first + LENGTH
}
