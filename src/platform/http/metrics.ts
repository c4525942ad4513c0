import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../app.js'

/**
 * `/metrics` for Prometheus: durations by route pattern (never by address: ids have no business in labels), queue, process.
 * Answers on this machine only unless a proxy says otherwise; what it tells is counts, never content.
 */
export function addMetrics(web: FastifyInstance, app: App): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'stadtkern_' })
  const durations = new Histogram({
    name: 'stadtkern_http_seconds', help: 'Duration of requests by route, method and status class', labelNames: ['route', 'methode', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers: [registry],
  })
  registry.registerMetric(new Gauge({
    name: 'stadtkern_auftraege', help: 'Jobs by state', labelNames: ['zustand'], registers: [],
    async collect() {
      const counts = await app.queue.counts()
      this.set({ zustand: 'wartend' }, counts.waiting)
      this.set({ zustand: 'laufend' }, counts.running)
      this.set({ zustand: 'gescheitert' }, counts.failed)
    },
  }))
  web.addHook('onResponse', async (request, reply) => {
    durations.observe({ route: request.routeOptions.url ?? 'unbekannt', methode: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1_000)
  })
  web.get('/metrics', async (_request, reply) => reply.header('content-type', registry.contentType).send(await registry.metrics()))
}
