import { request as httpRequest } from 'node:http'
import { after } from 'node:test'
import { join } from 'node:path'
import { fehlerSeite } from '../src/design/index.js'
import type { App } from '../src/platform/app.js'
import { openSession } from '../src/platform/auth/session.js'
import { projectRoot } from '../src/platform/config/index.js'
import { openAssets } from '../src/platform/http/assets.js'
import { createWeb } from '../src/platform/http/server.js'

export interface Antwort { readonly status: number; readonly html: string; readonly location: string | null; readonly headers: Headers }

/** A browser without JavaScript: keeps cookies, sends what forms hold. One per person. */
export interface Besucher {
  get(path: string, headers?: Record<string, string>): Promise<Antwort>
  /** Loads `path`, takes the hidden fields of its posting form whose action matches, adds `werte` and posts; `an` where the action differs from the path. */
  senden(path: string, werte: Record<string, string | readonly string[] | File>, an?: string): Promise<Antwort>
  /** Posts as is. */
  post(path: string, body: BodyInit, headers?: Record<string, string>): Promise<Antwort>
  /** Takes on a session that was opened in the database. */
  mitSitzung(art: 'personal' | 'buerger', kontoId: string, mandantId: string): Promise<void>
  readonly cookies: Map<string, string>
}

/** The web server of a test app on a free port of this machine. Needs the built assets (`npm run build`). */
export async function testWeb(app: App): Promise<{ url: string; besucher(host?: string): Besucher }> {
  const assets = openAssets(join(projectRoot, '.build/assets'))
  const web = await createWeb(app, {
    assets, trustedProxies: [], secureCookies: false,
    errorPage: (c, error) => fehlerSeite(c && { ...c, asset: (name: string) => assets.url(name) }, (name) => assets.url(name), error),
  })
  const url = await web.listen({ port: 0, host: '127.0.0.1' })
  after(() => web.close())
  return { url, besucher: (host = 'musterstadt.localhost') => createBesucher(url, host, app) }
}

/** Somebody at a server at `base`, which may be another process; without `app` nobody can be signed in through the database. */
export function createBesucher(base: string, host: string, app?: App): Besucher {
  const cookies = new Map<string, string>()
  async function request(path: string, init: RequestInit = {}): Promise<Antwort> {
    const response = await fetchAs(base + path, host, { ...init, redirect: 'manual', headers: { accept: 'text/html', ...init.headers as Record<string, string>, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(header)) cookies.delete(name); else cookies.set(name, value)
    }
    return { status: response.status, html: await response.text(), location: response.headers.get('location'), headers: response.headers }
  }
  return {
    cookies,
    get: (path, headers) => request(path, headers ? { headers } : {}),
    post: (path, body, headers) => request(path, { method: 'POST', body, ...(headers ? { headers } : {}) }),
    async senden(path, werte, an) {
      const page = await request(path)
      const target = an ?? path
      const fields = hiddenFields(page.html, target.split('?')[0] ?? target, path)
      const files = Object.values(werte).some((value) => value instanceof File)
      const body = files ? new FormData() : new URLSearchParams()
      for (const [name, value] of [...fields.filter(([hidden]) => !(hidden in werte)), ...Object.entries(werte)]) for (const one of Array.isArray(value) ? value : [value]) body.append(name, one as string)
      return request(target, { method: 'POST', body })
    },
    async mitSitzung(art, kontoId, mandantId) {
      if (!app) throw new Error('A visitor of another process signs in by the pages')
      const token = await app.db.withMandant(mandantId, (tx) => openSession(tx, Temporal.Now.instant(), { art, kontoId }))
      cookies.set('sk_sitzung', token)
    },
  }
}

/** fetch would set Host from the URL and look the name up; a town's host name is only a header here. */
async function fetchAs(url: string, host: string, init: RequestInit): Promise<Response> {
  const prepared = new Request(url, init.method === 'POST' ? { method: 'POST', body: init.body ?? '' } : {})
  const body = init.method === 'POST' ? Buffer.from(await prepared.arrayBuffer()) : undefined
  const type = prepared.headers.get('content-type')
  const headers = { ...(type ? { 'content-type': type } : {}), ...init.headers as Record<string, string>, host: `${host}:${new URL(url).port}`, ...(body ? { 'content-length': String(body.length) } : {}) }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { method: init.method ?? 'GET', headers }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
        const received = new Headers()
        for (let index = 0; index < incoming.rawHeaders.length; index += 2) received.append(incoming.rawHeaders[index] ?? '', incoming.rawHeaders[index + 1] ?? '')
        const status = incoming.statusCode ?? 0
        resolve(new Response([204, 304].includes(status) ? null : Buffer.concat(chunks), { status, headers: received }))
      }).on('error', reject)
    })
    outgoing.on('error', reject).end(body)
  })
}

/** The hidden inputs of the form on a page whose action is `target` (or that has none and so posts to its own path). */
export function hiddenFields(html: string, target: string, path: string): [string, string][] {
  const forms = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([text]) => text)
  const action = (text: string) => unescapeHtml(/^<form\b[^>]*\baction="([^"]*)"/i.exec(text)?.[1] ?? path).split('?')[0]
  const form = forms.find((text) => /^<form\b[^>]*method="post"/i.test(text) && action(text) === target)
  return [...(form ?? '').matchAll(/<input\b[^>]*type="hidden"[^>]*>/gi)].map(([tag]) => [
    unescapeHtml(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''), unescapeHtml(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ])
}

const unescapeHtml = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
