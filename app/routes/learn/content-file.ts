import { createReadStream } from 'node:fs'
import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node'
import { lessonImage } from '#app/domain/courses/lesson-image.server.ts'

/** An image of a lesson. Its address holds a hash of its bytes, so it may be kept for a year. */
export function loader({ params }: LoaderFunctionArgs) {
  const image = lessonImage(params.course ?? '', params.lesson ?? '', params.name ?? '')
  if (image === null || image.hash !== params.hash) return new Response('Not found', { status: 404 })
  return new Response(createReadableStreamFromReadable(createReadStream(image.path)), {
    headers: {
      'Content-Type': image.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      // An SVG opened on its own is a document: nothing in it may run.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}
