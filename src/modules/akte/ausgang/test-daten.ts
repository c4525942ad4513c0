import type { App } from '../../../platform/app.js'
import { newId } from '../../../platform/time/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { buergerAnlegen } from '../../grundlagen/konten/index.js'
import { alsSystem, ladeAktenplan, testDokument, testVorgang } from '../akten/testdaten.js'
import { sendungAufgeben, sendungenVon, type NeueSendung, type Sendung } from './index.js'

/** For tests of this room and of rooms above. */
export const mittags = (tag: string): Temporal.Instant => Temporal.PlainDate.from(tag).toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' }).toInstant()

export async function testBuerger(app: App, mandantId: string, nachname = 'Muster'): Promise<Actor> {
  const { id } = await app.execute(systemActor(mandantId, 'test'), buergerAnlegen, { vorname: 'Erika', nachname, email: `${newId().slice(-12)}@example.org`, passwortHash: 'x' })
  return { art: 'buerger', mandantId, id, name: `Erika ${nachname}`, zuweisungen: [], stufe: 0 }
}

export interface Ausgangslage { readonly vorgangId: string; readonly dokumentId: string; readonly einheitId: string; readonly vorgangsnummer: string }

/** A Vorgang with one filed document, ready to be sent. */
export async function testLage(app: App, mandantId: string, inhaberId?: string, einheitId = newId()): Promise<Ausgangslage> {
  await ladeAktenplan(app, mandantId)
  const { vorgangId, vorgangsnummer } = await testVorgang(app, mandantId, { einheitId, ...(inhaberId ? { inhaberId } : {}) })
  const { dokumentId } = await testDokument(app, mandantId, vorgangId, { richtung: 'ausgang', pruefstatus: 'sauber' })
  return { vorgangId, dokumentId, einheitId, vorgangsnummer }
}

export const anschrift = ['Am Markt 12', '46499 Musterstadt'] as const

export function sende(app: App, mandantId: string, lage: Ausgangslage, weiteres: Partial<NeueSendung> = {}): Promise<{ sendungId: string }> {
  return alsSystem(app, mandantId, (ctx) => sendungAufgeben(ctx, {
    vorgangId: lage.vorgangId, dokumentId: lage.dokumentId, empfaenger: { name: 'Erika Muster', anschrift }, kanal: 'post', betreff: 'Bescheid',
    bekanntgabeRegel: 'VWVFG_POST', rechtsbehelf: { art: 'KLAGE', belehrungVersion: 'KLAGE/1' }, ...weiteres,
  }))
}

export async function sendungen(app: App, mandantId: string, vorgangId: string): Promise<Sendung[]> {
  return app.db.withMandant(mandantId, (tx) => sendungenVon(tx, vorgangId))
}
