/** The sentences of the account pages. German is binding; the English ones say the same (A9-06). B1 level: short, and they say what to do. */
const DE = {
  start: 'Startseite', konto: 'Mein Konto', gruss: (name: string) => `Guten Tag, ${name}`,
  brauchenWir: 'Das brauchen wir von Ihnen', antwortenZu: 'Antworten zu:',
  fragen: (n: number): string => (n === 1 ? 'Wir haben eine Frage an Sie.' : `Wir haben ${n} Fragen an Sie.`),
  meineAntraege: 'Meine Anträge', keinAntrag: 'Sie haben noch keinen Antrag gestellt.', keinAntragText: 'Ihre Anträge und der Stand der Bearbeitung stehen dann hier.',
  suchen: 'Leistung suchen', eingegangenAm: (tag: string) => `eingegangen am ${tag}`,
  postfach: 'Postfach', neue: (n: number): string => (n === 0 ? 'Keine neuen Nachrichten' : n === 1 ? '1 neue Nachricht' : `${n} neue Nachrichten`),
  sicherheit: 'Anmeldung und Sicherheit', sicherheitText: 'Passwort, E-Mail-Adresse, Passkeys und wo Sie angemeldet sind',
  daten: 'Meine Daten', datenText: 'Kopie herunterladen oder das Konto löschen', eingetragen: 'Das haben wir eingetragen:',

  vorgangsnummer: 'Vorgangsnummer', stand: 'Stand Ihres Antrags', verlauf: 'Verlauf', angaben: 'Ihre Angaben',
  eingang: 'Eingegangen am', aktenzeichen: 'Aktenzeichen', bescheidKommt: 'Bescheid kommt', insPostfach: 'in Ihr Postfach', perPost: 'per Post',
  ansehen: 'Ihren Antrag ansehen, wie Sie ihn abgeschickt haben', zuruecknehmen: 'Antrag zurücknehmen',
  schreiben: (n: number): string => (n === 1 ? 'In Ihrem Postfach liegt ein Schreiben zu diesem Antrag' : `In Ihrem Postfach liegen ${n} Schreiben zu diesem Antrag`),
  bereitgelegt: (wann: string) => `Wir haben es am ${wann} für Sie bereitgelegt.`, zumPostfach: 'Zum Postfach',
  bereitgelegtText: 'Sobald Sie es im Postfach geöffnet haben, steht es auch hier bei den Dokumenten. Bitte lesen Sie es bald: Es kann eine Frist enthalten.',
  weiter: 'So geht es weiter', abgeschlossen: 'Der Vorgang ist abgeschlossen. Sie müssen nichts mehr tun.',
  angekommen: 'Angekommen am', wehrenBis: 'Wehren können Sie sich bis zum', dauer: 'Voraussichtliche Dauer:',
  schritte: { pruefen: 'Wir prüfen Ihre Angaben und Unterlagen.', fragenKonto: 'Wenn etwas fehlt, fragen wir Sie. Die Frage finden Sie in Ihrem Konto.', fragen: 'Wenn etwas fehlt, fragen wir Sie.', postfach: 'Den Bescheid bekommen Sie in Ihr Postfach im Portal.', post: 'Den Bescheid bekommen Sie per Post.', anzeige: 'Wir tragen Ihre Angaben ein. Einen Bescheid bekommen Sie nicht.' },

  frageAnSie: (n: number): string => (n === 1 ? 'Wir haben eine Frage an Sie' : 'Wir haben Fragen an Sie'), zu: 'Zu:', unsereFrage: 'Unsere Frage', antwortBis: 'Bitte antworten Sie bis:',
  ihreAntwort: 'Ihre Antwort', dateienDazu: 'Dateien dazu', dateiarten: 'PDF, JPG, PNG oder HEIC', nochmalWaehlen: 'Bitte wählen Sie Ihre Dateien noch einmal aus.',
  antwortHilfe: 'Schreiben Sie eine Antwort, schicken Sie eine Datei, oder beides.', antwortAbsenden: 'Antwort absenden', antwortDa: 'Danke, Ihre Antwort ist angekommen. Wir prüfen jetzt weiter.',
  abgemeldet: 'Ihre Anmeldung ist abgelaufen. Ihre Antwort ist noch nicht abgeschickt. Melden Sie sich bitte an und senden Sie sie noch einmal.',
  antwortFehlt: 'Bitte schreiben Sie eine Antwort, oder fügen Sie eine Datei hinzu.', beantwortet: 'Beantwortete Fragen', frage: 'Frage', frageZu: 'Frage zu:', antwortVom: 'Ihre Antwort vom', dateienGeschickt: 'Sie haben Dateien geschickt.',

  dokumente: 'Dokumente', nichtVerwendet: (datei: string) => `„${datei}“ konnten wir nicht verwenden`, nichtLesbar: 'Die Datei ist nicht lesbar.',
  entsteht: 'Wir erstellen gerade Ihre Eingangsbestätigung. Bitte laden Sie die Seite in einem Moment neu.', ungeprueft: 'ungeprüft',
  ungeprueftText: '„Ungeprüft“ heißt: Diese Datei hat noch kein Programm auf Schadsoftware untersucht. Sie müssen nichts tun.',
  bewertung: { angenommen: 'angenommen', abgelehnt: 'nicht angenommen', unleserlich: 'nicht lesbar' },
  typen: { nachweis: 'Ihr Nachweis', antrag: 'Ihr Antrag', eingangsbestaetigung: 'Bestätigung', bescheid: 'Bescheid', ruecknahme: 'Rücknahme', zahlungsbeleg: 'Zahlungsbeleg' } as Readonly<Record<string, string>>, schreibenTyp: 'Schreiben',
  kontakt: 'Fragen zum Antrag', nummerNennen: 'Bitte nennen Sie die Vorgangsnummer', zustaendig: 'Zuständig', telefon: 'Telefon', email: 'E-Mail',

  ruecknahmeWas: (was: string, nummer: string) => `Sie nehmen den Antrag „${was}“ (${nummer}) zurück. Wir bearbeiten ihn dann nicht weiter.`,
  ruecknahmeFolge: 'Das können Sie nicht rückgängig machen. Sie können aber jederzeit einen neuen Antrag stellen. Sie bekommen eine Bestätigung.',
  ruecknahmeGrund: 'Warum nehmen Sie den Antrag zurück?', ruecknahmeKnopf: 'Antrag verbindlich zurücknehmen', dochNicht: 'Abbrechen und zurück zum Antrag',
  ruecknahmeZuSpaet: 'Dieser Antrag kann nicht mehr zurückgenommen werden', zurueckZumAntrag: 'Zurück zum Antrag', zurueckgenommen: 'Sie haben den Antrag zurückgenommen. Die Bestätigung finden Sie gleich bei den Dokumenten.',
}

