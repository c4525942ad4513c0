import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { newId, parseDate } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { aufgabeAnlegen, aufgabeEntfaellt, registerFortsetzung } from '../../../grundlagen/aufgaben/index.js'
import { alleEinheiten, kontenMitRolle } from '../../../grundlagen/organisation/index.js'
import { projektantraege } from '../db/tables.js'
import { abfrageBeantwortet, abfrageErinnert, abfrageGestellt } from '../events.js'
import { nimmIdeeAuf } from '../melden/aufnehmen.js'
import { abfrageErinnerungSenden } from './erinnern.js'
import { antwortenVon, gefragteVon, ladeAbfrage } from './lesen.js'
import { antwortPfad } from './pfade.js'

const QUELLE = 'hausabfrage'
const FRAGEN_MAX = 20
const ANTWORT_MAX = 4000
/** Who answers for a unit: the first of these roles that somebody holds there. */
const GRUPPEN = ['teamleitung', 'projektleitung', 'sachbearbeitung', 'programmbuero'] as const

/** Asks every unit of the town; each gets a task with the due day (H2-09). `fragen` has one question a line. @throws Invalid with all fields */
export const hausabfrageStellen = command({
  name: 'projektantraege.hausabfrageStellen',
  input: Type.Object({ id: Type.Optional(Id), titel: Type.String(), einleitung: Type.String(), fragen: Type.String(), faelligAm: Type.String() }, { additionalProperties: false }),
  allow: can('projektantrag.abfragen')(),
  async run(ctx, { id = newId(), ...angaben }) {
    const [titel, einleitung, fragen] = [angaben.titel.trim(), angaben.einleitung.trim(), angaben.fragen.split('\n').map((frage) => frage.trim()).filter(Boolean)]
    const gelesen = parseDate(angaben.faelligAm, ctx.today.year)
    const faelligAm = gelesen.ok && Temporal.PlainDate.compare(gelesen.value, ctx.today) > 0 ? gelesen.value : undefined
    const fehler: Feldfehler[] = []
    if (titel.length < 3 || titel.length > 200) fehler.push({ feld: 'titel', text: 'Geben Sie der Abfrage einen Titel mit 3 bis 200 Zeichen.' })
    if (einleitung.length > 2000) fehler.push({ feld: 'einleitung', text: 'Bitte kürzen Sie die Einleitung auf 2000 Zeichen.' })
    if (fragen.length === 0 || fragen.length > FRAGEN_MAX) fehler.push({ feld: 'fragen', text: `Stellen Sie 1 bis ${FRAGEN_MAX} Fragen, eine je Zeile.` })
    else if (fragen.some((frage) => frage.length > 300)) fehler.push({ feld: 'fragen', text: 'Eine Frage darf höchstens 300 Zeichen haben.' })
    if (!faelligAm) fehler.push({ feld: 'faelligAm', text: 'Bis wann sollen die Einheiten antworten? Geben Sie einen Tag nach heute an, zum Beispiel 31.01.2027.' })
    if (fehler.length > 0 || !faelligAm) throw new Invalid(fehler)
    const einheiten = await alleEinheiten(ctx.tx, ctx.today)
    if (einheiten.length === 0) throw new Conflict('projektantraege.ohneEinheiten', 'Die Stadt hat noch keine Einheiten, die antworten könnten.')
    await projektantraege(ctx.tx).insertInto('projektantraege.abfrage').values({ id, titel, einleitung, fragen, faellig_am: faelligAm, erinnert_am: null, created_at: ctx.now }).execute()
    await projektantraege(ctx.tx).insertInto('projektantraege.abfrageeinheit').values(einheiten.map((einheit) => ({ abfrage_id: id, einheit_id: einheit.id, kuerzel: einheit.kuerzel, name: einheit.name, beantwortet_am: null, beantwortet_von: null }))).execute()
    for (const { id: einheitId } of einheiten) {
      await aufgabeAnlegen(ctx, {
        einheitId, gruppe: await gruppeIn(ctx, einheitId), titel: 'Hausabfrage beantworten', maske: 'allgemein', quelle: QUELLE, instanzId: id, tokenId: einheitId, faelligAm,
        adresse: antwortPfad(id, einheitId), kontext: { betreff: titel },
      })
    }
    ctx.emit(abfrageGestellt(id, { einheiten: einheiten.length, fragen: fragen.length, faelligAm: faelligAm.toString() }))
    return { id, einheiten: einheiten.length }
  },
})

async function gruppeIn(ctx: CommandContext, einheitId: string): Promise<string> {
  for (const gruppe of GRUPPEN) if ((await kontenMitRolle(ctx.tx, gruppe, einheitId, ctx.today)).length > 0) return gruppe
  return 'programmbuero'
}

const gefragt = async ({ abfrageId, einheitId }: { abfrageId: string; einheitId: string }, tx: Tx) => ((await gefragteVon(tx, [abfrageId])).some((eine) => eine.einheitId === einheitId) ? { einheitId } : undefined)

