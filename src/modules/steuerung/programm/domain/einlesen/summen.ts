import { toDecimalString, type Cents } from '../../../../../platform/money/index.js'
import { summiere } from '../finanzplan.js'
import type { Finanzangabe, Strategieangabe } from './einlesung.js'

type Zahlen = Record<string, number>

const euro = (cent: Cents) => Number(toDecimalString(cent))
const vzae = (hundertstel: number) => Number(toDecimalString(BigInt(hundertstel)))

/** The sums of what a file says, in euro and full-time equivalents; only those for which it has figures. One strategy flat, several by kennung. */
export function summenVon(strategien: readonly Strategieangabe[]): Record<string, number | Zahlen> {
  const je = strategien.map(({ kennung, finanzplan }) => [kennung, summen(finanzplan)] as const).filter(([, zahlen]) => Object.keys(zahlen).length > 0)
  return strategien.length === 1 ? je[0]?.[1] ?? {} : Object.fromEntries(je)
}

function summen(zeilen: readonly Finanzangabe[]): Zahlen {
  const gesamt = summiere(zeilen)
  const cent = (treffer: (zeile: Finanzangabe) => boolean) => { const alle = zeilen.filter((zeile) => zeile.betragCent !== null && treffer(zeile)); return alle.length > 0 ? alle.reduce((summe, { betragCent }) => summe + (betragCent ?? 0n), 0n) : undefined }
  const kraft = (spalte: Finanzangabe['spalte']) => { const alle = zeilen.filter((zeile) => zeile.spalte === spalte && zeile.vzaeHundertstel !== null); return alle.length > 0 ? alle.reduce((summe, { vzaeHundertstel }) => summe + (vzaeHundertstel ?? 0), 0) : undefined }
  const plan = (spalte: Finanzangabe['spalte']) => cent((zeile) => zeile.spalte === spalte && zeile.stand === 'plan')
  const ergebnis: Zahlen = {}
  const setze = (name: string, wert: Cents | undefined) => { if (wert !== undefined) ergebnis[name] = euro(wert) }
  setze('einmalig', plan('einmalig'))
  setze('laufend', plan('laufend'))
  if (zeilen.some(({ stand }) => stand === 'veranschlagt')) {
    setze('veranschlagtEinmalig', cent((zeile) => zeile.spalte === 'einmalig' && zeile.stand === 'veranschlagt'))
    setze('veranschlagtLaufend', cent((zeile) => zeile.spalte === 'laufend' && zeile.stand === 'veranschlagt'))
    setze('zusatzEinmalig', gesamt.zusatzEinmaligCent)
    setze('zusatzLaufend', gesamt.zusatzLaufendCent)
  }
  setze('schulungJaehrlich', cent(({ spalte, bezug }) => spalte === 'schulung' && bezug === 'jaehrlich'))
  setze('haushaltMehrjaehrig', cent(({ spalte, bezug }) => spalte === 'haushalt' && bezug === 'kumuliert'))
  setze('haushaltJaehrlich', cent(({ spalte, bezug }) => spalte === 'haushalt' && bezug === 'jaehrlich'))
  for (const jahr of [...new Set(zeilen.filter(({ spalte, bezug }) => spalte === 'haushalt' && bezug === 'einzeln').map(({ jahrVon }) => jahrVon))].filter((eines) => eines !== null).sort()) {
    setze(`haushalt${jahr}`, cent((zeile) => zeile.spalte === 'haushalt' && zeile.bezug === 'einzeln' && zeile.jahrVon === jahr))
  }
  setze('foerderung', plan('foerderung'))
  for (const [name, spalte] of [['vzaeIst', 'vzae_ist'], ['vzaeSoll', 'vzae_soll'], ['vzaeDezentral', 'vzae_dezentral']] as const) { const zahl = kraft(spalte); if (zahl !== undefined) ergebnis[name] = vzae(zahl) }
  if (gesamt.vzaeDifferenzHundertstel !== null) ergebnis['vzaeDifferenz'] = vzae(gesamt.vzaeDifferenzHundertstel)
  return ergebnis
}
