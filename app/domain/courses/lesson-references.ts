import { suggestName } from '#app/markdown/closest-name.ts'
import type { ResolvedImage, ResolvedLink, Unresolved } from '#app/markdown/environment.ts'
import { isLanguage } from '#app/platform/language.ts'
import type { ContentAddresses } from './content-address.ts'
import type { Glossary } from './glossary.ts'
import { endingOf, imageEndings, type LessonFile } from './lesson-file.ts'

/** What the text of a lesson may refer to. */
export type LessonSurroundings = {
  courseId: string
  /** '' for the exam, which has no folder of its own. */
  lessonId: string
  files: ReadonlyMap<string, LessonFile>
  /** Names of files that are there, but have problems of their own. */
  unfit: ReadonlySet<string>
  /** Ids of the lessons of this course by their folders' names. */
  lessonFolders: ReadonlyMap<string, string>
  addresses: ContentAddresses
  glossary: Glossary
}

/** Finds an image in the lesson's own folder. */
export function resolveLessonImage(around: LessonSurroundings, written: string): ResolvedImage {
  if (around.lessonId === '') {
    const remedy = 'say in words what it shows, or draw it with ```dot'
    return refuse('image-outside', 'An exam shows no pictures.', remedy)
  }
  const name = written.replace(/^\.\//, '')
  if (isOutside(name)) {
    return refuse(
      'image-outside',
      `"${written}" is not in the lesson's folder.`,
      'copy the picture beside the lesson',
    )
  }
  if (!imageEndings.includes(endingOf(name))) {
    const remedy = `use one of: ${imageEndings.join(', ')}`
    return refuse('image-type', `"${written}" is not a picture that can be shown.`, remedy)
  }
  const file = around.files.get(name)
  if (!file && around.unfit.has(name)) {
    return refuse('image-unfit', `"${written}" cannot be shown.`, 'mend the problems reported for that file')
  }
  if (!file) return refuse('image-missing', `There is no picture "${written}".`, suggestFile(around, name))
  const { width, height } = file.size ?? { width: 0, height: 0 }
  return { ok: true, src: addressOf(around, file), width, height }
}

/** Finds another lesson (`../020-passwords/lesson.bg.md`) or a file of this one (`table.csv`). */
export function resolveLessonLink(around: LessonSurroundings, written: string): ResolvedLink {
  const [path = '', ...fragment] = written.replace(/^\.\//, '').split(/(?=#)/)
  const other = /^\.\.\/([^/]+)\/lesson\.([a-z]+)\.md$/.exec(path)
  if (other) return resolveOtherLesson(around, other[1] ?? '', other[2] ?? '', fragment.join(''))
  const file = isOutside(path) ? undefined : around.files.get(path)
  if (file) return { ok: true, href: addressOf(around, file) }
  if (/^www\.|^[\w-]+(?:\.[\w-]+)*\.(?:bg|com|eu|net|org)(?:$|[/?#])/i.test(written)) {
    const remedy = `write the whole address: https://${written}`
    return refuse('link-broken', `The link "${written}" leads nowhere.`, remedy)
  }
  const remedy = isOutside(path)
    ? 'another lesson is ../020-passwords/lesson.bg.md; everything else lies beside the lesson'
    : suggestFile(around, path)
  return refuse('link-broken', `The link "${written}" leads nowhere.`, remedy)
}

function resolveOtherLesson(around: LessonSurroundings, folder: string, language: string, fragment: string) {
  const lessonId = around.lessonFolders.get(folder)
  if (lessonId === undefined) {
    const remedy = suggestName(folder, [...around.lessonFolders.keys()])
    return refuse('link-broken', `This course has no lesson in "${folder}".`, remedy)
  }
  if (!isLanguage(language)) {
    return refuse(
      'link-broken',
      `There are no lessons in "${language}".`,
      'link to lesson.bg.md or lesson.en.md',
    )
  }
  const href = around.addresses.lesson(language, around.courseId, lessonId) + encodeURI(fragment)
  return { ok: true, href } as const
}

function addressOf(around: LessonSurroundings, file: LessonFile): string {
  return around.addresses.file(around.courseId, around.lessonId, file.hash, file.name)
}

function isOutside(name: string): boolean {
  return /[/\\:]/.test(name)
}

function suggestFile(around: LessonSurroundings, name: string): string {
  const names = [...around.files.keys()].toSorted()
  return names.length === 0 ? "put the file in the lesson's folder" : suggestName(name, names)
}

function refuse(code: string, message: string, remedy: string): Unresolved {
  return { ok: false, code, message, remedy }
}
