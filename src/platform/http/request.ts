import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { App } from '../app.js'
import { findSession, hashOf, openSession, type Sitzung } from '../auth/session.js'
import { purposeKey, sign, unsign } from '../auth/tokens.js'
import { Forbidden, Invalid, NotFound } from '../errors.js'
import { gastActor, holds, type Actor } from '../usecases/actor.js'
import type { Answers, Query, Question } from '../usecases/usecase.js'
import type { ReadResult, ReadStatement } from '../database/database.js'
import type { Navigation } from '../modul.js'
import type { Mandant } from '../tenancy/mandanten.js'
import { askAhead, remember, type Answered } from './ahead.js'
import { hostOf } from './host.js'
import { keptInput } from './kept-input.js'
import type { WebOptions } from './server.js'
import { sessionPage, type SessionPage } from './session-page.js'
import type { Turn } from './turns.js'
import { redirect, type Access, type Reply, type RequestContext, type Route, type UploadPart, type Werte } from './route.js'

/** `again`: bytes that can go out as they are, so no context was built. */
export type RequestState =
  | {
    readonly c: RequestContext; readonly page?: SessionPage; readonly again?: undefined
    /** The doorstep, as a step of its own, so that a refusal is shown to somebody who is known. @throws Forbidden; gives the way to sign in */
    admit(): Reply | undefined
  }
  | { readonly again: Buffer; readonly c?: undefined }

/** As the address says, else as chosen before; known also where there is no session to be read. */
export function languageOf(options: WebOptions, request: FastifyRequest): 'de' | 'en' {
  // An address that cannot be decoded comes before the cookies were read.
  const cookies = request.cookies as FastifyRequest['cookies'] | undefined
  const wished = /[?&]sprache=([^&]*)/.exec(request.url)?.[1] ?? cookies?.[cookieName(options, 'sprache')]
  return wished === 'en' ? 'en' : 'de'
}

/** Cookie names; `__Host-` binds them to this host and to TLS wherever TLS is there. */
export const cookieName = (options: WebOptions, name: 'sitzung' | 'besuch' | 'hinweis' | 'sprache') => `${options.secureCookies ? '__Host-' : ''}sk_${name}`

/** Everything that a handler gets to know of a request: town, session, actor, posted values. */
export async function openRequest(app: App, options: WebOptions, route: Route, request: FastifyRequest, reply: FastifyReply, turn: Turn): Promise<RequestState> {
  const mandant = app.mandanten.byHost(hostOf(request))
  // Neither `OPTIONS *` nor a whole address as a path is for us.
  if (!request.url.startsWith('/')) throw new NotFound()
  if (!mandant) throw new NotFound('keineStadt', 'Unter dieser Adresse gibt es kein Rathaus.')
  const identity = await identify(app, options, mandant.id, route, request, reply)
  const page = route.vorab && request.method === 'GET' && !refusal(route.access, identity.actor, request) ? pageOf(app, options, mandant, identity, request) : undefined
  if (page?.again) return { again: page.again }
  const c = buildContext(app, options, route, request, reply, mandant, identity, turn)
  return {
    c, ...(page ? { page } : {}),
    admit() {
      const refused = refusal(route.access, identity.actor, request)
      if (refused?.redirect !== undefined && keptInput(c)) throw new Forbidden('abgemeldet', 'Sie sind nicht mehr angemeldet. Ihre Eingaben wurden noch nicht übernommen.')
      if (refused) return refused
      if (request.method !== 'GET' && request.method !== 'HEAD' && route.art !== 'api') {
        checkOrigin(request)
        // A multipart body is checked when its handler reads it, before the first file; a plain one right here.
        if (!route.multipart || !request.isMultipart()) checkCsrf(c, identity, c.werte)
      }
      return undefined
    },
  }
}

/** A page with a message of the page before is drawn for once; neither is it kept. */
function pageOf(app: App, options: WebOptions, mandant: Mandant, { sitzung, results }: Identity, request: FastifyRequest): SessionPage | undefined {
  if (!sitzung || request.cookies[cookieName(options, 'hinweis')]) return undefined
  const sprache = request.cookies[cookieName(options, 'sprache')] ?? ''
  return sessionPage(app, { mandant, today: app.clock.today().toString(), sprache, url: request.url, tokenHash: sitzung.tokenHash, results })
}

interface Identity {
  readonly actor: Actor; readonly sitzung?: Sitzung; readonly besuch: string; readonly csrfKey: Buffer
  /** The browser does not have the cookie of this visit: a page needs none unless it shows a form. */
  readonly unknownVisit?: true
  /** Numbers beside entries of the navigation, by path. */
  readonly zahlen?: ReadonlyMap<string, number>
  /** What the page asks, read together with the session. */
  readonly vorab?: Answered
  /** Everything that was read with it, as it came; undefined when the questions of the page were not among it. */
  readonly results?: readonly ReadResult[]
}

