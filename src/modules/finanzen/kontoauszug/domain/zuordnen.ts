import type { Zeile } from './camt.js'

/** What the matching has to know of a claim. */
export interface Offen { readonly id: string; readonly kassenzeichen: string; readonly saldo: bigint; readonly ist: bigint; readonly storniert: boolean }

export type Plan =
  | { readonly art: 'buchen'; readonly teile: readonly { readonly forderungId: string; readonly kassenzeichen: string; readonly betrag: bigint }[]; readonly hinweis?: string; readonly zuViel?: bigint }
  | { readonly art: 'zurueckbuchen'; readonly forderungId: string; readonly kassenzeichen: string; readonly betrag: bigint }
  | { readonly art: 'klaeren'; readonly klaerung: 'nichtZugeordnet' | 'aufteilungUnklar' | 'rueckbuchungUnklar'; readonly text: string; readonly forderung?: Offen }
  | { readonly art: 'ausgang' }

const richtig = (zeichen: string): boolean => BigInt(zeichen) % 97n === 1n

/** Every 13 digits in a text whose check digits are right, however they are grouped; each once, in order. */
export function kassenzeichenIn(text: string): string[] {
  const gefunden = new Set<string>()
  for (const [lauf] of text.matchAll(/\d(?:[\s./-]{0,2}\d)*/g)) {
    const ziffern = lauf.replace(/\D/g, '').slice(0, 500)
    for (let von = 0; von + 13 <= ziffern.length; von++) {
      const zeichen = ziffern.slice(von, von + 13)
      if (richtig(zeichen)) { gefunden.add(zeichen); von += 12 }
    }
  }
  return [...gefunden]
}

/** What somebody may have meant who typed one digit wrong or swapped two: 13 digits with wrong check digits, corrected. */
export function gemeint(text: string): string[] {
  const moegliche = new Set<string>()
  for (const [lauf] of text.matchAll(/\d(?:[\s./-]{0,2}\d)*/g)) {
    const ziffern = lauf.replace(/\D/g, '')
    if (ziffern.length !== 13 || richtig(ziffern)) continue
    for (let stelle = 0; stelle < 13; stelle++) {
      for (let ziffer = 0; ziffer < 10; ziffer++) moegliche.add(ziffern.slice(0, stelle) + String(ziffer) + ziffern.slice(stelle + 1))
      moegliche.add(ziffern.slice(0, stelle) + (ziffern[stelle + 1] ?? '') + (ziffern[stelle] ?? '') + ziffern.slice(stelle + 2))
    }
  }
  return [...moegliche].filter((zeichen) => zeichen.length === 13 && richtig(zeichen)).slice(0, 500)
}

/**
 * What to do with one movement. Books where there is one reading only; everything else a person clears.
 * @param finde claims by Kassenzeichen
 */
export function plane(zeile: Zeile, finde: (zeichen: string) => Offen | undefined): Plan {
  const zeichen = kassenzeichenIn(zeile.text)
  const forderungen = zeichen.flatMap((eines) => { const forderung = finde(eines); return forderung ? [forderung] : [] })
  if (zeile.betrag < 0n) return zeile.rueckgabe ? planeRueckgabe(zeile, forderungen) : { art: 'ausgang' }
  if (zeile.betrag === 0n) return { art: 'ausgang' }
  if (forderungen.length === 0) return planeOhneTreffer(zeile, zeichen, finde)
  const [erste] = forderungen
  if (forderungen.length === 1 && erste) return planeEine(zeile, erste)
  const summe = forderungen.reduce((bisher, { saldo }) => bisher + (saldo > 0n ? saldo : 0n), 0n)
  if (forderungen.every(({ saldo }) => saldo > 0n) && summe === zeile.betrag) {
    return { art: 'buchen', teile: forderungen.map(({ id, kassenzeichen, saldo }) => ({ forderungId: id, kassenzeichen, betrag: saldo })) }
  }
  return { art: 'klaeren', klaerung: 'aufteilungUnklar', ...(erste ? { forderung: erste } : {}), text: `Die Zahlung nennt ${forderungen.length} Kassenzeichen, aber der Betrag ist nicht die Summe der offenen Beträge.` }
}

