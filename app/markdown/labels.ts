import type { Language } from '#app/platform/language.ts'
import type { CalloutKind } from './callouts.ts'

/** The words that the renderer itself puts on the page. */
export type MarkdownLabels = {
  objectives: string
  keypoints: string
  /** Name of a scrollable table for screen readers; its number on the page follows. */
  table: string
  /** Leads from the definition of a term to all terms. */
  glossary: string
  /** The fields in the gaps of a text. */
  blanks: { gap: string; choose: string }
  callouts: Record<CalloutKind, string>
}

export const markdownLabels: Record<Language, MarkdownLabels> = {
  bg: {
    objectives: 'След този урок ще можете',
    keypoints: 'Запомнете',
    table: 'Таблица',
    glossary: 'Речник',
    blanks: { gap: 'Празно място', choose: 'изберете' },
    callouts: {
      note: 'Бележка',
      tip: 'Съвет',
      important: 'Важно',
      warning: 'Внимание',
      caution: 'Предупреждение',
    },
  },
  en: {
    objectives: 'After this lesson you can',
    keypoints: 'Key points',
    table: 'Table',
    glossary: 'Glossary',
    blanks: { gap: 'Gap', choose: 'choose' },
    callouts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
  },
}
