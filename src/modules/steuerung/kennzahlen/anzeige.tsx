import type { VNode } from 'preact'
import { Badge, Tabs } from '../../../design/index.js'
import { wert, type Formularzustand, type RequestContext } from '../../../platform/http/route.js'
import { STATUS, type Status } from './domain/status.js'
import { PFAD } from './pfade.js'

const ZEICHEN = {
  erreicht: { tone: 'success', icon: 'check' }, imPlan: { tone: 'info', icon: 'check' },
  hinterPlan: { tone: 'warning', icon: 'warning' },
  verfehlt: { tone: 'danger', icon: 'danger' }, offen: { tone: 'neutral', icon: 'clock' },
  ohneWert: { tone: 'neutral', icon: 'minus' },
} as const satisfies Record<Status, { tone: string; icon: string }>

/** The status as a word with a sign of its own; colour only repeats it. */
export function Statusmarke({ status }: { status: Status }): VNode {
  return <Badge tone={ZEICHEN[status].tone} icon={ZEICHEN[status].icon}>{STATUS[status]}</Badge>
}

/** Text and link of a proof. */
export function Nachweis({ nachweis, nachweisLink, woher }: {
  nachweis: string; nachweisLink: string; woher: string
}): VNode {
  return <>{nachweis}{nachweis && nachweisLink ? ' ' : ''}
  {nachweisLink ? <a href={nachweisLink}>Nachweis öffnen<span class="sk-sr-only"> {woher}</span></a> : null}</>
}

/** The three parts of the room side by side. */
export function Kennzahlenreiter({ aktuell, strategie }: {
  aktuell: 'kennzahlen' | 'reifegrade' | 'evaluation'; strategie?: string | undefined
}): VNode {
  const frage = strategie ? `?strategie=${strategie}` : ''
  return (
    <Tabs label="Kennzahlen und Reifegradmodelle" tabs={[
      { label: 'Kennzahlen', href: `${PFAD}${frage}`, current: aktuell === 'kennzahlen' },
      { label: 'Reifegradmodelle', href: `${PFAD}/reifegrade`, current: aktuell === 'reifegrade' },
      { label: 'Evaluation', href: `${PFAD}/evaluation${frage}`, current: aktuell === 'evaluation' },
    ]} />
  )
}

/** Value and message of a field: what was typed wins over what is stored. */
export const felderVon = (zustand: Formularzustand, vorgaben: Readonly<Record<string, string>> = {}) => {
  const getippt = Object.keys(zustand.werte).length > 0
  return (name: string) => {
    const text = zustand.fehler.find(({ feld }) => feld === name)?.text
    return { name, value: getippt ? wert(zustand.werte, name) : vorgaben[name] ?? '', ...(text ? { error: text } : {}) }
  }
}

/** Messages for the summary on top of a form. */
export const meldungenVon = ({ meldung, fehler }: Formularzustand) => [
  ...(meldung ? [{ text: meldung }] : []), ...fehler.map(({ feld, text }) => (feld ? { field: feld, text } : { text })),
]

/** The chosen strategy by the address. */
export const gewaehlt = (c: RequestContext): string | undefined =>
  /^[a-z0-9][a-z0-9_-]{0,59}$/.exec(c.suche.get('strategie') ?? '')?.[0]