function planeEine(zeile: Zeile, { id, kassenzeichen, saldo, storniert }: Offen): Plan {
  if (storniert) return { art: 'klaeren', klaerung: 'nichtZugeordnet', text: 'Die Forderung mit diesem Kassenzeichen ist aufgehoben.' }
  const zuViel = zeile.betrag - (saldo > 0n ? saldo : 0n)
  return { art: 'buchen', teile: [{ forderungId: id, kassenzeichen, betrag: zeile.betrag }], ...(zuViel > 0n ? { zuViel, hinweis: 'mehr als offen' } : zuViel < 0n ? { hinweis: 'Teilzahlung' } : {}) }
}

/** A wrong digit is put right only where exactly one claim fits, and with the very amount. */
function planeOhneTreffer(zeile: Zeile, zeichen: readonly string[], finde: (zeichen: string) => Offen | undefined): Plan {
  const passend = gemeint(zeile.text).flatMap((eines) => { const forderung = finde(eines); return forderung && !forderung.storniert && forderung.saldo === zeile.betrag ? [forderung] : [] })
  const [eine] = passend
  if (eine && passend.length === 1) return { art: 'buchen', teile: [{ forderungId: eine.id, kassenzeichen: eine.kassenzeichen, betrag: zeile.betrag }], hinweis: 'Kassenzeichen mit Tippfehler' }
  return { art: 'klaeren', klaerung: 'nichtZugeordnet', text: zeichen.length > 0 ? 'Zu dem Kassenzeichen gibt es keine Forderung.' : 'Im Verwendungszweck steht kein gültiges Kassenzeichen.' }
}

function planeRueckgabe(zeile: Zeile, forderungen: readonly Offen[]): Plan {
  const [eine] = forderungen
  if (eine && forderungen.length === 1 && eine.ist >= -zeile.betrag) return { art: 'zurueckbuchen', forderungId: eine.id, kassenzeichen: eine.kassenzeichen, betrag: -zeile.betrag }
  return { art: 'klaeren', klaerung: 'rueckbuchungUnklar', ...(eine && forderungen.length === 1 ? { forderung: eine } : {}), text: 'Die Bank hat Geld zurückgeholt. Zu welcher Zahlung das gehört, ist nicht eindeutig.' }
}

/** What came, what was booked and what is to be cleared, by day. */
export interface Tagessumme { readonly tag: Temporal.PlainDate; readonly eingang: bigint; readonly gebucht: bigint; readonly klaerung: bigint; readonly zurueck: bigint; readonly ausgang: bigint }

export function tagessummen(zeilen: readonly { readonly buchungstag: Temporal.PlainDate; readonly betrag: bigint; readonly ergebnis: 'gebucht' | 'zurueckgebucht' | 'klaerung' | 'ausgang' }[]): Tagessumme[] {
  const summe = (teil: typeof zeilen, passt: (zeile: (typeof zeilen)[number]) => boolean) => teil.filter(passt).reduce((bisher, { betrag }) => bisher + betrag, 0n)
  return [...Map.groupBy(zeilen, ({ buchungstag }) => buchungstag.toString())].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([tag, teil]) => ({
    tag: Temporal.PlainDate.from(tag), eingang: summe(teil, ({ betrag }) => betrag > 0n), gebucht: summe(teil, ({ ergebnis }) => ergebnis === 'gebucht'),
    klaerung: summe(teil, ({ ergebnis }) => ergebnis === 'klaerung'), zurueck: summe(teil, ({ ergebnis }) => ergebnis === 'zurueckgebucht'), ausgang: summe(teil, ({ ergebnis }) => ergebnis === 'ausgang'),
  }))
}
