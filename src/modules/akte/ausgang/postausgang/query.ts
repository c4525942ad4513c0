import { Type } from 'typebox'
import type { Selectable } from 'kysely'
import { unitsWith } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { vorgaengeById } from '../../akten/index.js'
import { ausgang, type SendungTable } from '../db/tables.js'
import { anschriftVollstaendig, buchnummer, type Kanal, type SendungStatus } from '../domain/sendung.js'

const SEITE = 50

export interface Postzeile {
  readonly id: string; readonly buchnummer: string; readonly empfaenger: string; readonly anschriftFehlt: boolean; readonly betreff: string; readonly vorgangsnummer: string; readonly einheit: string
  readonly kanal: Kanal; readonly status: SendungStatus; readonly angelegtAm: Temporal.Instant; readonly ersatzweg: boolean; readonly aufgabeTag: Temporal.PlainDate | null
}
export interface Postausgang { readonly zeilen: readonly Postzeile[]; readonly wartend: number; readonly weiter?: string }

const ANSICHTEN = ['offen', 'buch', 'klaerung'] as const
export type Ansicht = (typeof ANSICHTEN)[number]

/** Letters that wait, the Postausgangsbuch of all Sendungen, and those that did not arrive; of the units the person may see. */
export const postausgangLesen = query({
  name: 'ausgang.postausgangLesen',
  input: Type.Object({ ansicht: Type.Enum([...ANSICHTEN]), vor: Type.Optional(Id) }, { additionalProperties: false }),
  allow: can('ausgang.lesen')(),
  async run({ tx, actor }, { ansicht, vor }): Promise<Postausgang> {
    const einheiten = unitsWith(actor, 'ausgang.lesen')
    const sichtbar = () => {
      const liste = ausgang(tx).selectFrom('ausgang.sendung').where('stufe', '<=', actor.stufe)
      return einheiten === 'alle' ? liste : liste.where('einheit_id', 'in', einheiten.length > 0 ? [...einheiten] : ['00000000-0000-0000-0000-000000000000'])
    }
    const offen = () => sichtbar().where('kanal', '=', 'post').where('status', 'in', ['FREIGEGEBEN', 'UEBERGEBEN'])
    let liste = ansicht === 'offen' ? offen() : ansicht === 'klaerung' ? sichtbar().where('status', 'in', ['RUECKLAUF', 'FEHLER']) : sichtbar().where('status', '<>', 'ENTWURF')
    if (vor) liste = liste.where('id', ansicht === 'offen' ? '>' : '<', vor)
    const rows = await liste.selectAll().orderBy('id', ansicht === 'offen' ? 'asc' : 'desc').limit(SEITE + 1).execute()
    const { wartend } = await offen().select((one) => one.fn.countAll<bigint>().as('wartend')).executeTakeFirstOrThrow()
    const zeilen = rows.slice(0, SEITE)
    const vorgaenge = await vorgaengeById(tx, zeilen.map((row) => row.vorgang_id))
    const namen = await einheitenById(tx, zeilen.map((row) => row.einheit_id))
    const letzte = zeilen.at(-1)
    return {
      zeilen: zeilen.map((row) => zeile(row, vorgaenge.get(row.vorgang_id)?.vorgangsnummer ?? '', namen.get(row.einheit_id)?.name ?? '')),
      wartend: Number(wartend), ...(rows.length > SEITE && letzte ? { weiter: letzte.id } : {}),
    }
  },
})

const zeile = (row: Selectable<SendungTable>, vorgangsnummer: string, einheit: string): Postzeile => ({
  id: row.id, buchnummer: buchnummer(row), empfaenger: [row.name, ...row.anschrift].join(', '), anschriftFehlt: row.kanal === 'post' && !anschriftVollstaendig(row.anschrift),
  betreff: row.betreff, vorgangsnummer, einheit, kanal: row.kanal, status: row.status, angelegtAm: row.angelegt_am, ersatzweg: row.ersatzweg !== null, aufgabeTag: row.aufgabe_tag,
})
