import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import { log } from '#app/platform/log.server.ts'

/** Gives every request an id and writes one line when it is answered. Queries are left out: they may hold names. */
export function requestLog(): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    const requestId = randomUUID()
    response.locals.requestId = requestId
    response.set('X-Request-Id', requestId)
    const { method } = request
    const path = loggedPath(request.path)
    response.on('close', () => {
      const line = {
        requestId,
        method,
        path,
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
        finished: response.writableFinished,
      }
      if (response.statusCode >= 500) log().error(line, 'request')
      else log().info(line, 'request')
    })
    next()
  }
}

/** Whoever has the address of a shared certificate may look at it: a log is no place for it. */
export function loggedPath(path: string): string {
  return path.replace(/\/shared\/+[^/.]+/gi, '/shared/…')
}
