import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '../app.js'
import { ZONE } from '../clock/clock.js'
import type { Mandant } from '../tenancy/mandanten.js'
import { hostOf } from './host.js'
import { openPageStore, type Encoding, type PageStore, type StoredPage } from './page-store.js'
import type { Reply, RequestContext, Route } from './route.js'

const LIMITS = { pages: 2_000, bytes: 32 * 1024 * 1024 }
const LARGEST_PAGE = 512 * 1024
const LONGEST_URL = 500

/** No page is shown longer than this, whatever news was missed: a network that swallows notifications costs a minute. */
const LONGEST_MS = 60_000

/** Where the answer to a request belongs, noted before its data are read: a change in between makes it worthless by itself. */
export interface Place {
  readonly key: string
  readonly mandant: Mandant
  readonly sprache: 'de' | 'en'
  readonly state: number
  until: number
  /** The handler looked at something that belongs to this visitor alone. */
  personal: boolean
}

export interface PageCache {
  /** Where the answer may be kept; undefined where it may not: a session, a message of the page before, another kind of route. */
  place(route: Route, request: FastifyRequest): Place | undefined
  /** The request as the handler is to see it; looking at what belongs to one visitor is noted. */
  watched(c: RequestContext, place: Place): RequestContext
  /** Lets the answer be kept when it goes out, if it is the same for every visitor. */
  offer(place: Place, c: RequestContext, request: FastifyRequest, reply: FastifyReply, answer: Reply): void
  /** To be called after every other plugin: what is kept has the headers that all of them have set. */
  keepAnswers(): void
  counts(): { readonly hits: number; readonly misses: number; readonly pages: number; readonly bytes: number }
}

/** Said when the program starts and not when it leaks. */
export function checkCacheable(route: Route): void {
  if (route.zwischenspeichern && (route.access.art !== 'oeffentlich' || route.method !== 'GET' || route.art !== 'page')) {
    throw new Error(`${route.method} ${route.path}: only a public page may be kept in memory (zwischenspeichern)`)
  }
}

/**
 * Answers pages for visitors without a session from memory, before cookies, body, database and rendering. To be called before
 * every other plugin, so that its hook is the first. Right with any number of processes: a page counts only while its town has
 * had no event since its data were read (events/changes.ts), profile and legal date are the same, and at most for a minute.
 */
export async function addPageCache(web: FastifyInstance, app: App): Promise<PageCache> {
  const pages = openPageStore(LIMITS)
  const offers = new WeakMap<FastifyRequest, Place>()
  let [hits, misses] = [0, 0]
  await app.changes.watch()
  web.addHook('onRequest', (request, reply, done) => {
    const key = request.method === 'GET' ? keyOf(request) : undefined
    const page = key ? pages.get(key) : undefined
    if (!key || !page) { done(); return }
    if (!holds(app, page, request)) { pages.delete(key); done(); return }
    hits++
    send(pages, key, page, request, reply)
  })
  return {
    place(route, request) {
      const key = route.zwischenspeichern && request.method === 'GET' ? keyOf(request) : undefined
      const sprache = visitorLanguage(request.headers.cookie)
      const mandant = app.mandanten.byHost(hostOf(request))
      const state = mandant && app.changes.stateOf(mandant.id)
      if (!key || !sprache || !mandant || state === undefined) return undefined
      misses++
      return { key, mandant, sprache, state, until: Date.now() + Math.min(LONGEST_MS, msToMidnight(app.clock.now())), personal: false }
    },
    watched,
    offer(place, c, request, reply, answer) {
      if (answer.html === undefined || (answer.status ?? 200) !== 200 || place.personal || c.actor.art !== 'gast' || c.sprache !== place.sprache) return
      if (answer.gueltigBis) place.until = Math.min(place.until, Date.now() + answer.gueltigBis.epochMilliseconds - app.clock.now().epochMilliseconds)
      // The browser may keep it but asks each time: after signing in the same address shows something else.
      reply.header('cache-control', 'private, no-cache').header('vary', 'cookie, accept-encoding').header('etag', etagOf(answer.html))
      offers.set(request, place)
    },
    keepAnswers() {
      web.addHook('onSend', (request, reply, payload, done) => {
        const place = offers.get(request)
        if (place && typeof payload === 'string' && reply.statusCode === 200 && !reply.hasHeader('set-cookie')) keep(pages, place, reply, payload)
        done(null, payload)
      })
    },
    counts: () => ({ hits, misses, pages: pages.size, bytes: pages.bytes }),
  }
}

