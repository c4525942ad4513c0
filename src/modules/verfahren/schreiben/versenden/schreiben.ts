import { json, type Tx } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import type { Baustein } from '../../../../platform/pdf/index.js'
import { formatDateLong, newId } from '../../../../platform/time/index.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { vorgangById } from '../../../akte/akten/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { antragZuVorgang } from '../../antraege/index.js'
import { schreibenTabellen, type Empfaengerzeile } from '../db/tables.js'
import { schreibenAngelegt } from '../events.js'
import { schreibenAusfertigen } from './job.js'

export interface NeuesSchreiben {
  readonly vorgangId: string
  /** What it is written for; comes back with `schreibenVersandt`. */
  readonly bezug: { readonly art: string; readonly id: string }
  /** Kind of document: 'anhoerung', 'bescheinigung', 'schreiben'. */
  readonly typ: string
  readonly betreff: string
  readonly inhalt: readonly Baustein[]
  /** Text of the message in the mailbox; the letter lies beside it. */
  readonly nachricht: string
}

/** To whom letters of a Vorgang go, and by which way the person has chosen; undefined where nobody applied for anything. */
export async function empfaengerZu(tx: Tx, vorgangId: string): Promise<(Empfaengerzeile & { readonly kanal: 'postfach' | 'post' }) | undefined> {
  const antrag = await antragZuVorgang(tx, vorgangId)
  if (!antrag) return undefined
  const kontoId = antrag.inhaber?.art === 'buerger' ? antrag.inhaber.id : null
  return { name: antrag.kontakt.name, anschrift: antrag.anschrift, kontoId, kanal: kontoId && antrag.zustellung === 'postfach' ? 'postfach' : 'post' }
}

/**
 * Writes to the person whose Vorgang it is, in the caller's transaction: what it says is fixed now, the file is made and sent by a job.
 * Signed with the name of whoever acts; written by the program itself, it says so.
 * @throws NotFound when there is nobody to write to
 */
export async function schreibe(ctx: CommandContext, neu: NeuesSchreiben): Promise<{ schreibenId: string }> {
  const vorgang = await vorgangById(ctx.tx, neu.vorgangId)
  const empfaenger = await empfaengerZu(ctx.tx, neu.vorgangId)
  if (!vorgang || !empfaenger) throw new NotFound('schreiben.ohneEmpfaenger', 'Zu diesem Vorgang gibt es niemanden, dem wir schreiben können.')
  const person = ctx.actor.art === 'personal' ? (await kontenById(ctx.tx, [ctx.actor.id])).get(ctx.actor.id)?.name : undefined
  const id = newId()
  const { kanal, ...wohin } = empfaenger
  await schreibenTabellen(ctx.tx).insertInto('schreiben.schreiben').values({
    id, vorgang_id: neu.vorgangId, bezug_art: neu.bezug.art, bezug_id: neu.bezug.id, typ: neu.typ, betreff: neu.betreff.slice(0, 300), nachricht: neu.nachricht, kanal, empfaenger: json(wohin),
    einheit_id: vorgang.einheitId, angelegt_am: ctx.now, dokument_id: null, sendung_id: null, versandt_am: null,
    brief: json({
      empfaenger: [empfaenger.name, ...empfaenger.anschrift], betreff: neu.betreff, anrede: `Guten Tag ${empfaenger.name},`, inhalt: [...neu.inhalt], gruss: 'Mit freundlichen Grüßen\nIm Auftrag',
      unterzeichner: [person ?? 'Dieses Schreiben ist automatisch erstellt und ohne Unterschrift gültig.'],
      infoblock: [
        { bezeichnung: 'Aktenzeichen', wert: vorgang.kennzeichen }, { bezeichnung: 'Vorgangsnummer', wert: vorgang.vorgangsnummer },
        ...(person ? [{ bezeichnung: 'Auskunft erteilt', wert: person }] : []), { bezeichnung: 'Datum', wert: formatDateLong(ctx.today) },
      ],
    }),
  }).execute()
  ctx.emit(schreibenAngelegt(id, neu.vorgangId, { typ: neu.typ, bezugArt: neu.bezug.art, bezugId: neu.bezug.id }))
  ctx.enqueue(schreibenAusfertigen, { schreibenId: id })
  return { schreibenId: id }
}

/** What a person typed as paragraphs of a letter: an empty line separates them, lines that begin with „- “ are a list. */
export function absaetze(text: string): Baustein[] {
  return text.replaceAll('\r\n', '\n').split(/\n\s*\n/).map((absatz) => absatz.trim()).filter((absatz) => absatz !== '').map((absatz) => {
    const zeilen = absatz.split('\n')
    return zeilen.every((zeile) => zeile.startsWith('- ')) ? { art: 'liste' as const, punkte: zeilen.map((zeile) => zeile.slice(2).trim()) } : absatz
  })
}
