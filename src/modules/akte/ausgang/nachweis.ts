import { newId } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { ausgang, type Nachweisart } from './db/tables.js'
import type { Kanal } from './domain/sendung.js'

export interface Nachweis {
  readonly sendungId?: string | null
  readonly nachrichtId?: string | null
  readonly vorgangId: string
  readonly art: Nachweisart
  readonly kanal: Kanal | 'email'
  readonly adresse?: string
  readonly dokumentHash?: string
  readonly transportId?: string
  /** The legal day, when it is another than that of the entry: a letter posted yesterday, recorded today. */
  readonly tag?: Temporal.PlainDate
  readonly bemerkung?: string
}

/** Adds a proof. It can be added only: neither changed nor taken back (D3-04). */
export async function nachweise(ctx: CommandContext, nachweis: Nachweis): Promise<void> {
  await ausgang(ctx.tx).insertInto('ausgang.versandnachweis').values({
    id: newId(), sendung_id: nachweis.sendungId ?? null, nachricht_id: nachweis.nachrichtId ?? null, vorgang_id: nachweis.vorgangId,
    art: nachweis.art, kanal: nachweis.kanal, adresse: nachweis.adresse ?? '', dokument_hash: nachweis.dokumentHash ?? null,
    transport_id: nachweis.transportId ?? null, tag: nachweis.tag ?? ctx.today, zeitpunkt: ctx.now, bemerkung: nachweis.bemerkung ?? null,
    akteur_art: ctx.actor.art, akteur_id: ctx.actor.id,
  }).execute()
}
