import { now } from '#app/platform/clock.ts'
import { kindOf, MOST_FILE_BYTES } from './sniff-file.ts'
import type { FileVerdict, UncheckedReason } from './verdict.ts'
import { verifyCredential } from './verify-credential.server.ts'
import { verifyPdf } from './verify-pdf.server.ts'

/**
 * What is true of a file: was it issued here, is it as it was issued, does it still count. Looks at its size first,
 * then whether the register knows its digest, then at its seal; only what is sealed by this hub is looked into.
 * Nothing of it is kept.
 */
export async function verifyFile(bytes: Uint8Array): Promise<FileVerdict> {
  if (bytes.length === 0) return unchecked('empty')
  if (bytes.length > MOST_FILE_BYTES) return unchecked('too-large')
  switch (kindOf(bytes)) {
    case 'pdf':
      return verifyPdf(bytes)
    case 'credential':
      return verifyCredential(bytes)
    case null:
      return unchecked('not-a-certificate')
  }
}

function unchecked(why: UncheckedReason): FileVerdict {
  return { state: 'unchecked', why, kind: null, checks: [], checkedAt: now().toISOString() }
}
