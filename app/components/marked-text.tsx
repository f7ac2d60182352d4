import type { Marked } from '#app/domain/courses/search/mark-words.ts'

/** A text with the words that were sought marked in it. */
export function MarkedText({ value: { text, marks } }: { value: Marked }) {
  let done = 0
  const parts = marks.flatMap(([start, end]) => {
    const before = text.slice(done, start)
    done = end
    return [before, <mark key={start}>{text.slice(start, end)}</mark>]
  })
  return (
    <>
      {parts}
      {text.slice(done)}
    </>
  )
}
