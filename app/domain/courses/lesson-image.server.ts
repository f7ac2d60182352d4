import { loadedCatalogue } from './catalogue.server.ts'
import type { ServedFile } from './load-lesson.server.ts'

/**
 * An image, or another file that a lesson links to, by its name in the lesson's folder. Only files that were
 * inspected when the courses were read are found, so a name can never lead anywhere else on the disk.
 */
export function lessonImage(courseId: string, lessonId: string, name: string): ServedFile | null {
  return loadedCatalogue().findFile(courseId, lessonId, name)
}
