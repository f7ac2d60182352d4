/** Enough for what many people type at the same time: everybody begins with the same letters. */
const MOST_ANSWERS = 500

/** Gives the answer to a question again, or makes it. Of too many the one not asked for longest is forgotten. */
export function rememberAnswer<T>(answers: Map<string, T>, question: string, make: () => T): T {
  const known = answers.get(question)
  const answer = known ?? make()
  answers.delete(question)
  answers.set(question, answer)
  const [oldest] = answers.keys()
  if (answers.size > MOST_ANSWERS && oldest !== undefined) answers.delete(oldest)
  return answer
}
