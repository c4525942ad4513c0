import type { Tx } from '../../../platform/database/database.js'
import { json } from '../../../platform/database/database.js'
import { Invalid } from '../../../platform/errors.js'
import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { programm } from './db/tables.js'
import { darfUnter, type Objektart } from './domain/arten.js'
import { alsFelder, pruefeFelder, TERMINFELDER, type Felder } from './domain/felder.js'
import { objektAngelegt, objektGeaendert, terminVerschoben } from './events.js'
import { findObjekt, type Objekt } from './lesen.js'

const tag = (text: string | undefined) => (text ? Temporal.PlainDate.from(text) : null)
const zahl = (text: string | undefined) => (text ? Number(text) : null)

/** Texts as columns; only what is named is touched. */
function alsSpalten(felder: Felder, texte: Readonly<Record<string, string>>) {
  const hat = (feld: string) => felder[feld] !== undefined
  const neueTexte = Object.entries(felder).filter(([feld]) => feld.startsWith('texte.'))
  const text = (feld: string) => felder[feld] || null
  return {
    ...(hat('name') ? { name: felder['name'] ?? '' } : {}),
    ...(hat('nummer') ? { nummer: text('nummer') } : {}),
    ...(hat('bausteinart') ? { bausteinart: text('bausteinart') as 'basis' | null } : {}),
    ...(hat('oberId') ? { ober_id: text('oberId') } : {}),
    ...(hat('prioritaet') ? { prioritaet: text('prioritaet') as 'hoch' | null } : {}),
    ...(hat('dauerMonate') ? { dauer_monate: zahl(felder['dauerMonate']) } : {}),
    ...(hat('fortlaufend') ? { fortlaufend: felder['fortlaufend'] === 'ja' } : {}),
    ...(hat('beginn') ? { beginn: tag(felder['beginn']) } : {}),
    ...(hat('ende') ? { ende: tag(felder['ende']) } : {}),
    ...(hat('beginnIst') ? { beginn_ist: tag(felder['beginnIst']) } : {}),
    ...(hat('endeIst') ? { ende_ist: tag(felder['endeIst']) } : {}),
    ...(hat('frist') ? { frist: tag(felder['frist']) } : {}),
    ...(hat('kostenklasse') ? { kostenklasse: zahl(felder['kostenklasse']) } : {}),
    ...(hat('einheitId') ? { einheit_id: text('einheitId') } : {}),
    ...(hat('verantwortlichKontoId') ? { verantwortlich_konto_id: text('verantwortlichKontoId') } : {}),
    ...(hat('verantwortlich') ? { verantwortlich: text('verantwortlich') } : {}),
    ...(hat('beteiligte') ? { beteiligte: (felder['beteiligte'] ?? '').split('\n').filter(Boolean) } : {}),
    ...(neueTexte.length > 0 ? { texte: json(Object.fromEntries([...Object.entries(texte), ...neueTexte.map(([feld, value]) => [feld.slice(6), value])].filter(([, value]) => value !== ''))) } : {}),
  }
}

/** Does the place in the tree hold? @throws Invalid at `oberId` */
export async function pruefeOrt(tx: Tx, { id, art, strategieId, oberId }: { id?: string; art: Objektart; strategieId: string; oberId: string }): Promise<Objekt> {
  const ober = await findObjekt(tx, oberId)
  const klage = (text: string) => new Invalid([{ feld: 'oberId', text }])
  if (!ober || ober.strategieId !== strategieId) throw klage('Bitte wählen Sie einen Eintrag dieser Strategie.')
  if (!darfUnter(art, ober.art)) throw klage('Hierunter passt diese Ebene nicht. Bitte wählen Sie eine höhere Ebene.')
  for (let vorfahr: Objekt | undefined = ober, stufen = 0; vorfahr && stufen < 50; stufen++) {
    if (vorfahr.id === id) throw klage('Etwas kann nicht unter sich selbst liegen. Bitte wählen Sie einen anderen Eintrag.')
    vorfahr = vorfahr.oberId ? await findObjekt(tx, vorfahr.oberId) : undefined
  }
  return ober
}

