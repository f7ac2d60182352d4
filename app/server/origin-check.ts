import type { RequestHandler } from 'express'
import { isOpenToEverybody } from './api-frame.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])
const localHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/

/**
 * True when a request that may change something comes from our own pages.
 * An absent, `null` or foreign Origin is not ours. Forwarded headers are never consulted: anyone can send them.
 * Without a public address (the demo on one's own machine) only local host names are accepted.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  publicUrl: string | null,
): boolean {
  if (!origin || origin === 'null') return false
  if (publicUrl !== null) return origin === new URL(publicUrl).origin
  return host !== undefined && localHost.test(host) && origin === `http://${host}`
}

/** Refuses every unsafe request that does not come from our own pages with 403, but for the API, which knows nobody. */
export function originCheck(publicUrl: string | null): RequestHandler {
  return (request, response, next) => {
    const { method, path } = request
    if (safeMethods.has(method) || isOpenToEverybody(method, path)) return next()
    if (isOwnOrigin(request.get('origin'), request.get('host'), publicUrl)) return next()
    response
      .status(403)
      .type('text/plain')
      .send(
        'This request did not come from a page of this site. Open the page again and repeat.\nЗаявката не идва от страница на този сайт. Отворете страницата отново и повторете.\n',
      )
  }
}
