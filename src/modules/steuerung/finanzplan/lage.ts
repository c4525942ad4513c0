/** The money of a strategy line by line and year by year, for overviews. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import type { Strategie } from '../programm/index.js'
import { vergleiche, type Stichtagswerte, type Vergleich } from './domain/sollist.js'
import { horizontVon, verteile } from './domain/verteilung.js'
import { gruppeVon, istVzae, type Zeile } from './domain/zeile.js'
import { zeilenVon } from './lesen.js'

/** One line of the plan in one year; `jahr` null is what the paper does not spread over years. */
export interface Haushaltsjahr { readonly zeile: Zeile; readonly jahr: number | null; readonly vergleich: Vergleich }

type Werte = Omit<Stichtagswerte, 'zeileId' | 'jahr' | 'stichtag'>
const OHNE: Werte = { nachtragCent: null, obligoCent: null, istCent: null, prognoseCent: null }

/** The newest word on each figure, by line and year, as `neueste` of the domain chooses it: there may be years of months of them. */
async function neuesteWerte(tx: Tx, strategieId: string): Promise<Map<string, ReadonlyMap<number, Werte>>> {
  interface Row { zeile_id: string; jahr: number; nachtrag: bigint | null; obligo: bigint | null; ist: bigint | null; prognose: bigint | null }
  const { rows } = await sql<Row>`
    select s.zeile_id, s.jahr,
      (array_agg(s.nachtrag_cent order by s.stichtag desc) filter (where s.nachtrag_cent is not null))[1] as nachtrag,
      (array_agg(s.obligo_cent order by s.stichtag desc) filter (where s.obligo_cent is not null))[1] as obligo,
      (array_agg(s.ist_cent order by s.stichtag desc) filter (where s.ist_cent is not null))[1] as ist,
      (array_agg(s.prognose_cent order by s.stichtag desc) filter (where s.prognose_cent is not null))[1] as prognose
    from finanzplan.zeile z join finanzplan.sollist s on s.mandant_id = z.mandant_id and s.zeile_id = z.id
    where z.strategie_id = ${strategieId} and z.entfernt_am is null group by s.zeile_id, s.jahr`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ zeile_id }) => zeile_id)].map(([id, eigene]) => [id, new Map(eigene.map((row) => [
    row.jahr, { nachtragCent: row.nachtrag, obligoCent: row.obligo, istCent: row.ist, prognoseCent: row.prognose },
  ]))]))
}

/** Plan against budget system for every line and year of a strategy: the same lines as the page Soll-Ist-Vergleich has. */
export async function haushaltsjahre(tx: Tx, strategie: Pick<Strategie, 'id' | 'jahrBis'>): Promise<Haushaltsjahr[]> {
  const [alle, werte] = await Promise.all([zeilenVon(tx, [strategie.id]), neuesteWerte(tx, strategie.id)])
  const zeilen = alle.filter((zeile) => zeile.stand === 'plan' && !istVzae(zeile) && gruppeVon(zeile) !== 'foerderung')
  const horizont = horizontVon(zeilen, strategie.jahrBis)
  return zeilen.flatMap((zeile): Haushaltsjahr[] => {
    const { jahre, ohneJahrCent } = verteile(zeile, horizont)
    const gemeldet = werte.get(zeile.id)
    const alleJahre = [...new Set([...jahre.keys(), ...(gemeldet?.keys() ?? [])])].sort((a, b) => a - b)
    return [
      ...alleJahre.map((jahr) => ({ zeile, jahr, vergleich: vergleiche(jahre.get(jahr) ?? null, gemeldet?.get(jahr) ?? OHNE) })),
      ...(ohneJahrCent === null ? [] : [{ zeile, jahr: null, vergleich: vergleiche(ohneJahrCent, OHNE) }]),
    ]
  })
}
