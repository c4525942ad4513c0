import type { ComponentChildren } from 'preact'
import {
  arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateField, DescriptionList, Details, ErrorSummary, Formularfelder, HiddenFields, LinkButton, Radios, readDateParts, TextareaField, TextField, TwoColumns,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { nach, STATUS_WORTE } from '../domain/sendung.js'
import { FESTSTELLUNGEN } from '../zugang-feststellen/command.js'
import { Bekanntgabe, Nachweise } from './anzeige.js'
import type { Sendungsansicht } from './query.js'

/** A Sendung: what was sent to whom, the proofs, the day of announcement, and what can be recorded about it. */
export function sendungSeite(c: RequestContext, { sendung, vorgang, frist, namen }: Sendungsansicht, zustand: Formularzustand): Reply {
  const post = sendung.kanal === 'post'
  return arbeitsplatzSeite(c, {
    title: `Sendung ${sendung.buchnummer}`, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: 'Postausgang', href: '/arbeitsplatz/postausgang' }, { label: sendung.buchnummer }],
    meta: <><Badge tone={sendung.status === 'RUECKLAUF' || sendung.status === 'FEHLER' ? 'warning' : 'info'}>{STATUS_WORTE[sendung.status]}</Badge> {sendung.betreff}</>,
    actions: <LinkButton href={`/arbeitsplatz/postausgang/${sendung.id}/brief.pdf`} variant="secondary" icon="download">PDF wie verschickt</LinkButton>,
  }, (
    <>
      <ErrorSummary errors={zustand.meldung ? [{ text: zustand.meldung }] : zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      <TwoColumns asideLabel="Angaben" aside={
        <Card title="Angaben">
          <DescriptionList stacked items={[
            { label: 'An', value: [sendung.name, ...sendung.anschrift].join(', ') }, { label: 'Weg', value: post ? 'Brief' : 'Postfach' },
            ...(sendung.ersatzweg ? [{ label: 'Hinweis', value: sendung.ersatzweg }] : []),
            { label: 'Vorgang', value: <a class="kern-link" href={`/arbeitsplatz/vorgaenge/${encodeURIComponent(vorgang.vorgangsnummer)}`}>{vorgang.vorgangsnummer}</a> },
            { label: 'Prüfsumme', value: <code title={sendung.dokument_hash}>{sendung.dokument_hash.slice(0, 16)}</code> },
          ]} />
        </Card>
      }>
        <Card title="Bekanntgabe"><Bekanntgabe sendung={sendung} frist={frist} /></Card>
        <Card title="Nachweise"><Nachweise sendung={sendung} namen={namen} /></Card>
        <Aktionen c={c} ansicht={{ sendung, vorgang, frist, namen }} zustand={zustand} />
      </TwoColumns>
    </>
  ))
}

function Aktionen({ c, ansicht: { sendung, vorgang }, zustand }: { c: RequestContext; ansicht: Sendungsansicht; zustand: Formularzustand }) {
  const ort = { einheitId: vorgang.einheitId, stufe: vorgang.stufe }
  const poststelle = holds(c.actor, 'ausgang.aufgeben', ort)
  const bearbeitung = holds(c.actor, 'vorgang.bearbeiten', ort)
  const aktion = wert(zustand.werte, 'aktion')
  const felder = (name: string) => ({
    wert: (feld: string) => (aktion === name ? wert(zustand.werte, feld) : ''),
    fehler: (feld: string) => { const one = aktion === name ? zustand.fehler.find((each) => each.feld === feld) : undefined; return one ? { error: one.text } : {} },
    datum: aktion === name ? readDateParts(zustand.werte, 'am') ?? {} : {},
  })
  const block = (name: string, titel: string, knopf: string, inhalt: (f: ReturnType<typeof felder>) => ComponentChildren) => (
    <Details summary={titel} open={aktion === name}>
      <form method="post" action={`/arbeitsplatz/postausgang/${sendung.id}`} noValidate>
        <Formularfelder c={c} /><HiddenFields values={{ aktion: name }} />
        {inhalt(felder(name))}
        <ButtonRow><Button variant="secondary">{knopf}</Button></ButtonRow>
      </form>
    </Details>
  )
  const grund = (f: ReturnType<typeof felder>, id: string) => <TextField name="grund" id={`feld-grund-${id}`} label="Grund" hint="Woher wissen Sie das? Steht später in der Akte." value={f.wert('grund')} maxLength={300} {...f.fehler('grund')} />
  const tag = (f: ReturnType<typeof felder>, id: string, label: string, optional = false) => <DateField name="am" id={`feld-am-${id}`} label={label} value={f.datum} {...(optional ? { optional: true } : {})} {...f.fehler('am')} />
  const unterwegs = sendung.status !== 'FREIGEGEBEN'
  if (!poststelle && !bearbeitung) return null
  return (
    <Card title="Etwas vermerken">
      {sendung.kanal === 'post' && !unterwegs ? block('anschrift', 'Anschrift ergänzen oder ändern', 'Anschrift speichern', (f) => (
        <TextareaField name="anschrift" label="Anschrift" hint="Straße und Hausnummer, dann Postleitzahl und Ort." rows={3} value={f.wert('anschrift') || sendung.anschrift.join('\n')} {...f.fehler('anschrift')} />)) : null}
      {poststelle && nach(sendung.status, 'ruecklaufen') ? block('ruecklauf', 'Der Brief ist zurückgekommen', 'Rücklauf erfassen', (f) => <>{tag(f, 'ruecklauf', 'Zurückgekommen am')}{grund(f, 'ruecklauf')}</>) : null}
      {bearbeitung && sendung.regel && unterwegs ? block('zugang', 'Etwas über den Zugang ist bekannt geworden', 'Feststellen und neu berechnen', (f) => <>
        <Radios name="art" label="Was ist bekannt?" value={f.wert('art')} options={Object.entries(FESTSTELLUNGEN).map(([value, label]) => ({ value, label }))} {...f.fehler('art')} />
        {tag(f, 'zugang', 'Zugegangen am', true)}{grund(f, 'zugang')}</>) : null}
      {bearbeitung && sendung.regel && unterwegs ? block('festlegen', 'Tag der Bekanntgabe von Hand festlegen', 'Tag festlegen', (f) => <>{tag(f, 'festlegen', 'Bekannt gegeben am')}{grund(f, 'festlegen')}</>) : null}
      {bearbeitung && unterwegs ? block('erneut', 'Noch einmal verschicken', 'Erneut verschicken', (f) => <>
        <Radios name="kanal" id="feld-kanal-erneut" label="Auf welchem Weg?" value={f.wert('kanal') || 'post'} options={[{ value: 'post', label: 'Als Brief' }, ...(sendung.kanal === 'postfach' ? [{ value: 'postfach', label: 'Im Postfach' }] : [])]} {...f.fehler('kanal')} />
        <TextareaField name="anschrift" id="feld-anschrift-erneut" label="Anschrift" optional rows={3} value={f.wert('anschrift') || sendung.anschrift.join('\n')} />{grund(f, 'erneut')}</>) : null}
    </Card>
  )
}
