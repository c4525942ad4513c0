import { Check } from 'typebox/value'
import { anfrageAlsJson, Transaktion, type Zahlungsanfrage } from './domain/xbezahldienste.js'

/** How to reach the provider for one town. */
export interface Anbieterzugang { readonly basisUrl: string; readonly originatorId: string; readonly endPointId: string; readonly schluessel?: string }

/** What came back. `code` is the provider's or one of ours: NICHT_ERREICHBAR, UNLESBAR, UNBEKANNT (404). */
export type Ergebnis = { readonly ok: true; readonly transaktion: Transaktion } | { readonly ok: false; readonly code: string }

const HOECHSTDAUER_MS = 10_000
const HOECHSTENS_BYTES = 1_000_000

/** Announces a payment. The same requestId again is refused by the provider (PAYMENT_EXISTS), never doubled. */
export const transaktionAnlegen = (zugang: Anbieterzugang, anfrage: Zahlungsanfrage): Promise<Ergebnis> =>
  frage(zugang, '', { method: 'POST', body: JSON.stringify(anfrageAlsJson(anfrage)), headers: { 'content-type': 'application/json' } })

/** How a payment stands: the only source that is believed. */
export const transaktionAbfragen = (zugang: Anbieterzugang, transaktion: string): Promise<Ergebnis> => frage(zugang, `/${encodeURIComponent(transaktion)}`, { method: 'GET' })

async function frage({ basisUrl, originatorId, endPointId, schluessel }: Anbieterzugang, danach: string, init: RequestInit): Promise<Ergebnis> {
  const url = `${basisUrl.replace(/\/+$/, '')}/paymenttransaction/${originatorId}/${endPointId}${danach}`
  const headers = { accept: 'application/json', ...init.headers as Record<string, string>, ...(schluessel ? { authorization: `Bearer ${schluessel}` } : {}) }
  const antwort = await fetch(url, { ...init, headers, redirect: 'error', signal: AbortSignal.timeout(HOECHSTDAUER_MS) })
    .then(async (response) => ({ status: response.status, text: await kurz(response) })).catch(() => undefined)
  if (!antwort) return { ok: false, code: 'NICHT_ERREICHBAR' }
  const json = lesbar(antwort.text)
  if (antwort.status >= 400) return { ok: false, code: antwort.status === 404 ? 'UNBEKANNT' : codeAus(json) }
  return Check(Transaktion, json) ? { ok: true, transaktion: json } : { ok: false, code: 'UNLESBAR' }
}

/** The body, unless it breaks off or is longer than any answer of the protocol: then the provider counts as not reached. */
async function kurz(response: Response): Promise<string> {
  const teile: Uint8Array[] = []
  let bytes = 0
  for await (const teil of response.body ?? []) {
    bytes += teil.length
    if (bytes > HOECHSTENS_BYTES) throw new RangeError('answer too long')
    teile.push(teil)
  }
  return Buffer.concat(teile).toString()
}

function lesbar(text: string): unknown {
  try { return JSON.parse(text) } catch { return undefined }
}

const codeAus = (json: unknown): string => {
  const code = typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined
  return typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code) ? code : 'UNSPECIFIED'
}
