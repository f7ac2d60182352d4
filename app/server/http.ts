import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { type Env, publicUrlOf } from '#app/platform/env.server.ts'
import { log } from '#app/platform/log.server.ts'
import { apiFrame } from './api-frame.ts'
import { bodyLimit } from './body-limit.ts'
import { healthRoutes } from './health.ts'
import { originCheck } from './origin-check.ts'
import { requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'

type AppOptions = {
  env: Env
  build: ServerBuild | (() => Promise<ServerBuild>)
  /** Built files, or Vite's middleware while one develops. */
  files: RequestHandler
  isStopping: () => boolean
}

/** What no page can answer, such as an address that cannot be decoded: a sentence and the request's id, never a stack. */
const refuseQuietly: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const status = error.status ?? 500
  const { requestId } = response.locals
  if (response.headersSent) return response.destroy()
  if (status >= 500) log().error({ err: error, requestId }, 'request failed')
  response.status(status).type('text/plain')
  response.send(`This address cannot be read. / Този адрес не може да бъде прочетен.\n${requestId}\n`)
}

/**
 * Tells Remix the host that visitors know. Its own check of Origin compares with Host or X-Forwarded-Host, which a
 * proxy may rewrite and a stranger may invent; ours has been made by then, against the configured address.
 */
function publicHost(publicUrl: string | null): RequestHandler {
  return (request, _response, next) => {
    delete request.headers['x-forwarded-host']
    if (publicUrl !== null) request.headers.host = new URL(publicUrl).host
    next()
  }
}

/**
 * Pages of somebody signed in are stored nowhere; others are asked for again each time. A route that says otherwise
 * replaces this: added to it, as Remix adds headers, the stricter of the two would hold.
 */
const cachePolicy: RequestHandler = (request, response, next) => {
  const personal = /(?:^|;\s*)(?:__Host-)?session=/.test(request.get('cookie') ?? '')
  response.set({ 'Cache-Control': personal ? 'no-store' : 'no-cache', Vary: 'Cookie' })
  const append = response.append.bind(response)
  response.append = (name, value) =>
    name.toLowerCase() === 'cache-control' ? response.set(name, value) : append(name, value)
  next()
}

/** The way of every request, from the outside in. */
export function createApp({ env, build, files, isStopping }: AppOptions): Express {
  const development = env.nodeEnv === 'development'
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy ?? false)
  app.set('etag', false)
  app.use(securityHeaders({ https: env.publicUrl?.startsWith('https://') ?? false, development }))
  app.use(requestLog())
  app.use(healthRoutes(isStopping))
  app.use(files)
  app.use(apiFrame())
  app.use(bodyLimit())
  app.use(originCheck(env.publicUrl))
  app.use(publicHost(env.publicUrl))
  app.use(cachePolicy)
  app.use(compression({ level: 4 }))
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: env.nodeEnv,
      getLoadContext(request, response) {
        return {
          nonce: response.locals.nonce,
          requestId: response.locals.requestId,
          isDataRequest: request.path.endsWith('.data'),
          publicUrl: publicUrlOf(env),
          clientAddress: request.ip ?? '',
          staticHtml: {},
          setCookie: header => response.append('Set-Cookie', header),
        }
      },
    }),
  )
  app.use(refuseQuietly)
  return app
}
