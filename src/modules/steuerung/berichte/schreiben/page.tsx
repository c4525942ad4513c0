import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, Details, ErrorSummary, formatInstant, Formularfelder, HiddenFields, LinkButton, Radios, TextareaField, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { mitarbeitPfad } from '../../programm/index.js'
import { Ampelmarke, berichtPfad, PFAD, vorhabenName } from '../anzeige.js'
import { AMPELN, AMPELWORT, DIMENSIONEN, DIMENSIONSWORT, type Dimension } from '../domain/ampel.js'
import type { Angaben } from '../domain/bericht.js'
import { monatswort } from '../domain/zeitraum.js'
import { MAX_ENTSCHEIDUNGEN } from './eingabe.js'
import type { Schreibtisch } from './query.js'

interface Formular { readonly tisch: Schreibtisch; readonly angaben: Angaben; readonly zustand: Formularzustand; readonly korrektur: string; readonly vonAussen: boolean }

const FRAGEN: Readonly<Record<Dimension, string>> = {
  zeit: 'Wird der nächste Meilenstein rechtzeitig erreicht?', ressourcen: 'Reichen Personal und Geld bis zum nächsten Meilenstein?', qualitaet: 'Entspricht das Ergebnis dem, was vereinbart ist?',
}

/** The form of a report; beside every field stands what the month before said. */
export function schreibPage(c: RequestContext, formular: Formular): Reply {
  const { tisch: { zeitraum, pflicht, eingereicht, entwurfAm, entwurfVersion, ueberfaellig }, zustand, vonAussen } = formular
  const zurueck = vonAussen ? { label: 'Meine Vorhaben', href: mitarbeitPfad(pflicht.objektId) } : { label: 'Berichte', href: PFAD }
  const titel = vorhabenName(pflicht)
  return arbeitsplatzSeite(c, {
    title: `Statusbericht ${monatswort(zeitraum.monat)}`, preline: [pflicht.baustein, titel].filter(Boolean).join(' · '), hasErrors: zustand.fehler.length > 0,
    meta: <>Stichtag {formatDate(zeitraum.stichtag)} · fällig am {formatDate(zeitraum.faelligAm)}{pflicht.verantwortlich && !vonAussen ? ` · ${pflicht.verantwortlich}` : ''}{entwurfAm ? ` · Entwurf vom ${formatInstant(entwurfAm)}` : ''}</>,
    breadcrumb: [zurueck, { label: titel }],
  }, (
    <>
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {zustand.meldung ? <Alert tone="warning" live="alert" title="Nicht gespeichert"><p>{zustand.meldung}</p></Alert> : null}
      {eingereicht ? <Alert title="Schon eingereicht"><p>Fassung {eingereicht.version} ist eingefroren. Was Sie hier einreichen, wird Fassung {eingereicht.version + 1}; die frühere bleibt lesbar.{vonAussen ? null : <> <a href={berichtPfad(eingereicht.id)}>Eingereichten Bericht ansehen</a></>}</p></Alert> : null}
      {ueberfaellig.length > 0 ? (
        <Alert tone="warning" title="Meilenstein überfällig">
          <ul>{ueberfaellig.map(({ id, name, termin }) => <li key={id}>{name}, erwartet am {formatDate(Temporal.PlainDate.from(termin as string))}</li>)}</ul>
          <p>Solange das so im Steckbrief steht, kann die Ampel für Zeit nicht grün sein.</p>
        </Alert>
      ) : null}
      <form method="post" action={c.path} class="sk-form" noValidate data-unsaved-guard="">
        <Formularfelder c={c} />
        <HiddenFields values={{ entwurfVersion: String(entwurfVersion), version: String(eingereicht?.version ?? 0) }} />
        {DIMENSIONEN.map((dimension) => <Ampelfelder key={dimension} dimension={dimension} {...formular} />)}
        <Textfelder {...formular} />
        {eingereicht ? <TextareaField name="korrektur" label="Was berichtigen Sie und warum?" rows={2} maxLength={1000} value={formular.korrektur} {...an(zustand, 'korrektur')} /> : null}
        <ButtonRow>
          <Button name="tun" value="einreichen">{eingereicht ? 'Berichtigung einreichen' : 'Einreichen'}</Button>
          <Button variant="secondary" name="tun" value="speichern" formNoValidate>Entwurf speichern</Button>
          <LinkButton href={zurueck.href} variant="tertiary">Abbrechen</LinkButton>
        </ButtonRow>
        <p class="sk-meta">Eingereichte Berichte ändert niemand mehr. Fehler berichtigen Sie mit einer neuen Fassung.</p>
      </form>
    </>
  ))
}

const an = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }

/** What the month before said to the same question, folded away where it said nothing. */
function Vormonat({ tisch: { vormonat }, was, children }: { tisch: Schreibtisch; was: string; children: VNode | string | undefined }): VNode {
  const wort = monatswort(vormonat.monat)
  if (!vormonat.bericht) return <p class="sk-meta">{wort}: {vormonat.pflichtig ? 'kein Bericht' : 'kein Berichtsmonat'}</p>
  return <Details summary={<>{wort}<span class="sk-sr-only"> zu {was}</span></>} open look="plain">{children || <p class="sk-muted">keine Angabe</p>}</Details>
}

