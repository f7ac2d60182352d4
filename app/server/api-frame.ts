import type { RequestHandler, Response } from 'express'

/** The addresses of the API and what may be done with them. Everything else is left to the pages. */
const resources: { path: RegExp; methods: string[] }[] = [
  { path: /^\/api\/v1\/certificates\/[^/]+$/u, methods: ['GET', 'HEAD'] },
  { path: /^\/api\/v1\/verify$/u, methods: ['POST'] },
  { path: /^\/api\/v1\/verify\/batch$/u, methods: ['POST'] },
  { path: /^\/api\/v1\/openapi\.json$/u, methods: ['GET', 'HEAD'] },
  { path: /^\/status\/[^/]+$/u, methods: ['GET', 'HEAD'] },
  { path: /^\/\.well-known\/(did|trust)\.json$/u, methods: ['GET', 'HEAD'] },
]

/**
 * True for the requests that anybody may send from anywhere, pages of other sites included. They are safe because
 * `apiFrame` has taken away their cookies: nothing is done in anybody's name.
 */
export function isOpenToEverybody(method: string, path: string): boolean {
  return resources.some(resource => resource.methods.includes(method) && resource.path.test(path))
}

/**
 * What every request to the API has in common: it carries no cookie further, pages of all sites may read the answer
 * (https://fetch.spec.whatwg.org/#http-cors-protocol), and a method that an address does not know is refused.
 */
export function apiFrame(): RequestHandler {
  return (request, response, next) => {
    const resource = resources.find(({ path }) => path.test(request.path))
    if (resource === undefined) return next()
    delete request.headers.cookie
    const allowed = [...resource.methods, 'OPTIONS'].join(', ')
    response.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (request.method === 'OPTIONS') {
      response.set({
        Allow: allowed,
        'Access-Control-Allow-Methods': allowed,
        'Access-Control-Allow-Headers': 'Accept, Content-Type',
        'Access-Control-Max-Age': '86400',
      })
      return response.status(204).end()
    }
    if (resource.methods.includes(request.method)) return next()
    response.set('Allow', allowed)
    refuseApi(response, 'method')
  }
}

const refusals = {
  method: { title: 'Not in this way', status: 405, detail: 'See the header Allow.' },
  'too-large': {
    title: 'The body is too large',
    status: 413,
    detail: 'A file has 2 MB at most, a list 512 KB.',
  },
}

/** Refuses in the one form in which the API tells errors: RFC 9457, with a code for programs. */
export function refuseApi(response: Response, code: keyof typeof refusals): void {
  const { status } = refusals[code]
  response.status(status).set('Cache-Control', 'no-store').type('application/problem+json')
  response.send(JSON.stringify({ type: 'about:blank', ...refusals[code], code }))
}
