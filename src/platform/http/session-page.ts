import { randomUUID } from 'node:crypto'
import type { App } from '../app.js'
import { sameResults, type ReadResult } from '../database/database.js'
import type { Mandant } from '../tenancy/mandanten.js'
import type { Reply, RequestContext } from './route.js'

const MOST = 1_000
const LARGEST_PAGE = 64 * 1024

/** A page of one session with everything that it was drawn from. */
interface DrawnPage {
  readonly mandant: Mandant
  readonly today: string
  readonly results: readonly ReadResult[]
  /** Between the parts stands a form's token, which is new each time. */
  readonly parts: readonly Buffer[]
}

/**
 * The page that a session got last time at this address (`Route.vorab`): sent again when the database has just given the same answers
 * to the same questions. Nothing can be out of date, because everything is read each time; only the drawing is spared.
 */
export interface SessionPage {
  /** The bytes, if nothing that the page shows has changed. */
  readonly again: Buffer | undefined
  /** The request as the handler is to see it; looking at what is not part of `results` is noted. */
  watched(c: RequestContext): RequestContext
  /** Keeps the page, if it shows nothing but what was read ahead. */
  keep(answer: Reply): void
}

/** What the page depends on. */
export interface Basis {
  readonly mandant: Mandant; readonly today: string; /** As the cookie says; the address may say otherwise. */
  readonly sprache: string; readonly url: string; readonly tokenHash: Buffer
  /** Session, account, numbers of the menu and the questions of the page; undefined when they were not read together. */
  readonly results: readonly ReadResult[] | undefined
}

const drawnBy = new WeakMap<App, Map<string, DrawnPage>>()

/** What the handler may look at beside the answers: all of it is in the key, in the answers, or the same for everybody. */
const PART_OF_IT: ReadonlySet<string | symbol> = new Set([
  'actor', 'asset', 'askAtOnce', 'hinweis', 'mandant', 'method', 'navigation', 'params', 'path', 'sitzung', 'sprache', 'suche', 'today', 'url',
])

/** The page of this session at this address. */
export function sessionPage(app: App, { results, tokenHash, url, ...basis }: Basis): SessionPage {
  let pages = drawnBy.get(app)
  if (!pages) { pages = new Map(); drawnBy.set(app, pages) }
  const key = `${tokenHash.toString('base64')} ${basis.sprache} ${url}`
  const last = pages.get(key)
  const same = results && last?.mandant === basis.mandant && last.today === basis.today && sameResults(last.results, results)
  const tokens: string[] = []
  let somethingElse = results === undefined
  return {
    again: same ? bytesOf(last.parts) : undefined,
    watched: (c) => watch(c, (name, value) => {
      if (name === 'formFields') return () => { const fields = (value as RequestContext['formFields'])(); tokens.push(fields._token); return fields }
      if (name === 'app') return onlyConfig(value as App, () => { somethingElse = true })
      if (!PART_OF_IT.has(name)) somethingElse = true
      return value
    }),
    keep(answer) {
      const { html } = answer
      const plain = Object.entries(answer).every(([name, value]) => name === 'html' || (name === 'status' && value === 200))
      if (html === undefined || !plain || !results || somethingElse || html.length > LARGEST_PAGE) return
      const parts = aroundTokens(html, tokens)
      pages.delete(key)
      if (!parts) return
      if (pages.size >= MOST) pages.delete(pages.keys().next().value as string)
      pages.set(key, { mandant: basis.mandant, today: basis.today, results, parts })
    },
  }
}

const watch = <T extends object>(target: T, seen: (name: string | symbol, value: unknown) => unknown): T =>
  new Proxy(target, { get: (object, name) => seen(name, Reflect.get(object, name)) })

const onlyConfig = (app: App, other: () => void): App => watch(app, (name, value) => { if (name !== 'config') other(); return value })

/** The page without its tokens; undefined when they do not stand in it in the order in which they were asked for. */
function aroundTokens(html: string, tokens: readonly string[]): Buffer[] | undefined {
  const parts: string[] = []
  let rest = html
  for (const token of tokens) {
    const at = rest.indexOf(token)
    if (at < 0) return undefined
    parts.push(rest.slice(0, at))
    rest = rest.slice(at + token.length)
  }
  return [...parts, rest].map((part) => Buffer.from(part))
}

const bytesOf = (parts: readonly Buffer[]): Buffer =>
  Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.from(randomUUID()), part])))
