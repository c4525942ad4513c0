import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { findPersonal } from '../../grundlagen/konten/index.js'
import { strategien } from '../programm/index.js'
import { planAendern } from './aendern/command.js'
import { planAnlegen } from './anlegen/command.js'
import { einsatzPlanen } from './auslastung/command.js'
import { planAusProgramm } from './aus-programm/command.js'
import { beteiligungEinleiten } from './beteiligung/command.js'
import type { Aenderung } from './domain/aenderung.js'
import type { Feld } from './domain/felder.js'
import { entscheidungErfassen } from './entscheidungen/command.js'
import { basisGenehmigen } from './genehmigen/command.js'
import { kommunikationPlanen } from './kommunikation/command.js'
import { findPlan } from './plan.js'
import { prognosenFesthaltenAm } from './trend/command.js'
import { risikoErfassen } from './risiken/command.js'

/** Fixed ids make the seed repeatable. */
const PLAN_ID = '01900000-0000-7000-8000-0000000f1a00'
const id = (nummer: number): string => `01900000-0000-7000-8000-0000000f1a${String(nummer).padStart(2, '0')}`

/** Nummer, Felder, wartet auf. */
const EINTRAEGE: readonly [number, Partial<Record<Feld, string>>, readonly number[]][] = [
  [1, { titel: 'Vorbereitung', art: 'sammel', phase: 'Vorbereitung' }, []],
  [2, { titel: 'Projektstammblatt und Auftrag', dauer: '10', oberId: id(1) }, []],
  [3, { titel: 'Beteiligung von Personalrat und Datenschutz', dauer: '1', einheit: 'monate', oberId: id(1) }, [2]],
  [4, { titel: 'Freigabe durch den Verwaltungsvorstand', art: 'meilenstein', oberId: id(1) }, [3]],
  [5, { titel: 'Beschaffung', art: 'sammel', phase: 'Beschaffung' }, []],
  [6, { titel: 'Leistungsbeschreibung', dauer: '20', oberId: id(5) }, [4]],
  [7, { titel: 'Ausschreibung', dauer: '3', einheit: 'monate', oberId: id(5) }, [6]],
  [8, { titel: 'Zuschlag', art: 'meilenstein', oberId: id(5) }, [7]],
  [9, { titel: 'Einführung', art: 'sammel', phase: 'Einführung' }, []],
  [10, { titel: 'Aktenplan abstimmen', dauer: '40', oberId: id(9) }, [4]],
  [11, { titel: 'Technik einrichten', dauer: '25', oberId: id(9) }, [8]],
  [12, { titel: 'Schulungen', dauer: '15', oberId: id(9) }, [11]],
  [13, { titel: 'Pilotbetrieb im Ordnungsamt', dauer: '3', einheit: 'monate', oberId: id(9) }, [10, 12]],
  [14, { titel: 'Alle Ämter arbeiten mit der E-Akte', art: 'meilenstein', oberId: id(9) }, [13]],
  [15, { titel: 'Betrieb und Betreuung', fortlaufend: 'ja', phase: 'Betrieb' }, [14]],
]

