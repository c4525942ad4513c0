import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Card, DescriptionList, druckSeite, EmptyState, formatInstant, LinkButton, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { Ampelmarke, berichtPfad, PFAD, schreibPfad, vorhabenName } from '../anzeige.js'
import { DIMENSIONEN, DIMENSIONSWORT } from '../domain/ampel.js'
import type { Inhalt } from '../domain/bericht.js'
import { monatAus, monatKurz, monatswort } from '../domain/zeitraum.js'
import type { berichtAnsehen, verlaufAnsehen } from './query.js'

type Ansicht = Awaited<ReturnType<typeof berichtAnsehen.run>>
type Verlauf = Awaited<ReturnType<typeof verlaufAnsehen.run>>

const tag = (iso: string | null): string => (iso ? formatDate(Temporal.PlainDate.from(iso)) : '')
const titelVon = ({ bericht: { inhalt } }: Ansicht): string => { const monat = monatAus(inhalt.monat); return `Statusbericht ${monat ? monatswort(monat) : ''}` }

/** A report as it was frozen. */
export function berichtPage(c: RequestContext, ansicht: Ansicht): Reply {
  const { bericht, fassungen, darfBerichtigen } = ansicht
  const neueste = fassungen[0]
  return arbeitsplatzSeite(c, {
    title: titelVon(ansicht), preline: [bericht.inhalt.vorhaben.baustein, vorhabenName(bericht.inhalt.vorhaben)].filter(Boolean).join(' · '), schmal: true,
    meta: <>Stichtag {tag(bericht.inhalt.stichtag)} · Fassung {bericht.version}, eingereicht am {formatInstant(bericht.eingereichtAm)} von {bericht.eingereichtVon}</>,
    breadcrumb: [{ label: 'Berichte', href: PFAD }, { label: vorhabenName(bericht.inhalt.vorhaben), href: `${PFAD}/verlauf/${bericht.objektId}` }, { label: titelVon(ansicht) }],
    actions: (
      <>
        <LinkButton href={`${berichtPfad(bericht.id)}/druck`} small variant="secondary" icon="print">Drucken</LinkButton>
        {darfBerichtigen ? <LinkButton href={schreibPfad(bericht.zeitraumId, bericht.objektId)} small variant="secondary" icon="edit">Berichtigen</LinkButton> : null}
      </>
    ),
  }, (
    <>
      {neueste && neueste.id !== bericht.id ? <Alert tone="warning" title="Frühere Fassung"><p>Es gilt <a href={berichtPfad(neueste.id)}>Fassung {neueste.version}</a>.</p></Alert> : null}
      {bericht.korrektur ? <Alert title="Berichtigt"><p>{bericht.korrektur}</p></Alert> : null}
      <Berichtstext inhalt={bericht.inhalt} />
      {fassungen.length > 1 ? <Card title="Fassungen"><ul>{fassungen.map(({ id, version, eingereichtAm, korrektur }) => <li key={id}><a href={berichtPfad(id)}>Fassung {version}</a> vom {formatInstant(eingereichtAm)}{korrektur ? `: ${korrektur}` : ''}</li>)}</ul></Card> : null}
    </>
  ))
}

export function berichtDruckPage(c: RequestContext, ansicht: Ansicht): Reply {
  const { bericht } = ansicht
  return druckSeite(c, { title: titelVon(ansicht), preline: `${vorhabenName(bericht.inhalt.vorhaben)} · Stichtag ${tag(bericht.inhalt.stichtag)} · Fassung ${bericht.version}`, zurueck: { href: berichtPfad(bericht.id), label: 'Zurück zum Bericht' } }, <Berichtstext inhalt={bericht.inhalt} />)
}

