import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateText, DescriptionList, ErrorSummary, FileField, Formularfelder, formatBytes, Knopfformular, LinkButton, Table, TextField, TwoColumns } from '../../../../design/index.js'
import type { Column } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { DOKUMENTTYPEN, fehlerAn, fehlerliste, inWorten, RICHTUNGEN } from '../anzeige.js'
import { HOECHSTENS_BYTES } from '../dokument-ablegen/aufnehmen.js'
import type { Dokumentversion } from '../lesen.js'
import type { Dokumentansicht } from './query.js'

const PRUEFUNG = { sauber: ['geprüft', 'success'], ungeprueft: ['noch nicht auf Viren geprüft', 'warning'], befallen: ['Schadsoftware gefunden', 'danger'] } as const

const autor = (version: Dokumentversion, namen: ReadonlyMap<string, string>) =>
  namen.get(version.autor.id) ?? (version.autor.art === 'verfahren' ? `Verfahren ${version.autor.id}` : version.autor.art === 'system' ? 'System' : 'nicht mehr bekannt')

/** Everything about a document but its content: dates, versions with hashes, and why it can or cannot change. */
export function dokumentSeite(c: RequestContext, ansicht: Dokumentansicht): Reply {
  const { dokument, vorgang } = ansicht
  const pfad = `/arbeitsplatz/dokumente/${dokument.id}`
  const darfAendern = ansicht.darfAblegen && ansicht.aenderung.art === 'NEUE_VERSION'
  return arbeitsplatzSeite(c, {
    title: dokument.betreff, preline: `Dokument ${dokument.lfd} im Vorgang ${vorgang.vorgangsnummer}`,
    breadcrumb: [{ label: 'Akten', href: '/arbeitsplatz/akten' }, { label: vorgang.aktenzeichen, href: `/arbeitsplatz/akten/${vorgang.akteId}` }, { label: `Vorgang ${vorgang.vorgangsnummer}`, href: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}` }, { label: dokument.betreff }],
    actions: (
      <>
        <LinkButton href={pfad} small icon="eye">Öffnen</LinkButton>
        <LinkButton href={`${pfad}?speichern=1`} small variant="secondary" icon="download">Herunterladen</LinkButton>
        {darfAendern ? <LinkButton href={`${pfad}/version`} small variant="secondary" icon="upload">Neue Version</LinkButton> : null}
      </>
    ),
  }, (
    <TwoColumns asideLabel="Angaben zum Dokument" aside={<Angaben c={c} ansicht={ansicht} />}>
      {'grund' in ansicht.aenderung ? <Alert title="Dieses Dokument ist unveränderlich"><p>{dokument.festgeschriebenGrund && ansicht.aenderung.art === 'NEUES_DOKUMENT' ? `Festgeschrieben: ${dokument.festgeschriebenGrund}. Legen Sie für die Änderung ein neues Dokument an.` : ansicht.aenderung.grund}</p></Alert> : null}
      <Table caption="Versionen" columns={spalten(pfad, ansicht)} rows={dokument.versionen.toReversed()} rowKey={(version) => version.id} dense />
    </TwoColumns>
  ))
}

const spalten = (pfad: string, { dokument, namen }: Dokumentansicht): Column<Dokumentversion>[] => [
  { key: 'nr', label: 'Version', rowHeader: true, cell: (version) => <><a href={`${pfad}?version=${version.nummer}`}>{version.nummer}<span class="sk-sr-only">. Version öffnen</span></a>{version.nummer === dokument.datei.nummer ? <><br /><span class="sk-meta">aktuell</span></> : null}</> },
  { key: 'datei', label: 'Datei', cell: (version) => <>{version.dateiname}<br /><span class="sk-meta">{formatBytes(version.size)} · Prüfsumme <code title={version.sha256}>{version.sha256.slice(0, 12)}</code></span></> },
  { key: 'wann', label: 'Gespeichert', cell: (version) => <><DateText instant={version.createdAt} /><br /><span class="sk-meta">{autor(version, namen)}</span></> },
  { key: 'kommentar', label: 'Bemerkung', cell: (version) => version.kommentar || '–' },
]

function Angaben({ c, ansicht: { dokument, vorgang, darfAblegen, aenderung } }: { c: RequestContext; ansicht: Dokumentansicht }) {
  const [wort, ton] = PRUEFUNG[dokument.datei.pruefstatus]
  return (
    <Card title="Angaben">
      <DescriptionList stacked items={[
        { label: 'Art', value: inWorten(DOKUMENTTYPEN, dokument.typ) },
        { label: 'Richtung', value: RICHTUNGEN[dokument.richtung] },
        { label: 'Datum auf dem Dokument', value: <DateText date={dokument.datum} /> },
        ...(dokument.eingegangenAm ? [{ label: 'Eingegangen', value: <DateText date={dokument.eingegangenAm} /> }] : []),
        { label: 'Erfasst', value: <DateText instant={dokument.createdAt} /> },
        ...(dokument.absender ? [{ label: 'Absender oder Empfänger', value: dokument.absender }] : []),
        { label: 'Virenprüfung', value: <Badge tone={ton}>{wort}</Badge> },
        { label: 'Im Bürgerkonto sichtbar', value: dokument.fuerInhaber ? 'ja' : 'nein' },
      ]} />
      {darfAblegen && vorgang.inhaberId && aenderung.art !== 'WIEDER_OEFFNEN' && aenderung.art !== 'UNMOEGLICH'
        ? <Knopfformular c={c} action={`/arbeitsplatz/dokumente/${dokument.id}/zeigen`} felder={{ zeigen: dokument.fuerInhaber ? 'nein' : 'ja' }}>{dokument.fuerInhaber ? 'Im Bürgerkonto nicht mehr zeigen' : 'Im Bürgerkonto zeigen'}</Knopfformular> : null}
    </Card>
  )
}

export function versionSeite(c: RequestContext, zustand: Formularzustand, { dokument, vorgang }: Dokumentansicht): Reply {
  const pfad = `/arbeitsplatz/dokumente/${dokument.id}`
  return arbeitsplatzSeite(c, {
    title: 'Neue Version', preline: dokument.betreff, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}` }, { label: dokument.betreff, href: `${pfad}/angaben` }, { label: 'Neue Version' }],
  }, (
    <form method="post" action={`${pfad}/version`} class="sk-form" noValidate encType="multipart/form-data">
      <ErrorSummary errors={fehlerliste(zustand)} />
      <p class="sk-lead">Die bisherigen Versionen bleiben erhalten.</p>
      <Formularfelder c={c} />
      <TextField name="kommentar" label="Was hat sich geändert?" value={wert(zustand.werte, 'kommentar')} {...fehlerAn(zustand, 'kommentar')} />
      <FileField name="datei" label="Datei" maxBytes={HOECHSTENS_BYTES} {...fehlerAn(zustand, 'datei')} />
      <ButtonRow><Button>Version speichern</Button><LinkButton variant="tertiary" href={`${pfad}/angaben`}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}
