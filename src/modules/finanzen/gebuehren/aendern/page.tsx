import type { VNode } from 'preact'
import { arbeitsplatzSeite, Badge, Button, Card, DateField, dateParts, DateText, EmptyState, ErrorSummary, EuroField, Formularfelder, HiddenFields, LinkList, Money, readDateParts, Table, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Gebuehrensatz } from '../../../grundlagen/leistungen/index.js'
import type { Satz } from '../saetze.js'
import type { Gebuehrenblatt, Gebuehrenleistung } from './query.js'

/** Every way of saying what a position costs, in words. */
export function Satzwert({ satz: { cent, rahmen, berechnung, tabelle } }: { satz: Gebuehrensatz }): VNode {
  if (cent !== undefined) return <Money cents={BigInt(cent)} />
  if (rahmen) return <><Money cents={BigInt(rahmen.von)} /> bis <Money cents={BigInt(rahmen.bis)} /></>
  if (tabelle) return <>{tabelle.map(({ text, cent: betrag }) => <span key={text} class="sk-line">{text}: {betrag === undefined ? 'berechnet' : <Money cents={BigInt(betrag)} />}</span>)}</>
  return <>berechnet: <code>{berechnung}</code></>
}

export function uebersichtSeite(c: RequestContext, leistungen: readonly Gebuehrenleistung[]): Reply {
  return arbeitsplatzSeite(c, { title: 'Gebühren' }, leistungen.length === 0 ? <EmptyState title="Keine Leistung hat eine Gebühr."><p>Gebühren stehen im Paket der Leistung (gebuehr.yaml).</p></EmptyState> : (
    <Card title="Leistungen mit Gebühr"><LinkList label="Leistungen mit Gebühr" items={leistungen.map(({ schluessel, bezeichnung, gebuehr }) => ({
      label: bezeichnung, href: `/verwaltung/gebuehren/${schluessel}`, text: gebuehr.rechtsgrundlage,
    }))} /></Card>
  ))
}

/** What a service costs, what was changed, and the forms to change it from a day on. */
export function blattSeite(c: RequestContext, { schluessel, bezeichnung, gebuehr, aenderungen }: Gebuehrenblatt, zustand: Formularzustand): Reply {
  const fehler = [...zustand.fehler.map(({ feld, text }) => ({ field: `${feld}-${wert(zustand.werte, 'position')}`, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]
  const namen = new Map((gebuehr.positionen ?? []).map((position) => [position.name, position.bezeichnung]))
  const aenderbar = (gebuehr.positionen ?? []).filter(({ cent, rahmen }) => cent !== undefined || rahmen !== undefined)
  return arbeitsplatzSeite(c, { title: `Gebühr: ${bezeichnung}`, hasErrors: fehler.length > 0, breadcrumb: [{ label: 'Gebühren', href: '/verwaltung/gebuehren' }, { label: bezeichnung }] }, (
    <>
      <ErrorSummary errors={fehler} />
      <Card title="Was heute gilt" flush><Table caption="Was heute gilt" captionHidden rowKey={({ name }) => name} rows={gebuehr.positionen ?? []} columns={[
        { key: 'was', label: 'Position', rowHeader: true, cell: (position) => position.bezeichnung }, { key: 'betrag', label: 'Betrag', cell: (position) => <Satzwert satz={position} /> },
      ]} /></Card>
      <p class="sk-meta">{gebuehr.rechtsgrundlage}</p>
      {aenderbar.map((position) => {
        const hier = wert(zustand.werte, 'position') === position.name ? zustand : { werte: {}, fehler: [] }
        const an = (feld: string) => { const text = hier.fehler.find((eintrag) => eintrag.feld === feld)?.text; return text ? { error: text } : {} }
        return (
          <Card key={position.name} title={`Ändern: ${position.bezeichnung}`}>
            <form method="post" action={`/verwaltung/gebuehren/${schluessel}`} class="sk-form" noValidate>
              <Formularfelder c={c} /><HiddenFields values={{ position: position.name, art: position.rahmen ? 'rahmen' : 'cent' }} />
              {position.rahmen ? (
                <><EuroField name="von" id={`f-von-${position.name}`} label="Von" value={wert(hier.werte, 'von')} {...an('von')} /><EuroField name="bis" id={`f-bis-${position.name}`} label="Bis" value={wert(hier.werte, 'bis')} {...an('bis')} /></>
              ) : <EuroField name="betrag" id={`f-betrag-${position.name}`} label="Neuer Betrag" value={wert(hier.werte, 'betrag')} {...an('betrag')} />}
              <DateField name="giltAb" id={`f-giltAb-${position.name}`} label="Gilt ab" value={readDateParts(hier.werte, 'giltAb') ?? dateParts(c.today.add({ days: 1 }))} {...an('giltAb')} />
              <TextField name="grund" id={`f-grund-${position.name}`} label="Grund" hint="Zum Beispiel der Beschluss oder die Satzung." maxLength={500} value={wert(hier.werte, 'grund')} {...an('grund')} />
              <Button variant="secondary">Neuen Betrag festlegen</Button>
            </form>
          </Card>
        )
      })}
      {aenderungen.length > 0 ? (
        <Card title="Änderungen" flush><Table caption="Änderungen" captionHidden rowKey={({ id }: Satz) => id} rows={aenderungen.toReversed()} columns={[
          { key: 'ab', label: 'Gilt ab', nowrap: true, cell: ({ giltAb }) => <><DateText date={giltAb} /> {Temporal.PlainDate.compare(giltAb, c.today) > 0 ? <Badge tone="info">kommt noch</Badge> : null}</> },
          { key: 'was', label: 'Position', rowHeader: true, cell: ({ position }) => namen.get(position) ?? position }, { key: 'betrag', label: 'Betrag', cell: ({ satz }) => <Satzwert satz={satz} /> }, { key: 'grund', label: 'Grund', cell: ({ grund }) => grund },
        ]} /></Card>
      ) : null}
    </>
  ))
}
