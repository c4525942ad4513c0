import { regelAm, type RegelId } from '../../../grundlagen/fristen/index.js'

export type Kanal = 'postfach' | 'post'

export type SendungStatus =
  | 'ENTWURF' | 'FREIGEGEBEN' | 'UEBERGEBEN' | 'AUFGEGEBEN' | 'BEREITGESTELLT' | 'BENACHRICHTIGT' | 'ABGERUFEN' | 'RUECKLAUF' | 'FEHLER'

export type Schritt = 'freigeben' | 'uebergeben' | 'aufgeben' | 'bereitstellen' | 'benachrichtigen' | 'abrufen' | 'ruecklaufen' | 'beenden'

/** What may happen to a Sendung, and what it is then. Buttons, guards and docs read this table. */
export const SENDUNG_UEBERGAENGE = {
  ENTWURF: { freigeben: 'FREIGEGEBEN' },
  FREIGEGEBEN: { uebergeben: 'UEBERGEBEN', aufgeben: 'AUFGEGEBEN', bereitstellen: 'BEREITGESTELLT' },
  /** With a print centre; the trigger of the Bekanntgabe is still to come (D3-04). */
  UEBERGEBEN: { aufgeben: 'AUFGEGEBEN' },
  AUFGEGEBEN: { ruecklaufen: 'RUECKLAUF' },
  BEREITGESTELLT: { benachrichtigen: 'BENACHRICHTIGT', abrufen: 'ABGERUFEN', beenden: 'FEHLER' },
  BENACHRICHTIGT: { abrufen: 'ABGERUFEN', beenden: 'FEHLER' },
  /** Somebody may open the message before the e-mail about it has left. */
  ABGERUFEN: { benachrichtigen: 'ABGERUFEN' },
  RUECKLAUF: {},
  FEHLER: {},
} as const satisfies Record<SendungStatus, Partial<Record<Schritt, SendungStatus>>>

/** The state after a step; undefined where the step is not possible. */
export function nach(status: SendungStatus, schritt: Schritt): SendungStatus | undefined {
  const moeglich: Partial<Record<Schritt, SendungStatus>> = SENDUNG_UEBERGAENGE[status]
  return moeglich[schritt]
}

export const STATUS_WORTE: Readonly<Record<SendungStatus, string>> = {
  ENTWURF: 'Entwurf', FREIGEGEBEN: 'wartet auf den Versand', UEBERGEBEN: 'beim Druckzentrum', AUFGEGEBEN: 'zur Post gegeben',
  BEREITGESTELLT: 'im Postfach bereitgestellt', BENACHRICHTIGT: 'im Postfach, Person ist benachrichtigt', ABGERUFEN: 'abgerufen',
  RUECKLAUF: 'zurückgekommen', FEHLER: 'Bereitstellung beendet',
}

/** Which rules count from posting a letter; the others count from the mailbox. */
const POSTREGELN: ReadonlySet<RegelId> = new Set(['VWVFG_POST', 'AO_POST', 'SGBX_37', 'LZG_EINSCHREIBEN', 'PZU'])

export const passtZuKanal = (regel: RegelId, kanal: Kanal): boolean => POSTREGELN.has(regel) === (kanal === 'post')

/** The rule of the same law for a letter, when the mailbox turns out to be impossible. Money law stays money law (A8-07). */
export const regelFuerPost = (regel: RegelId): RegelId =>
  POSTREGELN.has(regel) ? regel : regel.startsWith('AO_') ? 'AO_POST' : 'VWVFG_POST'

/**
 * The rule as it holds on that day: § 122a AO changes its text, and with it the trigger, on 1 January 2027. A service names
 * one of the two; which one counts is decided by the day of the act.
 */
export function geltendeRegel(regel: RegelId, tag: Temporal.PlainDate): RegelId {
  if (regelAm(regel, tag)) return regel
  if (regel === 'AO_122A_OLD' && regelAm('AO_122A_NEW', tag)) return 'AO_122A_NEW'
  if (regel === 'AO_122A_NEW' && regelAm('AO_122A_OLD', tag)) return 'AO_122A_OLD'
  return regel
}

/** 'PA-2026-000123': the number in the Postausgangsbuch; '' for what is not released yet. */
export const buchnummer = ({ jahr, nummer }: { readonly jahr: number; readonly nummer: bigint | null }): string =>
  nummer === null ? '' : `PA-${jahr}-${String(nummer).padStart(6, '0')}`

/** An address that a window envelope can show: a street or box line and a line with a postal code or country. */
export const anschriftVollstaendig = (anschrift: readonly string[]): boolean =>
  anschrift.filter((zeile) => zeile.trim() !== '').length >= 2
