import type { App } from '../../../platform/app.js'
import { newId } from '../../../platform/time/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { findPersonal } from '../../grundlagen/konten/index.js'
import { offeneRisiken, planAusProgramm, planZuStrategie, risikoErfassen } from '../planung/index.js'
import { objektAnlegen, objekteVon, strategien } from '../programm/index.js'
import { ansichtSpeichern } from './ansichten/command.js'
import { ansichtenFuer } from './ansichten/lesen.js'

/** What the Programmbüro of the demo has kept and shared; nobody else can save a view for a person. */
const ANSICHTEN = [
  { name: 'Monatsgespräch mit dem Verwaltungsvorstand', sicht: 'vorstand', frage: 'zeitraum=12', rolle: 'vorstand' },
  { name: 'Laufende Vorhaben mit hoher Priorität', sicht: 'programmbuero', frage: 'prioritaet=hoch&status=laufend', rolle: '' },
] as const

/** Nummer of a Maßnahme that has not begun, and by how many days its milestone is late: otherwise nothing in the demo were overdue. */
const VERSPAETET = [['1C', 'MS01 Anforderungen der Ämter gesammelt', 44], ['1D', 'MS01 Archivkonzept abgestimmt', 12]] as const

export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (stadt !== 'musterstadt') return
  await sorgen(app, mandantId)
  const actor = await app.db.withMandant(mandantId, async (tx) => {
    const konto = await findPersonal(tx, 'p.plan')
    return konto && { art: 'personal' as const, mandantId, id: konto.id, name: konto.name, ...(await rollenbildVon(tx, konto.id, app.clock.today())) }
  })
  if (!actor || (await app.db.withMandant(mandantId, (tx) => ansichtenFuer(tx, actor))).length > 0) return
  for (const ansicht of ANSICHTEN) await app.execute(actor, ansichtSpeichern, ansicht)
}

/** Something that worries: late milestones and a risk that one has to speak about. */
async function sorgen(app: App, mandantId: string): Promise<void> {
  const system = systemActor(mandantId, 'Programmbüro')
  const { objekte, plan, schon } = await app.db.withMandant(mandantId, async (tx) => {
    const [strategie] = await strategien(tx)
    const eigener = strategie && await planZuStrategie(tx, strategie.id)
    return {
      objekte: strategie ? await objekteVon(tx, { strategieId: strategie.id }) : [], plan: eigener,
      schon: eigener ? (await offeneRisiken(tx, [eigener.id])).length > 0 : true,
    }
  })
  if (!plan || schon) return
  for (const [nummer, name, tage] of VERSPAETET) {
    const ober = objekte.find((objekt) => objekt.art === 'massnahme' && objekt.nummer === nummer && objekt.status === 'geplant')
    if (!ober) continue
    const felder = { name, oberId: ober.id, ende: app.clock.today().subtract({ days: tage }).toString(), ...(ober.einheitId ? { einheitId: ober.einheitId } : {}) }
    await app.execute(system, objektAnlegen, { id: newId(), strategieId: ober.strategieId, art: 'meilenstein', felder })
  }
  await app.execute(system, planAusProgramm, { planId: plan.id })
  await app.execute(system, risikoErfassen, {
    planId: plan.id, beschreibung: 'Die Stelle der Projektleitung bleibt unbesetzt.', ursache: 'Zwei Ausschreibungen ohne Ergebnis', auswirkungText: 'Drei Vorhaben verzögern sich',
    wahrscheinlichkeit: 4, auswirkung: 4, massnahme: 'Aufgaben vorübergehend auf zwei Ämter verteilen', faellig: app.clock.today().add({ months: 1 }).toString(), pruefungAm: '',
  })
}
