import type { RequestHandler } from 'express'
import sirv from 'sirv'

const YEAR = 31_536_000

/**
 * Built files. Those under /assets carry a hash in their names and never change; others are asked for again
 * after an hour. The build compresses them beforehand.
 */
export function staticFiles(clientDirectory: string): RequestHandler {
  return sirv(clientDirectory, {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: false,
    setHeaders(response, pathname) {
      const hashed = pathname.startsWith('/assets/')
      response.setHeader(
        'Cache-Control',
        hashed ? `public, max-age=${YEAR}, immutable` : 'public, max-age=3600',
      )
    },
  })
}
