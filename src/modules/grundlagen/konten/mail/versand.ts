import type { RequestContext } from '../../../../platform/http/route.js'
import { newId } from '../../../../platform/time/index.js'
import { anmeldeActor } from '../anmelden/pruefung.js'
import { hashOf, neuesGeheimnis, zufallscode } from '../domain/schluessel.js'
import { kurzcodeHash } from '../einmalcodes.js'
import { inhaltVersiegeln } from '../geheimnisse.js'
import { codeVersenden } from '../registrieren/commands.js'
import type { Versand } from './senden.js'
import type { Mailinhalt } from './texte.js'

interface Auftrag<D> {
  readonly art: 'registrierung' | 'passwort' | 'email' | 'hinweis'
  readonly kontoId?: string
  readonly an: string
  readonly daten?: D
  readonly minuten?: number
  /** Makes the mail of the fresh secret: the key for a link and the code for typing. */
  mail(geheim: { id: string; schluessel: string; code: string }): Mailinhalt
}

/** Draws a secret, seals what belongs to it and lets the command send it. Returns the id that the page for the code needs. */
export async function versenden<D>(c: RequestContext, auftrag: Auftrag<D>): Promise<string> {
  const geheim = { id: newId(), schluessel: neuesGeheimnis(), code: zufallscode(2) }
  const versand: Versand<D | undefined> = { an: auftrag.an, mail: auftrag.mail(geheim), daten: auftrag.daten }
  await c.app.execute(anmeldeActor(c), codeVersenden, {
    id: geheim.id, art: auftrag.art, geheimnisHash: hashOf(geheim.schluessel).toString('hex'), codeHash: kurzcodeHash(geheim.id, geheim.code).toString('hex'),
    siegel: inhaltVersiegeln(c.app, versand).toString('base64'), ...(auftrag.kontoId ? { kontoId: auftrag.kontoId } : {}), ...(auftrag.minuten ? { minuten: auftrag.minuten } : {}),
  })
  return geheim.id
}
