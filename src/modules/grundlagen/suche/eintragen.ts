import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { unawaited } from '../../../platform/database/unawaited.js'
import { searchKey } from '../../../platform/text/index.js'
import { suche } from './db/tables.js'
import { gefaltet } from './domain/worte.js'

export interface Sucheintrag {
  /** Kind of thing, one lower-case word: 'akte', 'vorgang', 'dokument', 'eingang' … It is the facet on the page. */
  readonly objektArt: string
  readonly objektId: string
  readonly vorgangId?: string | null
  readonly titel: string
  readonly text: string
  /** null: visible to holders of `recht` in the whole town only. */
  readonly einheitId: string | null
  readonly stufe: number
  readonly datum: Temporal.PlainDate
  /** Path of its page. */
  readonly url: string
  /** Permission that makes it visible; 'vorgang.lesen' unless said otherwise. */
  readonly recht?: string
  /** Accounts for which it does not exist (§ 20 VwVfG). */
  readonly ausgeschlossen?: readonly string[]
  /** Only this account finds it, whatever others may. */
  readonly nurFuer?: string
}

const TEXT_HOECHSTENS = 200_000

/** Writes or replaces what can be found of one thing, in the caller's transaction. Nobody waits for it. */
export function sucheEintragen({ tx }: { readonly tx: Tx }, eintrag: Sucheintrag): void {
  const text = eintrag.text.slice(0, TEXT_HOECHSTENS)
  const titel = eintrag.titel.slice(0, 1000)
  unawaited(tx, sql`select suche.eintragen(${eintrag.objektArt}, ${eintrag.objektId}, ${eintrag.vorgangId ?? null}, ${eintrag.recht ?? 'vorgang.lesen'}, ${eintrag.einheitId},
    ${eintrag.stufe}::smallint, ${[...eintrag.ausgeschlossen ?? []]}::uuid[], ${eintrag.nurFuer ?? null}, ${eintrag.datum}::date, ${titel}, ${text},
    ${gefaltet(titel)}, ${gefaltet(text)}, ${searchKey(titel)}, ${eintrag.url})`.compile(tx))
}

/** Takes one thing out of the search; nothing happens when it was not in. */
export async function sucheEntfernen({ tx }: { readonly tx: Tx }, objektArt: string, objektId: string): Promise<void> {
  await suche(tx).deleteFrom('suche.eintrag').where('objekt_art', '=', objektArt).where('objekt_id', '=', objektId).execute()
}

/** Hides everything of a Vorgang from an account from now on (Befangenheit). */
export async function sucheAusschliessen({ tx }: { readonly tx: Tx }, vorgangId: string, kontoId: string): Promise<void> {
  await suche(tx).updateTable('suche.eintrag').set({ ausgeschlossen: sql<string[]>`array_append(ausgeschlossen, ${kontoId}::uuid)` })
    .where((where) => where.or([where('vorgang_id', '=', vorgangId), where.and([where('objekt_art', '=', 'vorgang'), where('objekt_id', '=', vorgangId)])]))
    .where(sql<boolean>`not ${kontoId}::uuid = any (ausgeschlossen)`).execute()
}

/** Another unit works on the Vorgang: what can be found of it is found there from now on, and by whoever worked on it before no more. */
export async function sucheEinheitAendern({ tx }: { readonly tx: Tx }, vorgangId: string, einheitId: string): Promise<void> {
  await suche(tx).updateTable('suche.eintrag').set({ zugriff: sql<string>`recht || ':' || ${einheitId}::text` })
    .where((where) => where.or([where('vorgang_id', '=', vorgangId), where.and([where('objekt_art', '=', 'vorgang'), where('objekt_id', '=', vorgangId)])])).execute()
}
