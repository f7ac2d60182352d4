import { createHash } from 'node:crypto'
import { BoundedCache } from '#app/platform/bounded-cache.ts'
import { openFont } from '#app/platform/fonts.server.ts'
import { drawPicture } from '#app/platform/picture.server.ts'
import { type PictureWords, pictureSize, pictureSvg } from './course-picture.ts'

export type Picture = { png: Buffer; etag: string }

/** A picture takes some 30 KB. */
const drawn = new BoundedCache<Picture>(64)

/** The card of a course, or of the academy when there is no cover. Drawn once for the same words and the same cover. */
export function courseCard(words: PictureWords, cover: string | null): Picture {
  const key = createHash('sha256')
    .update(JSON.stringify([words, cover]))
    .digest('hex')
  return drawn.get(key, () => {
    const font = openFont('bold')
    const svg = pictureSvg(words, cover, text => font.layout(text).advanceWidth / font.unitsPerEm)
    return { png: drawPicture(svg, pictureSize.width), etag: `"${key.slice(0, 32)}"` }
  })
}
