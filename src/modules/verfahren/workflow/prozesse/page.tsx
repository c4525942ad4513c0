import {
  Alert, arbeitsplatzSeite, Badge, Button, Card, DateText, DescriptionList, EmptyState, Formularfelder, KeysetPager, Knopfformular, Table, type Tone,
} from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Diagram, InstanceStatus, ModelNode, ProcessModel } from '../domain/index.js'
import { Prozessbild, type Bildstand } from './bild.js'
import type { Instanzzeile, Modellansicht, modellAnsehen, instanzAnsehen, prozessliste } from './query.js'

const PFAD = '/verwaltung/prozesse'
const STATUS: Record<InstanceStatus, readonly [string, Tone | 'neutral']> = { active: ['läuft', 'info'], completed: ['beendet', 'neutral'], terminated: ['abgebrochen', 'warning'], failed: ['mit Fehler beendet', 'danger'] }
const Zustand = ({ status }: { status: InstanceStatus }) => <Badge tone={STATUS[status][1]}>{STATUS[status][0]}</Badge>
const ART: Partial<Record<ModelNode['kind'], string>> = {
  userTask: 'Aufgabe', serviceTask: 'Dienst', sendTask: 'Nachricht senden', receiveTask: 'Nachricht abwarten', callActivity: 'anderes Verfahren', subProcess: 'Teilprozess', startEvent: 'Beginn', endEvent: 'Ende',
  catchEvent: 'Ereignis abwarten', throwEvent: 'Ereignis', boundaryEvent: 'Ereignis am Rand', exclusive: 'Entscheidung', parallel: 'Gabelung', inclusive: 'Auswahl', eventBased: 'Warten auf das Erste',
}
const nameVon = (modell: ProcessModel, id: string) => modell.nodes[id]?.name || id

/** All versions with counts; what stands still comes first. */
export function prozesslistenSeite(c: RequestContext, { modelle, stoerungen }: Awaited<ReturnType<typeof prozessliste.run>>): Reply {
  return arbeitsplatzSeite(c, { title: 'Verfahren' }, (
    <>
      {stoerungen.length > 0
        ? (
          <section class="sk-part">
            <Card title={`Störungen (${stoerungen.length})`}>
              <Table dense caption="Schritte, die nicht weitergehen" captionHidden rows={stoerungen} rowKey={(zeile) => `${zeile.instanzId} ${zeile.id}`} columns={[
                { key: 'vorgang', label: 'Vorgang', rowHeader: true, cell: (zeile) => <a href={`${PFAD}/laufend/${zeile.instanzId}`}>{zeile.vorgangsnummer ?? zeile.instanzId.slice(-8)}</a> },
                { key: 'verfahren', label: 'Verfahren', cell: (zeile) => zeile.name },
                { key: 'text', label: 'Was ist passiert', cell: (zeile) => zeile.stoerung.text },
                { key: 'tun', label: 'Erneut versuchen', labelHidden: true, cell: (zeile) => <Nochmal c={c} instanzId={zeile.instanzId} stoerungId={zeile.id} context={`: ${zeile.vorgangsnummer ?? ''} ${zeile.stoerung.text}`} /> },
              ]} />
            </Card>
          </section>
        )
        : null}
      <Table dense caption="Freigegebene Verfahren" captionHidden rows={modelle} rowKey={(zeile) => zeile.id}
        empty={<EmptyState title="Noch kein Verfahren freigegeben"><p>Ein Verfahren kommt mit dem Paket einer Leistung.</p></EmptyState>} columns={[
          { key: 'name', label: 'Verfahren', rowHeader: true, cell: (zeile) => <a href={`${PFAD}/${zeile.id}`}>{zeile.name}</a> },
          { key: 'schluessel', label: 'Schlüssel', cell: (zeile) => zeile.schluessel }, { key: 'version', label: 'Version', align: 'end', cell: (zeile) => zeile.version },
          { key: 'seit', label: 'Freigegeben', nowrap: true, cell: (zeile) => <DateText instant={zeile.freigegebenAm} /> },
          { key: 'laufend', label: 'Laufend', align: 'end', cell: (zeile) => zeile.laufend }, { key: 'beendet', label: 'Beendet', align: 'end', cell: (zeile) => zeile.beendet },
          { key: 'stoerungen', label: 'Störungen', align: 'end', cell: (zeile) => (zeile.stoerungen > 0 ? <Badge tone="danger">{zeile.stoerungen}</Badge> : 0) },
        ]} />
    </>
  ))
}

