import type { Tx } from '../../../../platform/database/database.js'
import { newId } from '../../../../platform/time/index.js'
import { programm } from '../db/tables.js'
import { alsFelder } from '../domain/felder.js'
import type { Befund, Objektangabe, Strategieangabe } from '../domain/einlesen/einlesung.js'
import type { Gelesen } from '../domain/einlesen/erkennen.js'
import { alsObjekt, kostenklassen, strategien, type Objekt } from '../lesen.js'

/** Whoever imports acts under this name; what anybody else changed by hand afterwards stays as it is. */
export const EINLESER = ['befehlszeile', 'demo', 'einlesen']

export interface Objektschritt { readonly id: string; readonly angabe: Objektangabe; readonly bestand: Objekt | undefined; readonly felder: Readonly<Record<string, string>> }
export interface Strategieschritt { readonly id: string; readonly neu: boolean; readonly angabe: Strategieangabe; readonly objekte: readonly Objektschritt[] }
export interface Einspielplan { readonly gelesen: Gelesen; readonly klassenSetzen: boolean; readonly strategien: readonly Strategieschritt[]; readonly befunde: readonly Befund[] }

/** What an import would do to this town: the same for trying and for doing. */
export async function plane(tx: Tx, gelesen: Gelesen): Promise<Einspielplan> {
  const befunde: Befund[] = [...gelesen.befunde]
  const vorhanden = new Map((await strategien(tx)).map((strategie) => [strategie.kennung, strategie.id]))
  const schritte: Strategieschritt[] = []
  for (const angabe of gelesen.strategien) {
    const id = vorhanden.get(angabe.kennung)
    schritte.push({ id: id ?? newId(), neu: id === undefined, angabe, objekte: await planeObjekte(tx, id, angabe, befunde) })
  }
  const klassen = await kostenklassen(tx)
  const gleich = JSON.stringify(klassen, zahlen) === JSON.stringify(gelesen.kostenklassen ?? klassen, zahlen)
  if (klassen.length > 0 && !gleich) befunde.push({ kind: 'vonHandGeaendert', object: 'Kostenklassen', text: 'Diese Stadt hat schon andere Kostenklassen. Sie bleiben, wie sie sind.' })
  return { gelesen, klassenSetzen: klassen.length === 0 && (gelesen.kostenklassen?.length ?? 0) > 0, strategien: schritte, befunde }
}

const zahlen = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)

async function planeObjekte(tx: Tx, strategieId: string | undefined, angabe: Strategieangabe, befunde: Befund[]): Promise<Objektschritt[]> {
  const rows = strategieId ? await programm(tx).selectFrom('programm.objekt').selectAll().where('strategie_id', '=', strategieId).where('kennung', 'is not', null).execute() : []
  const bestand = new Map(rows.map((row) => [row.kennung, row]))
  const vonHand = await handfelder(tx, strategieId)
  const ids = new Map(angabe.objekte.map(({ kennung }) => [kennung, bestand.get(kennung)?.id ?? newId()]))
  return angabe.objekte.flatMap((objekt): Objektschritt[] => {
    const row = bestand.get(objekt.kennung)
    const id = ids.get(objekt.kennung) ?? newId()
    if (row?.geloescht_am) {
      befunde.push({ kind: 'vonHandGeaendert', object: objekt.kennung, text: `„${row.name}“ wurde hier entfernt und bleibt entfernt.` })
      return []
    }
    const felder = { ...objekt.felder, ...(objekt.ober ? { oberId: ids.get(objekt.ober) ?? '' } : {}) }
    if (!row) return [{ id, angabe: objekt, bestand: undefined, felder }]
    const jetzt = alsFelder(alsObjekt(row))
    const gesperrt = vonHand.get(row.id) ?? new Set<string>()
    const anders = Object.entries(felder).filter(([feld, text]) => jetzt[feld] !== text)
    for (const [feld] of anders) if (gesperrt.has(feld)) befunde.push({ kind: 'vonHandGeaendert', object: objekt.kennung, text: `„${row.name}“: ${feld} wurde hier von Hand geändert und bleibt so.` })
    return [{ id: row.id, angabe: objekt, bestand: alsObjekt(row), felder: Object.fromEntries(anders.filter(([feld]) => !gesperrt.has(feld))) }]
  })
}

async function handfelder(tx: Tx, strategieId: string | undefined): Promise<Map<string, Set<string>>> {
  if (!strategieId) return new Map()
  const rows = await programm(tx).selectFrom('programm.aenderung as a').innerJoin('programm.objekt as o', 'o.id', 'a.objekt_id').where('o.strategie_id', '=', strategieId)
    .where((where) => where.or([where('a.akteur_id', 'is', null), where('a.akteur_id', 'not in', EINLESER)])).select(['a.objekt_id', 'a.feld']).distinct().execute()
  const felder = new Map<string, Set<string>>()
  for (const { objekt_id: id, feld } of rows) felder.set(id, (felder.get(id) ?? new Set()).add(feld))
  return felder
}
