import type { Musterzeile } from './muster.js'
import { wort, type Mengenregeln, type Muster, type Nummernregel, type Teil, type Zeile } from './regeln.js'

/** What every copy knows besides its variables; the columns of the temporary table `n`. */
export const KLONSPALTEN = `muster integer not null, mandant_id uuid not null, mandant_nr smallint not null, xid xid8 not null, a text not null, b text not null, tage integer not null,
  spanne interval not null, jahr integer not null, stufe smallint not null`

/** Values of the pattern that differ from copy to copy: as written there → name of the variable. */
export type Ersetzungen = ReadonlyMap<string, string>

export interface Vorlage {
  /** One statement for each table: inserts the rows of all copies that are in the temporary table `n`. */
  readonly anweisungen: readonly string[]
  /** How many rows of each table a copy has. */
  readonly zeilen: ReadonlyMap<string, number>
  /** Of a copy with these leading and trailing parts: the id that this id of the pattern has there. */
  idVon(id: string, a: string, b: string): string
}

const ZEIT = new Set(['timestamp with time zone', 'date'])

/** The trailing part of a UUIDv7 from a number: variant bits and 60 bits that no other copy has. */
export const kennteil = (nr: number): string => `8${nr.toString(16).padStart(15, '0')}`
/** The leading part: milliseconds and version. Ids of copies are in the order of time, those of one copy in the pattern's. */
export const zeitteil = (millisekunden: number): string => `${millisekunden.toString(16).padStart(12, '0')}7`

/** Turns a pattern into statements that copy it. @throws RangeError for a pattern with more than 4,096 ids */
export function uebersetze(nummer: number, zeilen: readonly Musterzeile[], ersetzungen: Ersetzungen, regeln: Mengenregeln): Vorlage {
  const stellen = eigeneIds(zeilen, regeln)
  const teile = zerleger(stellen, ersetzungen)
  const text = (wert: string): string => {
    const stuecke = teile(wert).map((teil) => ('fest' in teil ? wort(teil.fest) : ausdruck(teil.variable)))
    return stuecke.length === 0 ? "''" : stuecke.length === 1 ? stuecke[0] ?? '' : `(${stuecke.join(' || ')})`
  }
  const muster: Muster = { zeilen: zeilen.map(({ tabelle, zeile }) => ({ tabelle: tabelle.name, zeile })), teile, text }
  const zahl = new Map<string, number>()
  for (const { tabelle } of zeilen) zahl.set(tabelle.name, (zahl.get(tabelle.name) ?? 0) + 1)
  const anweisungen = [...zahl.keys()].map((name) => {
    const seine = zeilen.filter(({ tabelle }) => tabelle.name === name)
    const spalten = (seine[0]?.tabelle.spalten ?? [])
    const werte = seine.map(({ zeile }) => `(${spalten.map(({ name: spalte, typ }) => wertVon(name, spalte, typ, zeile)).join(', ')})`)
    return `insert into ${name} (${spalten.map((spalte) => `"${spalte.name}"`).join(', ')}) select v.* from n cross join lateral (values ${werte.join(', ')}) v where n.muster = ${nummer}`
  })
  return { anweisungen, zeilen: zahl, idVon: (id, a, b) => alsUuid(`${a}${stellen.get(id) ?? '000'}${b}`) }

  function wertVon(tabelle: string, spalte: string, typ: string, zeile: Zeile): string {
    const wert = zeile[spalte] ?? null
    if (spalte === 'mandant_id') return 'n.mandant_id'
    if (typ === 'xid8') return 'n.xid'
    const regel = regeln.spalten?.[`${tabelle}.${spalte}`]
    if (regel) return `(${regel(zeile, muster)})::${typ}`
    if (wert === null) return `null::${typ}`
    const kreis = (regeln.nummern ?? []).findIndex((one) => `${one.tabelle}.${one.spalte}` === `${tabelle}.${spalte}`)
    const nummer = regeln.nummern?.[kreis]
    if (nummer) return `(n.nr${kreis} + ${nummernzeilen(nummer, zeilen).indexOf(zeile)})::${typ}`
    if (spalte === 'stufe' && typ === 'smallint') return `greatest(${wert}::smallint, n.stufe)`
    if (typ === 'date') return `(${wort(wert)}::date + n.tage)`
    if (ZEIT.has(typ)) return `(${wort(wert)}::${typ} + n.spanne)`
    const [teil, ...mehr] = teile(wert)
    // Most columns of a copy are ids: by way of text they would take twice as long.
    if (typ === 'uuid' && teil && 'variable' in teil && teil.variable.startsWith('#') && mehr.length === 0) return uuidSql(teil.variable.slice(1))
    return `${text(wert)}::${typ}`
  }

  function ausdruck(variable: string): string {
    return variable.startsWith('#') ? `${uuidSql(variable.slice(1))}::text` : `n.${variable}`
  }
}

/** Rows of a pattern that have a number of this series, in their order: the first has the copy's first number. */
export function nummernzeilen(regel: Nummernregel, zeilen: readonly Musterzeile[]): readonly Zeile[] {
  return zeilen.filter(({ tabelle, zeile }) => tabelle.name === regel.tabelle && (regel.spalte ? zeile[regel.spalte] !== null : regel.zeichen?.alt(zeile) != null)).map(({ zeile }) => zeile)
}

const uuidSql = (stelle: string): string => `(n.a || '${stelle}' || n.b)::uuid`

const alsUuid = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/** The ids that a copy has of its own, each with its three hexadecimal digits. */
function eigeneIds(zeilen: readonly Musterzeile[], regeln: Mengenregeln): ReadonlyMap<string, string> {
  const ids = new Set<string>()
  for (const { tabelle, zeile } of zeilen) {
    for (const { name, typ } of tabelle.spalten) {
      const wert = zeile[name]
      if (wert && typ === 'uuid' && (name === 'id' || (tabelle.name === 'platform.ereignis' && name === 'korrelation') || regeln.eigeneIds?.includes(`${tabelle.name}.${name}`))) ids.add(wert)
    }
  }
  const sorted = [...ids].sort()
  if (sorted.length > 4096) throw new RangeError(`a pattern with ${sorted.length} ids`)
  return new Map(sorted.map((id, index) => [id, index.toString(16).padStart(3, '0')]))
}

/** Takes texts apart at ids and variables; the longest first, and never inside of a word or a number. */
function zerleger(stellen: ReadonlyMap<string, string>, ersetzungen: Ersetzungen): (text: string) => readonly Teil[] {
  const alle = new Map([...[...stellen].map(([id, stelle]) => [id, `#${stelle}`] as const), ...ersetzungen])
  const gesucht = [...alle.keys()].filter((one) => one !== '').sort((x, y) => y.length - x.length)
  if (gesucht.length === 0) return (text) => [{ fest: text }]
  const muster = new RegExp(`(?<![\\p{L}\\p{N}])(${gesucht.map((one) => one.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return (text) => text.split(muster).map((teil, index): Teil => (index % 2 === 1 ? { variable: alle.get(teil) ?? '' } : { fest: teil })).filter((teil) => !('fest' in teil && teil.fest === ''))
}
