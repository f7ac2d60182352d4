/** What may lie beside a lesson, by ending. */
export const contentTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  webp: 'image/webp',
  png: 'image/png',
  jpg: 'image/jpeg',
  avif: 'image/avif',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  pdf: 'application/pdf',
}

export const imageEndings: readonly string[] = ['svg', 'webp', 'png', 'jpg', 'avif']

export type LessonFile = {
  name: string
  contentType: string
  /** The first 8 hexadecimal digits of the content's SHA-256. */
  hash: string
  /** In CSS pixels; null for a file that is not an image. */
  size: { width: number; height: number } | null
}

export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''
}
