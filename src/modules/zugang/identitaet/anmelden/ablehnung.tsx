import { Alert, ButtonRow, LinkButton, portalSeite } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Ablehnungsgrund } from '../events.js'

/** What the person reads. It says what to do; what exactly was wrong with an answer is for the record and not for an attacker. */
const TEXTE: Readonly<Record<Ablehnungsgrund, { readonly titel: string; readonly text: string }>> = {
  abgebrochen: { titel: 'Sie haben die Anmeldung abgebrochen', text: 'Beim Nutzerkonto wurde niemand angemeldet. Ihre gespeicherten Angaben bleiben erhalten.' },
  unbekannt: { titel: 'Diese Anmeldung kennen wir nicht', text: 'Bitte beginnen Sie die Anmeldung auf unserer Seite neu.' },
  wiederholt: { titel: 'Diese Anmeldung wurde schon benutzt', text: 'Jede Anmeldung gilt nur einmal. Bitte beginnen Sie neu.' },
  abgelaufen: { titel: 'Die Anmeldung hat zu lange gedauert', text: 'Zwischen Beginn und Rückkehr dürfen höchstens 30 Minuten liegen. Bitte beginnen Sie neu.' },
  andererBrowser: { titel: 'Diese Anmeldung hat ein anderer Browser begonnen', text: 'Bitte beginnen und beenden Sie die Anmeldung im selben Browser. Haben Sie sie nicht selbst begonnen, brauchen Sie nichts zu tun: Es wurde niemand angemeldet.' },
  signatur: { titel: 'Die Antwort des Nutzerkontos ist nicht echt', text: 'Die Unterschrift der Antwort stimmt nicht. Wir haben niemanden angemeldet und den Vorfall festgehalten.' },
  empfaenger: { titel: 'Die Antwort des Nutzerkontos ist nicht für uns', text: 'Sie ist an einen anderen Empfänger gerichtet. Wir haben niemanden angemeldet und den Vorfall festgehalten.' },
  aussteller: { titel: 'Die Antwort kommt von einer anderen Stelle', text: 'Wir haben niemanden angemeldet und den Vorfall festgehalten.' },
  zeit: { titel: 'Die Antwort des Nutzerkontos gilt nicht mehr', text: 'Bitte beginnen Sie neu. Kommt der Fehler wieder, geht eine Uhr falsch: Bitte sagen Sie es uns.' },
  nonce: { titel: 'Die Antwort gehört zu einer anderen Anmeldung', text: 'Wir haben niemanden angemeldet und den Vorfall festgehalten. Bitte beginnen Sie neu.' },
  niveau: { titel: 'Das Vertrauensniveau reicht nicht', text: 'Sie haben sich mit einem niedrigeren Vertrauensniveau angemeldet, als nötig ist. Bitte wählen Sie beim Nutzerkonto einen stärkeren Weg, zum Beispiel den Online-Ausweis. Ihre gespeicherten Angaben bleiben erhalten.' },
  unlesbar: { titel: 'Die Antwort des Nutzerkontos ist nicht lesbar', text: 'Wir haben niemanden angemeldet. Bitte versuchen Sie es noch einmal.' },
  nichtErreichbar: { titel: 'Das Nutzerkonto ist gerade nicht erreichbar', text: 'Bitte versuchen Sie es später noch einmal. Ihre Entwürfe bleiben gespeichert. Sie können sich auch mit einem Konto der Stadt anmelden oder uns anrufen.' },
  anderesKonto: { titel: 'Dieses Nutzerkonto gehört zu einem anderen Konto', text: 'Sie sind hier mit einem anderen Konto angemeldet. Bitte melden Sie sich ab und mit dem Nutzerkonto neu an. Ihr Entwurf bleibt in dem Konto, in dem Sie ihn begonnen haben.' },
  keinKonto: { titel: 'Für Sie gibt es hier kein Konto', text: 'Ihr Dienstkonto hat hier keine Rolle. Bitte wenden Sie sich an Ihre Benutzerverwaltung.' },
  gesperrt: { titel: 'Dieses Konto ist gesperrt', text: 'Bitte wenden Sie sich an die Stadtverwaltung.' },
}

/** The page of a refused sign-in: what it means, what to do, that nothing is lost. */
export function ablehnungsseite(c: RequestContext, grund: Ablehnungsgrund, { ziel, personal = false, nochmal }: { readonly ziel: string; readonly personal?: boolean; readonly nochmal?: string }): Reply {
  const { titel, text } = TEXTE[grund]
  const anmelden = `${personal ? '/arbeitsplatz' : ''}/anmelden?ziel=${encodeURIComponent(ziel)}`
  return portalSeite(c, { title: titel, status: grund === 'nichtErreichbar' ? 503 : grund === 'abgebrochen' ? 200 : 403, robots: 'noindex' }, (
    <div class="sk-form-page">
      <h1 class="sk-h1">{titel}</h1>
      <Alert tone={grund === 'abgebrochen' ? 'info' : 'warning'} title="Sie sind nicht angemeldet worden"><p>{text}</p></Alert>
      <ButtonRow>
        <LinkButton href={nochmal ?? anmelden}>Noch einmal versuchen</LinkButton>
        {nochmal ? <LinkButton href={c.actor.art === 'buerger' ? ziel : anmelden} variant="tertiary">Zurück</LinkButton> : null}
      </ButtonRow>
    </div>
  ))
}
