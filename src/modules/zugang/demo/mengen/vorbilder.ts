import { Readable } from 'node:stream'
import type { App } from '../../../../platform/app.js'
import { renderPdf } from '../../../../platform/pdf/index.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { openContext } from '../../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { akteAnlegen, akteSchliessen, befangenheitEintragen, dokumentHochladen, vermerkVerfassen, vorgangById, vorgangEroeffnen, vorgangSchliessen } from '../../../akte/akten/index.js'
import { aktenplaneinheitenFuerNeueAkten, type Aktenplaneinheit } from '../../../akte/aktenplan/index.js'
import { aufgabeAnlegen } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten, kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { ANLAESSE } from './woerter-data.js'

/** What stands in the patterns where every copy has something of its own. */
export const PLATZ = { person: 'Mara Musterperson', strasse: 'Musterplatzallee 99', volltext: 'Volltextplatzhalter' } as const

/** A place where files lie: unit of the town and leaf of the file plan, with a pattern of an open and of a closed Akte. */
export interface Ablage { readonly einheitId: string; readonly bearbeitende: readonly string[]; readonly plan: Aktenplaneinheit; readonly offen: string; readonly zu: string }
export interface Vorbilder { readonly ablagen: readonly Ablage[]; readonly zu: readonly string[]; readonly offen: readonly string[]
  /** Accounts of clerks that stand in the patterns; each copy has one of its own unit. */
  readonly bearbeitet: readonly string[] }

const rechte = new Set(['akte.anlegen', 'akte.lesen', 'vorgang.lesen', 'vorgang.bearbeiten', 'vorgang.schliessen', 'dokument.ablegen'])

/**
 * Makes what is copied afterwards, through the same commands that people use: Akten, closed Vorgänge with their documents, and
 * open ones with a task. They stay in the town as the first of their kind.
 */
export async function legeVorbilderAn(app: App, mandantId: string): Promise<Vorbilder> {
  const { orte, plaene } = await app.db.withMandant(mandantId, async (tx) => {
    const einheiten = await alleEinheiten(tx, app.clock.today())
    const besetzt = await Promise.all(einheiten.map(async ({ id }) => ({ id, konten: await kontenMitRolle(tx, 'sachbearbeitung', id, app.clock.today()) })))
    // Where most people work there is most to do.
    return { orte: besetzt.filter(({ konten }) => konten.length > 0).sort((one, other) => other.konten.length - one.konten.length), plaene: await aktenplaneinheitenFuerNeueAkten(tx, app.clock.today()) }
  })
  const erste = orte[0]?.konten[0]
  if (!erste || plaene.length === 0) throw new Error('The demo town has nobody who works on cases, or no file plan')
  const actor: Actor = { art: 'personal', mandantId, id: erste, name: 'Demo', stufe: 2, zuweisungen: [{ rolle: 'sachbearbeitung', rechte }] }
  const ablagen: Ablage[] = []
  for (const [index, { id: einheitId, konten }] of orte.entries()) {
    for (let nr = 0; nr < 3; nr++) {
      const plan = plaene[(index * 3 + nr) * 5 % plaene.length] as Aktenplaneinheit
      const akte = async () => (await app.execute(actor, akteAnlegen, { aktenplaneinheit: plan.kennzeichen, betreff: `${plan.bezeichnung.slice(0, 200)}, ${PLATZ.strasse}`, einheitId })).akteId
      const [offen, zu] = [await akte(), await akte()]
      await app.execute(actor, akteSchliessen, { akteId: zu })
      ablagen.push({ einheitId, bearbeitende: konten, plan, offen, zu })
    }
  }
  const dateien = await Promise.all(['Schreiben', 'Anlage', 'Antwort'].map((titel) => legeDateiAb(app, mandantId, titel)))
  const akteId = ablagen[0]?.offen ?? ''
  const [zu, offen]: [string[], string[]] = [[], []]
  for (const [index, anlass] of ANLAESSE.entries()) {
    const vorgangId = await vorgang(app, actor, akteId, anlass, dateien)
    await app.execute(actor, vermerkVerfassen, { vorgangId, text: `Mit ${PLATZ.person} telefoniert. Die Sache ist erledigt.` })
    await app.execute(actor, vorgangSchliessen, { vorgangId, schlussvermerk: 'Erledigt.' })
    if (index === 1) await app.execute(actor, befangenheitEintragen, { vorgangId, kontoId: erste, grund: 'Angehörige im Verfahren beteiligt' })
    zu.push(vorgangId)
    if (index > 3) continue
    offen.push(await mitAufgabe(app, actor, await vorgang(app, actor, akteId, anlass, dateien), ablagen[0]?.einheitId ?? '', anlass.betreff))
  }
  return { ablagen, zu, offen, bearbeitet: orte.map(({ konten }) => konten[0] ?? '') }
}

