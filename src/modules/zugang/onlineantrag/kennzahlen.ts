import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.js'
import { onlineantrag } from './db/tables.js'

export interface Antragszahlen {
  readonly leistung: string
  readonly begonnen: number
  readonly eingereicht: number
  /** Deleted without having been sent, by the page on which people stopped (A1-11). */
  readonly abgebrochen: Readonly<Record<string, number>>
  /** Median from beginning to sending, in seconds. */
  readonly dauerMedian: number | null
}

/** Figures per service for drafts begun in the period, both days included. Nothing about persons. */
export async function antragszahlen(tx: Tx, zeitraum: { von: Temporal.PlainDate; bis: Temporal.PlainDate }): Promise<Antragszahlen[]> {
  const beginn = zeitraum.von.toZonedDateTime('Europe/Berlin').toInstant()
  const ende = zeitraum.bis.add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant()
  const rows = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').where('begonnen_am', '>=', beginn).where('begonnen_am', '<', ende)
    .select(['leistung', 'seite', 'status', sql<number>`count(*)::int`.as('anzahl')]).groupBy(['leistung', 'seite', 'status']).execute()
  const dauern = await onlineantrag(tx).selectFrom('onlineantrag.entwurf').where('begonnen_am', '>=', beginn).where('begonnen_am', '<', ende).where('status', '=', 'eingereicht')
    .select(['leistung', sql<number>`percentile_cont(0.5) within group (order by extract(epoch from beendet_am - begonnen_am))::float8`.as('median')]).groupBy('leistung').execute()
  return [...Map.groupBy(rows, ({ leistung }) => leistung)].map(([leistung, zeilen]) => ({
    leistung, begonnen: summe(zeilen), eingereicht: summe(zeilen.filter(({ status }) => status === 'eingereicht')),
    abgebrochen: Object.fromEntries([...Map.groupBy(zeilen.filter(({ status }) => status === 'geloescht'), ({ seite }) => seite)].map(([seite, teil]) => [seite, summe(teil)])),
    dauerMedian: dauern.find((zeile) => zeile.leistung === leistung)?.median ?? null,
  }))
}

const summe = (zeilen: readonly { anzahl: number }[]) => zeilen.reduce((bisher, { anzahl }) => bisher + anzahl, 0)
