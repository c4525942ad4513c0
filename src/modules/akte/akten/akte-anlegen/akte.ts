import { sql } from 'kysely'
import { Conflict } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { nextNumber } from '../../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { aktenzeichenMuster, bildeAktenzeichen, findAktenplaneinheit, zeichenSuchschluessel, type Aktenplaneinheit } from '../../aktenplan/index.js'
import { akten } from '../db/tables.js'
import { akteAngelegt } from '../events.js'

export interface AkteFuer {
  /** Kennzeichen in the file plan, e.g. '12.20.03'. */
  readonly aktenplaneinheit: string
  /** 'jahr': one Akte per file plan unit, office and year collects the Vorgänge; 'fall': one per `fallSchluessel`. */
  readonly regel: 'jahr' | 'fall'
  readonly betreff: string
  readonly einheitId: string
  readonly fallSchluessel?: string
}

/**
 * The open Akte in which a Vorgang belongs, made when there is none yet. Many at once get the same one: a lock on the collecting
 * key lets the first make it.
 * @throws Conflict when the unit of the file plan is not free for new files today
 */
export async function akteFuer(ctx: CommandContext, angaben: AkteFuer): Promise<{ akteId: string; aktenzeichen: string }> {
  const { tx } = ctx
  const { aktenplaneinheit, regel, einheitId, fallSchluessel } = angaben
  if (regel === 'fall' && !fallSchluessel) throw new Error('akteFuer: rule "fall" needs fallSchluessel')
  const sammel = regel === 'jahr' ? `jahr:${aktenplaneinheit}:${ctx.today.year}:${einheitId}` : `fall:${aktenplaneinheit}:${fallSchluessel}`
  const offene = () => akten(tx).selectFrom('akten.akte').select(['id', 'kennzeichen']).where('sammel_schluessel', '=', sammel).where('status', 'in', ['OFFEN', 'WIEDER_OFFEN']).executeTakeFirst()
  let akte = await offene()
  if (!akte) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.mandantId}:akte:${sammel}`}, 0))`.execute(tx)
    akte = await offene()
  }
  if (akte) return { akteId: akte.id, aktenzeichen: akte.kennzeichen }
  return legeAkteAn(ctx, { aktenplaneinheit, betreff: angaben.betreff, einheitId, sammel })
}

export interface NeueAkte {
  readonly aktenplaneinheit: string; readonly betreff: string; readonly einheitId: string; readonly sammel?: string; readonly stufe?: 0 | 1 | 2
  readonly medium?: '001' | '002' | '003'; readonly standort?: string
}

/** Makes an Akte with the next number of its unit: issued by the database, never twice, given back when the transaction fails (C1-02..04). */
export async function legeAkteAn(ctx: CommandContext, neu: NeueAkte): Promise<{ akteId: string; aktenzeichen: string }> {
  const { tx, today } = ctx
  const einheit = await freieEinheit(ctx, neu.aktenplaneinheit)
  const muster = await aktenzeichenMuster(tx, today)
  const nummer = await nextNumber(tx, `akte:${einheit.kennzeichen}`, muster.zaehlkreis === 'EINHEIT_UND_JAHR' ? today.year : 0)
  const aktenzeichen = bildeAktenzeichen(muster, { aktenplan: einheit.kennzeichen, jahr: today.year, nummer: Number(nummer) })
  const id = newId()
  await akten(tx).insertInto('akten.akte').values({
    id, kennzeichen: aktenzeichen, schluessel: zeichenSuchschluessel(aktenzeichen), aktenplan_id: einheit.id, aktenplan_kennzeichen: einheit.kennzeichen, betreff: neu.betreff,
    einheit_id: neu.einheitId, stufe: neu.stufe ?? 0, medium: neu.medium ?? '001', standort: neu.standort ?? null, sammel_schluessel: neu.sammel ?? null, status: 'OFFEN',
    begonnen_am: today, zda_am: null, aufbewahrung_jahre: einheit.aufbewahrungJahre, aussonderungsart: einheit.aussonderungsart,
    aufbewahrung_quelle: `Aktenplan ${einheit.kennzeichen}${einheit.quelle ? `, ${einheit.quelle}` : ''}`, created_at: ctx.now,
  }).execute()
  sucheEintragen(ctx, {
    objektArt: 'akte', objektId: id, titel: `${aktenzeichen} ${neu.betreff}`, text: einheit.bezeichnung, einheitId: neu.einheitId, stufe: neu.stufe ?? 0,
    datum: today, url: `/arbeitsplatz/akten/${id}`, recht: 'akte.lesen',
  })
  ctx.emit(akteAngelegt(id, { aktenzeichen, aktenplaneinheit: einheit.kennzeichen, einheitId: neu.einheitId }))
  return { akteId: id, aktenzeichen }
}

async function freieEinheit({ tx, today }: CommandContext, kennzeichen: string): Promise<Aktenplaneinheit> {
  const einheit = await findAktenplaneinheit(tx, kennzeichen, today)
  if (!einheit) throw new Conflict('aktenplaneinheitNichtFrei', `In der Aktenplaneinheit ${kennzeichen} kann heute keine Akte angelegt werden. Wählen Sie eine gültige Einheit.`)
  if (!einheit.blatt) throw new Conflict('aktenplaneinheitKeinBlatt', `${kennzeichen} hat Untereinheiten. Akten liegen nur auf der untersten Ebene; wählen Sie eine davon.`)
  return einheit
}
