/** What a mail is about, as it waits sealed for the job. */
export type Mailinhalt =
  | { readonly art: 'registrierung'; readonly link: string; readonly code: string; readonly bekannt: boolean }
  | { readonly art: 'registriert'; readonly kennung: string; readonly link: string }
  | { readonly art: 'passwort'; readonly kennung: string; readonly link: string }
  | { readonly art: 'unbekannt'; readonly link: string }
  | { readonly art: 'email'; readonly link: string; readonly code: string }
  | { readonly art: 'emailGeaendert' }
  | { readonly art: 'passwortGeaendert' }

/** A letter in few plain sentences. The name of a person is left out: whoever reads the mail knows it, others need not. */
export function mailtext(inhalt: Mailinhalt, stadt: string): { betreff: string; text: string } {
  const { betreff, absaetze } = entwurf(inhalt)
  return { betreff: `${stadt}: ${betreff}`, text: ['Guten Tag,', ...absaetze, `Ihre ${stadt}`, 'Diese E-Mail hat ein Programm verschickt. Antworten werden nicht gelesen.'].join('\n\n') }
}

function entwurf(inhalt: Mailinhalt): { betreff: string; absaetze: string[] } {
  switch (inhalt.art) {
    case 'registrierung': return {
      betreff: 'Bitte bestätigen Sie Ihre Registrierung',
      absaetze: [
        `mit dieser E-Mail-Adresse hat jemand ein Konto angelegt. Waren Sie das, geben Sie bitte diesen Code ein: ${inhalt.code}`,
        `Oder öffnen Sie diesen Link: ${inhalt.link}`,
        ...(inhalt.bekannt ? ['Zu dieser Adresse gibt es schon ein Konto. Bestätigen Sie nur, wenn eine weitere Person mit derselben Adresse ein eigenes Konto haben soll.'] : []),
        'Code und Link gelten 24 Stunden. Waren Sie es nicht, brauchen Sie nichts zu tun: Dann entsteht kein Konto.',
      ],
    }
    case 'registriert': return {
      betreff: 'Ihr Konto ist da',
      absaetze: [`Ihre Registrierung ist bestätigt. Ihre Kennung lautet: ${inhalt.kennung}`, 'Sie können sich mit der Kennung oder mit Ihrer E-Mail-Adresse anmelden. Nutzen mehrere Personen dieselbe Adresse, brauchen Sie die Kennung.', `Zur Anmeldung: ${inhalt.link}`],
    }
    case 'passwort': return {
      betreff: 'Neues Passwort festlegen',
      absaetze: [`für Ihr Konto mit der Kennung ${inhalt.kennung} wurde ein neues Passwort angefordert. Hier legen Sie es fest: ${inhalt.link}`, 'Der Link gilt eine Stunde und nur einmal. Haben Sie nichts angefordert, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.'],
    }
    case 'unbekannt': return {
      betreff: 'Kein Konto mit dieser Adresse',
      absaetze: ['jemand wollte für diese E-Mail-Adresse ein neues Passwort festlegen. Es gibt hier aber kein Konto mit dieser Adresse.', `Waren Sie das, haben Sie sich vielleicht mit einer anderen Adresse registriert. Registrieren können Sie sich hier: ${inhalt.link}`],
    }
    case 'email': return {
      betreff: 'Bitte bestätigen Sie Ihre neue Adresse',
      absaetze: [`diese Adresse soll für ein Konto eingetragen werden. Bitte geben Sie dort diesen Code ein: ${inhalt.code}`, `Oder öffnen Sie diesen Link, während Sie angemeldet sind: ${inhalt.link}`, 'Code und Link gelten eine Stunde. Haben Sie das nicht veranlasst, brauchen Sie nichts zu tun.'],
    }
    case 'emailGeaendert': return { betreff: 'Ihre E-Mail-Adresse wurde geändert', absaetze: ['für Ihr Konto ist jetzt eine andere E-Mail-Adresse eingetragen. Haben Sie das nicht veranlasst, melden Sie sich bitte gleich bei uns.'] }
    case 'passwortGeaendert': return { betreff: 'Ihr Passwort wurde geändert', absaetze: ['das Passwort Ihres Kontos wurde gerade geändert. Alle anderen Anmeldungen sind beendet. Haben Sie das nicht veranlasst, legen Sie bitte gleich ein neues Passwort fest und melden Sie sich bei uns.'] }
  }
}
