import type { Richtung } from './kennzahl.js'
import type { Zahl } from './zahl.js'

type Tag = Temporal.PlainDate

/**
 * Where a Kennzahl stands against its target. `hinterPlan`: below the straight line from the starting value to the
 * target.
 * `offen`: nothing can be said yet, and `grund` says why. A missing value is never shown as the one before.
 */
export const STATUS = {
  erreicht: 'erreicht', imPlan: 'im Plan', hinterPlan: 'hinter dem Plan', verfehlt: 'verfehlt', offen: 'offen',
  ohneWert: 'kein Wert',
} as const
export type Status = keyof typeof STATUS
export interface Stand { readonly status: Status; readonly grund: string }

export interface Messpunkt { readonly stichtag: Tag; readonly zahl: Zahl | null }
export interface Zielvorgabe {
  readonly richtung: Richtung; readonly zielwert: Zahl | null; readonly zielAm: Tag | null;
  readonly ausgang: Messpunkt | null
}

const besserOderGleich = (a: Zahl, b: Zahl, richtung: Richtung): boolean => (richtung === 'hoch' ? a >= b : a <= b)
const nach = (a: Tag, b: Tag): boolean => Temporal.PlainDate.compare(a, b) > 0

/**
 * Where it stands today; `reihe` is in the order of time. `erwartet`: a value of that day or later should be there by
 * now; an older
 * one says nothing of today. Once the target date is over, the value of that time decides for good.
 */
export function standVon(
  { richtung, zielwert, zielAm, ausgang }: Zielvorgabe, reihe: readonly Messpunkt[], heute: Tag,
  erwartet: Tag | null = null
): Stand {
  const letzter = reihe.at(-1)
  if (!letzter) return { status: 'ohneWert', grund: 'Es gibt noch keinen Wert.' }
  if (letzter.zahl === null) return { status: 'ohneWert', grund: 'Zum letzten Stichtag gibt es keinen Wert.' }
  if (erwartet && nach(erwartet, letzter.stichtag) && !(zielAm && nach(heute, zielAm))) return {
    status: 'ohneWert', grund: 'Der letzte Wert ist zu alt. Seitdem fehlen Werte.',
  }
  if (zielwert === null || zielAm === null) return { status: 'offen', grund: 'Es ist kein Zielwert festgelegt.' }
  if (besserOderGleich(letzter.zahl, zielwert, richtung)) return {
    status: 'erreicht', grund: 'Der letzte Wert erreicht den Zielwert.',
  }
  if (!nach(zielAm, letzter.stichtag)) return {
    status: 'verfehlt', grund: 'Der Wert zum Zieltermin erreicht den Zielwert nicht.',
  }
  if (nach(heute, zielAm)) return {
    status: 'offen', grund: 'Der Zieltermin ist vorbei, aber der Wert zum Zieltermin fehlt noch.',
  }
  return aufDemWeg(
    { richtung, zielwert, zielAm }, ausgang ?? reihe.find(({ zahl }) => zahl !== null) ?? null,
    { stichtag: letzter.stichtag, zahl: letzter.zahl }
  )
}

function aufDemWeg(
  { richtung, zielwert, zielAm }: { richtung: Richtung; zielwert: Zahl; zielAm: Tag }, von: Messpunkt | null,
  letzter: { stichtag: Tag; zahl: Zahl }
): Stand {
  if (!von || von.zahl === null || !nach(letzter.stichtag, von.stichtag)) return {
    status: 'offen',
    grund: 'Der Zieltermin liegt noch vor uns. Für einen Vergleich fehlt ein zweiter Wert oder ein Ausgangswert.',
  }
  const soll = sollwert(
    { stichtag: von.stichtag, zahl: von.zahl }, { stichtag: zielAm, zahl: zielwert }, letzter.stichtag
  )
  return besserOderGleich(letzter.zahl, soll, richtung)
    ? { status: 'imPlan', grund: 'Der letzte Wert liegt auf dem Weg vom Ausgangswert zum Zielwert oder ist besser.' }
    : {
      status: 'hinterPlan',
      grund: 'Der letzte Wert ist schlechter als der gleichmäßige Weg vom Ausgangswert zum Zielwert.',
    }
}

/** What the straight line from the start to the target says on a day between them. */
export function sollwert(von: { stichtag: Tag; zahl: Zahl }, bis: { stichtag: Tag; zahl: Zahl }, tag: Tag): Zahl {
  const [weg, ganz] = [von.stichtag.until(tag).total('days'), von.stichtag.until(bis.stichtag).total('days')]
  return von.zahl + (bis.zahl - von.zahl) * BigInt(weg) / BigInt(ganz)
}
