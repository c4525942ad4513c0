/** The sentences around the messages; the messages themselves are official texts in German. */
const DE = {
  start: 'Startseite', konto: 'Mein Konto', postfach: 'Postfach',
  ungelesene: (n: number) => (n === 0 ? 'Sie haben alle Nachrichten gelesen.' : n === 1 ? 'Sie haben eine ungelesene Nachricht.' : `Sie haben ${n} ungelesene Nachrichten.`),
  auswahl: 'Auswahl', alle: 'Alle Nachrichten', nurUngelesene: 'Ungelesene', nachrichten: 'Nachrichten', ungelesen: 'ungelesen', vorgang: (nummer: string) => `Vorgang ${nummer}`,
  dokumentzahl: (n: number) => (n === 1 ? 'ein Dokument' : `${n} Dokumente`),
  leerUngelesen: 'Keine ungelesenen Nachrichten', leer: 'Hier ist noch keine Nachricht', leerText: 'Wenn wir Ihnen schreiben, liegt die Nachricht hier. Wir schicken Ihnen dann eine E-Mail.',
  von: 'Von', zuVorgang: 'zu Ihrem Vorgang', beendet: 'Diese Nachricht kann nicht mehr abgerufen werden',
  beendetText: 'Die Zeit für den Abruf ist abgelaufen. Sie gilt damit nicht als zugestellt. Wir schicken Ihnen das Schreiben auf einem anderen Weg.',
  dokumente: 'Dokumente', datei: 'Datei', speichern: 'Speichern', speichernRat: 'Bitte speichern Sie wichtige Schreiben auch bei sich.',
  antworten: 'So geht es weiter', antwortenText: 'Auf der Seite Ihres Vorgangs sehen Sie, wie weit wir sind. Wenn wir eine Frage an Sie haben, antworten Sie dort. Dort steht auch, wie Sie uns erreichen.',
  zumVorgang: 'Zum Vorgang', zurueck: 'Zurück zum Postfach', nurDeutsch: undefined as string | undefined,
}

export type Woerter = typeof DE

const EN: Woerter = {
  start: 'Home', konto: 'My account', postfach: 'Mailbox',
  ungelesene: (n) => (n === 0 ? 'You have read all messages.' : n === 1 ? 'You have one unread message.' : `You have ${n} unread messages.`),
  auswahl: 'Selection', alle: 'All messages', nurUngelesene: 'Unread', nachrichten: 'Messages', ungelesen: 'unread', vorgang: (nummer) => `Case ${nummer}`,
  dokumentzahl: (n) => (n === 1 ? 'one document' : `${n} documents`),
  leerUngelesen: 'No unread messages', leer: 'There is no message yet', leerText: 'When we write to you, the message is here. We then send you an e-mail.',
  von: 'From', zuVorgang: 'about your case', beendet: 'This message can no longer be opened',
  beendetText: 'The time for opening it has passed. So it does not count as delivered. We will send you the letter in another way.',
  dokumente: 'Documents', datei: 'File', speichern: 'Save', speichernRat: 'Please keep a copy of important letters yourself.',
  antworten: 'What happens next', antwortenText: 'The page of your case shows how far we are. If we have a question for you, you answer it there. It also says how to reach us.',
  zumVorgang: 'Open your case', zurueck: 'Back to the mailbox', nurDeutsch: 'Our letters are in German, because German is the official language. If you do not understand something, please call us.',
}

export const woerter = (sprache: 'de' | 'en'): Woerter => (sprache === 'en' ? EN : DE)
