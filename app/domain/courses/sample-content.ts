/** A small course without a fault, for tests that break one thing at a time. */
export const sampleCourse = `title: { bg: "Пароли", en: "Passwords" }
summary: { bg: "Избирате парола.", en: "You choose a password." }
audience: { bg: "За всички.", en: "For everybody." }
track: cybersecurity
level: 3
edition: 1
languages: [bg, en]
workload: { academicHours: 2 }
outcomes:
  - id: LO1
    text: { bg: "Разпознава слаба парола.", en: "Recognises a weak password." }
    digcomp: ["4.1"]
assessment: { type: quiz, passPercent: 100, supervision: none }
participation: online
certificate: {}
authors: [{ bg: "Екип", en: "Team" }]
licence: CC-BY-4.0
status: published
`

export const sampleCover = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160"><path class="a" d="M0 0h9v9H0z"/></svg>`

export const sampleFigure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" width="720" height="300"><rect width="720" height="300" fill="#fbfaf6"/><text x="9" y="40">А</text></svg>`

export const sampleFrontMatter = `---
title: Пароли
summary: Как се избира парола.
outcomes: [LO1]
minutes: { read: 12, practice: 5 }
---
`

/** Questions of all four kinds. The first one begins at line 13 of the lesson. */
export const sampleBody = `Увод с ![картина](plan.svg) в текста.

## Първо

Текст.

::: quiz {#q-single points=2 shuffle lo=LO1}
Коя е най-устойчива?

- [ ] \`P@ssw0rd!\` е доста дълга
  > Замените са известни.
- [x] четири думи
  > Да: дължината побеждава.

> [!TIP]
> Пребройте знаците.

> [!NOTE]
> Обяснение.
:::

::: quiz {#q-multiple lo=LO1}
Кои са втори фактор?

- [x] ключ
- [x] приложение
- [ ] втора парола
:::

::: quiz {#q-number lo=LO1}
Колко бита?

**Отговор:** 37.6 ± 0.2
:::

::: quiz {#q-text lo=LO1}
Кой протокол?

**Отговор:** SSH | Secure Shell | /^open\\s?ssh$/i
:::

## Източници
`

export const sampleLesson = sampleFrontMatter + sampleBody

/** Every file of the sample, by its path in the content folder. */
export const sampleFiles: Readonly<Record<string, string>> = {
  'courses/passwords/course.yml': sampleCourse,
  'courses/passwords/cover.svg': sampleCover,
  'courses/passwords/010-first/lesson.bg.md': sampleLesson,
  'courses/passwords/010-first/lesson.en.md': sampleLesson,
  'courses/passwords/010-first/plan.svg': sampleFigure,
}
