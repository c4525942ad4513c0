import type { VNode } from 'preact'
import { Money, Table } from '../../../design/index.js'
import type { Aufstellung } from './domain/aufstellung.js'

interface Zeile { readonly was: string; readonly warum: string; readonly cent: bigint }

/** „So setzt sich die Gebühr zusammen“: the same lines for the person, the clerk and the receipt. */
export function Gebuehrenrechnung({ aufstellung, titel = 'So setzt sich die Gebühr zusammen', titelVersteckt = false }: { aufstellung: Aufstellung; titel?: string; titelVersteckt?: boolean }): VNode {
  const zeilen: Zeile[] = [
    ...aufstellung.positionen.map(({ bezeichnung, erklaerung, cent, tarif }) => ({ was: bezeichnung, warum: tarif ? `${erklaerung}, Tarifstelle ${tarif}` : erklaerung, cent: BigInt(cent) })),
    ...aufstellung.minderungen.map(({ bezeichnung, rechtsgrundlage, cent }) => ({ was: bezeichnung, warum: rechtsgrundlage, cent: -BigInt(cent) })),
  ]
  const summe = zeilen.reduce((bisher, { cent }) => bisher + cent, 0n)
  return (
    <>
      <Table caption={titel} captionHidden={titelVersteckt} rowKey={(zeile: Zeile) => zeile.was} rows={zeilen} narrow="cards" columns={[
        { key: 'was', label: 'Wofür', rowHeader: true, cell: (zeile) => zeile.was },
        { key: 'warum', label: 'Warum dieser Betrag', cell: (zeile) => zeile.warum },
        { key: 'cent', label: 'Betrag', align: 'end', nowrap: true, cell: (zeile) => <Money cents={zeile.cent} /> },
      ]} footer={[['Zusammen', '', <Money key="summe" cents={summe} strong />]]} />
      <p class="sk-meta">Rechtsgrundlage: {aufstellung.rechtsgrundlage}. Es gelten die Beträge vom {tagText(aufstellung.stichtag)}.</p>
    </>
  )
}

const tagText = (iso: string): string => iso.split('-').reverse().map((teil, nr) => (nr < 2 ? String(Number(teil)) : teil)).join('.')