const absaetze = (text: string | undefined): VNode | undefined => (text ? <>{text.split('\n').map((zeile, i) => <p key={i}>{zeile}</p>)}</> : undefined)

function Ampelfelder({ dimension, tisch, angaben, zustand }: Formular & { dimension: Dimension }): VNode {
  const [wort, jetzt, damals] = [DIMENSIONSWORT[dimension], angaben[dimension], tisch.vormonat.bericht?.inhalt[dimension]]
  return (
    <Card title={wort}>
      <div class="sk-stack">
      <Radios name={`${dimension}.ampel`} label={`Ampel für ${wort}`} hint={FRAGEN[dimension]} inline value={jetzt.ampel} options={AMPELN.map((value) => ({ value, label: AMPELWORT[value] }))} {...an(zustand, `${dimension}.ampel`)} />
      <TextareaField name={`${dimension}.begruendung`} label={`Begründung zu ${wort}`} hint="Bei Gelb und Rot Pflicht." optional rows={2} maxLength={4000} value={jetzt.begruendung} {...an(zustand, `${dimension}.begruendung`)} />
      <TextareaField name={`${dimension}.gegenmassnahme`} label={`Gegenmaßnahme zu ${wort}`} hint="Bei Gelb und Rot Pflicht: Wer tut was bis wann?" optional rows={2} maxLength={4000} value={jetzt.gegenmassnahme} {...an(zustand, `${dimension}.gegenmassnahme`)} />
      <Vormonat tisch={tisch} was={wort}>{damals ? <><p><Ampelmarke ampel={damals.ampel || null} /></p>{absaetze(damals.begruendung)}{absaetze(damals.gegenmassnahme)}</> : undefined}</Vormonat>
      </div>
    </Card>
  )
}

function Textfelder({ tisch, angaben, zustand }: Formular): VNode {
  const damals = tisch.vormonat.bericht?.inhalt
  const reihen = [...angaben.entscheidungen, { text: '', termin: '' }, { text: '', termin: '' }].slice(0, MAX_ENTSCHEIDUNGEN)
  const feld = (name: 'aktivitaeten' | 'risiken' | 'naechste', label: string, optional: boolean) => (
    <Card title={label}>
      <div class="sk-stack">
      <TextareaField name={name} label={label} rows={4} maxLength={4000} value={angaben[name]} {...(optional ? { optional: true } : {})} {...an(zustand, name)} />
      <Vormonat tisch={tisch} was={label}>{absaetze(damals?.[name])}</Vormonat>
      </div>
    </Card>
  )
  return (
    <>
      {feld('aktivitaeten', 'Aktivitäten im Berichtsmonat', false)}
      <Card title="Nächster Meilenstein">
        <div class="sk-stack">
        <TextField name="meilenstein.name" label="Meilenstein" hint="Zum Beispiel: MS03 Ausschreibung veröffentlicht" optional maxLength={300} value={angaben.meilenstein.name} {...an(zustand, 'meilenstein.name')} />
        <TextField name="meilenstein.phase" label="Phase" optional maxLength={200} value={angaben.meilenstein.phase} {...an(zustand, 'meilenstein.phase')} />
        <TextField name="meilenstein.termin" label="Termin" type="date" optional width={10} value={angaben.meilenstein.termin} {...an(zustand, 'meilenstein.termin')} />
        <Vormonat tisch={tisch} was="nächster Meilenstein">{damals?.meilenstein.name ? <p>{damals.meilenstein.name}{damals.meilenstein.termin ? `, ${formatDate(Temporal.PlainDate.from(damals.meilenstein.termin))}` : ''}</p> : undefined}</Vormonat>
        </div>
      </Card>
      {feld('naechste', 'Nächste Aktivitäten', true)}
      {feld('risiken', 'Risiken', true)}
      <Card title="Entscheidungsbedarfe">
        <p>Was muss jemand anderes entscheiden? Jeder Bedarf kommt in das Entscheidungsregister des Programmplans.</p>
        {reihen.map(({ text, termin }, i) => (
          <div key={i} class="sk-stack">
            <TextareaField name={`entscheidung${i}.text`} label={`Bedarf ${i + 1}`} optional rows={2} maxLength={2000} value={text} {...an(zustand, `entscheidung${i}.text`)} />
            <TextField name={`entscheidung${i}.termin`} label={`Bedarf ${i + 1}: zu entscheiden bis`} type="date" optional width={10} value={termin} {...an(zustand, `entscheidung${i}.termin`)} />
          </div>
        ))}
        <Vormonat tisch={tisch} was="Entscheidungsbedarfe">{damals && damals.entscheidungen.length > 0 ? <ul>{damals.entscheidungen.map(({ text }, i) => <li key={i}>{text}</li>)}</ul> : undefined}</Vormonat>
      </Card>
    </>
  )
}
