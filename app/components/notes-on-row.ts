import type { CheckedRow } from '#app/domain/certificates/verify/judge-list.ts'
import type { I18n } from '#app/i18n/i18n-context.tsx'
import { saysFault } from './verdict-panel.tsx'

/** What else there is to say about a row: how the name and the file compare, and whether the number stands twice. */
export function notesOn({ verdict, name, file, repeats, given }: CheckedRow, t: I18n['t']): string[] {
  const notes: string[] = []
  if (verdict.state === 'mistyped') notes.push(saysFault(verdict.fault, t))
  if (name === 'same') notes.push(t('listVerdict.notes.nameSame'))
  if (name === 'different') notes.push(t('listVerdict.notes.nameDifferent', { name: given.name ?? '' }))
  if (file === 'same') notes.push(t('listVerdict.notes.fileSame'))
  if (file === 'different') notes.push(t('listVerdict.notes.fileDifferent'))
  if (file === 'unreadable') notes.push(t('listVerdict.notes.fileUnreadable'))
  if (repeats !== null) notes.push(t('listVerdict.notes.repeats', { row: repeats }))
  return notes
}

/** What a row comes to: the state of its certificate, unless it is another person's or another file than it says. */
export function stateOfRow({ verdict, name, file }: CheckedRow) {
  if (!('snapshot' in verdict)) return verdict.state
  if (name === 'different') return 'otherName'
  return file === 'different' ? 'otherFile' : verdict.state
}