/** Who is it: a bearer token on API routes, otherwise the session cookie, otherwise nobody. */
async function identify(app: App, options: WebOptions, mandantId: string, route: Route, request: FastifyRequest, reply: FastifyReply): Promise<Identity> {
  const csrfKey = purposeKey(app.masterKey, 'csrf')
  const bearer = /^Bearer ([\w.~+/-]{10,300}=*)$/.exec(request.headers.authorization ?? '')?.[1]
  if (bearer && route.art === 'api') {
    const load = app.module.find((modul) => modul.actorOfToken)?.actorOfToken
    const actor = load ? await app.db.withMandant(mandantId, (tx) => load(tx, bearer)) : undefined
    return { actor: actor ?? gastActor(mandantId, ''), besuch: '', csrfKey }
  }
  const token = request.cookies[cookieName(options, 'sitzung')]
  if (token && token.length < 100) {
    const ahead = route.method === 'GET' ? askAhead(app, route, mandantId, hashOf(token), request.url) : undefined
    const session = await loadSession(app, mandantId, token, { zahlen: route.art !== 'api' && route.access.art !== 'personal', ahead: ahead?.statements ?? [] })
    if (session) {
      const { results, ...identity } = session
      const vorab = ahead?.confirmed(identity.actor, results.slice(1, 1 + ahead.statements.length))
      if (route.vorab) remember(app, identity.sitzung.tokenHash, identity.actor)
      return { ...identity, ...(vorab ? { vorab, results } : {}), besuch: identity.sitzung.tokenHash.toString('hex'), csrfKey }
    }
  }
  let besuch = request.cookies[cookieName(options, 'besuch')] ?? ''
  if (route.access.art === 'gast' && route.art !== 'api') {
    // A guest who fills in something needs a session of their own: drafts belong to it.
    const now = Temporal.Now.instant()
    const fresh = await app.db.withMandant(mandantId, (tx) => openSession(tx, now, { art: 'gast', kontoId: null }))
    setCookie(options, reply, 'sitzung', fresh, 60 * 60 * 24 * 30)
    const opened = await loadSession(app, mandantId, fresh)
    if (opened) return { actor: opened.actor, sitzung: opened.sitzung, besuch: opened.sitzung.tokenHash.toString('hex'), csrfKey }
  }
  if (!/^[\w-]{20,60}$/.test(besuch)) {
    besuch = randomBytes(24).toString('base64url')
    if (route.art === 'form' || route.access.art !== 'oeffentlich') setCookie(options, reply, 'besuch', besuch)
    else return { actor: { ...gastActor(mandantId, ''), ipKlasse: ipClass(request.ip) }, besuch, csrfKey, unknownVisit: true }
  }
  return { actor: { ...gastActor(mandantId, ''), ipKlasse: ipClass(request.ip) }, besuch, csrfKey }
}

/**
 * Who is behind the token of a session, for citizens with the numbers of their menu; undefined when it is over or its account gone.
 * `results` are those of the session, of the statements given as `ahead`, of the account and of the numbers.
 */
export async function loadSession(app: App, mandantId: string, token: string, { zahlen: mitZahlen = false, ahead = [] }: { readonly zahlen?: boolean; readonly ahead?: readonly ReadStatement[] } = {}): Promise<Pick<Identity, 'actor' | 'zahlen'> & { sitzung: Sitzung; results: readonly ReadResult[] } | undefined> {
  const { actorOf, kontoDerSitzung } = app.module.find((modul) => modul.actorOf) ?? {}
  const gezaehlt = mitZahlen ? menuesOf(app).portal.flatMap(({ pfad, zahl }) => (zahl ? [{ pfad, zahl }] : [])) : []
  const found = await findSession(app.db, mandantId, hashOf(token), app.config.session, [...ahead, ...(kontoDerSitzung ? [kontoDerSitzung] : []), ...gezaehlt.map(({ zahl }) => zahl)])
  if (!found) return undefined
  const { sitzung, results } = found
  const rest = results.slice(1 + ahead.length).map((result) => result.rows())
  const [konten = [], ...zahlen] = kontoDerSitzung ? rest : [[], ...rest]
  if (sitzung.art === 'gast') return { sitzung, results, actor: gastActor(mandantId, sitzung.tokenHash.toString('hex')) }
  const actor = await actorOf?.({ sitzung, konto: konten[0], today: app.clock.today(), lesen: (fn) => app.db.reading(mandantId, fn) })
  if (!actor) return undefined
  return { sitzung, results, actor, ...(actor.art === 'buerger' ? { zahlen: new Map(gezaehlt.map(({ pfad }, index) => [pfad, Number((zahlen[index] as readonly { anzahl: bigint }[] | undefined)?.[0]?.anzahl ?? 0)])) } : {}) }
}

