import { createContext, useContext } from 'react'
import type { AnswerFault } from '#app/domain/learning/read-answer.ts'

/** `typed` is what stood in the field, so that it can stand there again. */
export type FaultyAnswer = { question: string; reason: AnswerFault; typed: string | null }

/** What was wrong with an answer that came as a whole page, without scripts. */
const AnswerFaultContext = createContext<FaultyAnswer | null>(null)

export const AnswerFaultProvider = AnswerFaultContext.Provider

export function useAnswerFault() {
  return useContext(AnswerFaultContext)
}