/** What a page for everybody never looks at; a message or a session only when there is one. */
const OF_ONE_VISITOR: ReadonlySet<string | symbol> = new Set(['formFields', 'formToken', 'header', 'kennungIp', 'execute', 'multipart', 'sitzung', 'hinweis'])

const watched = (c: RequestContext, place: Place): RequestContext => new Proxy(c, {
  get(target, name) {
    const value = Reflect.get(target, name) as unknown
    if (value !== undefined && OF_ONE_VISITOR.has(name)) place.personal = true
    return value
  },
})

/** The same town as when it was read (a changed profile is another object), no event since, and not too old. */
const holds = (app: App, page: StoredPage, request: FastifyRequest) =>
  page.state === app.changes.stateOf(page.mandant.id) && page.until > Date.now() && page.mandant === app.mandanten.byHost(hostOf(request))

/** Host, language and address are all that a page for everybody depends on; undefined where the visitor is not everybody. */
function keyOf(request: FastifyRequest): string | undefined {
  const sprache = visitorLanguage(request.headers.cookie)
  return sprache && request.url.length <= LONGEST_URL ? `${hostOf(request)}\n${sprache}\n${request.url}` : undefined
}

/** The language of a visitor without a session and without a waiting message; undefined for all others and for what looks odd. */
function visitorLanguage(cookies: string | undefined): 'de' | 'en' | undefined {
  if (!cookies) return 'de'
  if (/sk_(sitzung|hinweis)/.test(cookies)) return undefined
  if (!cookies.includes('sk_sprache')) return 'de'
  const chosen = /^(?:[^;]*;\s*)*?(?:__Host-)?sk_sprache=(de|en)\s*(?:;|$)/.exec(cookies)?.[1]
  return chosen === 'de' || chosen === 'en' ? chosen : undefined
}

function send(pages: PageStore, key: string, page: StoredPage, request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack()
  const { raw } = reply
  if (request.headers['if-none-match']?.includes(page.etag)) {
    raw.writeHead(304, page.unchanged).end()
    return
  }
  const { headers, body } = pages.form(key, page, encodingOf(request.headers['accept-encoding']))
  raw.writeHead(200, headers).end(body)
}

/** Headers are complete only when the answer goes out, so they are kept then: security headers are the same from memory. */
function keep(pages: PageStore, place: Place, reply: FastifyReply, html: string): void {
  const body = Buffer.from(html)
  if (body.length > LARGEST_PAGE) return
  const headers = { ...reply.getHeaders() } as OutgoingHttpHeaders
  delete headers['content-length']
  const { 'content-type': _type, ...unchanged } = headers
  pages.set(place.key, {
    mandant: place.mandant, state: place.state, until: place.until, etag: String(headers['etag']), unchanged,
    forms: new Map([['identity', { headers: { ...headers, 'content-length': body.length }, body }]]),
  })
}

/** Weak: the same for all encodings of the page. */
const etagOf = (html: string) => `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 27)}"`

function encodingOf(accepted: string | undefined): Encoding {
  if (!accepted) return 'identity'
  const takes = (name: string) => new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[\\d.]+)?\\s*(?:,|$)`, 'i').test(accepted)
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity'
}

/** Milliseconds until the legal date changes: what a page says of today must not be said tomorrow. */
function msToMidnight(now: Temporal.Instant): number {
  const midnight = now.toZonedDateTimeISO(ZONE).toPlainDate().add({ days: 1 }).toZonedDateTime(ZONE)
  return midnight.epochMilliseconds - now.epochMilliseconds
}
