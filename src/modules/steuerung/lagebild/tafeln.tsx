import type { VNode } from 'preact'
import { Card, EmptyState, formatDate, Table, type Stat } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { Ampelmarke, monatswort, REGEL, zusammenfassenFarben } from '../berichte/index.js'
import { Kennzahlmarke, KENNZAHLEN } from '../kennzahlen/index.js'
import { AmpelBild, GeldBild, type Bild } from './diagramme.js'
import type { Lage } from './laden.js'

/** The light of all Vorhaben together in the newest month that is due, by the rule of the reports. */
export function gesamtlage({ reihen, monate, stich }: Lage) {
  const nr = stich ? monate.indexOf(stich) : -1
  return zusammenfassenFarben(reihen.flatMap(({ lichter, gewichtung }) => {
    const [licht, gewicht] = [lichter[nr], gewichtung[nr]]
    return licht && gewicht ? [{ farbe: licht === 'fehlt' || licht === 'offen' ? null : licht, ...gewicht }] : []
  }))
}

/** Number and link of a tile come from the same choice, so that the list has as many rows as the tile says. */
export const kachel = (label: string, value: number, href: string, tone?: Stat['tone']): Stat => ({ label, value, href, ...(tone && value > 0 ? { tone } : {}) })

export function Gesamtampel({ lage }: { lage: Lage }): VNode | null {
  if (!lage.stich) return null
  const gesamt = gesamtlage(lage)
  return (
    <Card title={`Gesamtlage im ${monatswort(lage.stich.monat)}`}>
      <p>{gesamt.gesamt ? <Ampelmarke ampel={gesamt.gesamt} /> : null} {gesamt.grund}</p>
      <p class="sk-meta">{REGEL}</p>
    </Card>
  )
}

export const Ampeltafel = ({ bild }: { bild: Bild }): VNode => (bild.lage.monate.length > 0
  ? <AmpelBild bild={bild} /> : <p>Noch kein Berichtsmonat ist eröffnet. Das Programmbüro eröffnet den ersten unter „Berichte“.</p>)

export const Geldtafel = ({ c, bild }: { c: RequestContext; bild: Bild }): VNode => (bild.lage.geld.length > 0
  ? <GeldBild bild={bild} heute={c.today} /> : <p>Für diese Auswahl stehen keine Zahlen im Finanzplan.</p>)

const KENNZAHLEN_HOECHSTENS = 10

/** By what the town sees whether it reaches its Ziele; where nobody may see them, nothing stands here. */
export function Kennzahltafel({ lage: { kennzahlen } }: { lage: Lage }): VNode | null {
  if (!kennzahlen) return null
  const mehr = kennzahlen.length > KENNZAHLEN_HOECHSTENS
  return (
    <Card title="Kennzahlen der Ziele" {...(mehr ? { footer: <a href={KENNZAHLEN}>Alle {kennzahlen.length} Kennzahlen</a> } : {})}>
      <Table caption="Kennzahlen" captionHidden dense rows={kennzahlen.slice(0, KENNZAHLEN_HOECHSTENS)} rowKey={({ id }) => id}
        empty={<EmptyState icon="chart" title="Noch keine Kennzahl"><p>Kennzahlen zu den Zielen dieser Strategie legt das Programmbüro unter „Kennzahlen“ fest.</p></EmptyState>}
        columns={[
          { key: 'name', label: 'Kennzahl', rowHeader: true, cell: ({ name, pfad, ziel }) => <><a href={pfad}>{name}</a><span class="sk-line sk-meta">{ziel?.name ?? ''}</span></> },
          { key: 'wert', label: 'Letzter Wert', cell: ({ letzter }) => (letzter ? <>{letzter.text}<span class="sk-line sk-meta">{formatDate(letzter.stichtag)}</span></> : 'noch keiner') },
          { key: 'ziel', label: 'Zielwert', cell: ({ zielwert }) => (zielwert ? <>{zielwert.text}<span class="sk-line sk-meta">bis {formatDate(zielwert.am)}</span></> : '–') },
          { key: 'status', label: 'Stand', cell: ({ status }) => <Kennzahlmarke status={status} /> },
        ]} />
    </Card>
  )
}
