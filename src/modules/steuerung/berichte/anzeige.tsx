import type { VNode } from 'preact'
import { Badge, LinkButton, Tabs } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { Strategie } from './vorhaben.js'
import { AMPELWORT, auffaellig, DIMENSIONSWORT, KEIN_BERICHT, schlechteste, type Ampel, type Ampeln } from './domain/ampel.js'

export const PFAD = '/arbeitsplatz/berichte'
export const berichtPfad = (id: string): string => `${PFAD}/bericht/${id}`
export const schreibPfad = (zeitraumId: string, objektId: string): string => `${PFAD}/schreiben/${zeitraumId}/${objektId}`

const ZEICHEN = { gruen: { tone: 'success', icon: 'check' }, gelb: { tone: 'warning', icon: 'warning' }, rot: { tone: 'danger', icon: 'danger' } } as const satisfies Record<Ampel, { tone: string; icon: string }>

/** A light as a word with a sign of its own shape; colour only repeats it. No report is never shown as a light. */
export function Ampelmarke({ ampel }: { ampel: Ampel | null }): VNode {
  return ampel ? <Badge tone={ZEICHEN[ampel].tone} icon={ZEICHEN[ampel].icon}>{AMPELWORT[ampel]}</Badge> : <Badge icon="minus">{KEIN_BERICHT}</Badge>
}

/** The worst light, and which dimensions it comes from. */
export function Gesamtmarke({ ampeln }: { ampeln: Ampeln }): VNode {
  const woher = auffaellig(ampeln)
  return <><Ampelmarke ampel={schlechteste(ampeln)} />{woher.length > 0 ? <span class="sk-line sk-meta">{woher.map((eine) => DIMENSIONSWORT[eine]).join(', ')}</span> : null}</>
}

export { vorhabenName } from './domain/name.js'

type Reitername = 'meine' | 'matrix' | 'konsolidiert' | 'programm' | 'uebergabe'

/** The pages of the reports side by side; the chosen strategy goes along. */
export function Berichtsreiter({ aktuell, strategie, c }: { aktuell: Reitername; strategie?: Strategie | undefined; c?: RequestContext }): VNode {
  const frage = strategie ? `?strategie=${strategie.kennung}` : ''
  const reiter = [['meine', 'Zu schreiben', PFAD], ['matrix', 'Übersicht', `${PFAD}/uebersicht`], ['konsolidiert', 'Kernteam', `${PFAD}/kernteam`], ['programm', 'Programmberichte', `${PFAD}/programmberichte`], ...(c && holds(c.actor, 'programm.verwalten') ? [['uebergabe', 'Übergabe', `${PFAD}/uebergabe`] as const] : [])] as const
  return <Tabs label="Berichte" tabs={reiter.map(([name, label, href]) => ({ label, href: `${href}${name === 'meine' || name === 'uebergabe' ? '' : frage}`, current: name === aktuell }))} />
}

/** The same list as files for spreadsheets. */
export function Ausgaben({ pfad, frage }: { pfad: string; frage: string }): VNode {
  return <>{([['Excel', 'xlsx'], ['CSV', 'csv']] as const).map(([name, endung]) => <LinkButton key={endung} href={`${pfad}.${endung}${frage}`} small variant="secondary" icon="download" download>{name}</LinkButton>)}</>
}

/** The words of the filters in the address, empty ones left out. */
export function adresse(pfad: string, filter: Readonly<Record<string, string | undefined>>): string {
  const frage = new URLSearchParams(Object.entries(filter).filter(([, wert]) => wert) as [string, string][])
  return frage.size > 0 ? `${pfad}?${frage}` : pfad
}

/** The chosen strategy by the address. */
export const gewaehlt = (c: RequestContext): string | undefined => { const kennung = c.suche.get('strategie') ?? ''; return /^[a-z0-9][a-z0-9_-]{0,59}$/.test(kennung) ? kennung : undefined }
