import type { VNode } from 'preact'
import { StackedBars, type BarRow, type SegmentKind } from '../../../design/index.js'
import { inTausend } from '../finanzplan/index.js'
import { monatKennung, monatswort } from '../berichte/index.js'
import {
  ENTSCHEIDUNGSFRISTEN, GROESSEN, LASTEN, LICHTER, STUFEN, type Ausschnitt, type Filter, type Statuswahl,
} from './domain/filter.js'
import type { Liste, Sicht } from './domain/sicht.js'
import { betrag, waehle, zaehleBerichte, type Geld, type Merkmale } from './domain/zeilen.js'
import type { Lage } from './laden.js'
import { listenPfad } from './pfade.js'
import { FRISTWORT, GELDARTEN, LASTARTEN, LICHTARTEN, lichtwort, statuswort, STATUSARTEN, STUFENARTEN, VERZUGWORT } from './worte.js'

export interface Bild { readonly lage: Lage; readonly sicht: Sicht }

const zahl = (n: number, eines: string, viele: string) => `${n} ${n === 1 ? eines : viele}`
const nach = ({ lage, sicht }: Bild, liste: Liste, ausschnitt: Ausschnitt = {}, mehr: Filter = {}) =>
  listenPfad(sicht, liste, { ...lage.filter, ...mehr }, ausschnitt)
/** Only what occurs, in its usual order. */
const vorkommende = <K extends SegmentKind>(arten: readonly K[], rows: readonly BarRow[]): readonly K[] =>
  arten.filter(({ key }) => rows.some(({ segments }) => segments.some(({ kind, value }) => kind === key && value > 0)))

/** Things by Handlungsfeld, in the order of the strategy. */
function jeFeld<T extends Merkmale>(zeilen: readonly T[], { felder }: Lage): readonly { readonly id: string; readonly name: string; readonly zeilen: readonly T[] }[] {
  const gruppen = Map.groupBy(zeilen, ({ feldId }) => feldId)
  return [...felder, { id: 'ohne', name: 'Ohne Handlungsfeld' }].flatMap(({ id, name }) => {
    const eigene = gruppen.get(id)
    return eigene ? [{ id, name, zeilen: eigene }] : []
  })
}

export function StatusBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const rows = jeFeld(lage.vorhaben, lage).map(({ id, name, zeilen }): BarRow => {
    const gruppen = Map.groupBy(zeilen, ({ status }) => status)
    return {
      key: id, label: name, note: String(zeilen.length),
      segments: STATUSARTEN.map(({ key }) => ({ kind: key, value: gruppen.get(key)?.length ?? 0, href: nach(bild, 'vorhaben', {}, { feld: id, status: key }) })),
    }
  })
  const laufend = lage.vorhaben.filter(({ status }) => status === 'laufend').length
  return <StackedBars title="Vorhaben nach Handlungsfeld und Status" titleHidden labelHead="Handlungsfeld" kinds={vorkommende(STATUSARTEN, rows)} rows={rows}
    summary={`${zahl(lage.vorhaben.length, 'Vorhaben', 'Vorhaben')}, davon ${laufend} ${statuswort('laufend' satisfies Statuswahl)}.`} />
}

/** The lights of the chosen months, the newest on top; shares, because not every month asks the same number. */
export function AmpelBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const zahlen = zaehleBerichte(lage.reihen, lage.monate)
  const rows = lage.monate.map(({ id, monat }, i): BarRow => ({
    key: id, label: monatswort(monat),
    segments: LICHTER.map((licht) => ({ kind: licht, value: zahlen[i]?.[licht] ?? 0, href: nach(bild, 'berichte', { monat: monatKennung(monat), licht }) })),
  }))
  const letzter = lage.stich && zahlen[lage.monate.indexOf(lage.stich)]
  return <StackedBars title="Ampeln nach Monat" titleHidden shares labelHead="Monat" kinds={vorkommende(LICHTARTEN, rows)} rows={rows}
    summary={lage.stich && letzter ? `${monatswort(lage.stich.monat)}: ${(['gruen', 'gelb', 'rot', 'fehlt'] as const).map((licht) => `${letzter[licht]} ${lichtwort(licht)}`).join(', ')}. Jeder Balken zeigt alle Vorhaben, die berichten mussten.` : 'Für diese Monate sind noch keine Berichte fällig.'} />
}

const EINE = (key: string, label: string, sign: SegmentKind['sign'], tone: SegmentKind['tone']): readonly SegmentKind[] => [{ key, label, sign, tone }]

export function FehlendeBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const { stich } = lage
  const nr = stich ? lage.monate.indexOf(stich) : -1
  const fehlende = lage.reihen.filter(({ lichter }) => lichter[nr] === 'fehlt')
  const rows = jeFeld(fehlende, lage).map(({ id, name, zeilen }): BarRow => ({
    key: id, label: name,
    segments: [{ kind: 'fehlt', value: zeilen.length, href: nach(bild, 'berichte', { ...(stich ? { monat: monatKennung(stich.monat) } : {}), licht: 'fehlt' }, { feld: id }) }],
  }))
  return <StackedBars title="Fehlende Berichte nach Handlungsfeld" titleHidden labelHead="Handlungsfeld" kinds={EINE('fehlt', 'kein Bericht', 'dash', 'neutral')} rows={rows}
    summary={stich ? `Im ${monatswort(stich.monat)} ${fehlende.length === 1 ? 'fehlt ein Bericht' : `fehlen ${fehlende.length} Berichte`}.` : 'Noch ist kein Bericht fällig.'} />
}

