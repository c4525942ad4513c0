import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../app.js'
import type { Replica } from '../database/replica.js'
import type { PageCache } from './page-cache.js'
import type { Turns } from './turns.js'

const WORDS = { hits: 'treffer', misses: 'neu', pages: 'seiten', bytes: 'bytes' } as const

/**
 * `/metrics` for Prometheus: durations by route pattern (never by address: ids have no business in labels), queue, process.
 * Answers on this machine only unless a proxy says otherwise; what it tells is counts, never content.
 */
export function addMetrics(web: FastifyInstance, app: App, cache?: PageCache, turns?: Turns): void {
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
  registry.registerMetric(new Gauge({
    name: 'stadtkern_speicher_bytes', help: 'What a town has stored, and what it may store where there is a limit', labelNames: ['mandant', 'was'], registers: [],
    collect() {
      this.reset()
      for (const { id, schluessel, speichergrenze } of app.mandanten.all()) {
        this.set({ mandant: schluessel, was: 'belegt' }, app.storage.used(id))
        if (speichergrenze !== null) this.set({ mandant: schluessel, was: 'grenze' }, speichergrenze)
      }
    },
  }))
  registry.registerMetric(new Gauge({
    name: 'stadtkern_seitenspeicher', help: 'Pages answered from memory and not, and what is kept there', labelNames: ['was'], registers: [],
    collect() {
      for (const [was, count] of Object.entries(cache?.counts() ?? {})) this.set({ was: WORDS[was as keyof typeof WORDS] }, count)
    },
  }))
  registry.registerMetric(new Gauge({
    name: 'stadtkern_anfragen', help: 'Requests worked on, waiting for their turn, and refused because too many waited', labelNames: ['stand'], registers: [],
    collect() {
      const counts = turns?.counts()
      this.set({ stand: 'laufend' }, counts?.active ?? 0)
      this.set({ stand: 'wartend' }, counts?.waiting ?? 0)
      this.set({ stand: 'abgewiesen' }, counts?.refused ?? 0)
    },
  }))
  if (app.replica) addReplica(registry, app.replica)
  // Looking up the labels of a route costs more than counting; it is done once for each.
  const known = new Map<string, { observe(seconds: number): void }>()
  web.addHook('onResponse', (request, reply, done) => {
    const [route, status] = [request.routeOptions.url ?? 'unbekannt', `${Math.floor(reply.statusCode / 100)}xx`]
    const key = `${request.method} ${status} ${route}`
    let durationsOfRoute = known.get(key)
    if (!durationsOfRoute) { durationsOfRoute = durations.labels({ route, methode: request.method, status }); known.set(key, durationsOfRoute) }
    durationsOfRoute.observe(reply.elapsedTime / 1_000)
    done()
  })
  web.get('/metrics', async (_request, reply) => reply.header('content-type', registry.contentType).send(await registry.metrics()))
}

function addReplica(registry: Registry, replica: Replica): void {
  registry.registerMetric(new Gauge({
    name: 'stadtkern_altersfragen', help: 'Questions that bear some age: answered by the replica, or why by the primary',
    labelNames: ['antwort'], registers: [],
    collect() { for (const [antwort, count] of Object.entries(replica.counts())) this.set({ antwort }, count) },
  }))
  registry.registerMetric(new Gauge({
    name: 'stadtkern_replik_alter_sekunden', help: 'How old the answers of the replica may be; absent while none follows',
    labelNames: ['server'], registers: [],
    collect() {
      const follower = replica.follower()
      this.reset()
      if (follower) this.set({ server: follower.name }, follower.ageSeconds)
    },
  }))
}
