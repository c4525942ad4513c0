import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { newId } from '../../../platform/time/index.js'
import { planAusProgramm, planZuStrategie } from '../planung/index.js'
import { objektAnlegen } from '../programm/index.js'
import { berichtNachtragen } from './einreichen/command.js'
import { berichtsmonatEroeffnen } from './eroeffnen/command.js'
import { DIMENSIONEN, type Ampel } from './domain/ampel.js'
import { LEER, ueberfaellige, type Angaben } from './domain/bericht.js'
import { monatKennung, monatsanfang, quartalVon, stichtagVon } from './domain/zeitraum.js'
import { meilensteineVon, pflichten, zeitraeume, type Pflicht } from './lesen.js'
import { programmberichtFestschreiben } from './programmbericht/command.js'
import { findObjekt, strategien } from './vorhaben.js'

/** Months with reports before the one that is open now. */
const MONATE = 5

const WORTE: Readonly<Record<Exclude<Ampel, 'gruen'>, readonly (readonly [string, string])[]>> = {
  gelb: [['Eine Stelle ist seit sechs Wochen unbesetzt.', 'Aufgaben bis Monatsende im Team neu verteilen; Ausschreibung läuft.'], ['Die Zulieferung des Dienstleisters kam zwei Wochen später.', 'Wöchentliche Abstimmung mit dem Dienstleister bis zur Abnahme.']],
  rot: [['Der nächste Meilenstein ist ohne zusätzliche Mittel nicht zu erreichen.', 'Entscheidungsvorlage für den Lenkungsausschuss, Teilabnahme vorziehen.'], ['Der Test hat Fehler gezeigt, die den Betrieb verhindern.', 'Fehlerliste mit Fristen vereinbart, Nachtest in der ersten Woche des nächsten Monats.']],
}

/** Some months of a town that reports: mostly green, some trouble that comes and goes, one who forgets. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (stadt !== 'musterstadt') return
  const actor = systemActor(mandantId, 'Programmbüro')
  const [strategie] = await app.db.withMandant(mandantId, (tx) => strategien(tx))
  if (!strategie || (await app.db.withMandant(mandantId, (tx) => zeitraeume(tx, strategie.id))).length > 0) return
  const dieser = monatsanfang(app.clock.today())
  for (let vor = MONATE; vor >= 0; vor--) {
    const monat = dieser.subtract({ months: vor })
    const { zeitraumId } = await app.execute(actor, berichtsmonatEroeffnen, { strategieId: strategie.id, monat: monatKennung(monat) })
    const pflichtig = await app.db.withMandant(mandantId, (tx) => pflichten(tx, [zeitraumId]))
    if (vor === MONATE) await meilensteine(app, mandantId, strategie.id, pflichtig, monat)
    if (vor === 0) continue
    for (const [i, pflicht] of pflichtig.entries()) {
      if (fehlt(i, vor)) continue
      await app.execute(actor, berichtNachtragen, { zeitraumId, objektId: pflicht.objektId, version: 0, korrektur: '', angaben: angaben(i, vor, monat, await istSpaet(app, mandantId, pflicht.objektId, monat)), eingereichtAm: monat.add({ months: 1 }).toString() })
    }
  }
  await quartalsbericht(app, mandantId, strategie.id)
}

/** The report of the last quarter that has ended, for the board. */
async function quartalsbericht(app: App, mandantId: string, strategieId: string): Promise<void> {
  const vorher = app.clock.today().subtract({ months: 3 })
  const sitzung = monatsanfang(app.clock.today()).with({ day: 12 })
  await app.execute(systemActor(mandantId, 'Programmbüro'), programmberichtFestschreiben, { strategieId, jahr: vorher.year, quartal: quartalVon(vorher), gremium: 'Lenkungsausschuss', sitzungAm: sitzung.toString(), ohneSitzung: '' })
}

/** The sixth forgets every other month, the third forgot the last one. */
const fehlt = (i: number, vor: number): boolean => (i === 5 && vor % 2 === 0) || (i === 2 && vor === 1)