/** A plan for every strategy of the town, and in Musterstadt one project with everything a plan can hold. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  if (stadt === 'musterstadt') await projekt(app, mandantId)
  for (const { id: strategieId, name, jahrVon } of await app.db.withMandant(mandantId, (tx) => strategien(tx))) {
    const { planId } = await app.execute(system, planAnlegen, { titel: `Programmplan: ${name}`.slice(0, 200), beginn: `${jahrVon ?? app.clock.today().year}-01-01`, strategieId })
    await app.execute(system, planAusProgramm, { planId })
  }
}

async function projekt(app: App, mandantId: string): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  if (await app.db.withMandant(mandantId, (tx) => findPlan(tx, PLAN_ID))) return
  const heute = app.clock.today()
  const beginn = heute.subtract({ months: 4 }).with({ day: 1 })
  await app.execute(system, planAnlegen, { id: PLAN_ID, titel: 'Einführung der E-Akte', beginn: beginn.toString() })
  const leitung = (await app.db.withMandant(mandantId, (tx) => findPersonal(tx, 'p.plan')))?.id
  const wer = leitung ? { verantwortlichId: leitung } : {}
  const neu = EINTRAEGE.map(([nummer, felder]): Aenderung => ({ art: 'neu', id: id(nummer), felder: { ...felder, ...(felder.art === 'sammel' ? {} : wer) } }))
  const kanten = EINTRAEGE.flatMap(([nummer, , vor]) => vor.map((von): Aenderung => ({ art: 'verbinden', vonId: id(von), nachId: id(nummer), typ: 'FS', abstand: 0 })))
  await app.execute(system, planAendern, { planId: PLAN_ID, aenderungen: [...neu, ...kanten] as never })
  await verlauf(app, mandantId, beginn)
  await begleitung(app, mandantId, heute, leitung)
}

/** Approved at the start, forecasts month by month, a procurement that took longer. */
async function verlauf(app: App, mandantId: string, beginn: Temporal.PlainDate): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  await app.execute(system, basisGenehmigen, { planId: PLAN_ID, grund: 'Beschluss des Verwaltungsvorstands' })
  const halte = (monat: number) => app.execute(system, prognosenFesthaltenAm, { planId: PLAN_ID, stichtag: beginn.add({ months: monat }).with({ day: 28 }).toString() })
  await halte(0)
  await app.execute(system, planAendern, { planId: PLAN_ID, aenderungen: [{ art: 'eintrag', id: id(6), felder: { dauer: '24' } }] })
  await halte(1)
  await app.execute(system, planAendern, { planId: PLAN_ID, aenderungen: [{ art: 'eintrag', id: id(12), felder: { dauer: '18' } }, { art: 'eintrag', id: id(2), felder: { istBeginn: beginn.toString(), istEnde: beginn.add({ days: 13 }).toString(), fortschritt: '100' } }] })
  await halte(2)
}

async function begleitung(app: App, mandantId: string, heute: Temporal.PlainDate, kontoId: string | undefined): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  const planId = PLAN_ID
  const risiko = (beschreibung: string, wahrscheinlichkeit: number, auswirkung: number, massnahme: string) =>
    app.execute(system, risikoErfassen, { planId, beschreibung, ursache: '', auswirkungText: '', wahrscheinlichkeit, auswirkung, massnahme, restWahrscheinlichkeit: Math.max(1, wahrscheinlichkeit - 2), restAuswirkung: auswirkung, faellig: heute.add({ months: 2 }).toString(), pruefungAm: heute.add({ months: 1 }).toString(), ...(kontoId ? { eignerId: kontoId } : {}) })
  await risiko('Die Ausschreibung bringt kein wirtschaftliches Angebot.', 3, 4, 'Markterkundung vorziehen, Lose prüfen')
  await risiko('Schulungen überlasten die Ämter.', 4, 3, 'Termine mit den Amtsleitungen abstimmen')
  await risiko('Der Scanner fällt in der Pilotphase aus.', 2, 2, 'Ersatzgerät bereithalten')
  await app.execute(system, entscheidungErfassen, { planId, sachverhalt: 'Welches Amt beginnt mit dem Pilotbetrieb?', varianten: 'Ordnungsamt oder Bürgerdienste', empfehlung: 'Ordnungsamt: kleiner Aktenbestand, hohe Bereitschaft', gremium: 'Lenkungsausschuss', benoetigtBis: heute.add({ months: 1 }).toString() })
  await app.execute(system, beteiligungEinleiten, { planId, stelle: 'Personalrat', gegenstand: 'Einführung der E-Akte (§ 72 LPVG NRW)', eingeleitetAm: heute.subtract({ days: 20 }).toString(), frist: heute.add({ days: 8 }).toString() })
  await app.execute(system, kommunikationPlanen, { planId, zielgruppe: 'Alle Beschäftigten', botschaft: 'Die E-Akte kommt, zuerst im Ordnungsamt. Niemand verliert seine Akten.', kanal: 'Intranet', termin: heute.add({ days: 14 }).toString() })
  await app.execute(system, kommunikationPlanen, { planId, zielgruppe: 'Ausschuss für Digitales', botschaft: 'Der Zuschlag ist erteilt; was er kostet und was jetzt folgt.', kanal: 'Mitteilungsvorlage', termin: '', meilensteinId: id(8), ...(kontoId ? { verantwortlichId: kontoId } : {}) })
  if (kontoId) await app.execute(system, einsatzPlanen, { planId, kontoId, anteil: 40, von: heute.subtract({ months: 1 }).toString(), bis: heute.add({ months: 8 }).toString() })
}
