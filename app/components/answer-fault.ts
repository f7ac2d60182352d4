import { createContext, useContext } from 'react'
import type { AnswerFault } from '#app/domain/learning/read-answer.ts'

export type FaultyAnswer = { question: string; reason: AnswerFault | 'resting' }

/** What was wrong with an answer that came as a whole page, without scripts. */
const AnswerFaultContext = createContext<FaultyAnswer | null>(null)

export const AnswerFaultProvider = AnswerFaultContext.Provider

export function useAnswerFault() {
  return useContext(AnswerFaultContext)
}
