import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { parse as parseQuery } from 'node:querystring'
import type { App } from '../app.js'
import { isStorageAway } from '../blobs/index.js'
import { isDatabaseAway } from '../database/connection-problem.js'
import { isStalePlan } from '../database/prepared.js'
import { limit } from '../auth/limit.js'
import { ExpectedError, Invalid, NotFound } from '../errors.js'
import { hostOf } from './host.js'
import type { Assets } from './assets.js'
import { answerClientError } from './client-error.js'
import { technicalRoutes, type Ending } from './health.js'
import { addPageCache, checkCacheable, type PageCache } from './page-cache.js'
import { isTooDeep } from './json.js'
import { languageOf, openRequest, type RequestState } from './request.js'
import { sendReply } from './reply.js'
import type { Reply, RequestContext, Route } from './route.js'
import { openTurns, turnLimits, type Turn, type Turns } from './turns.js'

/** How a page for a refusal or a bug looks; given by the composition root, because the ground floor knows no layout. */
export type ErrorPage = (c: RequestContext | undefined, error: { status: number; code: string; text: string; felder?: Invalid['felder']; vorfall?: string }) => string

export interface WebOptions {
  readonly assets: Assets; readonly errorPage: ErrorPage; readonly trustedProxies: readonly string[]; readonly secureCookies: boolean
  readonly ending?: Ending
  /** Where somebody else in this process wants to know how busy it is. */
  readonly turns?: Turns
}

const BODY_LIMIT = 1_000_000
/** JSON bodies of the API carry files in base64; a service account may send more than a browser form. */
const API_BODY_LIMIT = 80_000_000

/** Builds the web server over all routes of all modules. It does not listen yet. */
export async function createWeb(app: App, options: WebOptions): Promise<FastifyInstance> {
  const web = Fastify({
    logger: false, trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false, bodyLimit: BODY_LIMIT, requestTimeout: 120_000,
    // A process that ends still answers what comes over an open connection, and closes that one after it: nobody meets an error.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    genReqId: () => randomUUID().replaceAll('-', '').slice(0, 12),
    clientErrorHandler: answerClientError,
    // An address that cannot be decoded never reaches a route; it still gets our page and not the framework's.
    frameworkErrors: (error, request, reply) => { void answerThrown(app, options, request as FastifyRequest, reply as FastifyReply, undefined, error) },
  })
  const cache = await addPageCache(web, app)
  const turns = options.turns ?? openTurns(turnLimits(app))
  await web.register(cookie)
  await web.register(formbody, { parser: (text) => parseQuery(text, '&', '=', { maxKeys: 500 }) as Record<string, unknown> })
  await web.register(multipart, { limits: { fields: 500, fieldSize: 200_000, parts: 600 } })
  const json = web.getDefaultJsonParser('error', 'error')
  web.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    void json(request, body, (error, value?: unknown) => done(error ?? (isTooDeep(value) ? Object.assign(new Error('JSON is nested too deep'), { statusCode: 400 }) : null), value))
  })
  web.addContentTypeParser(['application/xml', 'text/xml', 'application/pdf', 'application/octet-stream'], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  const security = await securityHeaders(options)
  web.addHook('onRequest', (_request, reply, done) => { reply.headers(security); done() })
  await web.register(serveStatic, { root: options.assets.folder, prefix: '/assets/', immutable: true, maxAge: '365d', index: false })
  web.addHook('onSend', (request, reply, payload, done) => {
    // A page may show personal data: neither a shared cache nor the back button after signing out may keep it.
    if (!request.url.startsWith('/assets/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    done(null, payload)
  })
  cache.keepAnswers()
  technicalRoutes(web, app, options.ending ?? (() => false), cache, turns)
  for (const route of app.module.flatMap((modul) => modul.routes ?? [])) addRoute(web, app, options, { cache, turns }, route)
  web.setNotFoundHandler((request, reply) => answerUnknown(app, options, turns, request, reply))
  web.setErrorHandler((error, request, reply) => answerThrown(app, options, request, reply, undefined, error))
  return web
}

/** What helmet sets, asked once: left to itself it puts all of its headers together anew for each request. */
async function securityHeaders(options: WebOptions): Promise<Record<string, string>> {
  const probe = Fastify()
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'self'"], 'img-src': ["'self'", 'data:'], 'object-src': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'self'"], 'frame-ancestors': ["'none'"] },
    },
    strictTransportSecurity: options.secureCookies ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' }, crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' }, xFrameOptions: { action: 'deny' },
  })
  probe.get('/', async (_request, reply) => reply.status(204).send())
  const { headers } = await probe.inject('/')
  await probe.close()
  const ofFastify = new Set(['date', 'connection', 'content-length', 'content-type', 'keep-alive'])
  return { ...Object.fromEntries(Object.entries(headers).filter(([name]) => !ofFastify.has(name)).map(([name, value]) => [name, String(value)])), 'permissions-policy': 'camera=(), microphone=(), geolocation=()' }
}