export type Woerter = typeof DE

const EN: Woerter = {
  start: 'Home', konto: 'My account', gruss: (name) => `Hello ${name}`,
  brauchenWir: 'What we need from you', antwortenZu: 'Answer about:',
  fragen: (n) => (n === 1 ? 'We have a question for you.' : `We have ${n} questions for you.`),
  meineAntraege: 'My applications', keinAntrag: 'You have not sent an application yet.', keinAntragText: 'Your applications will be listed here with how far we are.',
  suchen: 'Find a service', eingegangenAm: (tag) => `received on ${tag}`,
  postfach: 'Mailbox', neue: (n) => (n === 0 ? 'No new messages' : n === 1 ? '1 new message' : `${n} new messages`),
  sicherheit: 'Sign-in and security', sicherheitText: 'Password, e-mail address, passkeys and where you are signed in',
  daten: 'My data', datenText: 'Download a copy or delete the account', eingetragen: 'This is what we have entered:',

  vorgangsnummer: 'Reference number', stand: 'Where your application stands', verlauf: 'History', angaben: 'Your details',
  eingang: 'Received on', aktenzeichen: 'File reference', bescheidKommt: 'The decision comes', insPostfach: 'to your mailbox', perPost: 'by post',
  ansehen: 'See your application as you sent it', zuruecknehmen: 'Withdraw application',
  schreiben: (n) => (n === 1 ? 'There is a letter about this application in your mailbox' : `There are ${n} letters about this application in your mailbox`),
  bereitgelegt: (wann) => `We put it there for you on ${wann}.`, zumPostfach: 'To the mailbox',
  bereitgelegtText: 'As soon as you have opened it in the mailbox, it is also listed here with the documents. Please read it soon: it may contain a deadline.',
  weiter: 'What happens next', abgeschlossen: 'This matter is closed. There is nothing left for you to do.',
  angekommen: 'Counts as received on', wehrenBis: 'You can object until', dauer: 'How long it usually takes:',
  schritte: { pruefen: 'We check your details and documents.', fragenKonto: 'If something is missing, we ask you. You will find the question in your account.', fragen: 'If something is missing, we ask you.', postfach: 'You get the decision in your mailbox on this site.', post: 'You get the decision by post.', anzeige: 'We enter what you have told us. There will be no formal decision.' },

  frageAnSie: (n) => (n === 1 ? 'We have a question for you' : 'We have questions for you'), zu: 'About:', unsereFrage: 'Our question', antwortBis: 'Please answer by:',
  ihreAntwort: 'Your answer', dateienDazu: 'Files', dateiarten: 'PDF, JPG, PNG or HEIC', nochmalWaehlen: 'Please choose your files once more.',
  antwortHilfe: 'Write an answer, send a file, or both.', antwortAbsenden: 'Send answer', antwortDa: 'Thank you, your answer has arrived. We now continue to check your application.',
  abgemeldet: 'Your session has ended. Your answer has not been sent yet. Please sign in and send it once more.',
  antwortFehlt: 'Please write an answer or add a file.', beantwortet: 'Questions you have answered', frage: 'Question', frageZu: 'Question about:', antwortVom: 'Your answer of', dateienGeschickt: 'You sent files.',

  dokumente: 'Documents', nichtVerwendet: (datei) => `We could not use “${datei}”`, nichtLesbar: 'The file cannot be read.',
  entsteht: 'We are preparing your confirmation of receipt. Please reload the page in a moment.', ungeprueft: 'not checked',
  ungeprueftText: '“Not checked” means: no program has looked for malware in this file yet. There is nothing for you to do.',
  bewertung: { angenommen: 'accepted', abgelehnt: 'not accepted', unleserlich: 'not readable' },
  typen: { nachweis: 'Your document', antrag: 'Your application', eingangsbestaetigung: 'Confirmation', bescheid: 'Decision', ruecknahme: 'Withdrawal', zahlungsbeleg: 'Receipt of payment' }, schreibenTyp: 'Letter',
  kontakt: 'Questions about the application', nummerNennen: 'Please give the reference number', zustaendig: 'Responsible', telefon: 'Phone', email: 'E-mail',

  ruecknahmeWas: (was, nummer) => `You withdraw the application “${was}” (${nummer}). We then stop working on it.`,
  ruecknahmeFolge: 'You cannot undo this. But you can send a new application at any time. You will get a confirmation.',
  ruecknahmeGrund: 'Why do you withdraw the application?', ruecknahmeKnopf: 'Withdraw application for good', dochNicht: 'Cancel and go back to the application',
  ruecknahmeZuSpaet: 'This application can no longer be withdrawn', zurueckZumAntrag: 'Back to the application', zurueckgenommen: 'You have withdrawn the application. You will find the confirmation among the documents in a moment.',
}

export const woerter = (sprache: 'de' | 'en'): Woerter => (sprache === 'en' ? EN : DE)

/** Marks German words within an English page for screen readers (A9-07): names of services, questions of the office, official texts. */
export const deutsch = (sprache: 'de' | 'en'): { lang?: 'de' } => (sprache === 'en' ? { lang: 'de' } : {})
