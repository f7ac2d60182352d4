import { Router } from 'express'
import { catalogue } from '#app/domain/courses/catalogue.server.ts'
import { database } from '#app/platform/db.server.ts'

/** `/healthz`: the process answers. `/readyz`: it can serve, and says which part cannot. */
export function healthRoutes(isStopping: () => boolean): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true })
  })
  router.get('/readyz', async (_request, response) => {
    const db = await database().check()
    const courses = catalogue().courses.length
    const ready = db.ok && courses > 0 && !isStopping()
    response
      .status(ready ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ ready, database: db.ok ? 'ok' : db.reason, courses, stopping: isStopping() })
  })
  return router
}
