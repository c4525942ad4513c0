import { join } from 'node:path'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { newId } from '../../../platform/time/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { aufgabenVon, type Aufgabe } from '../../grundlagen/aufgaben/index.js'
import { findKonto } from '../../grundlagen/konten/index.js'
import { findLeistung, lesePaketdateien, paketEinspielen } from '../../grundlagen/leistungen/index.js'
import { antragEinreichen } from '../antraege/index.js'
import { lageplan, marktAngaben } from './seed.js'

export { beschaeftigt } from './seed.js'

/** For tests of this room and of rooms above: the people of the demo town and one of its packages, without its cases. */
export async function marktstadt(app: App, mandantId: string, paket = 'marktfestsetzung'): Promise<void> {
  for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan']) await app.module.find((modul) => modul.name === name)?.seed?.(app, mandantId, 'musterstadt')
  await paketEinspielen(app, systemActor(mandantId, 'test'), { dateien: await lesePaketdateien(join(projectRoot, 'demo/leistungen', paket)), veroeffentlichen: true })
}

export async function buergerin(app: App, mandantId: string, kennung = 'erika.muster'): Promise<Actor> {
  const konto = await app.db.withMandant(mandantId, (tx) => findKonto(tx, 'buerger', kennung))
  if (!konto) throw new Error(`Nobody called ${kennung}`)
  return { art: 'buerger', mandantId, id: konto.id, name: konto.name, zuweisungen: [], stufe: 0 }
}

export interface Marktfall { readonly vorgangId: string; readonly vorgangsnummer: string }

/** An application for a market by a citizen of the demo, its process at „Antrag prüfen“. */
export async function marktantrag(app: App, mandantId: string, wunsch: { titel?: string; entwurfId?: string; vollstaendig?: boolean } = {}): Promise<Marktfall> {
  const version = await app.db.withMandant(mandantId, (tx) => findLeistung(tx, 'marktfestsetzung', app.clock.today()))
  if (!version) throw new Error('marktstadt first')
  const buerger = await buergerin(app, mandantId)
  return app.execute(buerger, antragEinreichen, {
    leistungsversionId: version.id, daten: marktAngaben(app.clock.today(), wunsch), anhaenge: wunsch.vollstaendig ? [await lageplan(app, mandantId)] : [], kanal: 'portal', kontakt: { name: buerger.name }, zustellung: 'postfach', entwurfId: wunsch.entwurfId ?? newId(),
  })
}

export async function offene(app: App, mandantId: string, vorgangId: string, maske?: string): Promise<Aufgabe[]> {
  const alle = await app.db.withMandant(mandantId, (tx) => aufgabenVon(tx, vorgangId))
  return alle.filter((aufgabe) => aufgabe.status === 'offen' && (!maske || aufgabe.maske === maske))
}
