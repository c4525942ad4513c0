import type { VNode } from 'preact'
import { Badge, formatDate, SelectField, Tabs } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { formatEuro } from '../../../platform/money/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { BAUSTEINARTEN, type Bausteinart, type Ebenenname, type Objektart } from './domain/arten.js'
import type { Kostenklasse } from './domain/kostenklasse.js'
import { laufzeitText, STATUS, type Status } from './domain/status.js'
import type { Strategie } from './lesen.js'
import { weitereReiter } from './registrierung.js'

export const PFAD = '/arbeitsplatz/programm'
export const steckbriefPfad = (id: string): string => `${PFAD}/objekte/${id}`

const TOENE = { geplant: 'neutral', laufend: 'info', abgeschlossen: 'success', zurueckgestellt: 'warning', abgebrochen: 'danger' } as const satisfies Record<Status, string>

/** The status as a word with a colour; nothing said is shown as that. */
export function StatusMarke({ status, spaet }: { status: Status | null; spaet?: boolean }): VNode {
  return (
    <>
      {status ? <Badge tone={TOENE[status]}>{STATUS[status].wort}</Badge> : <span class="sk-muted">ohne Status</span>}
      {spaet ? <> <Badge tone="danger" icon="warning">überfällig</Badge></> : null}
    </>
  )
}

export const PRIORITAETEN = { hoch: 'hoch', mittel: 'mittel', niedrig: 'niedrig' } as const

/** „1A“ alone means two things in some towns, so the kind of Baustein goes along where there is one. */
export const nummerText = ({ nummer, bausteinart }: { readonly nummer: string | null; readonly bausteinart: Bausteinart | null }): string =>
  [nummer, bausteinart && BAUSTEINARTEN[bausteinart]].filter(Boolean).join(' · ')

/** „01.03.2026 bis 28.02.2028, 24 Monate“; undefined where nothing is known. */
export function zeitraumText(objekt: { readonly beginn: Temporal.PlainDate | null; readonly ende: Temporal.PlainDate | null; readonly dauerMonate: number | null; readonly fortlaufend: boolean }): string | undefined {
  const { beginn, ende } = objekt
  const tage = beginn && ende ? `${formatDate(beginn)} bis ${formatDate(ende)}` : beginn ? `ab ${formatDate(beginn)}` : ende ? `bis ${formatDate(ende)}` : undefined
  return [tage, laufzeitText(objekt)].filter(Boolean).join(', ') || undefined
}

export function klasseText(nummer: number | null, klassen: readonly Kostenklasse[]): string | undefined {
  if (nummer === null) return undefined
  if (nummer === 0) return 'keine externen Kosten'
  const klasse = klassen.find((eine) => eine.nummer === nummer)
  return klasse ? `Klasse ${nummer} (${klasse.ueberCent === 0n ? '' : `über ${formatEuro(klasse.ueberCent)} `}bis ${formatEuro(klasse.bisCent)})` : `Klasse ${nummer}`
}

/** How a level is called here, with the kind of Baustein where that says more. */
export const ebeneText = ({ art, bausteinart }: { readonly art: Objektart; readonly bausteinart: Bausteinart | null }, namen: Readonly<Record<Objektart, Ebenenname>>): string =>
  art === 'baustein' && bausteinart ? BAUSTEINARTEN[bausteinart] : namen[art].einzahl

export type Reitername = 'uebersicht' | 'ziele' | 'fortschreibungen' | 'einrichten' | string

/** The pages of the programme side by side; rooms above add theirs. */
export function ProgrammReiter({ c, aktuell, strategie }: { c: RequestContext; aktuell: Reitername; strategie?: Strategie | undefined }): VNode {
  const frage = strategie ? `?strategie=${strategie.kennung}` : ''
  const eigene = [{ name: 'uebersicht', titel: 'Übersicht', pfad: PFAD }, { name: 'ziele', titel: 'Ziele und Lücken', pfad: `${PFAD}/ziele` }]
  const danach = [{ name: 'ausgangslage', titel: 'Ausgangslage', pfad: `${PFAD}/ausgangslage` }, { name: 'fortschreibungen', titel: 'Fortschreibungen', pfad: `${PFAD}/fortschreibungen` }, ...(holds(c.actor, 'programm.verwalten') ? [{ name: 'externe', titel: 'Externe', pfad: `${PFAD}/externe` }, { name: 'einrichten', titel: 'Einrichten', pfad: `${PFAD}/einrichten` }] : [])]
  const fremde = weitereReiter().filter(({ recht }) => holds(c.actor, recht))
  return <Tabs label="Programm" tabs={[...eigene, ...fremde, ...danach].map(({ name, titel, pfad }) => ({ label: titel, href: `${pfad}${frage}`, current: name === aktuell }))} />
}

/** Chooses the strategy where a town follows several. */
export function Strategiewahl({ strategien, strategie }: { strategien: readonly Strategie[]; strategie: Strategie | undefined }): VNode | null {
  if (strategien.length < 2) return null
  return <SelectField name="strategie" label="Strategie" value={strategie?.kennung ?? ''} emptyLabel={null} options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} />
}
