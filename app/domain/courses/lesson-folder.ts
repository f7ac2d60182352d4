/** `number` only orders; `id` is permanent. */
export type LessonFolder = { folder: string; number: number; id: string }

/** Reads `010-passwords`; null when the name is not a number, a dash and an id in small Latin letters. */
export function readLessonFolder(folder: string): LessonFolder | null {
  const match = /^(\d{1,6})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(folder)
  const [, number, id] = match ?? []
  return number === undefined || id === undefined ? null : { folder, number: Number(number), id }
}

/** What stands beside the lessons in the addresses of a course, or will: see app/routes.ts. */
const takenAddresses: readonly string[] = ['certificate', 'exam', 'handout', 'offline', 'print']

/** Whether a lesson of this id would have the address of another page. */
export function isReservedLessonId(id: string): boolean {
  return takenAddresses.includes(id)
}

export function isCourseId(name: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)
}