/** Two milestones below each of the first Vorhaben, still ahead, so that a trend can be drawn. */
async function meilensteine(app: App, mandantId: string, strategieId: string, pflichtig: readonly Pflicht[], monat: Temporal.PlainDate): Promise<void> {
  const actor = systemActor(mandantId, 'Programmbüro')
  for (const [i, { objektId, einheitId }] of pflichtig.slice(0, 3).entries()) {
    for (const [nummer, name, monate] of [['MS02', 'Leistungsbeschreibung abgestimmt', 7 + i], ['MS03', 'Pilotbetrieb beginnt', 10 + i]] as const) {
      await app.execute(actor, objektAnlegen, { id: newId(), strategieId, art: 'meilenstein', felder: { name: `${nummer} ${name}`, oberId: objektId, ende: monat.add({ months: monate }).with({ day: 15 }).toString(), ...(einheitId ? { einheitId } : {}) } })
    }
  }
  // The plan of the programme was made before: it takes the milestones over, as somebody of the Programmbüro would.
  const plan = await app.db.withMandant(mandantId, (tx) => planZuStrategie(tx, strategieId))
  if (plan) await app.execute(actor, planAusProgramm, { planId: plan.id })
}

function ampelVon(i: number, vor: number, dimension: number): Ampel {
  if (i === 1 && dimension === 0) return vor >= 3 ? 'gelb' : vor === 2 ? 'rot' : 'gelb'
  if (i === 3 && dimension === 1) return vor <= 2 ? 'gelb' : 'gruen'
  if (i === 4 && dimension === 2 && vor === 1) return 'rot'
  return 'gruen'
}

/** What is late cannot be reported green. */
async function istSpaet(app: App, mandantId: string, objektId: string, monat: Temporal.PlainDate): Promise<boolean> {
  return app.db.withMandant(mandantId, async (tx) => {
    const objekt = await findObjekt(tx, objektId)
    return objekt !== undefined && ueberfaellige(await meilensteineVon(tx, objekt), stichtagVon(monat)).length > 0
  })
}

function angaben(i: number, vor: number, monat: Temporal.PlainDate, spaet: boolean): Angaben {
  const licht = (dimension: number) => {
    if (spaet && dimension === 0) return { ampel: 'gelb' as const, begruendung: 'Das geplante Ende ist überschritten.', gegenmassnahme: 'Neuer Termin wird mit dem Programmbüro abgestimmt.' }
    const ampel = ampelVon(i, vor, dimension)
    const [begruendung, gegenmassnahme] = ampel === 'gruen' ? ['', ''] : WORTE[ampel][(i + vor) % 2] as readonly [string, string]
    return { ampel, begruendung, gegenmassnahme }
  }
  return {
    ...LEER, ...Object.fromEntries(DIMENSIONEN.map((dimension, d) => [dimension, licht(d)])) as Pick<Angaben, 'zeit' | 'ressourcen' | 'qualitaet'>,
    aktivitaeten: ['Abstimmung mit den Fachämtern abgeschlossen.', 'Testumgebung eingerichtet und Schulung vorbereitet.', 'Anforderungen mit dem Dienstleister geklärt.', 'Pilotgruppe hat gearbeitet, Rückmeldungen ausgewertet.'][(i + vor) % 4] ?? '',
    naechste: 'Rückmeldungen einarbeiten und den nächsten Meilenstein vorbereiten.', risiken: i % 2 === 0 ? 'Der Dienstleister hat viele Kommunen zugleich; Termine können sich verschieben.' : '',
    meilenstein: { name: 'MS02 Leistungsbeschreibung abgestimmt', phase: 'Umsetzung', termin: monat.add({ months: 3 }).with({ day: 15 }).toString() },
    entscheidungen: vor === 1 && (i === 1 || i === 4) ? [{ text: i === 1 ? 'Zusätzliche Mittel von 20.000 Euro für die Datenübernahme' : 'Verschiebung des Pilotbetriebs um zwei Monate', termin: monat.add({ months: 2 }).with({ day: 10 }).toString() }] : [],
  }
}
