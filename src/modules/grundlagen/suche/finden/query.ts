import { sql } from 'kysely'
import { Type } from 'typebox'
import { isUuid, type Tx } from '../../../../platform/database/database.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { suche } from '../db/tables.js'
import { leseFrage, type Frage } from '../domain/worte.js'

export interface Treffer { readonly art: string; readonly id: string; readonly titel: string; readonly auszug: string; readonly url: string; readonly datum: Temporal.PlainDate }

export interface Suchergebnis {
  readonly treffer: readonly Treffer[]
  /** Per kind how many of the newest {@link HOECHSTENS} permitted matches; nothing that the person may not see is counted (C2-09). */
  readonly arten: readonly { readonly art: string; readonly anzahl: number }[]
  readonly gesamt: number
  /** Found only in spite of a typing error. */
  readonly unscharf: boolean
  readonly worte: readonly string[]
}

export const HOECHSTENS = 200
const SEITE = 20

/** Full text over everything that the person may read. Seven words or one sign of a file; newest and best first. */
export const finden = query({
  name: 'suche.finden', staleness: 'seconds',
  input: Type.Object({ q: Type.String({ maxLength: 300 }), art: Type.Optional(Type.String({ pattern: '^[a-z]{2,30}$' })), seite: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })) }),
  allow: can('suche.nutzen')(),
  async run({ tx, actor }, { q, art, seite = 1 }): Promise<Suchergebnis> {
    const frage = leseFrage(q)
    const leer: Suchergebnis = { treffer: [], arten: [], gesamt: 0, unscharf: false, worte: [] }
    if (frage.worte.length === 0) return leer
    let unscharf = false
    let alle = await treffer(tx, actor, frage, { unscharf })
    // A typing error is likely only where nothing is found at all.
    if (alle.length === 0 && frage.schluessel.length >= 4) { unscharf = true; alle = await treffer(tx, actor, frage, { unscharf }) }
    const arten = [...Map.groupBy(alle, (einer) => einer.objekt_art)].map(([name, liste]) => ({ art: name, anzahl: liste.length })).sort((a, b) => b.anzahl - a.anzahl)
    const gewaehlt = art === undefined ? alle : alle.length < HOECHSTENS ? alle.filter((einer) => einer.objekt_art === art) : await treffer(tx, actor, frage, { unscharf, art })
    return {
      treffer: await zeilen(tx, gewaehlt.slice((seite - 1) * SEITE, seite * SEITE)), arten, gesamt: gewaehlt.length, unscharf,
      worte: frage.worte.map(({ wort }) => wort).filter(Boolean),
    }
  },
})

interface Fund { readonly objekt_art: string; readonly objekt_id: string }

async function treffer(tx: Tx, actor: Actor, frage: Frage, { unscharf, art }: { unscharf: boolean; art?: string }): Promise<Fund[]> {
  const { rechte, zugriffe } = sichtbar(actor)
  if (rechte.length + zugriffe.length === 0) return []
  const worte = unscharf ? [] : await alternativen(tx, frage)
  const { rows } = await sql<Fund>`select objekt_art, objekt_id from suche.treffer(${worte}::text[], ${frage.schluessel}, ${rechte}::text[], ${zugriffe}::text[],
    ${actor.stufe}::smallint, ${isUuid(actor.id) ? actor.id : null}::uuid, ${art ?? null}::text, ${unscharf})`.execute(tx)
  return rows
}

/** Per word one tsquery as text: its German lexemes or any spelling as the beginning of a word. Forms are letters and digits only. */
async function alternativen(tx: Tx, frage: Frage): Promise<string[]> {
  const deutsch = frage.worte.map(({ wort }) => wort)
  const { rows } = await sql<{ lexeme: string | null }>`select suche.lexeme(w) as lexeme from unnest(${deutsch}::text[]) with ordinality as t (w, nr) order by nr`.execute(tx)
  return frage.worte.map(({ formen }, index) => {
    const lexeme = rows[index]?.lexeme
    return [...(lexeme ? [`( ${lexeme} )`] : []), ...formen.map((form) => `'${form}':*`)].join(' | ')
  })
}

/** The reading permissions of a person: those for the whole town, and the others with each unit. */
function sichtbar(actor: Actor): { rechte: string[]; zugriffe: string[] } {
  const rechte = new Set<string>()
  const zugriffe = new Set<string>()
  for (const zuweisung of actor.zuweisungen) {
    for (const recht of zuweisung.rechte) {
      if (!recht.endsWith('.lesen')) continue
      if (!zuweisung.einheiten) rechte.add(recht)
      else for (const einheit of zuweisung.einheiten) zugriffe.add(`${recht}:${einheit}`)
    }
  }
  return { rechte: [...rechte], zugriffe: [...zugriffe] }
}

async function zeilen(tx: Tx, funde: readonly Fund[]): Promise<Treffer[]> {
  if (funde.length === 0) return []
  const rows = await suche(tx).selectFrom('suche.inhalt as i')
    .innerJoin('suche.eintrag as e', (join) => join.onRef('e.mandant_id', '=', 'i.mandant_id').onRef('e.objekt_art', '=', 'i.objekt_art').onRef('e.objekt_id', '=', 'i.objekt_id'))
    .select(['i.objekt_art', 'i.objekt_id', 'i.titel', 'i.auszug', 'i.url', 'e.datum']).where('i.objekt_id', 'in', funde.map((fund) => fund.objekt_id)).execute()
  const nach = new Map(rows.map((row) => [`${row.objekt_art}:${row.objekt_id}`, row]))
  return funde.flatMap((fund) => {
    const row = nach.get(`${fund.objekt_art}:${fund.objekt_id}`)
    return row ? [{ art: row.objekt_art, id: row.objekt_id, titel: row.titel, auszug: row.auszug, url: row.url, datum: row.datum }] : []
  })
}