function Nochmal({ c, instanzId, stoerungId, context }: { c: RequestContext; instanzId: string; stoerungId: string; context: string }) {
  return (
    <form method="post" action={`${PFAD}/laufend/${instanzId}/erneut`} class="sk-button-form">
      <Formularfelder c={c} /><input type="hidden" name="stoerung" value={stoerungId} /><Button small variant="secondary" context={context}>Erneut versuchen</Button>
    </form>
  )
}

interface Bildseite { readonly ansicht: Modellansicht; readonly diagram: Diagram | undefined; readonly stand: Bildstand }

/** The picture, and the same in words. */
function BildUndTabelle({ ansicht: { modell, name }, diagram, stand }: Bildseite) {
  const schritte = Object.values(modell.nodes).filter((node) => node.name || stand.wartet.has(node.id))
  return (
    <section class="sk-part">
      <Card title="Ablauf">
        {diagram ? <Prozessbild diagram={diagram} modell={modell} stand={stand} titel={name} /> : <p>Dieses Modell ist nicht gezeichnet.</p>}
        <details class="sk-details sk-details--box" open={!diagram}>
          <summary class="sk-details__summary"><span>Ablauf als Tabelle</span></summary>
          <div class="sk-details__body">
            <Table dense caption="Schritte des Verfahrens" captionHidden rows={schritte} rowKey={(node) => node.id} columns={[
              { key: 'name', label: 'Schritt', rowHeader: true, cell: (node) => node.name || node.id }, { key: 'art', label: 'Art', cell: (node) => ART[node.kind] ?? node.element },
              { key: 'wer', label: 'Wer', cell: (node) => (node.kind === 'userTask' ? node.gruppe ?? '–' : node.dienst ?? node.message?.name ?? '–') },
              { key: 'weiter', label: 'Danach', cell: (node) => node.outgoing.map((id) => modell.flows[id]).filter((flow) => flow !== undefined).map((flow) => `${flow.name ? `${flow.name}: ` : ''}${nameVon(modell, flow.target)}`).join('; ') || '–' },
              { key: 'wartet', label: 'Wartet hier', align: 'end', cell: (node) => <>{stand.wartet.get(node.id) ?? 0}{stand.gestoert.has(node.id) ? <> <Badge tone="danger">gestört</Badge></> : null}</> },
            ]} />
          </div>
        </details>
      </Card>
    </section>
  )
}

export function modellSeite(c: RequestContext, ansicht: Awaited<ReturnType<typeof modellAnsehen.run>>, diagram: Diagram | undefined): Reply {
  const stand: Bildstand = { wartet: new Map(ansicht.stand.map(({ knoten, anzahl }) => [knoten, anzahl])), gestoert: new Set(ansicht.stand.filter(({ gestoert }) => gestoert > 0).map(({ knoten }) => knoten)) }
  const ergebnis = ansicht.instanzen.length
  return arbeitsplatzSeite(c, {
    title: ansicht.name, preline: `Verfahren ${ansicht.schluessel}, Version ${ansicht.version}`, breadcrumb: [{ label: 'Verfahren', href: PFAD }, { label: `${ansicht.name}, Version ${ansicht.version}` }],
    meta: <span>freigegeben am <DateText instant={ansicht.freigegebenAm} /></span>,
  }, (
    <>
      <BildUndTabelle ansicht={ansicht} diagram={diagram} stand={stand} />
      <section class="sk-part">
        <Card title="Abläufe">
          <Table<Instanzzeile> dense caption="Abläufe dieser Version, neueste zuerst" captionHidden rows={ansicht.instanzen} rowKey={(zeile) => zeile.id} empty={<EmptyState title="Noch kein Vorgang hat dieses Verfahren durchlaufen" />} columns={[
            { key: 'vorgang', label: 'Vorgang', rowHeader: true, cell: (zeile) => <a href={`${PFAD}/laufend/${zeile.id}`}>{zeile.vorgangsnummer ?? zeile.id.slice(-8)}</a> },
            { key: 'status', label: 'Stand', cell: (zeile) => <Zustand status={zeile.status} /> }, { key: 'wo', label: 'Wartet bei', cell: (zeile) => zeile.wartet.map((id) => nameVon(ansicht.modell, id)).join(', ') || '–' },
            { key: 'seit', label: 'Begonnen', nowrap: true, cell: (zeile) => <DateText instant={zeile.begonnenAm} /> }, { key: 'bis', label: 'Beendet', nowrap: true, cell: (zeile) => (zeile.beendetAm ? <DateText instant={zeile.beendetAm} /> : '–') },
          ]} />
          {ergebnis > 0 ? <KeysetPager {...(ansicht.weiter ? { nextHref: `${PFAD}/${ansicht.id}?nach=${ansicht.weiter}` } : {})} /> : null}
        </Card>
      </section>
    </>
  ))
}

