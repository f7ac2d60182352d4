import { checksOfRecord } from '#app/domain/certificates/verify/checks.ts'
import type { Check, Verdict } from '#app/domain/certificates/verify/verdict.ts'

/** A check of a file, or one that only a page makes: of the number's own symbols, and of what it cannot see. */
export type ShownCheck = Omit<Check, 'check'> & { check: Check['check'] | 'symbols' | 'document' }

/** What was checked of a number, in the order in which it was. */
export function checksOfNumber(verdict: Verdict): ShownCheck[] {
  const symbols: ShownCheck = { check: 'symbols', outcome: 'passed', detail: null }
  const document: ShownCheck = { check: 'document', outcome: 'unknown', detail: null }
  switch (verdict.state) {
    case 'mistyped':
      return []
    case 'unknown':
      return [symbols, { check: 'register', outcome: 'failed', detail: null }]
    case 'unchecked':
      return [symbols, { check: 'register', outcome: 'unknown', detail: null }]
    case 'guarded':
      return [
        symbols,
        { check: 'register', outcome: 'passed', detail: null },
        { check: 'status', outcome: 'unknown', detail: null },
      ]
    case 'withdrawn':
      return [symbols, ...checksOfRecord(verdict)]
    default:
      return [symbols, ...checksOfRecord(verdict), document]
  }
}
