import { Alert, Button, ButtonRow, Card, CheckboxField, DateText, ErrorSummary, formatBytes, formatDate, Formularfelder, Knopfformular, LinkButton, PasswordField, portalSeite, TextareaField } from '../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../platform/http/route.js'
import type { EigeneAuskunft } from './auskunft/command.js'
import { BEDENKTAGE, type Loeschvorschau } from './loeschen/command.js'

export const PFAD = '/konto/daten'
const KRUMEN = [{ label: 'Startseite', href: '/' }, { label: 'Mein Konto', href: '/konto' }]

/** What one may do with the data of the own account: take them along, delete them. */
export function datenSeite(c: RequestContext, auskuenfte: readonly EigeneAuskunft[]): Reply {
  const wartet = auskuenfte.some(({ status }) => status === 'wartet')
  return portalSeite(c, { title: 'Meine Daten', robots: 'noindex', breadcrumb: [...KRUMEN, { label: 'Meine Daten' }] }, (
    <>
      <h1 class="sk-h1">Meine Daten</h1>
      <Card title="Kopie herunterladen" icon="download">
        <p>Sie bekommen alles, was zu Ihrem Konto gespeichert ist, als ZIP-Datei: Ihre Angaben, Ihre Anträge, wie Sie sie abgesendet haben, Nachrichten, Dokumente, Zahlungen und angefangene Anträge (Artikel 15 und 20 DSGVO).</p>
        {auskuenfte.map(({ id, status, am, bytes, gueltigBis }) => (status === 'wartet'
          ? <Alert key={id} tone="info" title="Wir stellen Ihre Kopie zusammen"><p>Angefordert am <DateText instant={am} />. Wir schicken Ihnen eine E-Mail, sobald sie fertig ist. Sie können diese Seite auch neu laden.</p></Alert>
          : <p key={id}><LinkButton href={`${PFAD}/auskunft/${id}`} download>Kopie vom <DateText instant={am} /> herunterladen</LinkButton> <span class="sk-meta sk-line">{formatBytes(Number(bytes ?? 0n))} · bis {gueltigBis ? formatDate(gueltigBis) : ''}, danach löschen wir sie</span></p>))}
        {wartet ? null : <Knopfformular c={c} action={`${PFAD}/auskunft`}>Kopie anfordern</Knopfformular>}
      </Card>
      <Card title="Konto löschen">
        <p>Was dann sofort gelöscht wird, was bleiben muss und was mit laufenden Anträgen geschieht, lesen Sie vorher.</p>
        <p><LinkButton variant="secondary" href={`${PFAD}/loeschen`}>Konto löschen …</LinkButton></p>
      </Card>
    </>
  ))
}

const fehlerAn = ({ fehler }: Formularzustand, feld: string) => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }

/** Everything one should know before, and the password. */
export function loeschSeite(c: RequestContext, { entwuerfe, laufende, anschriftNoetig, mitPasswort }: Loeschvorschau, frisch: boolean, zustand: Formularzustand): Reply {
  return portalSeite(c, { title: 'Konto löschen', robots: 'noindex', hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined, breadcrumb: [...KRUMEN, { label: 'Meine Daten', href: PFAD }, { label: 'Konto löschen' }] }, (
    <div class="sk-form-page">
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">Konto löschen</h1>
      <h2 class="sk-h2">Das löschen wir sofort</h2>
      <ul class="kern-list kern-list--bullet">
        <li>Ihre Anmeldungen auf allen Geräten und Ihre Passkeys</li>
        <li>{entwuerfe === 0 ? 'Angefangene Anträge; Sie haben keine.' : entwuerfe === 1 ? 'Einen angefangenen Antrag mit seinen Dateien' : `${entwuerfe} angefangene Anträge mit ihren Dateien`}</li>
      </ul>
      <h2 class="sk-h2">Das löschen wir nach {BEDENKTAGE} Tagen</h2>
      <p>Ihren Namen, Ihre E-Mail-Adresse, Telefonnummer, Kennung und Ihr Passwort. Bis dahin können Sie mit dem Link in unserer E-Mail alles rückgängig machen. Nur was wir sofort gelöscht haben, kommt nicht wieder.</p>
      <h2 class="sk-h2">Das bleibt, und warum</h2>
      <ul class="kern-list kern-list--bullet">
        <li>Abgesendete Anträge, Bescheide und Schreiben in der Akte, so lange es der Aktenplan vorschreibt. Wir sind dazu verpflichtet, unser Handeln nachzuweisen (Artikel 17 Absatz 3 Buchstabe b DSGVO, § 29 VwVfG NRW). Danach bieten wir sie dem Archiv an (§ 4 Archivgesetz NRW).</li>
        <li>Gebühren und Zahlungen in den Büchern der Stadtkasse (§ 59 KomHVO NRW).</li>
        <li>Das Protokoll, dass das Konto gelöscht wurde. Es enthält keine Namen.</li>
      </ul>
      <h2 class="sk-h2">Ihre laufenden Anträge</h2>
      {laufende.length === 0 ? <p>Sie haben keine laufenden Anträge.</p> : (
        <>
          <p>Diese Anträge bearbeiten wir weiter. Alles Weitere kommt mit der Post:</p>
          <ul class="kern-list kern-list--bullet">{laufende.map(({ vorgangsnummer, bezeichnung, wort }) => <li key={vorgangsnummer}>{bezeichnung} <span class="sk-nowrap">({vorgangsnummer})</span>: {wort}</li>)}</ul>
          <p>Möchten Sie einen Antrag nicht weiterführen, nehmen Sie ihn vorher zurück.</p>
        </>
      )}
      <form method="post" action={`${PFAD}/loeschen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        {anschriftNoetig ? <TextareaField name="anschrift" label="Ihre Anschrift für Briefe" hint="Straße und Hausnummer, in der nächsten Zeile Postleitzahl und Ort" rows={3} maxLength={600} value={wert(zustand.werte, 'anschrift')} {...fehlerAn(zustand, 'anschrift')} /> : null}
        {laufende.length > 0 ? <CheckboxField name="post" value="ja" checked={wert(zustand.werte, 'post') === 'ja'} label="Ich weiß, dass meine laufenden Anträge mit der Post weitergehen." {...fehlerAn(zustand, 'post')} /> : null}
        {mitPasswort ? <PasswordField name="passwort" label="Ihr Passwort" autocomplete="current-password" {...fehlerAn(zustand, 'passwort')} /> : (
          <>
            {frisch ? null : <Alert tone="warning" title="Bitte melden Sie sich vorher noch einmal an"><p>Ihr Konto hat kein Passwort. Damit niemand anderes es löscht: Melden Sie sich ab, dann wieder an, und löschen Sie Ihr Konto innerhalb von zehn Minuten.</p></Alert>}
            <CheckboxField name="sicher" value="ja" checked={wert(zustand.werte, 'sicher') === 'ja'} label="Ja, ich will mein Konto löschen." {...fehlerAn(zustand, 'sicher')} />
          </>
        )}
        <ButtonRow>
          <Button variant="danger">Konto jetzt löschen</Button>
          <a class="sk-cancel" href={PFAD}>Abbrechen</a>
        </ButtonRow>
      </form>
    </div>
  ))
}

/** The link of the mail: takes the deletion back by a button, because mail programs open links by themselves. */
export function ruecknahmeSeite(c: RequestContext, schluessel: string, zustand: Formularzustand): Reply {
  const title = 'Konto behalten'
  return portalSeite(c, { title, robots: 'noindex', hasErrors: zustand.meldung !== undefined || zustand.fehler.length > 0, breadcrumb: [{ label: 'Startseite', href: '/' }, { label: title }] }, (
    <div class="sk-form-page">
      <ErrorSummary errors={[...zustand.fehler.map(({ text }) => ({ text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">{title}</h1>
      <p>Sie haben Ihr Konto gelöscht. Wenn Sie es behalten möchten, nehmen Sie die Löschung hier zurück. Danach können Sie sich wieder anmelden.</p>
      <p>Angefangene Anträge und Passkeys sind schon gelöscht und kommen nicht wieder. Laufende Anträge gehen weiter mit der Post.</p>
      <form method="post" action={c.path} class="sk-form">
        <Formularfelder c={c} />
        <input type="hidden" name="schluessel" value={schluessel} />
        <Button>Löschung zurücknehmen</Button>
      </form>
    </div>
  ))
}