function addRoute(web: FastifyInstance, app: App, options: WebOptions, { cache, turns }: { cache: PageCache; turns: Turns }, route: Route): void {
  checkCacheable(route)
  web.route({
    method: route.method === 'GET' ? ['GET', 'HEAD'] : route.method, url: route.path, bodyLimit: route.bodyLimit ?? (route.art === 'api' ? API_BODY_LIMIT : BODY_LIMIT),
    ...(route.grenze ? { onRequest: bounded(app, route.grenze) } : {}),
    async handler(request, reply) {
      let state: RequestState | undefined
      let turn: Turn | undefined
      try {
        turn = await turns.take(townOf(app, request), reply.raw)
        const place = cache.place(route, request)
        state = await openRequest(app, options, route, request, reply, turn)
        if (state.again) return await reply.header('content-type', 'text/html; charset=utf-8').send(state.again)
        const { c, page } = state
        const answer: Reply = state.admit() ?? await route.handle(place ? cache.watched(c, place) : page?.watched(c) ?? c)
        page?.keep(answer)
        if (place) cache.offer(place, c, request, reply, answer)
        return await sendReply(app, options, reply, answer)
      } catch (error) {
        return answerThrown(app, options, request, reply, state?.c, error)
      } finally {
        turn?.end()
      }
    },
  })
}

const townOf = (app: App, request: FastifyRequest): string => app.mandanten.byHost(hostOf(request))?.id ?? ''

/** Counts before the body is read: whoever asks too often must not fill memory either. */
function bounded(app: App, { schluessel, max, seconds }: NonNullable<Route['grenze']>) {
  return async (request: FastifyRequest): Promise<void> => {
    await limit(app.db, `${schluessel}:${app.mandanten.byHost(request.host)?.id ?? ''}:${request.ip}`, { max, seconds })
  }
}

