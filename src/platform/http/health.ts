import Fastify, { type FastifyInstance } from 'fastify'
import type { App } from '../app.js'
import { addMetrics } from './metrics.js'
import type { PageCache } from './page-cache.js'

/** Health, readiness and metrics answer without a town and without a session. */
export function technicalRoutes(web: FastifyInstance, app: App, cache?: PageCache): void {
  web.get('/healthz', async () => ({ ok: true }))
  web.get('/readyz', async (_request, reply) => {
    try {
      const { rows } = await app.db.pool.query<{ wert: unknown }>("select wert from platform.einstellung where name = 'demo'")
      const ready = app.mandanten.all().length > 0
      return await reply.status(ready ? 200 : 503).send({ ready, ...(rows[0] ? { demo: rows[0].wert } : {}) })
    } catch {
      return reply.status(503).send({ ready: false })
    }
  })
  addMetrics(web, app, cache)
}

/** A process that only works through jobs serves no pages, but whoever supervises it wants to ask how it is. */
export function createHealth(app: App): FastifyInstance {
  const web = Fastify({ logger: false, requestTimeout: 10_000, bodyLimit: 1_000 })
  technicalRoutes(web, app)
  return web
}