interface Datei { readonly sha256: string; readonly size: number }

/** A short letter as the town writes it; all copies point at the same bytes. */
async function legeDateiAb(app: App, mandantId: string, titel: string): Promise<Datei> {
  const { bytes } = await renderPdf({
    template: { source: `#set page(paper: "a5")\n= ${titel}\nMuster für die Vorführung. Alle Angaben sind erfunden.` }, data: {}, standard: 'a-2a', createdAt: Temporal.Instant.from('2026-01-15T09:00Z'),
  })
  return app.blobs.put(mandantId, Readable.from([bytes]), { maxBytes: 1_000_000 })
}

async function vorgang(app: App, actor: Actor, akteId: string, anlass: (typeof ANLAESSE)[number], dateien: readonly Datei[]): Promise<string> {
  const { vorgangId } = await app.execute(actor, vorgangEroeffnen, { akteId, betreff: `${anlass.betreff}, ${PLATZ.strasse}: ${PLATZ.person}`, typ: anlass.typ })
  for (const [index, betreff] of anlass.dokumente.entries()) {
    const datei = dateien[index] as Datei
    const { dokumentId } = await app.execute(actor, dokumentHochladen, {
      vorgangId, betreff, typ: index === 2 ? 'schreiben' : 'sonstiges', richtung: index === 2 ? 'ausgang' : 'eingang', datum: app.clock.today().toString(), pruefstatus: 'sauber',
      ...(index === 2 ? {} : { absender: PLATZ.person }), datei: { sha256: datei.sha256, size: datei.size, mime: 'application/pdf', dateiname: `${betreff.toLowerCase().replaceAll(/[^a-zäöüß]+/g, '-')}.pdf` },
    })
    if (index === 0) await mitText(app, actor, vorgangId, dokumentId, betreff)
  }
  return vorgangId
}

/** One of the documents is found by its words, as after text recognition. */
const mitText = (app: App, actor: Actor, vorgangId: string, dokumentId: string, betreff: string) => alsVerfahren(app, actor, async (ctx) => {
  const vorgang = await vorgangById(ctx.tx, vorgangId)
  sucheEintragen(ctx, {
    objektArt: 'dokument', objektId: dokumentId, vorgangId, titel: betreff, text: `${vorgang?.vorgangsnummer} ${PLATZ.person} ${PLATZ.volltext}`, einheitId: vorgang?.einheitId ?? null, stufe: 0,
    datum: ctx.today, url: `/arbeitsplatz/dokumente/${dokumentId}/angaben`,
  })
})

const mitAufgabe = (app: App, actor: Actor, vorgangId: string, einheitId: string, betreff: string): Promise<string> => alsVerfahren(app, actor, async (ctx) => {
  const vorgang = await vorgangById(ctx.tx, vorgangId)
  await aufgabeAnlegen(ctx, {
    vorgangId, einheitId, gruppe: 'sachbearbeitung', titel: 'Antwort entwerfen', maske: 'allgemein', faelligAm: ctx.today.add({ days: 14 }), ergebnisse: [{ wert: 'erledigt', text: 'Erledigt' }],
    kontext: { vorgangsnummer: vorgang?.vorgangsnummer ?? '', betreff, person: PLATZ.person },
  })
  return vorgangId
})

/** Doors of other rooms that work inside somebody's transaction. */
async function alsVerfahren<T>(app: App, actor: Actor, fn: (ctx: CommandContext) => Promise<T>): Promise<T> {
  return app.db.withMandant(actor.mandantId, async (tx) => {
    const { ctx, finish } = openContext(app, tx, actor, 'demo.vorbilder')
    ctx.unchanged()
    const result = await fn(ctx)
    await finish()
    return result
  })
}
