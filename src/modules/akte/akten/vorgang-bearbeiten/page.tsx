import type { ComponentChildren } from 'preact'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, FileField, Formularfelder, LinkButton, Radios, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { DOKUMENTTYPEN, fehlerAn, fehlerliste, RICHTUNGEN } from '../anzeige.js'
import { HOECHSTENS_BYTES } from '../dokument-ablegen/aufnehmen.js'
import type { Vorgang } from '../lesen.js'
import type { ANLAESSE } from '../wiederoeffnen/command.js'

interface Formular { readonly titel: string; readonly verb: string; readonly knopf: string; readonly multipart?: boolean; readonly einleitung?: string; readonly felder: ComponentChildren }

/** One small form about one Vorgang; all of them look alike and lead back to it. */
function vorgangsformular(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang, formular: Formular): Reply {
  const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`
  return arbeitsplatzSeite(c, {
    title: formular.titel, preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: pfad }, { label: formular.titel }],
  }, (
    <form method="post" action={`${pfad}/${formular.verb}`} class="sk-form" noValidate {...(formular.multipart ? { encType: 'multipart/form-data' as const } : {})}>
      <ErrorSummary errors={fehlerliste(zustand)} />
      {formular.einleitung ? <p class="sk-lead">{formular.einleitung}</p> : null}
      <Formularfelder c={c} />
      {formular.felder}
      <ButtonRow><Button>{formular.knopf}</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

const werteVon = (zustand: Formularzustand) => (name: string) => wert(zustand.werte, name)

export function vermerkSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Reply {
  const w = werteVon(zustand)
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'Aktenvermerk schreiben', verb: 'vermerk', knopf: 'Vermerk speichern', einleitung: 'Ein gespeicherter Vermerk gehört zur Akte und kann nicht mehr geändert werden.',
    felder: (
      <>
        <TextField name="ereignisAm" type="date" label="Tag des Gesprächs oder Ereignisses" value={w('ereignisAm') || c.today.toString()} {...fehlerAn(zustand, 'ereignisAm')} width={10} />
        <TextField name="beteiligte" label="Beteiligte" value={w('beteiligte')} {...fehlerAn(zustand, 'beteiligte')} optional />
        <TextareaField name="text" label="Was wurde besprochen oder festgestellt?" value={w('text')} rows={8} maxLength={20_000} {...fehlerAn(zustand, 'text')} />
      </>
    ),
  })
}

export function wiedervorlageSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Reply {
  const w = werteVon(zustand)
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'Wiedervorlage setzen', verb: 'wiedervorlage', knopf: 'Wiedervorlage setzen',
    felder: (
      <>
        <TextField name="faelligAm" type="date" label="Wieder vorlegen am" value={w('faelligAm')} hint="Fällt der Tag auf ein Wochenende oder einen Feiertag, gilt der Werktag davor." {...fehlerAn(zustand, 'faelligAm')} width={10} />
        <TextField name="grund" label="Grund" value={w('grund')} {...fehlerAn(zustand, 'grund')} />
        <Radios name="fuer" label="Für wen?" value={w('fuer') || 'mich'} inline options={[{ value: 'mich', label: 'für mich' }, { value: 'einheit', label: 'für die Einheit' }]} />
      </>
    ),
  })
}

export function schliessenSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang, hindernisse: readonly string[]): Reply {
  if (hindernisse.length > 0) {
    return arbeitsplatzSeite(c, { title: 'Zu den Akten legen', preline: `${vorgang.vorgangsnummer} · ${vorgang.betreff}`, schmal: true, breadcrumb: [{ label: `Vorgang ${vorgang.vorgangsnummer}`, href: `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}` }, { label: 'Zu den Akten legen' }] }, (
      <Alert tone="warning" title="Der Vorgang kann noch nicht zu den Akten"
        actions={<LinkButton small variant="secondary" href={`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`}>Zum Vorgang</LinkButton>}>
        <ul class="kern-list kern-list--bullet">{hindernisse.map((text) => <li key={text}>{text}</li>)}</ul>
      </Alert>
    ))
  }
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'Zu den Akten legen', verb: 'zda', knopf: 'Zu den Akten legen (z. d. A.)', einleitung: 'Danach ist der Vorgang geschlossen. Die Aufbewahrungsfrist wird berechnet. Mit Begründung lässt er sich wieder öffnen.',
    felder: <TextareaField name="schlussvermerk" label="Schlussvermerk" hint="Wie ist der Vorgang ausgegangen?" value={wert(zustand.werte, 'schlussvermerk')} rows={4} maxLength={4000} {...fehlerAn(zustand, 'schlussvermerk')} />,
  })
}

const ANLASSWORTE: Readonly<Record<(typeof ANLAESSE)[number], string>> = {
  nachtrag: 'Es kam noch etwas, das in den Vorgang gehört', korrektur: 'Der Bescheid wird berichtigt, zurückgenommen oder widerrufen', wiederaufgreifen: 'Die Person beantragt eine neue Entscheidung (Wiederaufgreifen, § 51 VwVfG NRW)',
  rechtsbehelf: 'Jemand wehrt sich gegen die Entscheidung', sonstiges: 'Etwas anderes',
}

export function wiederoeffnenSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Reply {
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'Vorgang wieder öffnen', verb: 'wieder-oeffnen', knopf: 'Wieder öffnen', einleitung: 'Die Aufbewahrungsfrist beginnt neu, wenn der Vorgang das nächste Mal zu den Akten gelegt wird.',
    felder: (
      <>
        <Radios name="anlass" label="Anlass" value={wert(zustand.werte, 'anlass') || 'nachtrag'} options={Object.entries(ANLASSWORTE).map(([value, label]) => ({ value, label }))} {...fehlerAn(zustand, 'anlass')} />
        <TextareaField name="grund" label="Grund" value={wert(zustand.werte, 'grund')} rows={3} maxLength={1000} {...fehlerAn(zustand, 'grund')} />
      </>
    ),
  })
}

export function umhaengenSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Reply {
  const w = werteVon(zustand)
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'In eine andere Akte legen', verb: 'umhaengen', knopf: 'In diese Akte legen',
    einleitung: `Der Vorgang liegt jetzt in der Akte ${vorgang.aktenzeichen}. Er behält seine Nummer und alle Dokumente und bekommt ein neues Zeichen; das bisherige bleibt auffindbar.`,
    felder: (
      <>
        <TextField name="aktenzeichen" label="Aktenzeichen der anderen Akte" value={w('aktenzeichen')} hint="Wie auf der Akte, zum Beispiel 12.20.03/2026/1. Leerzeichen und Punkte müssen nicht stimmen." {...fehlerAn(zustand, 'aktenzeichen')} width={20} maxLength={120} />
        <TextareaField name="grund" label="Grund" value={w('grund')} rows={3} maxLength={500} {...fehlerAn(zustand, 'grund')} />
      </>
    ),
  })
}

export function dokumentAblegenSeite(c: RequestContext, zustand: Formularzustand, vorgang: Vorgang): Reply {
  const w = werteVon(zustand)
  return vorgangsformular(c, zustand, vorgang, {
    titel: 'Dokument ablegen', verb: 'dokument', knopf: 'Dokument ablegen', multipart: true,
    felder: (
      <>
        <TextField name="betreff" label="Betreff" value={w('betreff')} {...fehlerAn(zustand, 'betreff')} />
        <SelectField name="typ" label="Art des Dokuments" value={w('typ') || 'schreiben'} emptyLabel={null} {...fehlerAn(zustand, 'typ')} options={Object.entries(DOKUMENTTYPEN).map(([value, label]) => ({ value, label }))} />
        <Radios name="richtung" label="Richtung" value={w('richtung') || 'eingang'} inline options={Object.entries(RICHTUNGEN).map(([value, label]) => ({ value, label }))} />
        <TextField name="datum" type="date" label="Datum auf dem Dokument" value={w('datum') || c.today.toString()} {...fehlerAn(zustand, 'datum')} width={10} />
        <TextField name="absender" label="Absender oder Empfänger" value={w('absender')} {...fehlerAn(zustand, 'absender')} optional />
        <FileField name="datei" label="Datei" typesText="PDF, Bilder, Word, Excel, OpenDocument oder Text" maxBytes={HOECHSTENS_BYTES} {...fehlerAn(zustand, 'datei')} />
      </>
    ),
  })
}
