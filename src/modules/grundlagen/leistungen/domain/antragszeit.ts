import type { StammdatenEntwurf } from './stammdaten.js'
import type { Schliessung } from './schliessung.js'

const ZONE = 'Europe/Berlin'

/** A service can be applied for from `von` (included) to `bis` (not included any more), to the second. */
export interface Antragszeit { readonly von: Temporal.Instant; readonly bis: Temporal.Instant; readonly anlass: string }

/** What the clock says of the times of a service. `naechste`: the one that will open next; `letzte`: the one that has ended last. */
export type Antragslage =
  | { readonly offen: true; readonly zeit: Antragszeit }
  | { readonly offen: false; readonly naechste: Antragszeit | undefined; readonly letzte: Antragszeit | undefined }

/** The moment that a local time of the package means; in the hour that the clocks skip or repeat it is the earlier one that exists. */
export const berlinerZeit = (text: string): Temporal.Instant => Temporal.PlainDateTime.from(text).toZonedDateTime(ZONE, { disambiguation: 'compatible' }).toInstant()

/** A day and an hour as somebody entered them ('2026-12-04T15:00', seconds allowed); undefined when there is no such moment. */
export function momentAus(text: string): Temporal.Instant | undefined {
  const [, jahr = '', monat = '', tag = '', stunde = '', minute = '', sekunde = '0'] = /^(\d{4})-(\d{1,2})-(\d{1,2})T(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text) ?? []
  const zwei = (teil: string) => teil.padStart(2, '0')
  try {
    return berlinerZeit(Temporal.PlainDateTime.from(`${jahr}-${zwei(monat)}-${zwei(tag)}T${zwei(stunde)}:${zwei(minute)}:${zwei(sekunde)}`, { overflow: 'reject' }).toString())
  } catch { return undefined }
}

/** Times of the package; the administration's own replace them all, so that a corrected date does not stand beside the wrong one. */
export function antragszeiten(stammdaten: StammdatenEntwurf, eingetragen: readonly Antragszeit[]): readonly Antragszeit[] {
  if (eingetragen.length > 0) return eingetragen
  return (stammdaten.antragszeiten ?? []).map(({ von, bis, anlass }) => ({ von: berlinerZeit(von), bis: berlinerZeit(bis), anlass }))
}

/** Undefined: the service knows no times and is open always. */
export function antragslage(zeiten: readonly Antragszeit[], now: Temporal.Instant): Antragslage | undefined {
  if (zeiten.length === 0) return undefined
  const vor = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0
  const zeit = zeiten.find(({ von, bis }) => !vor(now, von) && vor(now, bis))
  if (zeit) return { offen: true, zeit }
  const naechste = zeiten.filter(({ von }) => vor(now, von)).toSorted((a, b) => Temporal.Instant.compare(a.von, b.von))[0]
  const letzte = zeiten.filter(({ bis }) => !vor(now, bis)).toSorted((a, b) => Temporal.Instant.compare(b.bis, a.bis))[0]
  return { offen: false, naechste, letzte }
}

/** „Freitag, 4. Dezember 2026, 15:00 Uhr“: the hour of Berlin, wherever reader and server are. Seconds only where there are some. */
export function wannText(am: Temporal.Instant): string {
  const zeit = am.toZonedDateTimeISO(ZONE)
  const tag = zeit.toPlainDate().toLocaleString('de-DE', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${tag}, ${zeit.toPlainTime().toString({ smallestUnit: zeit.second === 0 ? 'minute' : 'second' })} Uhr`
}

/** The closed times as a closure with words: when it opens, or since when it is over, and what to do instead. */
export function schliessungAusLage(stammdaten: StammdatenEntwurf, lage: Antragslage | undefined, now: Temporal.Instant): Schliessung | undefined {
  if (!lage || lage.offen) return undefined
  const heute = now.toZonedDateTimeISO(ZONE).toPlainDate()
  const { naechste, letzte } = lage
  const { vorher, nachher, nie } = stammdaten.ausserhalb ?? {}
  const basis = { von: heute, bis: null, frist: true } as const
  if (naechste) return { ...basis, grund: `${naechste.anlass}: Den Antrag können Sie ab ${wannText(naechste.von)} (deutsche Zeit) stellen.`, alternative: vorher ?? null }
  if (letzte) return { ...basis, grund: `${letzte.anlass}: Die Frist ist am ${wannText(letzte.bis)} (deutsche Zeit) abgelaufen.`, alternative: nachher ?? null }
  return { ...basis, grund: 'Zurzeit kann man hier keinen Antrag stellen.', alternative: nie ?? null }
}

/** When the state changes by itself, so that nobody keeps a page longer than it is true. */
export function naechsterWechsel(zeiten: readonly Antragszeit[], now: Temporal.Instant): Temporal.Instant | undefined {
  return zeiten.flatMap(({ von, bis }) => [von, bis]).filter((am) => Temporal.Instant.compare(now, am) < 0).toSorted((a, b) => Temporal.Instant.compare(a, b))[0]
}
