import type { Request, RequestHandler, Response } from 'express'
import { isOpenToEverybody, refuseApi } from './api-frame.ts'

/** Largest form that the product sends, with room to spare. */
const MOST_BYTES = 64 * 1024

const MEGABYTE = 1024 * 1024

/** Where more is sent than a form: a file to be checked, within its form or alone, or a list. */
const uploads: { path: RegExp; most: number }[] = [
  { path: /^\/(?:bg|en)\/verify(?:\.data)?$/u, most: 2 * MEGABYTE + MOST_BYTES },
  { path: /^\/(?:bg|en)\/verify\/list\.csv$/u, most: MEGABYTE / 2 },
  { path: /^\/api\/v1\/verify$/u, most: 2 * MEGABYTE },
  { path: /^\/api\/v1\/verify\/batch$/u, most: MEGABYTE / 2 },
]

/** How much of a refused file is taken and thrown away, so that the browser comes to reading the answer. */
const MOST_DISCARDED = 16 * MEGABYTE

/** Refuses larger bodies with 413, whether they announce their length or not. */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    const upload = uploads.find(({ path }) => request.method === 'POST' && path.test(request.path))
    const most = upload?.most ?? MOST_BYTES
    const announced = Number(request.get('content-length') ?? 0)
    if (announced > most) {
      refuse(request, response)
      return upload === undefined ? request.destroy() : discard(request)
    }
    let received = 0
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received <= most || response.headersSent) return
      refuse(request, response)
      request.unpipe()
      request.destroy()
    })
    // Listening for data starts the stream; paused, it waits for whoever reads the body.
    request.pause()
    next()
  }
}

function refuse(request: Request, response: Response): void {
  response.set('Connection', 'close')
  if (isOpenToEverybody(request.method, request.path)) {
    refuseApi(response, 'too-large')
  } else {
    response.status(413).type('text/plain')
    response.send('The form or the file is too large. / Формулярът или файлът е твърде голям.\n')
  }
}

/** A browser reads no answer before it has sent everything, and shows a broken connection instead. */
function discard(request: Request): void {
  let discarded = 0
  request.on('data', (chunk: Buffer) => {
    discarded += chunk.length
    if (discarded > MOST_DISCARDED) request.destroy()
  })
  request.resume()
}
