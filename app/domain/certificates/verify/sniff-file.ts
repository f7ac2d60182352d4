import { readIdentifier } from '../identifier.ts'
import { latin1 } from './read-attachment.ts'

/** Largest file that is looked at. */
export const MOST_FILE_BYTES = 2 * 1024 * 1024

/** What a file is by its content; its name and what the sender calls it count for nothing. */
export function kindOf(bytes: Uint8Array): 'pdf' | 'credential' | null {
  // Readers accept a PDF whose header comes a little late, and so did whoever opened it.
  const head = latin1(bytes.subarray(0, 1024))
  if (head.includes('%PDF-')) return 'pdf'
  return /^(?:ï»¿)?\s*\{/.test(head) ? 'credential' : null
}

export function isEncrypted(bytes: Uint8Array): boolean {
  return /\/Encrypt\s+\d+\s+\d+\s+R/.test(latin1(bytes))
}

/** Whether a PDF lacks its last line, as one does whose transfer broke off. */
export function isTruncated(bytes: Uint8Array): boolean {
  return !latin1(bytes.subarray(-1024)).includes('%%EOF')
}

/** How many numbers are tried before a file counts as one that names none. */
const MOST_NUMBERS = 20

/**
 * The certificate number that stands in plain sight in a PDF: in its description, its title or its link. It is what
 * the file says of itself, and proves nothing.
 */
export function numberIn(bytes: Uint8Array): string | null {
  const symbol = '[2-9A-HJKMNP-Z]'
  const pattern = new RegExp(`${symbol}{4}(?:-${symbol}{4}){3}|/V/${symbol}{16}`, 'g')
  let tried = 0
  for (const [found] of latin1(bytes).matchAll(pattern)) {
    const read = readIdentifier(found)
    if (read.ok) return read.id
    tried += 1
    if (tried === MOST_NUMBERS) return null
  }
  return null
}
