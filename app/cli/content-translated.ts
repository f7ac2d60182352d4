import { basename } from 'node:path'
import { stampTranslationFile } from '#app/domain/courses/stamp-translation.server.ts'

/**
 * Notes in every named translation that it was made from the original as that is now.
 * @returns the exit code: 0 done, 1 when one of the files could not be stamped, 2 when none was named
 */
export async function runContentTranslated(files: string[]): Promise<number> {
  const option = files.find(file => file.startsWith('-'))
  if (option !== undefined || files.length === 0) {
    const complaint = option === undefined ? 'Name the translations' : `There is no option ${option}`
    process.stderr.write(`${complaint}: npx zagore content translated FILE…\n`)
    return 2
  }
  let failed = 0
  for (const file of files) {
    const stamped = stampTranslationFile(file)
    if (!stamped.ok) {
      failed += 1
      process.stderr.write(`${file} was left as it is: ${stamped.reason}.\n`)
    } else if (stamped.changed)
      process.stdout.write(`${file} is a translation of ${basename(stamped.original)} as it is now.\n`)
    else process.stdout.write(`${file} was up to date already.\n`)
  }
  return failed > 0 ? 1 : 0
}