function answerThrown(app: App, options: WebOptions, request: FastifyRequest, reply: FastifyReply, c: RequestContext | undefined, error: unknown) {
  if (error instanceof ExpectedError) {
    if ('retryAfterSeconds' in error) reply.header('retry-after', String(error.retryAfterSeconds))
    return answerError(app, options, request, reply, c, { status: error.status, code: error.code, text: error.message, ...(error instanceof Invalid ? { felder: error.felder } : {}) })
  }
  const known = error as { statusCode?: number; code?: string; message?: string }
  if (known.statusCode === 413 || known.code === 'FST_REQ_FILE_TOO_LARGE') return answerError(app, options, request, reply, c, { status: 413, code: 'zuGross', text: 'Das ist zu groß. Bitte senden Sie weniger auf einmal.' })
  if (brokenMultipart(known.message)) return answerError(app, options, request, reply, c, { status: 400, code: 'anfrageUnlesbar', text: 'Die Übertragung war unvollständig. Bitte senden Sie es noch einmal.' })
  if (notText(known.code)) return answerError(app, options, request, reply, c, { status: 400, code: 'anfrageUnlesbar', text: 'Diese Anfrage enthält Zeichen, die kein Text sind.' })
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500) {
    return answerError(app, options, request, reply, c, { status: known.statusCode, code: 'anfrageUnlesbar', text: 'Diese Anfrage konnten wir nicht lesen.' })
  }
  const vorfall = `${request.id}`
  if (isDatabaseAway(error) || isStorageAway(error) || isStalePlan(error)) {
    reply.header('retry-after', '10')
    app.log.error('datenbank', { vorfall, code: known.code ?? null, fehler: known.message ?? null })
    return answerError(app, options, request, reply, c, {
      status: 503, code: 'nichtErreichbar', vorfall,
      text: 'Das Rathaus kann gerade nichts speichern. Bitte versuchen Sie es gleich noch einmal. '
        + 'Was angenommen oder als Entwurf gespeichert ist, bleibt erhalten.',
    })
  }
  app.log.error('fehler', { vorfall, pfad: request.routeOptions.url ?? null, methode: request.method, fehler: error instanceof Error ? error.message : String(error), stapel: error instanceof Error ? error.stack ?? null : null })
  return answerError(app, options, request, reply, c, { status: 500, code: 'fehler', text: 'Da ist uns ein Fehler unterlaufen. Ihre Eingabe wurde nicht übernommen.', vorfall })
}

/** What the multipart parser says of a body that is none or that broke off; it has no codes. */
const brokenMultipart = (message: string | undefined) =>
  /^(Multipart: Boundary not found|Unexpected end of (multipart data|form|file)|Malformed (part header|content type)|Part terminated early)/.test(message ?? '')

/** A zero byte in address, form or JSON: no text of PostgreSQL can hold it, so nothing was changed and nobody is to be woken. */
const notText = (code: string | undefined) => code === '22021' || code === '22P05'

function answerError(app: App, options: WebOptions, request: FastifyRequest, reply: FastifyReply, c: RequestContext | undefined, error: { status: number; code: string; text: string; felder?: Invalid['felder']; vorfall?: string }) {
  reply.status(error.status)
  if (request.url.startsWith('/api/') || request.headers.accept?.startsWith('application/')) {
    return reply.header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify({
      type: `urn:stadtkern:problem:${error.code}`, title: error.text, status: error.status,
      ...(error.felder ? { felder: error.felder.map(({ feld, text }) => ({ feld, text })) } : {}), ...(error.vorfall ? { instance: `urn:stadtkern:vorfall:${error.vorfall}` } : {}),
    }))
  }
  return reply.header('content-type', 'text/html; charset=utf-8').send(options.errorPage(c ?? errorContext(app, options, request), error))
}

/** An address that no route has. Pages know who asks and in which language; nothing is read of what was posted. */
const NOWHERE: Route = { method: 'GET', path: '*', access: { art: 'oeffentlich' }, art: 'page', handle: async () => { throw new NotFound() } }

async function answerUnknown(app: App, options: WebOptions, turns: Turns, request: FastifyRequest, reply: FastifyReply) {
  const turn = await turns.take(townOf(app, request), reply.raw)
  const state = request.method === 'GET' && !request.url.startsWith('/api/') ? await openRequest(app, options, NOWHERE, request, reply, turn).catch(() => undefined) : undefined
  turn.end()
  return answerError(app, options, request, reply, state?.c, { status: 404, code: 'nichtGefunden', text: 'Diese Seite gibt es hier nicht.' })
}

/** A page for an error that came before there was a request context still shows the town, if the host names one. */
function errorContext(app: App, options: WebOptions, request: FastifyRequest): RequestContext | undefined {
  const mandant = app.mandanten.byHost(hostOf(request))
  return mandant ? ({ app, mandant, sprache: languageOf(options, request) } as unknown as RequestContext) : undefined
}