/** @throws Invalid at `nummer`: taken within the same strategy, level and Bausteinart (H1-05) */
export async function pruefeNummer(tx: Tx, { id, strategieId, art, bausteinart, nummer }: { id?: string; strategieId: string; art: Objektart; bausteinart: string | null; nummer: string }): Promise<void> {
  let select = programm(tx).selectFrom('programm.objekt').select('name').where('strategie_id', '=', strategieId).where('art', '=', art).where('nummer', '=', nummer)
    .where('bausteinart', 'is not distinct from', bausteinart as 'basis' | null).where('geloescht_am', 'is', null)
  if (id) select = select.where('id', '<>', id)
  const andere = await select.executeTakeFirst()
  if (andere) throw new Invalid([{ feld: 'nummer', text: `Die Nummer ${nummer} hat hier schon „${andere.name}“. Bitte nehmen Sie eine andere.` }])
}

export interface NeuesObjekt { readonly id?: string; readonly strategieId: string; readonly art: Objektart; readonly kennung?: string; readonly rang?: number; readonly status?: Objekt['status']; readonly felder: Felder }

/** Writes a new object in the caller's transaction; the fields are checked here. The caller emits `objektAngelegt`. */
export async function schreibeNeu(tx: Tx, { id = newId(), strategieId, art, kennung, rang = 0, status = null, felder }: NeuesObjekt): Promise<string> {
  const fehler = pruefeFelder({ name: '', ...felder })
  if (fehler.length > 0) throw new Invalid(fehler)
  const ober = felder['oberId'] ? await pruefeOrt(tx, { art, strategieId, oberId: felder['oberId'] }) : undefined
  const bausteinart = art === 'baustein' ? felder['bausteinart'] || null : ober?.bausteinart ?? null
  if (felder['nummer']) await pruefeNummer(tx, { strategieId, art, bausteinart, nummer: felder['nummer'] })
  const leer = {
    ober_id: null, nummer: null, name: '', prioritaet: null, dauer_monate: null, fortlaufend: false, beginn: null, ende: null, beginn_ist: null, ende_ist: null, frist: null,
    kostenklasse: null, einheit_id: null, verantwortlich_konto_id: null, verantwortlich: null, beteiligte: [], texte: json({}),
  }
  await programm(tx).insertInto('programm.objekt').values({
    ...leer, ...alsSpalten(felder, {}), id, strategie_id: strategieId, art, kennung: kennung ?? null, bausteinart: bausteinart as 'basis' | null, status, rang,
    beginn_original: tag(felder['beginn']), ende_original: tag(felder['ende']), oeffentlich: false, oeffentliche_felder: [], geloescht_am: null,
  }).execute()
  return id
}

/** Puts a new object at the end of its strategy, in the caller's transaction: how a room above brings what was decided there. @throws Invalid */
export async function objektAufnehmen(ctx: CommandContext, neu: Omit<NeuesObjekt, 'rang'>): Promise<{ objektId: string }> {
  const letzter = await programm(ctx.tx).selectFrom('programm.objekt').select((select) => select.fn.max('rang').as('rang')).where('strategie_id', '=', neu.strategieId).executeTakeFirst()
  const objektId = await schreibeNeu(ctx.tx, { ...neu, rang: (letzter?.rang ?? 0) + 1 })
  ctx.emit(objektAngelegt(objektId, { strategieId: neu.strategieId, art: neu.art, oberId: neu.felder['oberId'] || null }))
  return { objektId }
}

/**
 * Changes fields of a locked object in the caller's transaction: columns, history with old and new values, one event.
 * What already is as wanted is left alone. @returns the names of the fields that changed
 * @throws Invalid with all fields
 */
