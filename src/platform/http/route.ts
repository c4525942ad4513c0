import type { Readable } from 'node:stream'
import type { Static, TSchema } from 'typebox'
import type { App } from '../app.js'
import type { Sitzung } from '../auth/session.js'
import type { Feldfehler } from '../errors.js'
import type { Navigation } from '../modul.js'
import type { Mandant } from '../tenancy/mandanten.js'
import type { Actor } from '../usecases/actor.js'
import type { Once } from '../usecases/execute.js'
import type { Answers, Command, Query, Question } from '../usecases/usecase.js'

export interface PublicAccess { readonly art: 'oeffentlich' }

/**
 * Who may open a route at all. The use case behind it checks the object; this keeps strangers off the doorstep and sends people
 * to the right sign-in. Required: leaving it out does not compile.
 */
export type Access =
  | PublicAccess
  /** Signed-in citizens and companies. */
  | { readonly art: 'buerger' }
  /** Citizens signed in or not; a guest gets a session of their own when one is needed. */
  | { readonly art: 'gast' }
  | { readonly art: 'personal'; readonly recht?: string }
  /** Machines with a bearer token. */
  | { readonly art: 'dienst'; readonly recht?: string }

export const access = {
  public: { art: 'oeffentlich' } as PublicAccess,
  citizen: { art: 'buerger' } as Access,
  guest: { art: 'gast' } as Access,
  staff: (recht?: string): Access => ({ art: 'personal', ...(recht ? { recht } : {}) }),
  service: (recht?: string): Access => ({ art: 'dienst', ...(recht ? { recht } : {}) }),
}

/** What was posted: every value as text, several as a list; names that start with `_` are the platform's own. */
export type Werte = Readonly<Record<string, string | readonly string[] | undefined>>

export interface UploadPart { readonly feld: string; readonly dateiname: string; readonly stream: Readable }

export interface RequestContext {
  readonly app: App
  readonly mandant: Mandant
  readonly actor: Actor
  readonly sitzung?: Sitzung
  readonly method: string
  readonly path: string
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly suche: URLSearchParams
  readonly sprache: 'de' | 'en'
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  /** The message that the redirect before this page left. */
  readonly hinweis?: string
  /** Ends in the browser's idle time; undefined when signed out. */
  readonly kennungIp: string
  /** Hidden fields that every posting form carries: CSRF token, and a fresh form token that makes a double click one action. */
  /** Waits for somebody who is not this program (a payment provider, a thread): other requests have the turn meanwhile. Not within a transaction. */
  outside<T>(work: () => Promise<T>): Promise<T>
  formFields(): { readonly _csrf: string; readonly _token: string }
  /** The token the posted form came with. */
  readonly formToken: string | undefined
  readonly werte: Werte
  readonly json: unknown
  /** A body that is a file itself (XML, PDF, octets), as it came. */
  readonly bytes: Uint8Array | undefined
  /** A request header by its lower-case name, e.g. `idempotency-key`. */
  header(name: string): string | undefined
  /**
   * Reads a multipart form part by part. The CSRF token has to come before the first file. `onFile` must consume the stream.
   * Returns the plain fields.
   */
  multipart(onFile: (part: UploadPart) => Promise<void>, limits: { fileSize: number; files: number }): Promise<Werte>
  execute<I extends TSchema, O>(command: Command<I, O>, input: Static<I>, once?: Once): Promise<O>
  ask<I extends TSchema, O>(query: Query<I, O>, input: Static<I>): Promise<O>
  /** Several questions in one round trip: `c.askAtOnce([question(a, {}), question(b, {})])`. */
  askAtOnce<const Q extends readonly Question[]>(questions: Q): Promise<Answers<Q>>
  navigation(bereich: Navigation['bereich']): readonly (Navigation & { readonly anzahl?: number })[]
  /** The URL of a built asset by its plain name. */
  asset(name: string): string
}

export interface Reply {
  readonly status?: number
  readonly html?: string
  readonly json?: unknown
  readonly text?: string
  readonly redirect?: string
  /** Shown once on the page that comes next. */
  readonly hinweis?: string
  readonly stream?: { readonly body: Readable; readonly mime: string; readonly dateiname?: string; readonly inline?: boolean; readonly size?: number }
  readonly headers?: Readonly<Record<string, string>>
  /** A new session: sets the cookie. `null` signs out. */
  readonly sitzung?: { readonly token: string; readonly art: Sitzung['art'] } | null
  readonly sprache?: 'de' | 'en'
  /** When the page says something else by itself (business time): it is not answered from memory any longer than that. */
  readonly gueltigBis?: Temporal.Instant
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly art: 'page' | 'form' | 'api'
  /** A path with real demo ids, for visitors from outside (`stadtkern routes`). Required where the path has parameters. */
  readonly beispiel?: string | ((app: App) => Promise<string | undefined>)
  /**
   * The page may be answered from memory to visitors without a session (page-cache.ts): it shows nothing of one visitor, changes
   * nothing, and depends on address, language, legal date and what events tell of. Only for public pages.
   */
  readonly zwischenspeichern?: boolean
  /**
   * What a citizen's page asks with `c.askAtOnce`, given `c.suche`: goes out in one message with the session, where the process knows
   * from an earlier request whose that is. Counts only if the session says the same, and not after a command of the same request.
   */
  readonly vorab?: (suche: URLSearchParams) => readonly Question[]
  /** Body read by the handler itself, part by part. */
  readonly multipart?: boolean
  /** How many requests an address may send in some seconds; counted before the body is read. */
  readonly grenze?: { readonly schluessel: string; readonly max: number; readonly seconds: number }
  /** Largest body in bytes, where it differs from what all routes have. */
  readonly bodyLimit?: number
  /** For the API description. `dateitypen`: the body is a file of one of these types; nothing is changed, the answer is 200. */
  readonly api?: { readonly titel: string; readonly body?: TSchema; readonly antwort?: TSchema; readonly dateitypen?: readonly string[] }
  handle(c: RequestContext): Promise<Reply>
}

