import type { VNode } from 'preact'
import { Badge, LinkButton, Tabs } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { formatEuro } from '../../../platform/money/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import type { Strategie } from '../programm/index.js'
import { vzaeText } from './domain/eingabe.js'
import { inTausend } from './domain/summen.js'

export const PFAD = '/arbeitsplatz/finanzplan'

export type Einheit = 'euro' | 'tausend'
export const einheitAus = (c: RequestContext): Einheit => (c.suche.get('einheit') === 'tausend' ? 'tausend' : 'euro')
export const jahrAus = (c: RequestContext): number | undefined => (/^(19|20|21)\d\d$/.test(c.suche.get('jahr') ?? '') && Number(c.suche.get('jahr')) >= 1990 ? Number(c.suche.get('jahr')) : undefined)
export const strategieAus = (c: RequestContext): string | undefined => /^[a-z0-9][a-z0-9_-]{0,59}$/.exec(c.suche.get('strategie') ?? '')?.[0]

/** An address within the room; what is undefined is left out. */
export function adresse(pfad: string, werte: Readonly<Record<string, string | number | undefined>>): string {
  const frage = new URLSearchParams(Object.entries(werte).flatMap(([name, wert]) => (wert === undefined || wert === '' ? [] : [[name, String(wert)]])))
  return frage.size > 0 ? `${pfad}?${frage}` : pfad
}

export const tausendText = (cent: bigint): string => `${inTausend(cent).toString().replace(/\B(?=(\d{3})+$)/g, '.')}\u00a0T€`
export const betragText = (cent: bigint, einheit: Einheit): string => (einheit === 'tausend' ? tausendText(cent) : formatEuro(cent))

/** The big figure of a tile is short enough not to break; the exact amount stands below it. */
export const kachelwert = (cent: bigint, einheit: Einheit): { readonly value: string; readonly note?: string } => (einheit === 'tausend' ? { value: tausendText(cent) } : { value: tausendText(cent), note: formatEuro(cent) })

/** An amount, or a dash that says "nobody has said" aloud: missing is not zero. */
export function Betrag({ cent, einheit = 'euro', href }: { cent: bigint | null; einheit?: Einheit; href?: string | undefined }): VNode {
  if (cent === null) return <span class="sk-muted" role="img" aria-label="keine Angabe">–</span>
  return href ? <a class="sk-money" href={href}>{betragText(cent, einheit)}</a> : <span class="sk-money">{betragText(cent, einheit)}</span>
}

export function Vzae({ wert }: { wert: number | null }): VNode {
  return wert === null ? <Betrag cent={null} /> : <span class="sk-money">{wert < 0 ? '-' : ''}{vzaeText(Math.abs(wert))}</span>
}

export type Reiter = 'plan' | 'zeilen' | 'sollist' | 'foerderung' | 'einlesen'

export function Finanzreiter({ c, aktuell, strategie }: { c: RequestContext; aktuell: Reiter; strategie: Strategie | undefined }): VNode {
  const eintraege: readonly (readonly [Reiter, string, string])[] = [
    ['plan', 'Rahmenfinanzplan', PFAD], ['zeilen', 'Zeilen', `${PFAD}/zeilen`], ['sollist', 'Soll-Ist-Vergleich', `${PFAD}/soll-ist`], ['foerderung', 'Förderungen', `${PFAD}/foerderungen`],
    ...(holds(c.actor, 'finanzplan.verwalten') ? [['einlesen', 'Zahlen einlesen', `${PFAD}/einlesen`] as const] : []),
  ]
  return <Tabs label="Finanzplan" tabs={eintraege.map(([name, label, pfad]) => ({ label, href: adresse(pfad, { strategie: strategie?.kennung }), current: name === aktuell }))} />
}

export const Ausfuhr = ({ pfad, werte }: { pfad: string; werte: Readonly<Record<string, string | number | undefined>> }): VNode => (
  <>
    <LinkButton href={adresse(`${pfad}.xlsx`, werte)} small variant="secondary" icon="download" download>Excel</LinkButton>
    <LinkButton href={adresse(`${pfad}.csv`, werte)} small variant="secondary" icon="download" download>CSV</LinkButton>
  </>
)

export const Abgleich = ({ passt }: { passt: boolean | null }): VNode => (passt === null ? <Badge>nicht prüfbar</Badge> : passt ? <Badge tone="success">passt</Badge> : <Badge tone="warning" icon="warning">weicht ab</Badge>)
