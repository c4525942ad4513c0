import type { App } from '../app.js'

/** A page of the town's portal as a full address, for mails: its first host name, on a demo with the port. */
export function adresseVon(app: App, mandantId: string, pfad: string): string {
  const url = new URL(pfad, app.config.baseUrl)
  url.hostname = app.mandanten.byId(mandantId)?.hosts[0] ?? url.hostname
  return url.href
}
