/** A verdict holds for its moment, and no search engine should hold it longer. */
export const verdictHeaders = { 'X-Robots-Tag': 'noindex', 'Cache-Control': 'no-store' }

/** The same, with when to come back for whoever asked too often or met a register that is away. */
export function headersOf(verdict: { state: string; retryAfterSeconds?: number }): Record<string, string> {
  const wait = verdict.retryAfterSeconds ?? (verdict.state === 'unchecked' ? 30 : null)
  return wait === null ? verdictHeaders : { ...verdictHeaders, 'Retry-After': String(wait) }
}
