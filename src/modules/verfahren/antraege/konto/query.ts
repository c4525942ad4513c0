import { Type } from 'typebox'
import { buerger } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { readQuery } from '../../../../platform/usecases/usecase.js'
import type { Antrag } from '../antrag.js'

/** As much of an application as the overview shows; what was declared in it can be large. */
export type Antragszeile = Pick<Antrag, 'id' | 'vorgangsnummer' | 'bezeichnung' | 'status' | 'eingangDatum'> & {
  /** Questions that wait for an answer, and until when for the oldest. */
  readonly offen: { readonly anzahl: number; readonly frist: Temporal.PlainDate } | null
}

export interface Kontouebersicht {
  readonly antraege: readonly Antragszeile[]
  /** Where the next page begins. */
  readonly weiter: string | undefined
}

const SEITE = 20

interface Zeile {
  readonly id: string; readonly vorgangsnummer: string; readonly bezeichnung: string; readonly status: Antrag['status']; readonly eingang_datum: Temporal.PlainDate
  readonly anzahl: bigint; readonly frist: string | null
}

const zeilen = (bedingung: string) => `select a.id, a.vorgangsnummer, a.bezeichnung, a.status, a.eingang_datum, r.anzahl, r.frist
  from antraege.antrag a left join lateral (
    select count(*) as anzahl, (array_agg(frist::text order by id))[1] as frist from antraege.rueckfrage
    where antrag_id = a.id and beantwortet_am is null and entfallen_am is null) r on true
  where a.inhaber_id = $1 ${bedingung} order by a.id desc limit ${SEITE + 1}`
const ERSTE = zeilen('')
const WEITERE = zeilen('and a.id < $2')

/** The person's own applications, newest first, with what is expected of the person. */
export const kontouebersicht = readQuery({
  name: 'antraege.kontouebersicht',
  input: Type.Object({ vor: Type.Optional(Id) }, { additionalProperties: false }),
  allow: buerger(),
  statements: ({ actor }, { vor }) => [vor ? { text: WEITERE, values: [actor.id, vor] } : { text: ERSTE, values: [actor.id] }],
  answer([rows = []]: readonly (readonly Zeile[])[]): Kontouebersicht {
    const gezeigt = rows.slice(0, SEITE).map((row) => ({
      id: row.id, vorgangsnummer: row.vorgangsnummer, bezeichnung: row.bezeichnung, status: row.status, eingangDatum: row.eingang_datum,
      offen: row.frist ? { anzahl: Number(row.anzahl), frist: Temporal.PlainDate.from(row.frist) } : null,
    }))
    return { antraege: gezeigt, weiter: rows.length > SEITE ? gezeigt.at(-1)?.id : undefined }
  },
})
