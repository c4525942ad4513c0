import type { VNode } from 'preact'
import { formatDate, Money, Table, useLang } from '../../../design/index.js'
import type { Aufstellung } from './domain/aufstellung.js'
import { deutsch, woerter } from './woerter.js'

interface Zeile { readonly was: string; readonly warum: string; readonly cent: bigint }

/** „So setzt sich die Gebühr zusammen“: the same lines for the person, the clerk and the receipt. */
export function Gebuehrenrechnung({ aufstellung, titelVersteckt = false }: { aufstellung: Aufstellung; titelVersteckt?: boolean }): VNode {
  const sprache = useLang()
  const w = woerter(sprache)
  const zeilen: Zeile[] = [
    ...aufstellung.positionen.map(({ bezeichnung, erklaerung, cent, tarif }) => ({ was: bezeichnung, warum: tarif ? `${erklaerung}, ${w.tarifstelle} ${tarif}` : erklaerung, cent: BigInt(cent) })),
    ...aufstellung.minderungen.map(({ bezeichnung, rechtsgrundlage, cent }) => ({ was: bezeichnung, warum: rechtsgrundlage, cent: -BigInt(cent) })),
  ]
  const summe = zeilen.reduce((bisher, { cent }) => bisher + cent, 0n)
  return (
    <>
      <Table caption={w.zusammensetzung} captionHidden={titelVersteckt} rowKey={(zeile: Zeile) => zeile.was} rows={zeilen} narrow="cards" columns={[
        { key: 'was', label: w.wofuer, rowHeader: true, cell: (zeile) => <span {...deutsch(sprache)}>{zeile.was}</span> },
        { key: 'warum', label: w.warum, cell: (zeile) => <span {...deutsch(sprache)}>{zeile.warum}</span> },
        { key: 'cent', label: w.betrag, align: 'end', nowrap: true, cell: (zeile) => <Money cents={zeile.cent} /> },
      ]} footer={[[w.zusammen, '', <Money key="summe" cents={summe} strong />]]} />
      <p class="sk-meta">{w.grundlage(aufstellung.rechtsgrundlage, formatDate(Temporal.PlainDate.from(aufstellung.stichtag), 'short', sprache))}</p>
    </>
  )
}
