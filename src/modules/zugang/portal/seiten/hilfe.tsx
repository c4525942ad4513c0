import { arbeitsplatzSeite, Card, CardGrid, Details, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'

interface Frage { readonly frage: string; readonly antwort: string }

const FRAGEN: Readonly<Record<'de' | 'en', readonly Frage[]>> = {
  de: [
    { frage: 'Brauche ich ein Konto?', antwort: 'Für viele Anträge nicht. Ob Sie ein Konto brauchen, steht bei jeder Leistung unter „Auf einen Blick“. Mit einem Konto können Sie den Antrag unterbrechen und sehen später, wie weit er ist.' },
    { frage: 'Kann ich einen Antrag unterbrechen?', antwort: 'Ja. Ihre Eingaben bleiben gespeichert. Wenn Sie angemeldet sind, finden Sie den Entwurf in Ihrem Konto, auch auf einem anderen Gerät. Nach 30 Tagen ohne Änderung löschen wir Entwürfe, wenn bei der Leistung nichts anderes steht.' },
    { frage: 'Wie lade ich Unterlagen hoch?', antwort: 'Ein Foto mit dem Telefon genügt, wenn man alles lesen kann. Wir nehmen PDF, JPG, PNG und HEIC. Fehlt Ihnen ein Nachweis, können Sie ihn meist später nachreichen.' },
    { frage: 'Woher weiß ich, dass mein Antrag angekommen ist?', antwort: 'Nach dem Absenden sehen Sie sofort eine Eingangsbestätigung mit einer Vorgangsnummer. Heben Sie die Nummer gut auf: Damit können wir Ihren Antrag finden.' },
    { frage: 'Wie erfahre ich die Entscheidung?', antwort: 'Wie Sie es im Antrag gewählt haben: in Ihrem Postfach auf dieser Seite oder mit der Post.' },
    { frage: 'Ich habe etwas falsch eingegeben.', antwort: 'Vor dem Absenden können Sie alles ändern. Danach schreiben Sie uns eine Nachricht zum Vorgang oder ziehen den Antrag zurück und stellen ihn neu.' },
    { frage: 'Ich möchte lieber mit einem Menschen sprechen.', antwort: 'Gerne. Rufen Sie uns an oder kommen Sie vorbei. Wir füllen den Antrag mit Ihnen zusammen aus. Das kostet nichts extra.' },
  ],
  en: [
    { frage: 'Do I need an account?', antwort: 'Not for many applications. Each service says so under “At a glance”. With an account you can pause an application and see its progress.' },
    { frage: 'Can I pause an application?', antwort: 'Yes. Your answers are saved. When you are signed in you find the draft in your account, on any device. We delete drafts 30 days after your last change unless the service says otherwise.' },
    { frage: 'How do I upload documents?', antwort: 'A photo from your phone is enough if everything is readable. We take PDF, JPG, PNG and HEIC. Most missing documents can be handed in later.' },
    { frage: 'How do I know that you got my application?', antwort: 'You see a confirmation with a case number at once. Keep this number: we find your application with it.' },
    { frage: 'How will I learn the decision?', antwort: 'As you chose in the application: in your mailbox on this site or by post. The decision is in German.' },
    { frage: 'I would rather talk to somebody.', antwort: 'Please call us or visit us. We fill in the application with you. This costs nothing extra.' },
  ],
}

export function hilfePage(c: RequestContext): Reply {
  const english = c.sprache === 'en'
  const { telefon, email, oeffnungszeiten, anschrift } = c.mandant.profil
  const titel = english ? 'Help and contact' : 'Hilfe und Kontakt'
  return portalSeite(c, { title: titel, breite: 'wide', breadcrumb: [{ label: english ? 'Home' : 'Startseite', href: '/' }, { label: titel }] }, (
    <>
      <h1>{titel}</h1>
      <CardGrid>
        {telefon ? <Card icon="phone" title={english ? 'Call us' : 'Anrufen'}><p><a href={`tel:${telefon.replace(/[^+\d]/g, '')}`}>{telefon}</a></p><p>{english ? 'Or dial 115.' : <>Oder die Behördennummer <a href="tel:115">115</a>.</>}</p></Card> : null}
        {email ? <Card icon="mail" title={english ? 'Write to us' : 'Schreiben'}><p><a href={`mailto:${email}`}>{email}</a></p><p>{english ? 'Please send no confidential data by e-mail.' : 'Bitte schicken Sie nichts Vertrauliches per E-Mail.'}</p></Card> : null}
        {anschrift ? <Card icon="building" title={english ? 'Visit us' : 'Vorbeikommen'}><p>{anschrift.map((zeile) => <span class="sk-line" key={zeile}>{zeile}</span>)}</p><p>{oeffnungszeiten?.map((zeile) => <span class="sk-line" key={zeile}>{zeile}</span>)}</p></Card> : null}
      </CardGrid>
      <div class="sk-measure">
        <h2>{english ? 'Frequent questions' : 'Häufige Fragen'}</h2>
        {FRAGEN[c.sprache].map(({ frage, antwort }) => <Details key={frage} summary={frage}><p>{antwort}</p></Details>)}
        <h2>{english ? 'For companies: check an e-invoice' : 'Für Unternehmen: E-Rechnung prüfen'}</h2>
        <p>{english ? 'See at once whether we would accept your XRechnung or ZUGFeRD file (in German).' : 'Sehen Sie sofort, ob wir Ihre XRechnung oder ZUGFeRD-Datei annehmen würden.'}</p>
        <p><LinkButton href="/e-rechnung" variant="secondary">{english ? 'Check an e-invoice' : 'E-Rechnung prüfen'}</LinkButton></p>
        <h2 id="rueckmeldung">{english ? 'Does something on this site not work?' : 'Stimmt etwas auf dieser Seite nicht?'}</h2>
        <p>{english ? 'Tell us about barriers, mistakes, or what you like.' : 'Sagen Sie uns, was Sie behindert, was falsch ist oder was Ihnen gefällt.'}</p>
        <p><LinkButton href="/rueckmeldung" variant="secondary">{english ? 'Give feedback' : 'Rückmeldung geben'}</LinkButton></p>
      </div>
    </>
  ))
}

const ARBEITSPLATZ: readonly { readonly titel: string; readonly absaetze: readonly string[] }[] = [
  { titel: 'Ihre Aufgaben', absaetze: ['Unter „Aufgaben“ steht, was Sie und Ihr Team zu tun haben, das Dringendste zuerst. Öffnen Sie eine Aufgabe, um den Vorgang mit allen Unterlagen zu sehen.', 'Übernehmen Sie eine Aufgabe, dann wissen die anderen Bescheid. Sie können sie auch zurückgeben oder jemandem zuweisen.'] },
  { titel: 'Tastenkürzel', absaetze: ['In Listen wählen Sie mit j und k die Zeile und öffnen sie mit der Eingabetaste. Die Taste / führt zur Suche, ? zeigt alle Kürzel. Ausschalten können Sie die Kürzel unter „Mein Konto“.'] },
  { titel: 'Rückfragen', absaetze: ['Fehlt etwas, stellen Sie eine Rückfrage. Die Person bekommt eine Nachricht und antwortet online. Die Antwort kommt in denselben Vorgang.'] },
  { titel: 'Entscheiden', absaetze: ['Den Bescheid entwerfen Sie aus der Vorlage der Leistung. Eine zweite Person zeichnet mit. Danach wird der Bescheid erstellt, zugestellt und zur Akte genommen.'] },
  { titel: 'Suchen', absaetze: ['Die Suche oben findet Vorgangsnummern, Aktenzeichen, Namen und Wörter in Dokumenten. Sie sehen nur, wofür Sie berechtigt sind.'] },
  { titel: 'Vertretung', absaetze: ['Wer Sie vertritt, handelt unter eigenem Namen für Sie. Teilen Sie nie Ihr Kennwort.'] },
  { titel: 'Wenn etwas nicht geht', absaetze: ['Zeigt eine Seite eine Nummer, nennen Sie diese Nummer der Administration. Dort lässt sich damit finden, was passiert ist.'] },
]

export const hilfeArbeitsplatzPage = (c: RequestContext): Reply => arbeitsplatzSeite(c, { title: 'Hilfe zum Arbeitsplatz', schmal: true }, (
  <>{ARBEITSPLATZ.map(({ titel, absaetze }) => <section key={titel}><h2>{titel}</h2>{absaetze.map((absatz) => <p key={absatz}>{absatz}</p>)}</section>)}</>
))
