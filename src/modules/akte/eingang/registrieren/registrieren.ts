import { sql } from 'kysely'
import { json } from '../../../../platform/database/database.js'
import { unawaited } from '../../../../platform/database/unawaited.js'
import { NotFound } from '../../../../platform/errors.js'
import { searchKey } from '../../../../platform/text/index.js'
import { legalDate, newId } from '../../../../platform/time/index.js'
import { nextNumber } from '../../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { vorgangById, zugriffAufVorgang, type Pruefstatus } from '../../akten/index.js'
import { eingang, type Kanal, type Verteilart } from '../db/tables.js'
import { eingangRegistriert, eingangZugeordnet } from '../events.js'
import { nummerOf } from '../lesen.js'

export interface NeuerEingang {
  readonly kanal: Kanal
  readonly betreff: string
  readonly absender: { readonly name: string; readonly email?: string; readonly kontoId?: string }
  /** As received; kept for ever unchanged. */
  readonly inhalt: { readonly art: string; readonly daten: unknown }
  readonly anhaenge: readonly { readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: Pruefstatus }[]
  /** Id of the message on its way here. */
  readonly transportId?: string
  /** When it reached the town; now unless said otherwise. */
  readonly eingangAm?: Temporal.Instant
  /** Unit that works on it; undefined: the central desk distributes. */
  readonly einheitId?: string
}

/** A new Eingang whose Vorgang is opened at once, by whoever registers it. */
export interface MitVorgang {
  /** Id of the Eingang. */
  readonly id: string
  vorgang(): Promise<{ readonly vorgangId: string; readonly einheitId: string }>
}

/**
 * Registers what reached the town, with the next number of the year of its legal day (D2-01). The same transport id again gives
 * the Eingang of the first time and registers nothing (D1-03). With `mit` it goes straight into its Vorgang.
 */
export async function eingangRegistrieren(ctx: CommandContext, neu: NeuerEingang, mit?: MitVorgang): Promise<{ eingangId: string; nummer: string; schonDa?: true }> {
  const { tx } = ctx
  const da = neu.transportId ? await bekannt(ctx, neu.kanal, neu.transportId) : undefined
  if (da) return da
  const eingangAm = neu.eingangAm ?? ctx.now
  const tag = legalDate(eingangAm)
  const lfd = Number(await nextNumber(tx, 'eingang', tag.year))
  const id = mit?.id ?? newId()
  const nummer = nummerOf(tag.year, lfd)
  const vorgang = await mit?.vorgang()
  const einheitId = vorgang?.einheitId ?? neu.einheitId ?? null
  unawaited(tx, eingang(tx).insertInto('eingang.eingang').values({
    id, jahr: tag.year, lfd, kanal: neu.kanal, eingang_am: eingangAm, eingang_tag: tag, absender_name: neu.absender.name, absender_email: neu.absender.email ?? null,
    absender_konto_id: neu.absender.kontoId ?? null, betreff: neu.betreff, inhalt_art: neu.inhalt.art, inhalt: json(neu.inhalt.daten ?? null), transport_id: neu.transportId ?? null,
    schluessel: searchKey(`${neu.absender.name} ${neu.betreff}`), einheit_id: einheitId, vorgang_id: vorgang?.vorgangId ?? null, status: vorgang ? 'zugeordnet' : 'neu',
    erledigt_grund: null, created_at: ctx.now,
  }))
  if (neu.anhaenge.length > 0) {
    unawaited(tx, eingang(tx).insertInto('eingang.anhang').values(neu.anhaenge.map((anhang, index) => ({
      eingang_id: id, lfd: index + 1, dateiname: anhang.dateiname, sha256: anhang.sha256, size: BigInt(anhang.size), mime: anhang.mime, pruefstatus: anhang.pruefstatus,
    }))))
  }
  trageInSucheEin(ctx, { id, nummer, betreff: neu.betreff, absender: neu.absender.name, einheitId, tag, ...(vorgang ? { vorgangId: vorgang.vorgangId } : {}) })
  ctx.emit(eingangRegistriert(id, { nummer, kanal: neu.kanal, einheitId: neu.einheitId ?? null, anhaenge: neu.anhaenge.length }))
  if (vorgang) {
    schreibeSchritt(ctx, id, { art: 'zugeordnet', von: neu.einheitId ?? null, an: vorgang.einheitId, vorgangId: vorgang.vorgangId })
    ctx.emit(eingangZugeordnet(id, vorgang.vorgangId))
  }
  return { eingangId: id, nummer }
}

