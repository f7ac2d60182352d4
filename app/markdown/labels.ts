import type { Language } from '#app/platform/language.ts'
import type { CalloutKind } from './callouts.ts'

/** The words that the renderer itself puts on the page. */
export type MarkdownLabels = {
  objectives: string
  keypoints: string
  prereq: string
  exercise: string
  hint: string
  solution: string
  trainer: string
  /** Name of a group of tabs for screen readers. */
  tabs: string
  /** Names of what scrolls to the side, for screen readers. */
  formula: string
  diagram: string
  footnotes: { title: string; note: string; back: string }
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
    prereq: 'Преди да започнете',
    exercise: 'Упражнение',
    hint: 'Подсказка',
    solution: 'Решение',
    trainer: 'За обучаващия',
    tabs: 'Варианти',
    formula: 'Формула',
    diagram: 'Схема',
    footnotes: { title: 'Бележки', note: 'Бележка', back: 'Обратно в текста към бележка' },
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
    prereq: 'Before you begin',
    exercise: 'Exercise',
    hint: 'Hint',
    solution: 'Solution',
    trainer: 'For the trainer',
    tabs: 'Alternatives',
    formula: 'Formula',
    diagram: 'Diagram',
    footnotes: { title: 'Notes', note: 'Note', back: 'Back to the text at note' },
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
