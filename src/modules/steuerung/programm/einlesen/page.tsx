import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, ErrorSummary, FileField, Formularfelder, HiddenFields, LinkButton, StatTiles, Table } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { PFAD } from '../anzeige.js'
import type { Einlesebericht } from './bericht.js'

const kopf = { title: 'Plan einlesen', breadcrumb: [{ label: 'Programm', href: PFAD }, { label: 'Plan einlesen' }] }

export function einlesenPage(c: RequestContext, zustand: Formularzustand): Reply {
  return arbeitsplatzSeite(c, { ...kopf, schmal: true, hasErrors: zustand.fehler.length > 0 }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ text }) => ({ field: 'datei', text }))} />
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      <p>Wählen Sie eine YAML-Datei mit Strategie, Bausteinen, Maßnahmen oder Finanzplan. Sie wird zuerst nur geprüft. Sie sehen dann, was neu wäre, was doppelt ist und was fehlt.</p>
      <form method="post" action={`${PFAD}/einlesen`} encType="multipart/form-data" class="sk-form" noValidate>
        <Formularfelder c={c} />
        <FileField name="datei" label="Datei" typesText="YAML" maxBytes={2_000_000} {...(zustand.fehler[0] ? { error: zustand.fehler[0].text } : {})} />
        <Button>Prüfen</Button>
      </form>
    </>
  ))
}

const ARTEN: Readonly<Record<string, string>> = {
  doppelteNummer: 'doppelte Nummer', doppelteKennung: 'doppelte Kennung', ungeloesterVerweis: 'ungelöster Verweis', kreis: 'Kreis', klassengrenze: 'Klassengrenze', fehlenderWert: 'fehlt', ungueltigerWert: 'ungültig',
  ungenauerTermin: 'kein Tag', zuordnung: 'Zuordnung', summe: 'Summe', unbekanntesFeld: 'unbekannt', vonHandGeaendert: 'von Hand geändert',
}

/** What the file would do; a second click does it. The text goes along, so nothing is kept in between. */
export function pruefberichtPage(c: RequestContext, bericht: Einlesebericht, datei: { readonly quelle: string; readonly text: string }): Reply {
  return arbeitsplatzSeite(c, { ...kopf, title: `Prüfung: ${datei.quelle}` }, (
    <>
      <StatTiles label="Was geschehen würde" stats={[{ label: 'neu', value: bericht.created }, { label: 'geändert', value: bericht.changed }, { label: 'unverändert', value: bericht.unchanged }, { label: 'Hinweise', value: bericht.reported.length }]} />
      {Object.keys(bericht.sums).length > 0 ? <Card title="Summen"><ul>{Object.entries(bericht.sums).flatMap(([name, wert]) => (typeof wert === 'number' ? [[name, wert] as const] : Object.entries(wert as Record<string, number>).map(([feld, zahl]) => [`${name}: ${feld}`, zahl] as const))).map(([name, zahl]) => <li key={name}>{name}: {zahl.toLocaleString('de-DE')}</li>)}</ul></Card> : null}
      <Table caption={`Hinweise (${bericht.reported.length})`} dense rows={bericht.reported.map((befund, index) => ({ ...befund, index }))} rowKey={({ index }) => String(index)} empty={<p>Keine Hinweise.</p>} columns={[
        { key: 'objekt', label: 'Wo', rowHeader: true, cell: ({ object }) => object }, { key: 'art', label: 'Art', cell: ({ kind }) => ARTEN[kind] ?? kind }, { key: 'text', label: 'Hinweis', cell: ({ text }) => text },
      ]} />
      <form method="post" action={`${PFAD}/einlesen/uebernehmen`} class="sk-form"><Formularfelder c={c} /><HiddenFields values={datei} /><ButtonRow><Button>In das Programm übernehmen</Button><LinkButton href={`${PFAD}/einlesen`} variant="tertiary">Andere Datei</LinkButton></ButtonRow></form>
    </>
  ))
}
