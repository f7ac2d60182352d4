import type { Language } from '#app/platform/language.ts'

/** The words of a handout that its lesson does not bring along. */
export type HandoutWording = {
  lesson: (number: number, lessons: number) => string
  reading: (minutes: number) => string
  edition: (number: number, name: string | null) => string
  language: string
  page: (number: number, pages: number) => string
  question: (number: number, total: number) => string
  points: (count: number) => string
  several: string
  order: string
  match: string
  choose: string
  solutions: string
  glossary: string
  licence: (name: string) => string
  noPicture: string
}

export const handoutWording: Record<Language, HandoutWording> = {
  bg: {
    lesson: (number, lessons) => `Урок ${number} от ${lessons}`,
    reading: minutes => `${minutes} ${minutes === 1 ? 'минута' : 'минути'} четене`,
    edition: (number, name) => `Издание ${number}${name === null ? '' : ` (${name})`}`,
    language: 'на български',
    page: (number, pages) => `Страница ${number} от ${pages}`,
    question: (number, total) => `Въпрос ${number} от ${total}`,
    points: count => `${count} ${count === 1 ? 'точка' : 'точки'}`,
    several: 'Възможни са няколко верни отговора.',
    order: 'В квадратчето пред всяко напишете поредния му номер.',
    match: 'До всяко от лявата страна напишете буквата на подходящото отдясно.',
    choose: 'изберете',
    solutions: 'Подсказки и решения',
    glossary: 'Думи от речника',
    licence: name => `Лиценз: ${name}`,
    noPicture: 'Картината не може да бъде отпечатана. На нея:',
  },
  en: {
    lesson: (number, lessons) => `Lesson ${number} of ${lessons}`,
    reading: minutes => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} of reading`,
    edition: (number, name) => `Edition ${number}${name === null ? '' : ` (${name})`}`,
    language: 'in English',
    page: (number, pages) => `Page ${number} of ${pages}`,
    question: (number, total) => `Question ${number} of ${total}`,
    points: count => `${count} ${count === 1 ? 'point' : 'points'}`,
    several: 'More than one answer may be right.',
    order: 'Write the place of each in the right order into the box before it.',
    match: 'Beside everything on the left write the letter of what belongs to it.',
    choose: 'choose',
    solutions: 'Hints and solutions',
    glossary: 'Words from the glossary',
    licence: name => `Licence: ${name}`,
    noPicture: 'The picture cannot be printed. It shows:',
  },
}

/** `22 ноември 2026 г.` or `22 November 2026`, from a day of the calendar. */
export function formatDay(language: Language, day: string): string {
  const locale = language === 'bg' ? 'bg-BG' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
}
