import Fastify, { type FastifyInstance } from 'fastify'
import type { App } from '../app.js'
import { addMetrics } from './metrics.js'
import type { PageCache } from './page-cache.js'
import type { Turns } from './turns.js'

/** True from the moment on at which this process was told to end; it still answers, but should get nothing new. */
export type Ending = () => boolean

/** Health, readiness and metrics answer without a town and without a session. */
export function technicalRoutes(web: FastifyInstance, app: App, ending: Ending, cache?: PageCache, turns?: Turns): void {
  // An open connection that just closes may meet the next request on its way; one that was told so is not used again.
  web.server.prependListener('request', (_request, response) => { if (ending()) response.setHeader('connection', 'close') })
  web.get('/healthz', async () => ({ ok: true }))
  web.get('/readyz', async (_request, reply) => {
    if (ending()) return reply.status(503).send({ ready: false, ending: true })
    try {
      const { rows } = await app.db.pool.query<{ name: string; wert: unknown }>("select name, wert from platform.einstellung where name in ('demo', 'demo.bereit')")
      const demo = rows.find(({ name }) => name === 'demo')
      // A demo is ready with its first town; what is loaded after that comes in the background.
      const loaded = app.config.mode !== 'demo' || demo?.wert === 'geladen' || rows.some(({ name, wert }) => name === 'demo.bereit' && wert === true)
      const ready = loaded && app.mandanten.all().length > 0
      return await reply.status(ready ? 200 : 503).send({ ready, ...(demo ? { demo: demo.wert } : {}) })
    } catch {
      return reply.status(503).send({ ready: false })
    }
  })
  addMetrics(web, app, cache, turns)
}

/** A process that only works through jobs serves no pages, but whoever supervises it wants to ask how it is. */
export function createHealth(app: App, ending: Ending): FastifyInstance {
  const web = Fastify({ logger: false, requestTimeout: 10_000, bodyLimit: 1_000 })
  technicalRoutes(web, app, ending)
  return web
}