function Berichtstext({ inhalt }: { inhalt: Inhalt }): VNode {
  const { vorhaben, meilenstein, entscheidungen } = inhalt
  const text = (wert: string) => (wert ? wert.split('\n').map((zeile, i) => <p key={i}>{zeile}</p>) : '')
  return (
    <>
      <Card title="Status">
        <Table caption="Ampeln mit Begründung" captionHidden rows={DIMENSIONEN} rowKey={(dimension) => dimension} columns={[
          { key: 'was', label: 'Bereich', rowHeader: true, cell: (dimension) => DIMENSIONSWORT[dimension] },
          { key: 'ampel', label: 'Ampel', cell: (dimension) => <Ampelmarke ampel={inhalt[dimension].ampel || null} /> },
          { key: 'warum', label: 'Begründung', cell: (dimension) => text(inhalt[dimension].begruendung) || '–' },
          { key: 'dagegen', label: 'Gegenmaßnahme', cell: (dimension) => text(inhalt[dimension].gegenmassnahme) || '–' },
        ]} />
      </Card>
      <Card title="Bericht">
        <DescriptionList items={[
          { label: 'Verantwortlich', value: vorhaben.verantwortlich },
          { label: 'Aktivitäten im Berichtsmonat', value: text(inhalt.aktivitaeten) },
          { label: 'Nächster Meilenstein', value: meilenstein.name ? [meilenstein.name, meilenstein.phase, tag(meilenstein.termin)].filter(Boolean).join(', ') : '' },
          { label: 'Nächste Aktivitäten', value: text(inhalt.naechste) },
          { label: 'Risiken', value: text(inhalt.risiken) },
        ]} />
      </Card>
      <Card title="Entscheidungsbedarfe">
        {entscheidungen.length === 0 ? <p>Keine.</p> : (
          <ul>{entscheidungen.map(({ text: bedarf, termin, nummer, planId }, i) => <li key={i}>{bedarf}{termin ? `, zu entscheiden bis ${tag(termin)}` : ''}{planId && nummer !== undefined ? <> (<a href={`/arbeitsplatz/planung/${planId}/entscheidungen`}>Entscheidung {nummer}</a>)</> : null}</li>)}</ul>
        )}
      </Card>
    </>
  )
}

/** All months of a Vorhaben, and where its milestones went. */
export function verlaufPage(c: RequestContext, { nummer, name, monate, stichmonate, trend, objektId }: Verlauf): Reply {
  const titel = vorhabenName({ nummer, name })
  return arbeitsplatzSeite(c, { title: titel, preline: 'Verlauf der Statusberichte', breadcrumb: [{ label: 'Berichte', href: PFAD }, { label: titel }], actions: <LinkButton href={`/arbeitsplatz/programm/objekte/${objektId}`} small variant="secondary">Steckbrief</LinkButton> }, (
    <>
      <Table caption="Berichte nach Monat" captionHidden rows={monate.toReversed()} rowKey={({ zeitraum }) => zeitraum.id} empty={<EmptyState title="Noch kein Berichtsmonat"><p>Berichtet wird, sobald das Vorhaben läuft und ein Monat eröffnet ist.</p></EmptyState>} columns={[
        { key: 'monat', label: 'Monat', rowHeader: true, cell: ({ zeitraum, bericht }) => (bericht ? <a href={berichtPfad(bericht.id)}>{monatswort(zeitraum.monat)}</a> : monatswort(zeitraum.monat)) },
        ...DIMENSIONEN.map((dimension) => ({ key: dimension, label: DIMENSIONSWORT[dimension], cell: ({ bericht, offen }: Verlauf['monate'][number]) => (bericht ? <Ampelmarke ampel={bericht.ampeln[dimension]} /> : offen ? 'noch nicht eingereicht' : <Ampelmarke ampel={null} />) })),
        { key: 'naechster', label: 'Nächster Meilenstein', cell: ({ bericht }) => (bericht?.inhalt.meilenstein.name ? `${bericht.inhalt.meilenstein.name}${bericht.inhalt.meilenstein.termin ? `, ${tag(bericht.inhalt.meilenstein.termin)}` : ''}` : '–') },
        { key: 'fassung', label: 'Fassung', cell: ({ bericht }) => bericht?.version ?? '–' },
      ]} />
      {trend.length > 0 ? (
        <Card title="Meilensteintrend">
          <p>Welcher Termin in welchem Bericht erwartet wurde. Die Werte sind mit den Berichten eingefroren.</p>
          <ul>{trend.map((zeile) => <li key={zeile.id}><strong>{zeile.name}</strong>: {zeile.satz}</li>)}</ul>
          <Table caption="Erwartete Termine je Bericht" dense narrow="scroll" rows={trend} rowKey={({ id }) => id} columns={[
            { key: 'name', label: 'Meilenstein', rowHeader: true, cell: (zeile) => zeile.name },
            ...stichmonate.map((monat, i) => ({ key: monat.toString(), label: monatKurz(monat), nowrap: true, cell: (zeile: Verlauf['trend'][number]) => tag(zeile.termine[i] ?? null) || '–' })),
          ]} />
        </Card>
      ) : null}
    </>
  ))
}
