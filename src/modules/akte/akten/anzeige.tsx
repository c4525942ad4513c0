import type { VNode } from 'preact'
import { Badge, type FormError } from '../../../design/index.js'
import type { Formularzustand } from '../../../platform/http/route.js'
import type { AkteStatus, VorgangStatus } from './domain/zustaende.js'

/** The states in words, as pages show them. */
export const STATUS = {
  OFFEN: ['offen', 'info'], ZDA: ['z. d. A.', 'neutral'], WIEDER_OFFEN: ['wieder geöffnet', 'warning'], AUSSONDERUNGSREIF: ['aussonderungsreif', 'warning'],
  ANGEBOTEN: ['dem Archiv angeboten', 'neutral'], BEWERTET_A: ['archivwürdig', 'neutral'], BEWERTET_V: ['zu vernichten', 'neutral'], UEBERGEBEN: ['dem Archiv übergeben', 'neutral'],
  UEBERNAHME_BESTAETIGT: ['vom Archiv übernommen', 'neutral'], GELOESCHT: ['ausgesondert', 'neutral'],
} as const satisfies Record<AkteStatus | VorgangStatus, readonly [string, 'info' | 'neutral' | 'warning']>

export function Status({ status }: { status: AkteStatus | VorgangStatus }): VNode {
  const [wort, ton] = STATUS[status]
  return <Badge tone={ton}>{wort}</Badge>
}

export const STUFEN = ['offen', 'vertraulich in der Einheit', 'besonders geschützt'] as const
export const MEDIEN = { '001': 'elektronisch', '002': 'hybrid (mit Papierteil)', '003': 'Papier' } as const
export const RICHTUNGEN = { eingang: 'Eingang', ausgang: 'Ausgang', intern: 'intern' } as const
export const AUSSONDERUNG = { A: 'A – archivwürdig', B: 'B – bewerten', V: 'V – vernichten' } as const
export const VORGANGSTYPEN = { schriftverkehr: 'Schriftverkehr', antrag: 'Antrag', anfrage: 'Anfrage', beschwerde: 'Beschwerde', verfahren: 'Verfahren', widerspruch: 'Widerspruch' } as const
export const DOKUMENTTYPEN = {
  schreiben: 'Schreiben', email: 'E-Mail', antrag: 'Antrag', nachweis: 'Nachweis', bescheid: 'Bescheid', stellungnahme: 'Stellungnahme', anhoerung: 'Anhörung', bescheinigung: 'Bescheinigung', plan: 'Plan oder Zeichnung', foto: 'Foto', sonstiges: 'Sonstiges',
} as const

/** Kinds that only the program makes, so that nobody chooses them from a list. */
const WEITERE_TYPEN: Readonly<Record<string, string>> = { eingangsbestaetigung: 'Eingangsbestätigung', ruecknahme: 'Rücknahme', zahlungsbeleg: 'Zahlungsbeleg', projektantrag: 'Projektantrag' }

/** A key of one of the tables above in words; unknown keys of other rooms as they are. */
export const inWorten = (tabelle: Readonly<Record<string, string>>, schluessel: string): string => tabelle[schluessel] ?? WEITERE_TYPEN[schluessel] ?? schluessel

/** „10 Jahre nach z. d. A.“ or „unbefristet“. */
export const dauer = (jahre: number | null): string => (jahre === null ? 'unbefristet' : jahre === 1 ? '1 Jahr nach z. d. A.' : `${jahre} Jahre nach z. d. A.`)

/** What is wrong with a form, for the summary at its top and for the single field. */
export const fehlerliste = ({ fehler, meldung }: Formularzustand): FormError[] => [...(meldung ? [{ text: meldung }] : []), ...fehler.map(({ feld, text }) => ({ field: feld, text }))]
export const fehlerAn = (zustand: Formularzustand, feld: string): { error?: string } => {
  const text = zustand.fehler.find((einer) => einer.feld === feld)?.text
  return text ? { error: text } : {}
}
