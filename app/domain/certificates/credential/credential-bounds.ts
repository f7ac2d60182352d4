import { credentialContexts } from './open-badge.ts'
import { isRecord } from './proof-set.ts'

/** A credential with twelve outcomes of two hundred characters has a third of these. */
const MOST_NODES = 1000
const DEEPEST = 12
const LONGEST_TEXTS = 200_000

/**
 * Whether a credential is as small and as plain as ours are, so that linked data may be made of it: what that costs
 * grows faster than the document, and an inline context could make it mean anything. Our credentials use kept
 * contexts alone, by their addresses, and no other keyword.
 */
export function isWithinBounds(credential: unknown): boolean {
  if (!isRecord(credential) || !hasKnownContexts(credential['@context'])) return false
  const { proof: _, '@context': __, ...document } = credential
  const rest: { value: unknown; depth: number }[] = [{ value: document, depth: 0 }]
  let nodes = 0
  let texts = 0
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    nodes += 1
    if (typeof next.value === 'string') texts += next.value.length
    if (nodes > MOST_NODES || next.depth > DEEPEST || texts > LONGEST_TEXTS) return false
    if (typeof next.value !== 'object' || next.value === null) continue
    const names = Object.keys(next.value)
    if (nodes + names.length > MOST_NODES) return false
    if (!Array.isArray(next.value) && names.some(name => name.startsWith('@') || name === '__proto__'))
      return false
    for (const value of Object.values(next.value)) rest.push({ value, depth: next.depth + 1 })
  }
  return true
}

function hasKnownContexts(contexts: unknown): boolean {
  const known: readonly unknown[] = credentialContexts
  if (!Array.isArray(contexts) || contexts.length > known.length) return false
  return contexts[0] === known[0] && contexts.every(context => known.includes(context))
}