export function setCookie(options: WebOptions, reply: FastifyReply, name: Parameters<typeof cookieName>[1], value: string, maxAge?: number): void {
  reply.setCookie(cookieName(options, name), value, { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secureCookies, ...(maxAge !== undefined ? { maxAge } : {}) })
}

/** 'lokal', 'intern' or 'extern': as much of an address as the audit needs. */
export function ipClass(ip: string | undefined): string {
  // A visitor who has hung up has no address any more.
  if (!ip) return 'extern'
  if (/^(::1$|127\.|::ffff:127\.)/.test(ip)) return 'lokal'
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd])/i.test(ip.replace('::ffff:', '')) ? 'intern' : 'extern'
}

/** Nobody → to the sign-in page (or 401 for machines); somebody without the right → 403. */
function refusal(access: Access, actor: Actor, request: FastifyRequest): Reply | undefined {
  const ziel = encodeURIComponent(request.method === 'GET' ? request.url : '/')
  switch (access.art) {
    case 'oeffentlich': case 'gast': return undefined
    case 'buerger': return actor.art === 'buerger' ? undefined : redirect(`/anmelden?ziel=${ziel}`)
    case 'personal':
      if (actor.art !== 'personal') return redirect(`/arbeitsplatz/anmelden?ziel=${ziel}`)
      break
    case 'dienst':
      if (actor.art !== 'dienst' && actor.art !== 'personal') {
        return { status: 401, json: { type: 'urn:stadtkern:problem:nichtAngemeldet', title: 'Ein gültiger Zugangsschlüssel fehlt.', status: 401 }, headers: { 'www-authenticate': 'Bearer', 'content-type': 'application/problem+json; charset=utf-8' } }
      }
      break
  }
  if ('recht' in access && access.recht && !holds(actor, access.recht)) throw new Forbidden()
  return undefined
}

/** Browsers say where a post comes from; another site's is refused before anything is read. */
function checkOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw new Forbidden('fremdeHerkunft', 'Diese Anfrage kam von einer anderen Seite.')
  const origin = request.headers.origin
  if (origin && origin !== 'null' && URL.parse(origin)?.host !== hostOf(request)) throw new Forbidden('fremdeHerkunft', 'Diese Anfrage kam von einer anderen Seite.')
}

function checkCsrf(c: RequestContext, identity: Identity, werte: Werte): void {
  const token = werte['_csrf']
  if (typeof token !== 'string' || unsign(identity.csrfKey, token) !== `${c.mandant.id}:${identity.besuch}`) {
    throw new Forbidden('formularAbgelaufen', 'Dieses Formular ist abgelaufen. Bitte gehen Sie zurück, laden Sie die Seite neu und senden Sie es noch einmal.')
  }
}

