import type { VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateText, Deadline, DescriptionList, DocumentList, ErrorSummary, FileField, Formularfelder, LinkButton, Radios, TextareaField,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { DOKUMENTTYPEN, HOECHSTENS_BYTES, inWorten } from '../../../akte/akten/index.js'
import { renderZusammenfassung } from '../../../zugang/formulare/index.js'
import { VOTEN } from '../domain/votum.js'
import type { Beteiligungsansicht } from './query.js'

const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => {
  const text = fehler.find((einer) => einer.feld === feld)?.text
  return text ? { error: text } : {}
}

/** The page of the asked unit: what is asked, what it may see, what it says. */
export function beteiligungSeite(c: RequestContext, zustand: Formularzustand, stand: Beteiligungsansicht): Reply {
  const { beteiligung } = stand
  const spaet = Temporal.PlainDate.compare(c.today, beteiligung.frist) > 0
  return arbeitsplatzSeite(c, {
    title: `Stellungnahme: ${stand.worum}`, preline: `Vorgang ${stand.vorgangsnummer} · ${stand.von}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: 'Stellungnahmen', href: '/arbeitsplatz/beteiligungen' }, { label: stand.vorgangsnummer }],
    meta: beteiligung.beendetAm ? <Badge>beendet</Badge> : <Deadline date={beteiligung.frist} today={c.today} />,
  }, (
    <>
      <Card title={`${stand.von} bittet ${stand.stelle} um Stellungnahme`}><p class="sk-prewrap">{beteiligung.frage}</p></Card>
      {beteiligung.beendetAm ? <Beendet stand={stand} /> : (
        <>
          {stand.angaben.length > 0 ? <Card title="Worum es geht">{renderZusammenfassung(stand.angaben)}</Card> : null}
          {stand.dokumente.length > 0 ? <Unterlagen stand={stand} /> : null}
          {spaet ? <Alert tone="warning" title="Die Frist ist verstrichen"><p>Solange nicht entschieden ist, können Sie noch Stellung nehmen. Die Stellungnahme ist dann als verspätet gekennzeichnet.</p></Alert> : null}
          <Formular c={c} zustand={zustand} stand={stand} />
        </>
      )}
    </>
  ))
}

function Formular({ c, zustand, stand }: { c: RequestContext; zustand: Formularzustand; stand: Beteiligungsansicht }): VNode {
  const w = (name: string) => wert(zustand.werte, name)
  return (
    <Card title="Ihre Stellungnahme">
      <form method="post" action={`/arbeitsplatz/beteiligungen/${stand.beteiligung.id}`} encType="multipart/form-data" class="sk-form" noValidate>
        <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
        <Formularfelder c={c} />
        <Radios name="votum" label="Wie äußert sich Ihre Stelle?" value={w('votum')} {...fehlerAn(zustand, 'votum')} options={Object.entries(VOTEN).map(([value, { frage }]) => ({ value, label: frage }))} />
        <TextareaField name="auflagen" label="Auflagen" hint="Nur bei Zustimmung mit Auflagen. Schreiben Sie so, dass der Text in den Bescheid passt; je Zeile eine Auflage." optional rows={5} maxLength={10_000} value={w('auflagen')} {...fehlerAn(zustand, 'auflagen')} />
        <TextareaField name="text" label="Begründung oder Hinweise" hint="Bei einer Ablehnung nötig." optional rows={6} maxLength={10_000} value={w('text')} {...fehlerAn(zustand, 'text')} />
        <FileField name="datei" label="Anlage" optional typesText="PDF, Bilder, Word, Excel, OpenDocument oder Text" maxBytes={HOECHSTENS_BYTES} {...fehlerAn(zustand, 'datei')}
          {...(zustand.fehler.length > 0 ? { hint: 'Bitte wählen Sie die Datei noch einmal aus.' } : {})} />
        <ButtonRow><Button>Stellungnahme abgeben</Button><LinkButton variant="tertiary" href="/arbeitsplatz/beteiligungen">Später</LinkButton></ButtonRow>
      </form>
    </Card>
  )
}

const Unterlagen = ({ stand: { beteiligung, dokumente } }: { stand: Beteiligungsansicht }): VNode => (
  <Card title="Unterlagen">
    <DocumentList label="Unterlagen für Ihre Stellungnahme" documents={dokumente.map(({ id, betreff, typ, datei, datum }) => ({
      id, name: betreff, href: `/arbeitsplatz/beteiligungen/${beteiligung.id}/dokumente/${id}`, type: inWorten(DOKUMENTTYPEN, typ), size: datei.size, date: datum,
    }))} />
  </Card>
)

function Beendet({ stand: { beteiligung: { stellungnahme, beendetAm } } }: { stand: Beteiligungsansicht }): VNode {
  if (!stellungnahme) return <Alert title="Es ist ohne Ihre Stellungnahme entschieden"><p>{beendetAm ? <>Seit <DateText instant={beendetAm} /> ist Ihre Stelle nicht mehr beteiligt.</> : null} Sie müssen nichts mehr tun.</p></Alert>
  const { votum, text, auflagen, zeitpunkt, verspaetet } = stellungnahme
  return (
    <Card title="So hat Ihre Stelle Stellung genommen">
      <DescriptionList stacked items={[
        { label: 'Ergebnis', value: <Badge tone={VOTEN[votum].ton}>{VOTEN[votum].text}</Badge> },
        ...(auflagen ? [{ label: 'Auflagen', value: <span class="sk-prewrap">{auflagen}</span> }] : []), ...(text ? [{ label: 'Begründung oder Hinweise', value: <span class="sk-prewrap">{text}</span> }] : []),
        { label: 'Abgegeben', value: <><DateText instant={zeitpunkt} />{verspaetet ? ' (nach der Frist)' : ''}</> },
      ]} />
      <p class="sk-meta">Angaben und Unterlagen des Vorgangs sehen Sie nicht mehr, weil Ihre Stelle nicht mehr beteiligt ist.</p>
    </Card>
  )
}
