import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { OutgoingHttpHeaders } from 'node:http'
import type { Mandant } from '../tenancy/mandanten.js'

export type Encoding = 'identity' | 'gzip' | 'br'

/** A page as it goes out: whole headers (security headers too) and bytes, per encoding. */
export interface StoredPage {
  readonly mandant: Mandant
  /** Of the town when the data of the page were read. */
  readonly state: number
  /** Epoch milliseconds. */
  readonly until: number
  readonly etag: string
  /** Headers of a 304. */
  readonly unchanged: OutgoingHttpHeaders
  /** Plain at once, compressed when first asked for. */
  readonly forms: Map<Encoding, { readonly headers: OutgoingHttpHeaders; readonly body: Buffer }>
}

export interface PageStore {
  /** Also says that the page was used. */
  get(key: string): StoredPage | undefined
  set(key: string, page: StoredPage): void
  delete(key: string): void
  /** The page in an encoding; made once and then counted in the size. */
  form(key: string, page: StoredPage, encoding: Encoding): { readonly headers: OutgoingHttpHeaders; readonly body: Buffer }
  readonly size: number
  readonly bytes: number
}

/** Keeps as many pages as the limits allow; the one that was unused longest goes first. */
export function openPageStore(limits: { readonly pages: number; readonly bytes: number }): PageStore {
  const pages = new Map<string, StoredPage>()
  let bytes = 0
  const sizeOf = (page: StoredPage) => [...page.forms.values()].reduce((sum, { body }) => sum + body.length, 0)
  function remove(key: string): void {
    const page = pages.get(key)
    if (page && pages.delete(key)) bytes -= sizeOf(page)
  }
  function makeRoom(): void {
    for (const oldest of pages.keys()) {
      if (pages.size <= limits.pages && bytes <= limits.bytes) return
      remove(oldest)
    }
  }
  return {
    get(key) {
      const page = pages.get(key)
      if (page) { pages.delete(key); pages.set(key, page) }
      return page
    },
    set(key, page) {
      remove(key)
      pages.set(key, page)
      bytes += sizeOf(page)
      makeRoom()
    },
    delete: remove,
    form(key, page, encoding) {
      const known = page.forms.get(encoding)
      if (known) return known
      const plain = page.forms.get('identity')
      if (!plain) throw new Error('a stored page has no plain form')
      const body = compress(plain.body, encoding)
      const form = { headers: { ...plain.headers, 'content-encoding': encoding, 'content-length': body.length }, body }
      page.forms.set(encoding, form)
      if (pages.get(key) === page) { bytes += body.length; makeRoom() }
      return form
    },
    get size() { return pages.size },
    get bytes() { return bytes },
  }
}

/** Pages that are the same for everybody hold no secret, so compressing them tells an attacker nothing (BREACH). */
function compress(body: Buffer, encoding: Encoding): Buffer {
  return encoding === 'br' ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }) : gzipSync(body)
}