/** Locks the transport id first: who brings the same message at the same moment waits, and then finds it. */
async function bekannt({ tx, mandantId }: CommandContext, kanal: Kanal, transportId: string): Promise<{ eingangId: string; nummer: string; schonDa: true } | undefined> {
  unawaited(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${mandantId}:eingang:${kanal}:${transportId}`}, 0))`.compile(tx))
  const row = await eingang(tx).selectFrom('eingang.eingang').select(['id', 'jahr', 'lfd']).where('kanal', '=', kanal).where('transport_id', '=', transportId).executeTakeFirst()
  return row && { eingangId: row.id, nummer: nummerOf(row.jahr, row.lfd), schonDa: true }
}

export function trageInSucheEin(ctx: CommandContext, eintrag: { id: string; nummer: string; betreff: string; absender: string; einheitId: string | null; tag: Temporal.PlainDate; vorgangId?: string; ausgeschlossen?: readonly string[] }): void {
  sucheEintragen(ctx, {
    objektArt: 'eingang', objektId: eintrag.id, titel: `Eingang ${eintrag.nummer}: ${eintrag.betreff}`, text: eintrag.absender, einheitId: eintrag.einheitId, stufe: 0,
    datum: eintrag.tag, url: `/arbeitsplatz/eingaenge/${eintrag.id}`, recht: 'eingang.lesen',
    ...(eintrag.vorgangId ? { vorgangId: eintrag.vorgangId } : {}), ...(eintrag.ausgeschlossen ? { ausgeschlossen: eintrag.ausgeschlossen } : {}),
  })
}

/** Ties an Eingang to its Vorgang. The same again changes nothing. @throws NotFound */
export async function eingangZuordnen(ctx: CommandContext, { eingangId, vorgangId }: { eingangId: string; vorgangId: string }): Promise<void> {
  const { tx } = ctx
  const row = await eingang(tx).selectFrom('eingang.eingang').select(['id', 'jahr', 'lfd', 'betreff', 'absender_name', 'eingang_tag', 'einheit_id', 'vorgang_id', 'status'])
    .where('id', '=', eingangId).forUpdate().executeTakeFirst()
  const vorgang = await vorgangById(tx, vorgangId)
  if (!row || !vorgang) throw new NotFound()
  if (row.vorgang_id === vorgangId && row.status === 'zugeordnet') return
  unawaited(tx, eingang(tx).updateTable('eingang.eingang').set({ vorgang_id: vorgangId, einheit_id: vorgang.einheitId, status: 'zugeordnet', erledigt_grund: null }).where('id', '=', eingangId))
  schreibeSchritt(ctx, eingangId, { art: 'zugeordnet', von: row.einheit_id, an: vorgang.einheitId, vorgangId })
  trageInSucheEin(ctx, {
    id: row.id, nummer: nummerOf(row.jahr, row.lfd), betreff: row.betreff, absender: row.absender_name, einheitId: vorgang.einheitId, tag: row.eingang_tag, vorgangId,
    ausgeschlossen: (await zugriffAufVorgang(tx, vorgangId))?.ausgeschlossen ?? [],
  })
  ctx.emit(eingangZugeordnet(eingangId, vorgangId))
}

export function schreibeSchritt(ctx: CommandContext, eingangId: string, schritt: { art: Verteilart; von?: string | null; an?: string | null; vorgangId?: string; grund?: string }): void {
  unawaited(ctx.tx, eingang(ctx.tx).insertInto('eingang.verteilung').values({
    id: newId(), eingang_id: eingangId, art: schritt.art, von_einheit_id: schritt.von ?? null, an_einheit_id: schritt.an ?? null, vorgang_id: schritt.vorgangId ?? null,
    grund: schritt.grund ?? '', akteur_art: ctx.actor.art, akteur_id: ctx.actor.id, created_at: ctx.now,
  }))
}
