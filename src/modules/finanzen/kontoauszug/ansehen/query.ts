import { Type } from 'typebox'
import { NotFound } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontoauszug, type Ergebnis } from '../db/tables.js'

export interface Auszugkopf {
  readonly id: string; readonly iban: string; readonly nr: string; readonly sha256: string; readonly dateiname: string; readonly anfang: bigint; readonly ende: bigint
  readonly gebuchtAm: Temporal.Instant | null; readonly hochgeladenAm: Temporal.Instant
}
export interface Gebuchtezeile { readonly nr: number; readonly buchungstag: Temporal.PlainDate; readonly betrag: bigint; readonly text: string; readonly gegenseite: string; readonly ergebnis: Ergebnis }

/** The statements of the town, newest first. */
export const auszuegeLesen = query({
  name: 'kontoauszug.auszuegeLesen', input: Type.Object({}, { additionalProperties: false }), allow: can('kasse.lesen')(),
  async run({ tx }): Promise<Auszugkopf[]> {
    const rows = await kontoauszug(tx).selectFrom('kontoauszug.auszug').selectAll().orderBy('id', 'desc').limit(100).execute()
    return rows.map((row) => ({ id: row.id, iban: row.iban, nr: row.auszug_nr, sha256: row.sha256, dateiname: row.dateiname, anfang: row.anfang, ende: row.ende, gebuchtAm: row.gebucht_am, hochgeladenAm: row.hochgeladen_am }))
  },
})

/** One statement; `zeilen` once it is booked. */
export const auszugLesen = query({
  name: 'kontoauszug.auszugLesen', input: Type.Object({ id: Id }, { additionalProperties: false }), allow: can('kasse.lesen')(),
  async run({ tx }, { id }): Promise<{ kopf: Auszugkopf; zeilen: Gebuchtezeile[] }> {
    const row = await kontoauszug(tx).selectFrom('kontoauszug.auszug').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new NotFound()
    const zeilen = await kontoauszug(tx).selectFrom('kontoauszug.zeile').selectAll().where('auszug_id', '=', id).orderBy('nr').execute()
    return {
      kopf: { id: row.id, iban: row.iban, nr: row.auszug_nr, sha256: row.sha256, dateiname: row.dateiname, anfang: row.anfang, ende: row.ende, gebuchtAm: row.gebucht_am, hochgeladenAm: row.hochgeladen_am },
      zeilen: zeilen.map(({ nr, buchungstag, betrag, text, gegenseite, ergebnis }) => ({ nr, buchungstag, betrag, text, gegenseite, ergebnis })),
    }
  },
})
