import type { Diagnostic } from './diagnostic.ts'
import { loadCatalogue } from './load-catalogue.server.ts'

/**
 * Every problem of a content folder, by file, line and column.
 * @param onProgress called after every course with how many are done, and of how many
 */
export function checkContent(
  contentDir: string,
  onProgress?: (done: number, total: number) => void,
): readonly Diagnostic[] {
  return loadCatalogue(contentDir, onProgress === undefined ? {} : { onProgress }).diagnostics
}
