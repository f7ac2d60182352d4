import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { tracks } from '#app/domain/courses/course.ts'
import { type Language, languages } from '#app/platform/language.ts'
import { buildVocabulary, pickWord, seededRandom, type Vocabulary } from './generated-words.ts'

const ownContent = fileURLToPath(new URL('../../content', import.meta.url))

export type GeneratedContent = {
  courses: number
  lessonsPerCourse: number
  /** About how long each lesson file is. */
  bytes: number
  seed?: number
}

type Writer = { vocabulary: Vocabulary; random: () => number; language: Language }

/**
 * Writes a whole content folder that means nothing and passes the check: courses `course-1`, `course-2` … with
 * lessons `lesson-1`, `lesson-2` …, each in both languages with one question of every kind that has an answer of
 * its own shape. The same call always writes the same bytes.
 */
export function writeGeneratedContent(folder: string, options: GeneratedContent): void {
  const { courses, lessonsPerCourse, bytes, seed = 1 } = options
  mkdirSync(folder, { recursive: true })
  cpSync(path.join(ownContent, 'hub.yml'), path.join(folder, 'hub.yml'))
  cpSync(path.join(ownContent, 'frameworks'), path.join(folder, 'frameworks'), { recursive: true })
  const vocabularies = { bg: buildVocabulary('bg', seed), en: buildVocabulary('en', seed) }
  for (let course = 1; course <= courses; course += 1) {
    const courseFolder = path.join(folder, 'courses', `course-${course}`)
    const writerOf = (language: Language, lesson: number): Writer => ({
      vocabulary: vocabularies[language],
      random: seededRandom(hash(seed, course, lesson, languages.indexOf(language))),
      language,
    })
    mkdirSync(courseFolder, { recursive: true })
    const writers = { bg: writerOf('bg', 0), en: writerOf('en', 0) }
    writeFileSync(path.join(courseFolder, 'course.yml'), courseFile(writers, course))
    writeFileSync(path.join(courseFolder, 'cover.svg'), cover)
    for (let lesson = 1; lesson <= lessonsPerCourse; lesson += 1) {
      const number = String(lesson * 10).padStart(4, '0')
      const lessonFolder = path.join(courseFolder, `${number}-lesson-${lesson}`)
      mkdirSync(lessonFolder)
      for (const language of languages) {
        const text = lessonFile(writerOf(language, lesson), lesson, bytes)
        writeFileSync(path.join(lessonFolder, `lesson.${language}.md`), text)
      }
    }
  }
}

const cover =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160"><path class="a" d="M40 0h160v160H40z"/></svg>\n'

function courseFile(writers: Record<Language, Writer>, course: number): string {
  const localized = (words: number) =>
    `{ bg: "${sentence(writers.bg, words)}", en: "${sentence(writers.en, words)}" }`
  return `title: ${localized(4)}
summary: ${localized(14)}
audience: ${localized(10)}
track: ${tracks[course % tracks.length]}
level: ${1 + (course % 8)}
edition: 1
languages: [bg, en]
workload: { academicHours: ${1 + (course % 12)} }
outcomes:
  - id: LO1
    text: ${localized(8)}
    digcomp: ["4.1"]
assessment: { type: quiz, passPercent: 100, supervision: none }
participation: online
certificate: {}
authors: [{ bg: "Измерване", en: "Benchmark" }]
licence: CC-BY-4.0
status: published
`
}

function lessonFile(writer: Writer, lesson: number, bytes: number): string {
  const parts = [
    `---
title: ${sentence(writer, 4).slice(0, -1)}
summary: ${sentence(writer, 10)}
outcomes: [LO1]
minutes: { read: ${4 + (lesson % 9)}, practice: 5 }
---`,
    paragraph(writer),
    ...questions(writer, lesson),
  ]
  let length = Buffer.byteLength(parts.join('\n\n'))
  const add = (part: string) => {
    parts.push(part)
    length += Buffer.byteLength(part) + 2
  }
  while (length < bytes) {
    add(`## ${sentence(writer, 3).slice(0, -1)}`)
    for (let block = 0; block < 3 && length < bytes; block += 1) {
      if (block === 1) add(Array.from({ length: 3 }, () => `- ${sentence(writer, 6)}`).join('\n'))
      else add(paragraph(writer))
    }
  }
  return `${parts.join('\n\n')}\n`
}

/** Ids, kinds and right answers depend on the lesson alone, so that both languages agree. */
function questions(writer: Writer, lesson: number): string[] {
  const option = (words: number) => sentence(writer, words)
  const answer = writer.language === 'bg' ? '**Отговор:**' : '**Answer:**'
  return [
    `::: quiz {#q-single lo=LO1 shuffle}
${sentence(writer, 9)}

- [x] ${option(4)}
  > ${sentence(writer, 7)}
- [ ] ${option(9)}
  > ${sentence(writer, 7)}
- [ ] ${option(4)}

> [!NOTE]
> ${sentence(writer, 10)}
:::`,
    `::: quiz {#q-multiple lo=LO1 points=2}
${sentence(writer, 9)}

- [x] ${option(5)}
- [ ] ${option(5)}
- [x] ${option(5)}
:::`,
    `::: quiz {#q-number lo=LO1}
${sentence(writer, 9)}

${answer} ${lesson} ± 0.5
:::`,
    `::: quiz {#q-text lo=LO1}
${sentence(writer, 9)}

${answer} ${pickWord(writer.vocabulary, writer.random)} | SSH
:::`,
  ]
}

function paragraph(writer: Writer): string {
  const count = 3 + Math.floor(writer.random() * 3)
  return Array.from({ length: count }, () => sentence(writer, 6 + Math.floor(writer.random() * 11))).join(' ')
}

function sentence({ vocabulary, random }: Writer, words: number): string {
  const text = Array.from({ length: words }, () => pickWord(vocabulary, random)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** FNV-1a over small numbers: neighbours must not begin alike. */
function hash(...numbers: number[]): number {
  let value = 0x811c9dc5
  for (const number of numbers) value = Math.imul(value ^ number, 0x01000193) ^ (value >>> 13)
  return value >>> 0
}
