import { createContext, useContext } from 'react'
import type { AnswerFault } from '#app/domain/learning/read-answer.ts'

/** What was wrong with an answer that came as a whole page, without scripts. */
const AnswerFaultContext = createContext<{ question: string; reason: AnswerFault } | null>(null)

export const AnswerFaultProvider = AnswerFaultContext.Provider

export function useAnswerFault() {
  return useContext(AnswerFaultContext)
}
