import type { VNode } from 'preact'
import { Card, type Stat } from '../../../design/index.js'
import type { RequestContext } from '../../../platform/http/route.js'
import { Ampelmarke, monatswort, REGEL, zusammenfassenFarben } from '../berichte/index.js'
import { AmpelBild, GeldBild, type Bild } from './diagramme.js'
import type { Lage } from './laden.js'

/** The light of all Vorhaben together in the newest month that is due, by the rule of the reports. */
export function gesamtlage({ reihen, monate, stich }: Lage) {
  const nr = stich ? monate.indexOf(stich) : -1
  return zusammenfassenFarben(reihen.flatMap(({ lichter, prioritaet }) => {
    const licht = lichter[nr]
    return licht ? [{ farbe: licht === 'fehlt' || licht === 'offen' ? null : licht, prioritaet }] : []
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
