import { Conflict, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { together, unawaited } from '../../../../platform/database/unawaited.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { sucheEintragen } from '../../../grundlagen/suche/index.js'
import { akten, type Pruefstatus, type Richtung } from '../db/tables.js'
import { aenderung } from '../domain/unveraenderlichkeit.js'
import { istBearbeitbar } from '../domain/zustaende.js'
import { dokumentAbgelegt, dokumentFestgeschrieben, dokumentversionAngelegt } from '../events.js'

/** Bytes that are already in the blob store, put there before the transaction. */
export interface Datei { readonly sha256: string; readonly size: number; readonly mime: string; readonly dateiname: string }

export interface NeuesDokument {
  readonly vorgangId: string
  readonly betreff: string
  /** Kind of document, e.g. 'antrag', 'nachweis', 'bescheid', 'schreiben'. */
  readonly typ: string
  readonly richtung: Richtung
  /** Date on the document. */
  readonly datum: Temporal.PlainDate
  /** Legal day of receipt; for what came in, `datum` unless said otherwise. Deadlines count from here (C2-02). */
  readonly eingegangenAm?: Temporal.PlainDate
  readonly datei: Datei
  readonly absender?: string
  readonly pruefstatus?: Pruefstatus
  /** The person whose Vorgang it is may read it in the portal. */
  readonly fuerInhaber?: boolean
  /** Which place of a form it fills. */
  readonly slot?: string
}

/** Files a document with its first version. @throws NotFound, Conflict when the Vorgang is z.d.A. (C4-08) */
export async function dokumentAblegen(ctx: CommandContext, neu: NeuesDokument): Promise<{ dokumentId: string }> {
  const { tx } = ctx
  // The lock comes first and is a statement of its own: what follows sees the documents of whoever held it.
  const [[vorgang], [letzte], befangene] = await together(tx,
    akten(tx).selectFrom('akten.vorgang').select(['vorgangsnummer', 'einheit_id', 'stufe', 'status']).where('id', '=', neu.vorgangId).forUpdate(),
    akten(tx).selectFrom('akten.dokument').select((one) => one.fn.max('lfd').as('lfd')).where('vorgang_id', '=', neu.vorgangId),
    akten(tx).selectFrom('akten.befangenheit').select('konto_id').where('vorgang_id', '=', neu.vorgangId))
  if (!vorgang) throw new NotFound()
  if (!istBearbeitbar(vorgang.status)) throw new Conflict('vorgangGeschlossen', 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn wieder, bevor Sie etwas ablegen.')
  const id = newId()
  const lfd = (letzte?.lfd ?? 0) + 1
  unawaited(tx, akten(tx).insertInto('akten.dokument').values({
    id, vorgang_id: neu.vorgangId, lfd, betreff: neu.betreff, typ: neu.typ, richtung: neu.richtung, datum: neu.datum,
    eingegangen_am: neu.richtung === 'eingang' ? neu.eingegangenAm ?? neu.datum : null, absender: neu.absender ?? null, fuer_inhaber: neu.fuerInhaber ?? false,
    slot: neu.slot ?? null, version: 0, festgeschrieben_am: null, festgeschrieben_grund: null, created_at: ctx.now,
  }))
  legeVersionAn(ctx, id, 1, neu.datei, '', neu.pruefstatus ?? 'ungeprueft')
  sucheEintragen(ctx, {
    objektArt: 'dokument', objektId: id, vorgangId: neu.vorgangId, titel: neu.betreff, text: `${vorgang.vorgangsnummer} ${neu.datei.dateiname} ${neu.absender ?? ''}`,
    einheitId: vorgang.einheit_id, stufe: vorgang.stufe, datum: neu.datum, url: `/arbeitsplatz/dokumente/${id}/angaben`, ausgeschlossen: befangene.map((row) => row.konto_id),
  })
  ctx.emit(dokumentAbgelegt(id, neu.vorgangId, { typ: neu.typ, richtung: neu.richtung, sha256: neu.datei.sha256, lfd }))
  return { dokumentId: id }
}

function legeVersionAn(ctx: CommandContext, dokumentId: string, nummer: number, datei: Datei, kommentar: string, pruefstatus: Pruefstatus): void {
  unawaited(ctx.tx, akten(ctx.tx).insertInto('akten.dokumentversion').values({
    id: newId(), dokument_id: dokumentId, nummer, sha256: datei.sha256, size: BigInt(datei.size), mime: datei.mime, dateiname: datei.dateiname, pruefstatus, kommentar,
    autor_art: ctx.actor.art, autor_id: ctx.actor.id, created_at: ctx.now,
  }))
}

/**
 * A new version beside the old one (C2-04). Identical content is no version.
 * @throws NotFound, Conflict when the document is evidence (received, dispatched, signed) or its Vorgang z.d.A. (C2-05)
 */
export async function neueDokumentversion(ctx: CommandContext, dokumentId: string, datei: Datei, angaben: { kommentar: string; pruefstatus?: Pruefstatus }): Promise<{ version: number }> {
  const lage = await lageVon(ctx, dokumentId)
  const was = aenderung({ mitgezeichnet: false, schlussgezeichnet: false, versandt: lage.festgeschrieben, eingegangen: lage.richtung === 'eingang', vorgang: lage.status, akte: lage.akte })
  if (was.art !== 'NEUE_VERSION') {
    throw new Conflict('dokumentUnveraenderlich', lage.grund && was.art === 'NEUES_DOKUMENT' ? `Das Dokument ist festgeschrieben: ${lage.grund}. Legen Sie für die Änderung ein neues Dokument an.` : was.grund)
  }
  if (lage.sha256 === datei.sha256) return { version: lage.version }
  legeVersionAn(ctx, dokumentId, lage.version + 1, datei, angaben.kommentar, angaben.pruefstatus ?? 'ungeprueft')
  ctx.emit(dokumentversionAngelegt(dokumentId, lage.vorgangId, { version: lage.version + 1, sha256: datei.sha256 }))
  return { version: lage.version + 1 }
}

/** Freezes the newest version for good: signed, dispatched. A second time changes nothing. */
export async function dokumentFestschreiben(ctx: CommandContext, dokumentId: string, grund: string): Promise<void> {
  const lage = await lageVon(ctx, dokumentId)
  if (lage.festgeschrieben) return
  await akten(ctx.tx).updateTable('akten.dokument').set({ festgeschrieben_am: ctx.now, festgeschrieben_grund: grund }).where('id', '=', dokumentId).execute()
  ctx.emit(dokumentFestgeschrieben(dokumentId, lage.vorgangId, { version: lage.version }, grund))
}

/** Shows a document to the person whose Vorgang it is, or no longer. Gives the id of the Vorgang; the caller emits what it means. */
export async function dokumentFreigeben(ctx: CommandContext, dokumentId: string, fuerInhaber: boolean): Promise<string> {
  const { vorgangId } = await lageVon(ctx, dokumentId)
  await akten(ctx.tx).updateTable('akten.dokument').set({ fuer_inhaber: fuerInhaber }).where('id', '=', dokumentId).execute()
  return vorgangId
}

async function lageVon({ tx }: CommandContext, dokumentId: string) {
  const row = await akten(tx).selectFrom('akten.dokument as d')
    .innerJoin('akten.vorgang as v', (join) => join.onRef('v.mandant_id', '=', 'd.mandant_id').onRef('v.id', '=', 'd.vorgang_id'))
    .innerJoin('akten.akte as a', (join) => join.onRef('a.mandant_id', '=', 'v.mandant_id').onRef('a.id', '=', 'v.akte_id'))
    .innerJoin('akten.dokumentversion as n', (join) => join.onRef('n.mandant_id', '=', 'd.mandant_id').onRef('n.dokument_id', '=', 'd.id').onRef('n.nummer', '=', 'd.version'))
    .select(['d.vorgang_id', 'd.version', 'd.richtung', 'd.festgeschrieben_am', 'd.festgeschrieben_grund', 'v.status', 'a.status as akte', 'n.sha256'])
    .where('d.id', '=', dokumentId).forUpdate('d').executeTakeFirst()
  if (!row) throw new NotFound()
  return {
    vorgangId: row.vorgang_id, version: row.version, richtung: row.richtung, festgeschrieben: row.festgeschrieben_am !== null, grund: row.festgeschrieben_grund,
    status: row.status, akte: row.akte, sha256: row.sha256,
  }
}
