/**
 * Exact decimals with four places as integers: 12,5 is 125000n. Sums of many units stay exact, and a huge count does
 * not
 * lose its last digits as it would in a float.
 */
export type Zahl = bigint

const STELLEN = 4
const EINS = 10n ** BigInt(STELLEN)
/** What a column numeric(20, 4) holds; fifteen digits before the comma are enough for every town. */
const GROESSTE = 10n ** 15n * EINS - 1n

export const GANZ = (zahl: number | bigint): Zahl => BigInt(zahl) * EINS

export type Gelesen = { readonly ok: true; readonly wert: Zahl } | { readonly ok: false; readonly text: string }

const DEUTSCH = /^([-+−]?)(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d+))?$/u

/**
 * A number as people in Germany type it: „1.234,5“, „-3“, „1 000“. A point that cannot group thousands („12.5“) is
 * refused and not guessed: it might be 12,5 or 125.
 */
export function leseZahl(text: string): Gelesen {
  const eingabe = text.trim()
  if (eingabe === '') return { ok: false, text: 'Geben Sie eine Zahl ein, zum Beispiel 12 oder 12,5.' }
  const treffer = DEUTSCH.exec(eingabe)
  if (!treffer) {
    const punkt = /^[-+−]?\d+\.\d+$/.test(eingabe)
    return { ok: false, text: punkt
      ? 'Schreiben Sie Nachkommastellen mit einem Komma, zum Beispiel 12,5.' : 'Das ist keine Zahl. Geben Sie zum Beispiel 12 oder 1.234,5 ein.' }
  }
  const [, vorzeichen = '', ganz = '', bruch = ''] = treffer
  if (bruch.length > STELLEN) return { ok: false, text: `Geben Sie höchstens ${STELLEN} Stellen nach dem Komma ein.` }
  const betrag = BigInt(ganz.replace(/\D/g, '')) * EINS + BigInt(bruch.padEnd(STELLEN, '0') || '0')
  if (betrag > GROESSTE) return {
    ok: false, text: 'Diese Zahl ist zu groß. Es gehen höchstens 15 Stellen vor dem Komma.',
  }
  return { ok: true, wert: vorzeichen === '-' || vorzeichen === '−' ? -betrag : betrag }
}

/** What a source counted. @throws RangeError for what is no number or too large to keep */
export function ausNumber(wert: number): Zahl {
  if (!Number.isFinite(wert) || Math.abs(wert) >= 1e15) throw new RangeError(`not a figure: ${wert}`)
  return BigInt(Math.round(wert * 10_000))
}

/** As PostgreSQL reads and writes a numeric: '-12.5000'. */
export function alsText(zahl: Zahl): string {
  const betrag = zahl < 0n ? -zahl : zahl
  return `${zahl < 0n ? '-' : ''}${betrag / EINS}.${String(betrag % EINS).padStart(STELLEN, '0')}`
}

/** @throws RangeError for a text that `alsText` would not write */
export function ausText(text: string): Zahl {
  const treffer = /^(-?)(\d+)(?:\.(\d{1,4}))?$/.exec(text)
  if (!treffer) throw new RangeError(`not a figure: ${text}`)
  const betrag = BigInt(treffer[2] ?? '0') * EINS + BigInt((treffer[3] ?? '').padEnd(STELLEN, '0'))
  return treffer[1] === '-' ? -betrag : betrag
}

/** Only for pictures: a float near the value. */
export const alsNumber = (zahl: Zahl): number => Number(alsText(zahl))

/** zaehler · faktor / nenner, rounded half away from zero at the fourth place. `nenner` is not zero. */
export function geteilt(zaehler: Zahl, nenner: Zahl, faktor = 1n): Zahl {
  const oben = zaehler * faktor * EINS
  const negativ = (oben < 0n) !== (nenner < 0n)
  const [a, b] = [oben < 0n ? -oben : oben, nenner < 0n ? -nenner : nenner]
  const quotient = (2n * a + b) / (2n * b)
  return negativ ? -quotient : quotient
}

/** „1.234,5“ with that many places, rounded half away from zero; trailing zeros stay, so that a column lines up. */
export function formatZahl(zahl: Zahl, stellen: number): string {
  const weg = 10n ** BigInt(STELLEN - stellen)
  const betrag = (2n * (zahl < 0n ? -zahl : zahl) + weg) / (2n * weg)
  const [ganz, bruch] = [betrag / 10n ** BigInt(stellen), betrag % 10n ** BigInt(stellen)]
  const gruppen = String(ganz).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${zahl < 0n && betrag > 0n ? '-' : ''}${gruppen}${stellen > 0 ? `,${String(bruch).padStart(stellen, '0')}` : ''}`
}

/** As a form shows a stored number: without zeros that say nothing. */
export function alsEingabe(zahl: Zahl): string {
  const stellen = [0, 1, 2, 3].find((anzahl) => zahl % 10n ** BigInt(STELLEN - anzahl) === 0n) ?? STELLEN
  return formatZahl(zahl, stellen)
}