export function MeilensteinBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const rows = (['bis30', 'bis90', 'ueber90'] as const).map((frist): BarRow => ({
    key: frist, label: VERZUGWORT[frist],
    segments: [{ kind: 'spaet', value: waehle.meilensteine(lage.meilensteine, { frist }).length, href: nach(bild, 'meilensteine', { frist }) }],
  }))
  const spaet = waehle.meilensteine(lage.meilensteine, { frist: 'spaet' })
  return <StackedBars title="Überfällige Meilensteine nach Verzug" titleHidden labelHead="Verzug" kinds={EINE('spaet', 'überfällig', 'triangle', 'danger')} rows={rows}
    summary={spaet.length === 0 ? 'Kein Meilenstein ist überfällig.' : `${zahl(spaet.length, 'Meilenstein ist', 'Meilensteine sind')} überfällig, der älteste seit ${-(spaet[0]?.tage ?? 0)} Tagen.`} />
}

export function EntscheidungsBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const rows = ENTSCHEIDUNGSFRISTEN.map((frist): BarRow => ({
    key: frist, label: FRISTWORT[frist],
    segments: [{ kind: 'offen', value: waehle.entscheidungen(lage.entscheidungen, { frist }).length, href: nach(bild, 'entscheidungen', { frist }) }],
  }))
  return <StackedBars title="Offene Entscheidungen nach Termin" titleHidden labelHead="Gebraucht" kinds={EINE('offen', 'offen', '?', 'strong')} rows={rows}
    summary={lage.entscheidungen.length === 0 ? 'Nichts wartet auf eine Entscheidung.' : `${zahl(lage.entscheidungen.length, 'Entscheidung steht', 'Entscheidungen stehen')} aus.`} />
}

export function RisikoBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const rows = STUFEN.map((stufe): BarRow => ({
    key: stufe, label: STUFENARTEN.find(({ key }) => key === stufe)?.label ?? stufe,
    segments: STUFEN.map((eine) => ({ kind: eine, value: eine === stufe ? waehle.risiken(lage.risiken, { stufe }).length : 0, href: nach(bild, 'risiken', { stufe }) })).filter(({ kind }) => kind === stufe),
  }))
  const [groesstes] = lage.risiken
  return <StackedBars title="Risiken nach Punkten" titleHidden labelHead="Stufe" kinds={vorkommende(STUFENARTEN, rows)} rows={rows}
    summary={groesstes ? `${zahl(lage.risiken.length, 'offenes Risiko', 'offene Risiken')}; das größte hat ${groesstes.punkte} von 25 Punkten.` : 'Kein Risiko ist offen.'} />
}

/** Years around the present one; the whole comparison stands on the page of the finance plan. */
export const jahreVon = (geld: readonly Geld[], heute: Temporal.PlainDate): readonly number[] =>
  [...new Set(geld.flatMap(({ jahr }) => (jahr === null ? [] : [jahr])))].filter((jahr) => jahr >= heute.year - 1 && jahr <= heute.year + 2).sort((a, b) => a - b)

export function GeldBild({ bild, bild: { lage }, heute }: { bild: Bild; heute: Temporal.PlainDate }): VNode {
  const rows = jahreVon(lage.geld, heute).map((jahr): BarRow => ({
    key: String(jahr), label: String(jahr),
    segments: GROESSEN.flatMap((groesse) => {
      const zeilen = waehle.geld(lage.geld, { jahr: String(jahr), groesse })
      const cent = zeilen.reduce((summe, zeile) => summe + (betrag(zeile, groesse) ?? 0n), 0n)
      // Nobody has said: no bar, and not 0.
      return zeilen.length === 0 ? [] : [{ kind: groesse, value: Number(inTausend(cent)), count: zeilen.length, href: nach(bild, 'geld', { jahr: String(jahr), groesse }) }]
    }),
  }))
  const numbers = new Intl.NumberFormat('de-DE')
  return <StackedBars title="Plan, Ist und Prognose nach Jahr" titleHidden sideBySide labelHead="Jahr" kinds={vorkommende(GELDARTEN, rows)} rows={rows}
    format={(value) => `${numbers.format(value)}\u00a0T€`} summary="In Tausend Euro. Prognose ist, was gemeldet wurde, sonst Gebuchtes und Bestelltes. Wo nichts gemeldet ist, steht kein Balken." />
}

export function AuslastungsBild({ bild, bild: { lage } }: { bild: Bild }): VNode {
  const monate = [...new Map(lage.personen.map(({ monat }) => [monat.toString(), monat])).values()]
  const rows = monate.map((monat): BarRow => ({
    key: monat.toString(), label: monatswort(monat),
    segments: LASTEN.map((last) => ({ kind: last, value: waehle.personen(lage.personen, { monat: monatKennung(monat), last }).length, href: nach(bild, 'personen', { monat: monatKennung(monat), last }) })),
  }))
  const zuViel = new Set(lage.personen.filter(({ last }) => last === 'ueber').map(({ kontoId }) => kontoId)).size
  return <StackedBars title="Auslastung der Beteiligten nach Monat" titleHidden labelHead="Monat" kinds={vorkommende(LASTARTEN, rows)} rows={rows}
    summary={`${zuViel === 0 ? 'Niemand ist' : zahl(zuViel, 'Person ist', 'Personen sind')} über die vereinbarte Grenze verplant.`} />
}
