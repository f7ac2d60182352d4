import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'

/** A Content-Security-Policy for one response: nothing inline without the nonce, nothing from elsewhere. */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    // Vite injects style elements while one develops; a built site has style files only.
    development ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    development ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every response, errors and static files included. */
export function securityHeaders(options: { https: boolean; development: boolean }): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.nonce = nonce
    response.set({
      'Content-Security-Policy': contentSecurityPolicy(nonce, options.development),
      'X-Content-Type-Options': 'nosniff',
      // Not no-referrer: with it browsers send `Origin: null` on form posts, which the origin check refuses.
      'Referrer-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
    })
    if (options.https) response.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    next()
  }
}