export function instanzSeite(c: RequestContext, ansicht: Awaited<ReturnType<typeof instanzAnsehen.run>>, diagram: Diagram | undefined): Reply {
  const wartet = new Map<string, number>()
  for (const { knoten } of ansicht.token) wartet.set(knoten, (wartet.get(knoten) ?? 0) + 1)
  const stand: Bildstand = { wartet, gestoert: new Set(ansicht.token.filter(({ zustand }) => zustand === 'incident').map(({ knoten }) => knoten)), besucht: new Set(ansicht.verlauf.map(({ knoten }) => knoten)) }
  const weg = ansicht.verlauf.filter(({ knoten, was }) => was !== 'left' && ansicht.modell.nodes[knoten]?.name).map((zeile, index) => ({ ...zeile, index: String(index) }))
  const WAS = { entered: 'erreicht', cancelled: 'abgebrochen' } as Record<string, string>
  return arbeitsplatzSeite(c, {
    title: `Ablauf ${ansicht.vorgangsnummer ?? ansicht.instanzId.slice(-8)}`, preline: `${ansicht.name}, Version ${ansicht.version}`,
    breadcrumb: [{ label: 'Verfahren', href: PFAD }, { label: `${ansicht.name}, Version ${ansicht.version}`, href: `${PFAD}/${ansicht.id}` }, { label: ansicht.vorgangsnummer ?? ansicht.instanzId.slice(-8) }],
    meta: <Zustand status={ansicht.status} />,
  }, (
    <>
      {ansicht.stoerungen.map((stoerung) => (
        <Alert key={stoerung.id} tone="danger" title="Störung" actions={<Knopfformular c={c} action={`${PFAD}/laufend/${ansicht.instanzId}/erneut`} felder={{ stoerung: stoerung.id }}>Erneut versuchen</Knopfformular>}><p>{stoerung.text}</p></Alert>
      ))}
      <BildUndTabelle ansicht={ansicht} diagram={diagram} stand={stand} />
      <DescriptionList items={[
        { label: 'Begonnen', value: <DateText instant={ansicht.begonnenAm} /> }, ...(ansicht.beendetAm ? [{ label: 'Beendet', value: <DateText instant={ansicht.beendetAm} /> }] : []),
        ...(ansicht.elternId ? [{ label: 'Aufgerufen von', value: <a href={`${PFAD}/laufend/${ansicht.elternId}`}>anderem Verfahren</a> }] : []),
        ...ansicht.zeitgeber.map(({ zeile, faellig_am }) => ({ label: `Zeitgeber: ${nameVon(ansicht.modell, zeile.nodeId)}`, value: <DateText instant={faellig_am} /> })),
      ]} />
      <section class="sk-part">
        <Card title="Weg">
          <Table dense caption="Der Weg dieses Ablaufs, ältestes zuerst" captionHidden rows={weg} rowKey={(zeile) => zeile.index} columns={[
            { key: 'zeit', label: 'Zeit', nowrap: true, cell: (zeile) => <DateText instant={zeile.zeitpunkt} /> }, { key: 'schritt', label: 'Schritt', rowHeader: true, cell: (zeile) => nameVon(ansicht.modell, zeile.knoten) }, { key: 'was', label: 'Was', cell: (zeile) => WAS[zeile.was] ?? zeile.was },
          ]} />
        </Card>
      </section>
    </>
  ))
}
