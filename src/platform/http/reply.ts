import type { FastifyReply } from 'fastify'
import type { App } from '../app.js'
import { GUEST_MINUTES } from '../auth/session.js'
import { purposeKey, sign } from '../auth/tokens.js'
import { cookieName, setCookie } from './request.js'
import type { Reply } from './route.js'
import type { WebOptions } from './server.js'

/** Turns a handler's answer into HTTP. */
export async function sendReply(app: App, options: WebOptions, reply: FastifyReply, answer: Reply): Promise<FastifyReply> {
  for (const [name, value] of Object.entries(answer.headers ?? {})) reply.header(name, value)
  if (answer.sitzung === null) reply.clearCookie(cookieName(options, 'sitzung'), { path: '/' })
  else if (answer.sitzung) setCookie(options, reply, 'sitzung', answer.sitzung.token, answer.sitzung.art === 'gast' ? GUEST_MINUTES * 60 : undefined)
  if (answer.sprache) setCookie(options, reply, 'sprache', answer.sprache, 31_536_000)
  if (answer.redirect !== undefined) {
    if (answer.hinweis) setCookie(options, reply, 'hinweis', sign(purposeKey(app.masterKey, 'csrf'), answer.hinweis), 60)
    return reply.redirect(answer.redirect, answer.status ?? 303)
  }
  reply.status(answer.status ?? 200)
  if (answer.stream) return sendStream(reply, answer.stream)
  if (answer.html !== undefined) return reply.header('content-type', 'text/html; charset=utf-8').send(answer.html)
  if (answer.text !== undefined) return reply.header('content-type', reply.getHeader('content-type') ?? 'text/plain; charset=utf-8').send(answer.text)
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8')
  return reply.send(JSON.stringify(answer.json ?? null, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)))
}

/** Uploads of strangers: never rendered in our origin by type guessing, never run. */
function sendStream(reply: FastifyReply, stream: NonNullable<Reply['stream']>): FastifyReply {
  const name = stream.dateiname ?? 'datei'
  const ascii = name.replace(/[^\w.-]/g, '_')
  reply.header('content-type', stream.mime)
  reply.header('x-content-type-options', 'nosniff')
  reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
  reply.header('content-disposition', `${stream.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`)
  if (stream.size !== undefined) reply.header('content-length', String(stream.size))
  return reply.send(stream.body)
}
