import type { ComponentChildren } from 'preact'
import { Alert, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'

/** Pages that the law wants on every site. German is what counts; in English a note says so. */
function rechtsseite(c: RequestContext, titel: string, titelEn: string, inhalt: ComponentChildren): Reply {
  const english = c.sprache === 'en'
  return portalSeite(c, { title: english ? titelEn : titel, breadcrumb: [{ label: english ? 'Home' : 'Startseite', href: '/' }, { label: english ? titelEn : titel }] }, (
    <>
      <h1>{english ? titelEn : titel}</h1>
      {english ? <Alert title="This page is in German"><p>Only the German text is legally binding. If you need help, please call us.</p></Alert> : null}
      <div lang="de">{inhalt}</div>
    </>
  ))
}

function Stadtadresse({ c }: { c: RequestContext }) {
  const { profil, name } = c.mandant
  return (
    <address>
      <strong class="sk-line">{name}</strong>
      {profil.behoerde ? <span class="sk-line">{profil.behoerde}</span> : null}
      {(profil.anschrift ?? []).map((zeile) => <span class="sk-line" key={zeile}>{zeile}</span>)}
      {profil.telefon ? <span class="sk-line">Telefon: <a href={`tel:${profil.telefon.replace(/[^+\d]/g, '')}`}>{profil.telefon}</a></span> : null}
      {profil.email ? <span class="sk-line">E-Mail: <a href={`mailto:${profil.email}`}>{profil.email}</a></span> : null}
    </address>
  )
}

export const impressumPage = (c: RequestContext): Reply => rechtsseite(c, 'Impressum', 'Imprint', (
  <>
    <h2>Wer diese Seite anbietet</h2>
    <Stadtadresse c={c} />
    <p>Die Stadt ist eine Körperschaft des öffentlichen Rechts. Sie wird vertreten durch: {c.mandant.profil.behoerde ?? 'die Bürgermeisterin oder den Bürgermeister'}.</p>
    <h2>Aufsicht</h2>
    <p>Die Kommunalaufsicht führt die zuständige Aufsichtsbehörde des Landes Nordrhein-Westfalen.</p>
    <h2>Verbindlich schreiben</h2>
    <p>Eine einfache E-Mail ersetzt keine Unterschrift. Wo eine Unterschrift vorgeschrieben ist, sagt das die Seite der Leistung. Nutzen Sie dann den Weg, der dort steht.</p>
    <h2>Software</h2>
    <p>Diese Seite läuft mit Stadtkern, freier Software unter der European Union Public Licence 1.2.</p>
  </>
))

export const datenschutzPage = (c: RequestContext): Reply => rechtsseite(c, 'Datenschutz', 'Data protection', (
  <>
    <p class="sk-lead">Wir speichern so wenig wie möglich. Hier steht, was beim Besuch dieser Seite geschieht. Was wir mit den Angaben in einem Antrag machen, steht am Anfang jedes Antrags.</p>
    <h2>Wer verantwortlich ist</h2>
    <Stadtadresse c={c} />
    <p>Unsere Datenschutzbeauftragten erreichen Sie unter derselben Anschrift mit dem Zusatz „Datenschutz“.</p>
    <h2>Beim Besuch der Seite</h2>
    <p>Ihr Browser schickt uns die Adresse der Seite und die Internetadresse Ihres Anschlusses. Das ist technisch nötig. Wir werten es nicht aus und bilden keine Profile. Es gibt keine Werbung, keine Zählpixel und keine Inhalte von anderen Anbietern.</p>
    <h2>Cookies</h2>
    <p>Wir setzen nur Cookies, ohne die ein Antrag nicht geht: eines für Ihre Sitzung, eines, das Formulare vor Missbrauch schützt, eines für Ihre Sprache und eines für kurze Hinweise. Sie brauchen dafür keine Zustimmung zu geben (§ 25 Abs. 2 Nr. 2 TDDDG).</p>
    <h2>Suche</h2>
    <p>Findet die Suche nichts, zählen wir das gesuchte Wort, damit wir unsere Texte verbessern. Wir speichern nicht, wer gesucht hat. Eingaben mit Zahlen oder E-Mail-Adressen speichern wir gar nicht.</p>
    <h2>Anträge und Nachrichten</h2>
    <p>Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e der Datenschutz-Grundverordnung mit § 3 des Datenschutzgesetzes NRW und dem Gesetz, das für Ihren Antrag gilt. Wie lange wir Ihren Antrag aufbewahren, bestimmt der Aktenplan der Stadt. Entwürfe löschen wir in der Regel 30 Tage nach der letzten Änderung.</p>
    <h2>Ihre Rechte</h2>
    <ul>
      <li>Sie können Auskunft über Ihre Daten verlangen.</li>
      <li>Sie können falsche Daten berichtigen lassen.</li>
      <li>Sie können verlangen, dass wir Daten löschen oder ihre Nutzung einschränken, soweit wir sie nicht aufbewahren müssen.</li>
      <li>Sie können der Verarbeitung widersprechen.</li>
      <li>Sie können sich bei der Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen beschweren.</li>
    </ul>
  </>
))

export const barrierefreiheitPage = (c: RequestContext): Reply => rechtsseite(c, 'Erklärung zur Barrierefreiheit', 'Accessibility statement', (
  <>
    <p class="sk-lead">{c.mandant.name} möchte, dass alle Menschen diese Seite nutzen können. Grundlage sind § 10 des Behindertengleichstellungsgesetzes NRW und die Barrierefreie-Informationstechnik-Verordnung NRW.</p>
    <h2>Wie barrierefrei ist die Seite?</h2>
    <p>Die Seite erfüllt die Anforderungen der EN 301 549 und der WCAG 2.2 auf Stufe AA weitgehend. Jede Seite wird bei jeder Änderung der Software automatisch geprüft. Dazu gehören die Bedienung nur mit der Tastatur, die Vergrößerung auf 400 Prozent und die Nutzung ohne JavaScript.</p>
    <h2>Was noch nicht barrierefrei ist</h2>
    <ul>
      <li>Dateien, die andere Menschen hochladen, können Barrieren enthalten. Wir lesen sie Ihnen auf Wunsch vor oder schicken sie in einer anderen Form.</li>
      <li>Texte in Leichter Sprache und Videos in Deutscher Gebärdensprache gibt es noch nicht für alle Leistungen.</li>
      <li>Eine Prüfung durch eine unabhängige Stelle steht noch aus. Diese Erklärung beruht auf einer Selbstbewertung.</li>
    </ul>
    <h2>Wann diese Erklärung entstand</h2>
    <p>Sie wurde am 22. November 2026 auf Grundlage einer Selbstbewertung erstellt und wird mit jeder neuen Fassung der Software geprüft.</p>
    <h2 id="feedback">Haben Sie eine Barriere gefunden?</h2>
    <p>Sagen Sie es uns. Sie bekommen eine Nummer und innerhalb von vier Wochen eine Antwort.</p>
    <p><LinkButton href="/rueckmeldung?art=barriere">Barriere melden</LinkButton></p>
    <Stadtadresse c={c} />
    <h2 id="ombudsstelle">Wenn wir nicht helfen</h2>
    <p>Antworten wir nicht oder nicht ausreichend, können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden (§ 10d BGG NRW). Das Verfahren kostet nichts.</p>
    <p>Ombudsstelle für barrierefreie Informationstechnik bei der oder dem Landesbehinderten- und -patientenbeauftragten, Fürstenwall 25, 40219 Düsseldorf</p>
  </>
))

export const sprachePage = (c: RequestContext): Reply => portalSeite(c, {
  title: c.sprache === 'en' ? 'Languages' : 'Sprachen', breadcrumb: [{ label: c.sprache === 'en' ? 'Home' : 'Startseite', href: '/' }, { label: c.sprache === 'en' ? 'Languages' : 'Sprachen' }],
}, (
  <>
    <h1>{c.sprache === 'en' ? 'Languages' : 'Sprachen'}</h1>
    <section lang="de">
      <h2>Deutsch</h2>
      <p>Rechtlich verbindlich sind die deutschen Texte.</p>
      <p><LinkButton href="/?sprache=de" variant="secondary">Auf Deutsch lesen</LinkButton></p>
    </section>
    <section lang="en">
      <h2>English</h2>
      <p>We translated the most important pages. The translation is not official. Decisions are in German.</p>
      <p><LinkButton href="/?sprache=en" variant="secondary">Read in English</LinkButton></p>
    </section>
    <section lang="de">
      <h2>Leichte Sprache</h2>
      <p>Auf dieser Seite können Sie Anträge an die Stadt stellen.</p>
      <p>Ein Antrag ist: Sie möchten etwas von der Stadt. Zum Beispiel einen Ausweis zum Parken.</p>
      <p>So geht es:</p>
      <ol>
        <li>Schreiben Sie in das Feld „Suchen“, was Sie möchten.</li>
        <li>Wählen Sie die Leistung aus.</li>
        <li>Drücken Sie auf „Jetzt online beantragen“.</li>
        <li>Beantworten Sie die Fragen.</li>
      </ol>
      <p>Sie können uns auch anrufen. Die Nummer ist: <a href="tel:115">115</a>. Wir helfen Ihnen.</p>
    </section>
  </>
))
