import type { AnswerFault } from '../read-answer.ts'

/** What the server tells the script of a sitting. Times are ISO times, of the server's clock. */
export type SittingAnswer =
  | { kind: 'saved'; answered: boolean; now: string; deadlineAt: string }
  | { kind: 'open'; now: string; deadlineAt: string }
  | { kind: 'closed' }
  | { kind: 'refused'; reason: AnswerFault }
  | { kind: 'signed-out' }
