import type { RequestHandler } from 'express'

/** Largest form that the product sends, with room to spare. */
const MOST_BYTES = 64 * 1024

/** Refuses larger bodies with 413, whether they announce their length or not. */
export function bodyLimit(): RequestHandler {
  return (request, response, next) => {
    const announced = Number(request.get('content-length') ?? 0)
    if (announced > MOST_BYTES) return refuse()
    let received = 0
    request.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > MOST_BYTES && !response.headersSent) refuse()
    })
    // Listening for data starts the stream; paused, it waits for whoever reads the body.
    request.pause()
    next()

    function refuse(): void {
      response.status(413).set('Connection', 'close').type('text/plain')
      response.send('The form is too large. / Формулярът е твърде голям.\n')
      request.unpipe()
      request.destroy()
    }
  }
}
