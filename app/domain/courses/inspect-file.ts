import { imageSize } from 'image-size'
import { errorAt, type Position, type Problem, warningAt } from '#app/markdown/problem.ts'
import { readSvg } from '#app/markdown/read-svg.ts'
import { contentTypes, endingOf, imageEndings, type LessonFile } from './lesson-file.ts'
import { svgDangers } from './svg-dangers.ts'
import { positionAt } from './text-position.ts'

/** Above this an image makes the page slow on a phone. */
const HEAVY_IMAGE_BYTES = 300 * 1024

const start: Position = { line: 1, column: 1 }

/**
 * Looks at a file that lies beside a lesson. `file` is null when it is not fit to be served.
 * @param hash the first 8 hexadecimal digits of the content's SHA-256
 */
export function inspectFile(
  name: string,
  bytes: Uint8Array,
  hash: string,
): { file: LessonFile | null; problems: Problem[] } {
  const ending = endingOf(name)
  const contentType = Object.hasOwn(contentTypes, ending) ? contentTypes[ending] : undefined
  if (contentType === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    const message =
      contentType === undefined ? 'Files of this kind are not served.' : 'This name does not fit an address.'
    const remedy =
      contentType === undefined
        ? `use one of: ${Object.keys(contentTypes).join(', ')}, in small letters`
        : 'name the file with Latin letters, digits, dots and dashes'
    // Only a warning: editors leave their own files beside a lesson, and a text that needs this one will say so.
    return { file: null, problems: [warningAt(start, 'file-unserved', message, remedy)] }
  }
  if (!imageEndings.includes(ending)) return { file: { name, contentType, hash, size: null }, problems: [] }

  const problems = ending === 'svg' ? problemsOfSvg(bytes) : []
  const measured = measure(bytes)
  if (measured === null || measured.type !== ending) {
    const message =
      measured === null ? 'The size of this picture cannot be read.' : `This is not a ${ending} picture.`
    const remedy =
      ending === 'svg' ? 'give <svg> a width, a height and a viewBox' : 'save it again in this format'
    problems.push(errorAt(start, 'image-unreadable', message, remedy))
  }
  if (bytes.length > HEAVY_IMAGE_BYTES) {
    const message = `This picture takes ${Math.ceil(bytes.length / 1024)} KB.`
    problems.push(warningAt(start, 'image-heavy', message, 'save it smaller: 300 KB is enough for a page'))
  }
  if (measured === null || problems.some(problem => problem.severity === 'error'))
    return { file: null, problems }
  return {
    file: { name, contentType, hash, size: { width: measured.width, height: measured.height } },
    problems,
  }
}

function measure(bytes: Uint8Array): { width: number; height: number; type: string } | null {
  try {
    const { width, height, type } = imageSize(bytes)
    return width > 0 && height > 0
      ? { width: Math.round(width), height: Math.round(height), type: type ?? '' }
      : null
  } catch {
    // The library throws on anything that it does not recognise.
    return null
  }
}

function problemsOfSvg(bytes: Uint8Array): Problem[] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return [errorAt(start, 'svg-unreadable', 'The drawing is not written in UTF-8.', 'save it as UTF-8')]
  }
  const reading = readSvg(text)
  if (!reading.ok) {
    const remedy = 'save it again as plain SVG, without a document type or entities'
    return [errorAt(positionAt(text, reading.offset), 'svg-unreadable', reading.reason, remedy)]
  }
  return svgDangers(reading.nodes).map(({ offset, reason }) =>
    errorAt(
      positionAt(text, offset),
      'svg-unsafe',
      reason,
      'a drawing holds shapes and text alone: remove this part',
    ),
  )
}
