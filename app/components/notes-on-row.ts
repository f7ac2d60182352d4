import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import type { I18n } from '#app/i18n/i18n-context.tsx'

/** What else there is to say about a row: how the name and the file compare, and whether the number stands twice. */
export function notesOn({ name, file, repeats, given }: CheckedRow, t: I18n['t']): string[] {
  const notes: string[] = []
  if (name === 'same') notes.push(t('listVerdict.notes.nameSame'))
  if (name === 'different') notes.push(t('listVerdict.notes.nameDifferent', { name: given.name ?? '' }))
  if (file === 'same') notes.push(t('listVerdict.notes.fileSame'))
  if (file === 'different') notes.push(t('listVerdict.notes.fileDifferent'))
  if (file === 'unreadable') notes.push(t('listVerdict.notes.fileUnreadable'))
  if (repeats !== null) notes.push(t('listVerdict.notes.repeats', { row: repeats }))
  return notes
}
