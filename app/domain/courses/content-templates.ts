import type { Language } from '#app/platform/language.ts'
import type { Track } from './course.ts'

/** course.yml of a new course: a draft that passes the check, with everything that its author has to decide. */
export function courseTemplate(track: Track, languages: readonly Language[]): string {
  return `# Copy nothing blindly: every line below is shown to learners or printed on their certificate.
title: { bg: "Заглавие на курса", en: "Title of the course" }
summary:
  {
    bg: "След курса ще можете да… (едно изречение)",
    en: "After the course you can… (one sentence)",
  }
audience: { bg: "За кого е курсът.", en: "Whom the course is for." }
track: ${track}
level: 3 # DigComp level, 1 to 8
edition: 1
languages: [${languages.join(', ')}] # the first is the original, the other a translation of it
workload: { academicHours: 2 } # of 45 minutes
outcomes:
  - id: LO1
    text: { bg: "Обяснява с пример защо…", en: "Explains with an example why…" }
assessment: { type: quiz, passPercent: 100, supervision: none }
participation: online
certificate: {}
authors: [{ bg: "Екип на хъба", en: "The hub's team" }]
licence: CC-BY-4.0
status: draft # published opens it to everybody
`
}

/** A cover of the house, to be drawn over. */
export const coverTemplate = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160">
  <path class="a" d="M40 30h160v100H40z"/>
  <path class="b" d="M60 50h50v60H60z"/>
  <path class="c" d="M130 50h50v25h-50z"/>
  <path class="d" d="M130 85h50v25h-50z"/>
</svg>
`

/** A lesson that passes the check: what a learner will be able to do, a text, a question, and what to remember. */
export function lessonTemplate(language: Language, outcome: string): string {
  return lessons[language].replaceAll('OUTCOME', outcome)
}

const lessons: Record<Language, string> = {
  bg: `---
title: Заглавие на урока
summary: За какво е урокът, в едно изречение.
outcomes: [OUTCOME]
minutes: { read: 10, practice: 5 }
---

::: objectives

- Обяснявате с пример защо…

:::

Започнете със случай, който обучаемите познават от работата си.

## Първа част

Кратки абзаци, по една мисъл във всеки.

> [!TIP]
> Практичен съвет, който може да се приложи още днес.

::: quiz {#q-first lo=OUTCOME shuffle}
Въпрос, на който се отговаря след прочитане на текста?

- [x] Верният отговор.
  > Защо е верен.
- [ ] Грешен отговор, който изглежда правдоподобен.
  > Защо някой би го избрал и какво е пропуснал.
- [ ] Още един грешен отговор.
  > Защо е грешен.

> [!NOTE]
> Обяснението, което се вижда след отговор.
:::

::: keypoints

- Най-важното, което трябва да се запомни.

:::
`,
  en: `---
title: Title of the lesson
summary: What the lesson is about, in one sentence.
outcomes: [OUTCOME]
minutes: { read: 10, practice: 5 }
---

::: objectives

- Explain with an example why…

:::

Begin with a case that learners know from their work.

## The first part

Short paragraphs, one thought in each.

> [!TIP]
> Practical advice that can be followed today.

::: quiz {#q-first lo=OUTCOME shuffle}
A question that can be answered after reading the text?

- [x] The right answer.
  > Why it is right.
- [ ] A wrong answer that sounds plausible.
  > Why somebody might choose it, and what was overlooked.
- [ ] Another wrong answer.
  > Why it is wrong.

> [!NOTE]
> The explanation that is seen after answering.
:::

::: keypoints

- What matters most and should be remembered.

:::
`,
}
