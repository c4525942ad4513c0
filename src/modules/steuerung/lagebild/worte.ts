import type { SegmentKind } from '../../../design/index.js'
import type { Entscheidungsfrist, Groesse, Last, Licht, Meilensteinfrist, Statuswahl } from './domain/filter.js'
import { TAGE_BALD, TAGE_VORAUS } from './domain/zeilen.js'

/** How kinds look and are called, on bars, in lists and in filters alike. */
export const STATUSARTEN: readonly (SegmentKind & { readonly key: Statuswahl })[] = [
  { key: 'laufend', label: 'laufend', sign: 'L', tone: 'strong' }, { key: 'geplant', label: 'geplant', sign: 'G', tone: 'neutral' },
  { key: 'abgeschlossen', label: 'abgeschlossen', sign: 'A', tone: 'success' },
  { key: 'zurueckgestellt', label: 'zurückgestellt', sign: 'Z', tone: 'warning' },
  { key: 'abgebrochen', label: 'abgebrochen', sign: 'X', tone: 'danger' }, { key: 'ohne', label: 'ohne Status', sign: '?', tone: 'info' },
]

export const LICHTARTEN: readonly (SegmentKind & { readonly key: Licht })[] = [
  { key: 'gruen', label: 'Grün', sign: 'circle', tone: 'success' }, { key: 'gelb', label: 'Gelb', sign: 'triangle', tone: 'warning' },
  { key: 'rot', label: 'Rot', sign: 'square', tone: 'danger' }, { key: 'fehlt', label: 'kein Bericht', sign: 'dash', tone: 'neutral' },
  { key: 'offen', label: 'noch nicht fällig', sign: 'ring', tone: 'info' },
]

export const GELDARTEN: readonly (SegmentKind & { readonly key: Groesse })[] = [
  { key: 'soll', label: 'Plan mit Nachtrag', sign: 'P', tone: 'strong' }, { key: 'ist', label: 'Ist (gebucht)', sign: 'I', tone: 'success' },
  { key: 'erwartet', label: 'Prognose', sign: 'E', tone: 'info' },
]

export const LASTARTEN: readonly (SegmentKind & { readonly key: Last })[] = [
  { key: 'frei', label: 'mit Luft', sign: 'circle', tone: 'success' }, { key: 'voll', label: 'ausgelastet', sign: 'triangle', tone: 'warning' },
  { key: 'ueber', label: 'über der Grenze', sign: 'square', tone: 'danger' },
]

export const STUFENARTEN = [
  { key: 'hoch', label: 'hoch (15 bis 25 Punkte)', sign: 'square', tone: 'danger' },
  { key: 'mittel', label: 'mittel (5 bis 14 Punkte)', sign: 'triangle', tone: 'warning' },
  { key: 'niedrig', label: 'niedrig (bis 4 Punkte)', sign: 'circle', tone: 'success' },
] as const satisfies readonly SegmentKind[]

export const FRISTWORT: Readonly<Record<Entscheidungsfrist, string>> = {
  ueberfaellig: 'überfällig', bald: `in den nächsten ${TAGE_BALD} Tagen`, spaeter: 'später', ohne: 'ohne Termin',
}
export const VERZUGWORT: Readonly<Record<Meilensteinfrist, string>> = {
  bis30: '1 bis 30 Tage überfällig', bis90: '31 bis 90 Tage überfällig', ueber90: 'mehr als 90 Tage überfällig', spaet: 'überfällig',
  kommend: `in den nächsten ${TAGE_VORAUS} Tagen`,
}

const wortIn = <K extends string>(arten: readonly { readonly key: K; readonly label: string }[]) => (key: K | undefined): string => arten.find((art) => art.key === key)?.label ?? ''
export const statuswort = wortIn(STATUSARTEN)
export const lichtwort = wortIn(LICHTARTEN)
export const groessenwort = wortIn(GELDARTEN)
export const lastwort = wortIn(LASTARTEN)
