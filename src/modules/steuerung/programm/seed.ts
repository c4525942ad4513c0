import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { findPersonal } from '../../grundlagen/konten/index.js'
import { lesePlandatei } from './cli.js'
import { planEinlesen } from './einlesen/command.js'
import type { Kontextart, Seite } from './domain/kontext.js'
import { strategieFortschreiben } from './fortschreiben/command.js'
import { fortschreibungenVon } from './fortschreiben/liste.js'
import { kontextErfassen } from './kontext/command.js'
import { kontexteVon } from './kontext/lesen.js'
import { objekteVon, strategien } from './lesen.js'
import { mitwirkungEinrichten } from './mitwirkung/command.js'
import { offeneMitwirkungen } from './mitwirkung/lesen.js'

/** Somebody of the computer centre that the towns share, at a Vorhaben that runs; half a year from today. */
async function externe(app: App, mandantId: string): Promise<void> {
  const { person, vorhaben } = await app.db.withMandant(mandantId, async (tx) => ({
    person: await findPersonal(tx, 'n.nachbar'), vorhaben: (await objekteVon(tx, { arten: ['massnahme', 'projekt'] })).find(({ status, name }) => status === 'laufend' && name.includes('IT-Strategie')),
  }))
  if (!person || person.status !== 'aktiv' || !vorhaben) return
  const bis = app.clock.today().add({ months: 6 }).toString()
  if ((await app.db.withMandant(mandantId, (tx) => offeneMitwirkungen(tx, app.clock.today(), person.id))).length > 0) return
  await app.execute(systemActor(mandantId, 'demo'), mitwirkungEinrichten, { kontoId: person.id, objektId: vorhaben.id, haus: 'Regionales Rechenzentrum', berichtet: true, bis })
}

interface Demolage extends Readonly<Partial<Record<Seite, string>>> {
  readonly art: Kontextart; readonly titel: string; readonly tage: number; readonly quelle: string; readonly inhalt?: string
}

/** What the strategy starts from, once. */
async function ausgangslage(app: App, mandantId: string, stadt: string, strategieId: string): Promise<void> {
  const datei = join(projectRoot, 'demo', stadt, 'ausgangslage.yaml')
  if (!existsSync(datei) || (await app.db.withMandant(mandantId, (tx) => kontexteVon(tx, { strategieId }))).length > 0) return
  const { ausgangslage: alle } = parse(readFileSync(datei, 'utf8')) as { ausgangslage: readonly Demolage[] }
  for (const { tage, ...lage } of alle) {
    await app.execute(systemActor(mandantId, 'demo'), kontextErfassen, {
      strategieId, stand: app.clock.today().subtract({ days: tage }).toString(), quelleLink: '', staerken: '', schwaechen: '', chancen: '', risiken: '', inhalt: '', ...lage,
    })
  }
}

/** The programme of a demo town, read in as any other plan. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const datei = join(projectRoot, 'demo', stadt, 'programm.yaml')
  if (!existsSync(datei)) return
  const { text } = await lesePlandatei(datei)
  const actor = systemActor(mandantId, 'demo')
  await app.execute(actor, planEinlesen, { quelle: 'programm', text })
  const [strategie, vorhanden] = await app.db.withMandant(mandantId, async (tx) => [(await strategien(tx))[0], await fortschreibungenVon(tx)] as const)
  if (strategie && vorhanden.length === 0) await app.execute(actor, strategieFortschreiben, { strategieId: strategie.id, bezeichnung: 'Erste Fassung', gremium: 'Rat der Stadt', vermerk: 'Beschlossene Fassung zum Start des Programms.' })
  if (strategie) await ausgangslage(app, mandantId, stadt, strategie.id)
  await externe(app, mandantId)
}
