import { Type } from 'typebox'
import { searchKey } from '../../../../platform/text/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { aktenplan } from '../db/tables.js'
import { giltAm, type Aussonderungsart } from '../domain/einheit.js'
import { sortiertNachKennzeichen, zeichenSuchschluessel } from '../domain/kennzeichen.js'

export interface Planzeile {
  readonly id: string; readonly kennzeichen: string; readonly bezeichnung: string
  /** 0 for the top of the plan. */
  readonly tiefe: number
  readonly blatt: boolean; readonly aufbewahrung: number | 'unbefristet' | null; readonly aussonderungsart: Aussonderungsart | null; readonly quelle: string
  readonly stand: 'frei' | 'nichtFrei' | 'stillgelegt' | 'kuenftig' | 'abgelaufen'
}

export interface Planansicht {
  readonly fassung: { readonly nummer: number; readonly bezeichnung: string; readonly muster: string; readonly gueltigVon: Temporal.PlainDate; readonly gueltigBis: Temporal.PlainDate | null } | undefined
  readonly fassungen: readonly { readonly nummer: number; readonly bezeichnung: string }[]
  readonly zeilen: readonly Planzeile[]
  readonly gesamt: number
}

/** The file plan as a tree in natural order. A search keeps the units above a hit, so that it stays clear where it lies. */
export const aktenplanAnsehen = query({
  name: 'aktenplan.ansehen',
  input: Type.Object({ fassung: Type.Optional(Type.Integer({ minimum: 1 })), text: Type.Optional(Type.String({ maxLength: 200 })) }, { additionalProperties: false }),
  allow: can('aktenplan.verwalten')(),
  async run({ tx, today }, { fassung: gewuenscht, text = '' }): Promise<Planansicht> {
    const fassungen = await aktenplan(tx).selectFrom('aktenplan.fassung').selectAll().orderBy('nummer', 'desc').execute()
    const gueltige = fassungen.find((eine) => giltAm({ gueltigVon: eine.gueltig_von, ...(eine.gueltig_bis ? { gueltigBis: eine.gueltig_bis } : {}) }, today))
    const fassung = fassungen.find((eine) => eine.nummer === gewuenscht) ?? gueltige ?? fassungen[0]
    if (!fassung) return { fassung: undefined, fassungen: [], zeilen: [], gesamt: 0 }
    const rows = sortiertNachKennzeichen(await aktenplan(tx).selectFrom('aktenplan.einheit').selectAll().where('fassung_id', '=', fassung.id).execute())
    const ober = new Map(rows.map((row) => [row.kennzeichen, row.ober_kennzeichen]))
    const kette = (kennzeichen: string): string[] => { const oben = ober.get(kennzeichen); return oben ? [...kette(oben), oben] : [] }
    const treffer = rows.filter(passtZu(text))
    const gezeigt = new Set(treffer.flatMap((row) => [row.kennzeichen, ...kette(row.kennzeichen)]))
    const zeilen = rows.filter((row) => gezeigt.has(row.kennzeichen)).map((row): Planzeile => ({
      id: row.id, kennzeichen: row.kennzeichen, bezeichnung: row.bezeichnung, tiefe: kette(row.kennzeichen).length, blatt: row.blatt,
      aufbewahrung: row.unbefristet ? 'unbefristet' : row.aufbewahrung_jahre, aussonderungsart: row.aussonderungsart, quelle: row.quelle, stand: standVon(row, today),
    }))
    return {
      fassung: { nummer: fassung.nummer, bezeichnung: fassung.bezeichnung, muster: fassung.muster, gueltigVon: fassung.gueltig_von, gueltigBis: fassung.gueltig_bis },
      fassungen: fassungen.map(({ nummer, bezeichnung }) => ({ nummer, bezeichnung })), zeilen, gesamt: rows.length,
    }
  },
})

function passtZu(text: string): (row: { kennzeichen: string; bezeichnung: string; quelle: string }) => boolean {
  const wort = searchKey(text)
  const zeichen = /\d/.test(text) ? zeichenSuchschluessel(text) : ''
  return (row) => !text.trim() || searchKey(`${row.bezeichnung} ${row.quelle}`).includes(wort) || (zeichen !== '' && `${zeichenSuchschluessel(row.kennzeichen)}.`.startsWith(`${zeichen}.`))
}

function standVon(row: { aktiv: boolean; gueltig_von: Temporal.PlainDate; gueltig_bis: Temporal.PlainDate | null; stillgelegt_am: Temporal.PlainDate | null }, today: Temporal.PlainDate): Planzeile['stand'] {
  if (row.stillgelegt_am && Temporal.PlainDate.compare(row.stillgelegt_am, today) <= 0) return 'stillgelegt'
  if (Temporal.PlainDate.compare(row.gueltig_von, today) > 0) return 'kuenftig'
  if (row.gueltig_bis && Temporal.PlainDate.compare(row.gueltig_bis, today) < 0) return 'abgelaufen'
  return row.aktiv ? 'frei' : 'nichtFrei'
}
