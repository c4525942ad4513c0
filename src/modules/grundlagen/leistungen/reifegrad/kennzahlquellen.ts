import { sql } from 'kysely'
import type { Tx } from '../../../../platform/database/database.js'
import type { Kennzahlquelle, Messergebnis } from '../../../../platform/kennzahlquelle.js'
import { leistungen } from '../db/tables.js'
import { OZG_MODELLE, type OzgModell } from '../domain/reifegrad.js'

/** Services that were public at the end of that day, by their newest judgement in this model until then. */
async function zaehle(tx: Tx, modell: OzgModell, abStufe: number, tag: Temporal.PlainDate): Promise<Messergebnis> {
  const ende = tag.add({ days: 1 }).toZonedDateTime('Europe/Berlin').toInstant()
  const { rows: [zeile] } = await sql<{ bewertet: bigint; erreicht: bigint }>`
    select count(*) as bewertet, count(*) filter (where r.stufe >= ${abStufe}) as erreicht
    from leistungen.leistung l
    join lateral (
      select stufe from leistungen.reifegrad where leistung_id = l.id and modell = ${modell} and bewertet_am <= ${tag}::date
      order by bewertet_am desc, id desc limit 1) r on true
    where exists (select 1 from leistungen.veroeffentlichung p where p.leistung_id = l.id and p.von < ${ende}::timestamptz and (p.bis is null or p.bis >= ${ende}::timestamptz))`.execute(leistungen(tx))
  if (
    !zeile || zeile.bewertet === 0n
  ) return { gesamt: { fehlt: `Keine öffentliche Leistung ist nach ${OZG_MODELLE[modell].name} bewertet.` } }
  return { gesamt: { zahl: Number(zeile.erreicht) } }
}

/** One source for each level of each model: levels of different models are never added (A1-04). */
export const kennzahlquellen: readonly Kennzahlquelle[] = (['OZG_1_1', 'OZG_2_0'] as const).flatMap((modell) => {
  const { name, hoechste } = OZG_MODELLE[modell]
  return Array.from({ length: hoechste }, (_, i): Kennzahlquelle => ({
    schluessel: `leistungen.${modell.toLowerCase().replaceAll('_', '-')}.ab-${i + 1}`,
    name: `Leistungen mit ${name} ${i + 1}${i + 1 < hoechste ? ' oder höher' : ''}`,
    zaehlt: `Öffentliche Leistungen, deren neueste Bewertung nach ${name} mindestens Stufe ${i + 1} ergibt. Der Reifegrad einer Leistung ist das schwächste ihrer anwendbaren Kriterien.`,
    art: 'zahl', masseinheit: 'Leistungen', nachkomma: 0, richtung: 'hoch', summierbar: true, bezug: 'stichtag',
    messen: (tx, { bis }) => zaehle(tx, modell, i + 1, bis),
  }))
})
