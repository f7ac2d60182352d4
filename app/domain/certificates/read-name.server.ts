import { hasGlyphs } from './glyphs.server.ts'
import { checkName } from './learner-name.ts'

export type NameFault = {
  reason: 'empty' | 'too-long' | 'unprintable'
  /** The character that cannot be printed; null for the other reasons. */
  symbol: string | null
}

/** A name as a certificate will print it, or why it cannot. */
export function readName(raw: string): { ok: true; name: string } | ({ ok: false } & NameFault) {
  const checked = checkName(raw, hasGlyphs)
  if (checked.ok) return checked
  return {
    ok: false,
    reason: checked.reason,
    symbol: checked.reason === 'unprintable' ? checked.symbol : null,
  }
}
