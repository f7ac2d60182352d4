import type { Language } from '#app/platform/language.ts'
import type { CalloutKind } from './callouts.ts'

/** The words that the renderer itself puts on the page. */
export type MarkdownLabels = {
  objectives: string
  keypoints: string
  /** Name of a scrollable table for screen readers; its number on the page follows. */
  table: string
  callouts: Record<CalloutKind, string>
}

export const markdownLabels: Record<Language, MarkdownLabels> = {
  bg: {
    objectives: 'След този урок ще можете',
    keypoints: 'Запомнете',
    table: 'Таблица',
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
    callouts: {
      note: 'Note',
      tip: 'Tip',
      important: 'Important',
      warning: 'Warning',
      caution: 'Caution',
    },
  },
}