function buildContext(app: App, options: WebOptions, route: Route, request: FastifyRequest, reply: FastifyReply, mandant: RequestContext['mandant'], identity: Identity, turn: Turn): RequestContext {
  // Put together, not resolved: a path like //x would otherwise pass for another host.
  const url = new URL(`http://${hostOf(request)}${request.url}`)
  const body = request.body && typeof request.body === 'object' ? request.body as Record<string, unknown> : {}
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  const state: { werte: Werte } = { werte: isForm ? { ...body } as Werte : {} }
  const flash = request.cookies[cookieName(options, 'hinweis')]
  const hinweis = flash ? unsign(identity.csrfKey, flash) : undefined
  if (flash && request.method === 'GET') reply.clearCookie(cookieName(options, 'hinweis'), { path: '/' })
  const actor = { ...identity.actor, ipKlasse: ipClass(request.ip) }
  // Rooms that show parts of one page ask for the same person's data: looked at once, and one record of it.
  const gesehen = new Map<string, Promise<unknown>>()
  const c: RequestContext = {
    app, mandant, actor, ...(identity.sitzung ? { sitzung: identity.sitzung } : {}),
    method: request.method, path: url.pathname, url, params: (request.params ?? {}) as Record<string, string>, suche: url.searchParams,
    sprache: languageOf(options, request), now: app.clock.now(), today: app.clock.today(),
    ...(hinweis ? { hinweis } : {}), kennungIp: request.ip,
    formFields: () => {
      if (identity.unknownVisit) setCookie(options, reply, 'besuch', identity.besuch)
      return { _csrf: sign(identity.csrfKey, `${mandant.id}:${identity.besuch}`), _token: randomUUID() }
    },
    get formToken() { const token = state.werte['_token']; return typeof token === 'string' && /^[\w-]{10,60}$/.test(token) ? token : undefined },
    get werte() { return state.werte },
    json: isForm || Buffer.isBuffer(request.body) ? undefined : request.body,
    bytes: Buffer.isBuffer(request.body) ? request.body : undefined,
    header(name) { const value = request.headers[name]; return typeof value === 'string' ? value : value?.[0] },
    async multipart(onFile, limits) {
      // A form that a browser sent without files, checked at the door.
      if (isForm) return state.werte
      // Whoever gives up in the middle must not leave the sender stuck: what still comes is dropped until the connection ends.
      // An open API route acts for nobody, so there is no session that another site could abuse.
      const check = route.art === 'api' && route.access.art === 'oeffentlich' ? () => undefined : (fields: Werte) => checkCsrf(c, identity, fields)
      state.werte = await turn.outside(() => readMultipart(request, onFile, limits, check)).catch((error: unknown) => { request.raw.unpipe(); request.raw.resume(); throw error })
      return state.werte
    },
    outside: (work) => turn.outside(work),
    execute: (command, input, once) => { identity.vorab?.forget(); gesehen.clear(); return app.execute(actor, command, input, once) },
    ask: <I extends TSchema, O>(query: Query<I, O>, input: Static<I>): Promise<O> => {
      if (!query.personenbezogen || request.method !== 'GET') return app.ask(actor, query, input)
      const key = `${query.name} ${JSON.stringify(input, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`
      const answer = (gesehen.get(key) as Promise<O> | undefined) ?? app.ask(actor, query, input)
      gesehen.set(key, answer)
      return answer
    },
    askAtOnce: async <const Q extends readonly Question[]>(questions: Q) => (identity.vorab?.take(questions) as Answers<Q> | undefined) ?? app.askAtOnce(actor, questions),
    navigation: (bereich) => menuesOf(app)[bereich]
      .filter((entry) => (entry.recht ? [entry.recht].flat().some((recht) => holds(actor, recht)) : !istAuswaertig(app, actor))
        && (!entry.angemeldet || actor.art === 'buerger'))
      .map((entry) => { const anzahl = identity.zahlen?.get(entry.pfad); return anzahl === undefined ? entry : { ...entry, anzahl } }),
    asset: (name) => options.assets.url(name),
  }
  return c
}

/** Somebody of another house: all that the person holds is made for such people. */
function istAuswaertig(app: App, actor: Actor): boolean {
  const eigene = actor.zuweisungen.flatMap(({ rechte }) => [...rechte])
  if (actor.art !== 'personal' || eigene.length === 0) return false
  const auswaertige = app.module.flatMap(({ rechte = [] }) => rechte.filter(({ auswaertig }) => auswaertig).map(({ name }) => name))
  return eigene.every((recht) => auswaertige.includes(recht))
}

const menues = new WeakMap<App, Record<Navigation['bereich'], readonly Navigation[]>>()

/** The entries of all rooms in their order, put together once. */
function menuesOf(app: App): Record<Navigation['bereich'], readonly Navigation[]> {
  let found = menues.get(app)
  if (!found) {
    const alle = app.module.flatMap((modul) => modul.navigation ?? []).sort((a, b) => a.rang - b.rang)
    const von = (bereich: Navigation['bereich']) => alle.filter((entry) => entry.bereich === bereich)
    found = { portal: von('portal'), arbeitsplatz: von('arbeitsplatz'), verwaltung: von('verwaltung') }
    menues.set(app, found)
  }
  return found
}

async function readMultipart(request: FastifyRequest, onFile: (part: UploadPart) => Promise<void>, limits: { fileSize: number; files: number }, check: (fields: Werte) => void): Promise<Werte> {
  if (!request.isMultipart()) throw new Invalid([], 'Diese Anfrage enthält kein Formular mit Dateien.')
  const fields: Record<string, string | string[]> = {}
  let checked = false
  for await (const part of request.parts({ limits: { fileSize: limits.fileSize, files: limits.files } })) {
    if (part.type === 'file') {
      if (!checked) { check(fields); checked = true }
      // An empty file input is sent as a nameless part.
      if (part.filename) await onFile({ feld: part.fieldname, dateiname: part.filename, stream: part.file })
      else part.file.resume()
    } else {
      const earlier = fields[part.fieldname]
      const value = String(part.value)
      fields[part.fieldname] = earlier === undefined ? value : [...(typeof earlier === 'string' ? [earlier] : earlier), value]
    }
  }
  if (!checked) check(fields)
  return fields
}
