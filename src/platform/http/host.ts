import type { IncomingHttpHeaders } from 'node:http'

/**
 * The host name a request was sent to; it alone names the town (K1-02). Never `X-Forwarded-Host`, which whoever sends the request can
 * write: with it a page of one town could end up under another's name in the cache.
 */
export const hostOf = (request: { readonly headers: IncomingHttpHeaders }): string => request.headers.host ?? ''
