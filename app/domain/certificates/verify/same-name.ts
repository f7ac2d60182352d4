import type { CertificateSnapshot } from '../snapshot.ts'

/** Whether a name that somebody states is the learner's, in Bulgarian or in Latin letters. */
export function isNameOf(stated: string, { name, nameLatin }: CertificateSnapshot['learner']): boolean {
  const folded = foldName(stated)
  return folded !== '' && (folded === foldName(name) || folded === foldName(nameLatin))
}

/** People type names as they come: case, spaces, dashes, apostrophes and how an accent is composed are theirs. */
function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/[’ʼ‘`´]/gu, "'")
    .replace(/\s*-\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
}