export async function schreibeFelder(ctx: CommandContext, objekt: Objekt, wunsch: Felder, grund?: string): Promise<string[]> {
  const vorher = alsFelder(objekt)
  const felder = Object.fromEntries(Object.entries(wunsch).filter(([feld, text]) => vorher[feld] !== text))
  const namen = Object.keys(felder)
  if (namen.length === 0) return []
  const fehler = pruefeFelder({ ...vorher, ...felder })
  if (fehler.length > 0) throw new Invalid(fehler)
  const bausteinart = await pruefePlatz(ctx.tx, objekt, felder)
  const version = objekt.version + 1
  const patch = {
    ...alsSpalten(felder, objekt.texte), bausteinart, version, updated_at: ctx.now,
    ...(felder['beginn'] && !objekt.beginnOriginal ? { beginn_original: tag(felder['beginn']) } : {}),
    ...(felder['ende'] && !objekt.endeOriginal ? { ende_original: tag(felder['ende']) } : {}),
  }
  await programm(ctx.tx).updateTable('programm.objekt').set(patch).where('id', '=', objekt.id).execute()
  if (bausteinart !== objekt.bausteinart) await vererbeBausteinart(ctx.tx, objekt.id, bausteinart)
  await schreibeHistorie(ctx, objekt.id, version, namen.map((feld) => ({ feld, alt: vorher[feld] ?? '', neu: felder[feld] ?? '' })), grund)
  const melden = namen.some((feld) => TERMINFELDER.has(feld)) ? terminVerschoben : objektGeaendert
  ctx.emit(melden(objekt.id, { felder: namen, version }, grund))
  return namen
}

async function pruefePlatz(tx: Tx, objekt: Objekt, felder: Felder): Promise<Objekt['bausteinart']> {
  const ober = felder['oberId'] ? await pruefeOrt(tx, { id: objekt.id, art: objekt.art, strategieId: objekt.strategieId, oberId: felder['oberId'] }) : undefined
  const gewaehlt = felder['bausteinart'] as Objekt['bausteinart'] | '' | undefined
  const bausteinart = objekt.art === 'baustein' ? (gewaehlt === undefined ? objekt.bausteinart : gewaehlt || null) : felder['oberId'] === undefined ? objekt.bausteinart : ober?.bausteinart ?? null
  const nummer = felder['nummer'] ?? objekt.nummer
  if (nummer && (felder['nummer'] !== undefined || bausteinart !== objekt.bausteinart)) await pruefeNummer(tx, { id: objekt.id, strategieId: objekt.strategieId, art: objekt.art, bausteinart, nummer })
  return bausteinart
}

/** A Maßnahme carries the Bausteinart of its Baustein, because its number is unique only within it. */
async function vererbeBausteinart(tx: Tx, oberId: string, bausteinart: Objekt['bausteinart']): Promise<void> {
  const kinder = await programm(tx).selectFrom('programm.objekt').select(['id', 'art', 'nummer', 'strategie_id']).where('ober_id', '=', oberId).where('geloescht_am', 'is', null).execute()
  for (const kind of kinder) {
    if (kind.nummer) await pruefeNummer(tx, { id: kind.id, strategieId: kind.strategie_id, art: kind.art, bausteinart, nummer: kind.nummer })
    await programm(tx).updateTable('programm.objekt').set({ bausteinart }).where('id', '=', kind.id).execute()
    await vererbeBausteinart(tx, kind.id, bausteinart)
  }
}

export async function schreibeHistorie(ctx: CommandContext, objektId: string, version: number, zeilen: readonly { feld: string; alt: string; neu: string }[], grund?: string): Promise<void> {
  await programm(ctx.tx).insertInto('programm.aenderung').values(zeilen.map(({ feld, alt, neu }) => ({
    id: newId(), objekt_id: objektId, version, feld, alt: alt || null, neu: neu || null, grund: grund || null, akteur_id: ctx.actor.id, am: ctx.now,
  }))).execute()
}
