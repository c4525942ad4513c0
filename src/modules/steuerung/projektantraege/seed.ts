import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { offeneAufgaben } from '../../grundlagen/aufgaben/index.js'
import { findPersonal } from '../../grundlagen/konten/index.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { beteiligungFesthalten } from './beteiligung/command.js'
import { projektantraege } from './db/tables.js'
import { wegFestlegen } from './einrichten.js'
import { hausabfrageBeantworten, hausabfrageStellen } from './hausabfrage/command.js'
import { abfragen, gefragteVon } from './hausabfrage/lesen.js'
import { wege } from './lesen.js'
import { ideeMelden } from './melden/command.js'
import { stammblattAusfuellen } from './stammblatt/command.js'

interface Datei { readonly einheit: string; readonly aktenplaneinheit: string; readonly wege: readonly { readonly schluessel: string; readonly name: string; readonly datei: string }[] }

/** The ways of three towns, for the demo towns that have an Aktenplan to file them in. */
export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (!existsSync(join(projectRoot, 'demo', stadt, 'aktenplan.yaml'))) return
  const ordner = join(projectRoot, 'demo/projektwege')
  const { einheit, aktenplaneinheit, wege: alle } = parse(readFileSync(join(ordner, 'wege.yaml'), 'utf8')) as Datei
  const bekannt = new Set((await app.db.withMandant(mandantId, (tx) => wege(tx))).map(({ schluessel }) => schluessel))
  for (const [rang, { schluessel, name, datei }] of alle.entries()) {
    if (!bekannt.has(schluessel)) await app.execute(systemActor(mandantId, 'demo'), wegFestlegen, { schluessel, name, einheit, aktenplaneinheit, rang, xml: readFileSync(join(ordner, datei), 'utf8') })
  }  if (stadt === 'musterstadt') await beispiele(app, mandantId)
}

const ID_ABFRAGE = '01900000-0000-7000-8000-0000000f2a01'

/** An idea that waits for the board, one at its beginning, and a survey that one unit has answered. */
async function beispiele(app: App, mandantId: string): Promise<void> {
  const system = systemActor(mandantId, 'demo')
  const [melder, team] = [await person(app, mandantId, 'd.dorn'), await person(app, mandantId, 'o.orth')]
  if (!melder || !team || (await app.db.withMandant(mandantId, (tx) => abfragen(tx))).length > 0) return
  const { id } = await app.execute(melder, ideeMelden, { titel: 'Raumbuchung für alle Häuser', mitteilung: 'Wir buchen Besprechungsräume mit drei Listen und am Telefon. Eine gemeinsame Buchung würde allen helfen.' })
  await bisVorDenVorstand(app, team, id)
  await app.execute(melder, ideeMelden, { titel: 'Digitale Schlüsselausgabe', mitteilung: 'Schlüssel und Dienstwagen werden auf Papier ausgegeben. Das ginge am Bildschirm.' })
  const { id: abfrageId } = await app.execute(system, hausabfrageStellen, {
    id: ID_ABFRAGE, titel: `Hausabfrage ${app.clock.today().year + 1}`, einleitung: 'Einmal im Jahr fragen wir alle Einheiten, was sie für die Digitalisierung brauchen.',
    fragen: 'Welche Aufgabe kostet Ihre Einheit unnötig viel Zeit?\nWelche Leistung sollten Bürgerinnen und Bürger online bekommen?', faelligAm: app.clock.today().add({ weeks: 4 }).toString(),
  })
  const zehn = (await app.db.withMandant(mandantId, (tx) => gefragteVon(tx, [abfrageId]))).find(({ kuerzel }) => kuerzel === '10')
  if (zehn) await app.execute(melder, hausabfrageBeantworten, { abfrageId, einheitId: zehn.einheitId, antworten: ['Wir verteilen Rechnungen noch in Mappen.', 'Die Anmeldung zu Ferienangeboten.'], keinBedarf: false })
}

/** Somebody of the demo with the roles they hold. */
async function person(app: App, mandantId: string, kennung: string): Promise<Actor | undefined> {
  return app.db.withMandant(mandantId, async (tx) => {
    const konto = await findPersonal(tx, kennung)
    return konto && { art: 'personal' as const, mandantId, id: konto.id, name: konto.name, ...(await rollenbildVon(tx, konto.id, app.clock.today())) }
  })
}

/** The Stammblatt is written and all four are heard: now the board has it. */
async function bisVorDenVorstand(app: App, team: Actor, antragId: string): Promise<void> {
  const aufgabe = () => app.db.withMandant(team.mandantId, async (tx) => {
    const row = await projektantraege(tx).selectFrom('projektantraege.antrag').select('vorgang_id').where('id', '=', antragId).executeTakeFirstOrThrow()
    return (await offeneAufgaben(tx, row.vorgang_id))[0]
  })
  const stammblatt = await aufgabe()
  if (stammblatt?.maske !== 'projektantrag.stammblatt') return
  await app.execute(team, stammblattAusfuellen, { aufgabeId: stammblatt.id, felder: {
    anlass: 'Räume werden in drei Listen und am Telefon gebucht; Doppelbuchungen sind häufig.', ziel: 'Eine Buchung für alle Häuser.', nutzen: 'Weniger Abstimmung, bessere Auslastung der Räume.',
    vorhandenes: 'Das vorhandene Kalenderprogramm kann Räume führen; geprüft am Beispiel des Rathauses.', einmalig: '8.500', laufend: '1.200', vzae: '0,10', prioritaet: 'mittel', verantwortlich: 'Zentrale Dienste',
  } })
  const beteiligung = await aufgabe()
  if (beteiligung?.maske !== 'projektantrag.beteiligung') return
  const [am, text] = [app.clock.today().toString(), 'keine Bedenken']
  const gehoert = { art: 'beteiligt', am, text }
  await app.execute(team, beteiligungFesthalten, { aufgabeId: beteiligung.id, stellen: { personalrat: gehoert, gleichstellung: gehoert, schwerbehindertenvertretung: gehoert, datenschutz: { art: 'nicht', am: '', text: 'Keine personenbezogenen Daten außer dem Namen der Buchenden' } } })
}