/** Answers for a unit, again as often as one likes; an answer that became an idea stays. No text at all needs `keinBedarf`. @throws Invalid with all fields */
export const hausabfrageBeantworten = command({
  name: 'projektantraege.hausabfrageBeantworten',
  input: Type.Object({ abfrageId: Id, einheitId: Id, antworten: Type.Array(Type.String(), { maxItems: FRAGEN_MAX }), keinBedarf: Type.Boolean() }, { additionalProperties: false }),
  allow: can('aufgabe.bearbeiten').on(gefragt),
  async run(ctx, { abfrageId, einheitId, keinBedarf, ...eingabe }) {
    const { fragen } = await ladeAbfrage(ctx.tx, abfrageId)
    const antworten = fragen.map((_, i) => (eingabe.antworten[i] ?? '').trim())
    const fehler: Feldfehler[] = antworten.flatMap((text, i) => (text.length > ANTWORT_MAX ? [{ feld: `antwort${i}`, text: `Bitte kürzen Sie die Antwort auf ${ANTWORT_MAX} Zeichen.` }] : []))
    if (antworten.every((text) => text === '') && !keinBedarf) fehler.push({ feld: 'antwort0', text: 'Beantworten Sie mindestens eine Frage, oder kreuzen Sie unten an, dass kein Bedarf besteht.' })
    if (fehler.length > 0) throw new Invalid(fehler)
    const fest = new Set((await antwortenVon(ctx.tx, abfrageId)).filter((eine) => eine.einheitId === einheitId && eine.antragId).map(({ frage }) => frage))
    await projektantraege(ctx.tx).deleteFrom('projektantraege.abfrageantwort').where('abfrage_id', '=', abfrageId).where('einheit_id', '=', einheitId).where('antrag_id', 'is', null).execute()
    const neu = antworten.flatMap((text, frage) => (text === '' || fest.has(frage) ? [] : [{ abfrage_id: abfrageId, einheit_id: einheitId, frage, text, antrag_id: null }]))
    await projektantraege(ctx.tx).updateTable('projektantraege.abfrageeinheit').set({ beantwortet_am: ctx.now, beantwortet_von: ctx.actor.id }).where('abfrage_id', '=', abfrageId).where('einheit_id', '=', einheitId).execute()
    if (neu.length > 0) await projektantraege(ctx.tx).insertInto('projektantraege.abfrageantwort').values(neu).execute()
    await aufgabeEntfaellt(ctx, abfrageId, einheitId)
    ctx.emit(abfrageBeantwortet(abfrageId, { einheitId, antworten: neu.length + fest.size }))
  },
})

/** Makes an idea of an answer, once; whoever answered is its proposer and learns what becomes of it. */
export const ideeAusAntwort = command({
  name: 'projektantraege.ideeAusAntwort',
  input: Type.Object({ abfrageId: Id, einheitId: Id, frage: Type.Integer({ minimum: 0, maximum: FRAGEN_MAX }) }, { additionalProperties: false }),
  allow: can('projektantrag.abfragen')(),
  async run(ctx, { abfrageId, einheitId, frage }) {
    const { titel, fragen } = await ladeAbfrage(ctx.tx, abfrageId)
    const antwort = await projektantraege(ctx.tx).selectFrom('projektantraege.abfrageantwort').selectAll().where('abfrage_id', '=', abfrageId).where('einheit_id', '=', einheitId).where('frage', '=', frage).forUpdate().executeTakeFirst()
    const einheit = (await gefragteVon(ctx.tx, [abfrageId])).find((eine) => eine.einheitId === einheitId)
    if (!antwort || !einheit?.beantwortetVon) throw new NotFound()
    if (antwort.antrag_id) throw new Conflict('projektantraege.schonIdee', 'Aus dieser Antwort ist schon eine Idee geworden. Bitte laden Sie die Seite neu.')
    const { id, vorgangsnummer } = await nimmIdeeAuf(ctx, { titel: kurztitel(einheit.kuerzel, antwort.text), mitteilung: `${antwort.text}\n\nAntwort von ${einheit.kuerzel} ${einheit.name} auf „${fragen[frage] ?? ''}“ (${titel}).`, melderId: einheit.beantwortetVon })
    await projektantraege(ctx.tx).updateTable('projektantraege.abfrageantwort').set({ antrag_id: id }).where('abfrage_id', '=', abfrageId).where('einheit_id', '=', einheitId).where('frage', '=', frage).execute()
    return { vorgangsnummer }
  },
})

/** The first line as a title; the whole answer stands in the notice. */
function kurztitel(kuerzel: string, text: string): string {
  const zeile = text.split('\n')[0]?.trim() ?? ''
  return `${kuerzel}: ${zeile.length > 120 ? `${zeile.slice(0, 119)}…` : zeile}`
}

/** Reminds every unit that has not answered, by the mail address of the unit. */
export const hausabfrageErinnern = command({
  name: 'projektantraege.hausabfrageErinnern', input: Type.Object({ abfrageId: Id }, { additionalProperties: false }), allow: can('projektantrag.abfragen')(),
  async run(ctx, { abfrageId }) {
    const offen = (await gefragteVon(ctx.tx, [(await ladeAbfrage(ctx.tx, abfrageId)).id])).filter(({ beantwortetAm }) => beantwortetAm === null)
    if (offen.length === 0) { ctx.unchanged(); return { einheiten: 0 } }
    await projektantraege(ctx.tx).updateTable('projektantraege.abfrage').set({ erinnert_am: ctx.now }).where('id', '=', abfrageId).execute()
    for (const { einheitId } of offen) ctx.enqueue(abfrageErinnerungSenden, { abfrageId, einheitId, tag: ctx.today.toString() })
    ctx.emit(abfrageErinnert(abfrageId, { einheiten: offen.length }))
    return { einheiten: offen.length }
  },
})

/** The task is done by answering, not by ticking it off. */
export function registriereHausabfrage(): void {
  registerFortsetzung(QUELLE, async (ctx, { instanzId, tokenId }) => {
    const eine = (await gefragteVon(ctx.tx, instanzId ? [instanzId] : [])).find(({ einheitId }) => einheitId === tokenId)
    if (eine && eine.beantwortetAm === null) throw new Conflict('projektantraege.nichtBeantwortet', 'Die Hausabfrage ist noch nicht beantwortet. Sie steht unter „Ideen“; die Aufgabe verschwindet dann von selbst.')
  })
}