/** A page; keeping it in memory is only offered where it is public, anything else does not compile. */
export const page = (definition: Omit<Route, 'method' | 'art' | 'zwischenspeichern'> & ({ readonly access: PublicAccess; readonly zwischenspeichern?: true } | { readonly zwischenspeichern?: never })): Route =>
  ({ method: 'GET', art: 'page', ...definition })
export const api = (definition: Omit<Route, 'art'>): Route => ({ art: 'api', ...definition })

/** A button without a page of its own: does something and goes on to a page. An expected error shows its own page. */
export const action = (definition: Omit<Route, 'method' | 'art'>): Route => ({ method: 'POST', art: 'form', ...definition })

/** What a form shows again after a refusal: what was entered, and what is wrong with it. */
export interface Formularzustand { readonly werte: Werte; readonly fehler: readonly Feldfehler[]; readonly meldung?: string }

const leer: Formularzustand = { werte: {}, fehler: [] }

/**
 * A form: shown by GET, posted to the same path. Refused input (422, 409) shows the same page with everything that was entered;
 * success redirects (303), so that reloading does not post again.
 */
export function form(definition: {
  path: string; access: Access; beispiel?: Route['beispiel']; multipart?: boolean
  show(c: RequestContext, zustand: Formularzustand): Promise<Reply>
  submit(c: RequestContext, werte: Werte): Promise<Reply>
}): Route[] {
  const { path, access, beispiel } = definition
  const common = { path, access, art: 'form' as const, ...(beispiel ? { beispiel } : {}) }
  return [
    { ...common, method: 'GET', handle: (c) => definition.show(c, leer) },
    {
      ...common, method: 'POST', ...(definition.multipart ? { multipart: true } : {}),
      handle: (c) => submitOrShowAgain(c, () => definition.submit(c, c.werte), (zustand) => definition.show(c, zustand)),
    },
  ]
}

/** For a form that lives on a page of something else: does it, or shows that page again with what was entered and why not. */
export async function submitOrShowAgain(c: RequestContext, submit: () => Promise<Reply>, show: (zustand: Formularzustand) => Promise<Reply>): Promise<Reply> {
  try {
    return await submit()
  } catch (error) {
    const again = asFormState(error, c)
    if (!again) throw error
    const page = await show(again.zustand)
    return { ...page, status: again.status, headers: { ...page.headers, ...again.headers } }
  }
}

function asFormState(error: unknown, { werte, sprache }: RequestContext): { zustand: Formularzustand; status: number; headers?: Record<string, string> } | undefined {
  const known = error as { status?: number; felder?: readonly Feldfehler[]; message?: string; retryAfterSeconds?: number }
  if (known.status === 422) {
    const fehler = (known.felder ?? []).map(({ feld, text, en }) => ({ feld, text: sprache === 'en' ? en ?? text : text }))
    return { status: 422, zustand: { werte, fehler, ...(fehler.length > 0 ? {} : { meldung: known.message ?? '' }) } }
  }
  if (known.status === 409 || known.status === 429 || known.status === 413) {
    return {
      status: known.status, zustand: { werte, fehler: [], meldung: known.message ?? '' },
      ...(known.status === 429 ? { headers: { 'retry-after': String(known.retryAfterSeconds) } } : {}),
    }
  }
  return undefined
}

/** One posted value as text, trimmed; '' when it was not there. A list gives its first. */
export function wert(werte: Werte, name: string): string {
  const value = werte[name]
  return (typeof value === 'string' ? value : value?.[0] ?? '').trim()
}

/** All posted values of a name. */
export function mehrere(werte: Werte, name: string): readonly string[] {
  const value = werte[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}

export const html = (text: string, extra: Omit<Reply, 'html'> = {}): Reply => ({ html: text, ...extra })
export const redirect = (pfad: string, extra: Omit<Reply, 'redirect'> = {}): Reply => ({ redirect: pfad, ...extra })
export const antwort = (value: unknown, status = 200, extra: Omit<Reply, 'json'> = {}): Reply => ({ json: value, status, ...extra })

/** A path inside this town, for "go on to where you wanted"; anything else (other hosts, schemes) becomes the fallback. */
export function safeTarget(ziel: string | null | undefined, fallback: string): string {
  return ziel && /^\/(?![/\\])[^\s\\]*$/.test(ziel) && ziel.length < 500 ? ziel : fallback
}
