/** The words of the portal's pages. German is what counts; English helps (A9-06). */
const de = {
  start: 'Startseite', leistungen: 'Leistungen',
  startTitel: 'Was möchten Sie erledigen?', startText: 'Anträge online stellen, Unterlagen hochladen, den Stand verfolgen. Oder nachlesen, wer zuständig ist.',
  suchfeld: 'Suchen Sie mit Ihren eigenen Worten', suchbeispiel: 'zum Beispiel: Parkausweis',
  beliebt: 'Häufig gebraucht', lebenslagen: 'Nach Lebenslage', alleLeistungen: 'Alle Leistungen von A bis Z',
  hilfeTitel: 'Sie kommen nicht weiter?', hilfeText: 'Rufen Sie uns an oder kommen Sie vorbei. Alles, was hier online geht, geht auch ohne Computer.',
  hilfeLink: 'Hilfe und Kontakt', anrufen: 'Anrufen', schreiben: 'E-Mail schreiben',
  leistungenTitel: 'Leistungen der Stadt', filterWort: 'Suchwort', filterLage: 'Lebenslage', filterGruppe: 'Für wen', alle: 'Alle', filtern: 'Anzeigen',
  treffer: (n: number) => (n === 1 ? '1 Leistung' : `${n} Leistungen`),
  keineTitel: (q: string) => `Zu „${q}“ haben wir nichts gefunden`, keineFilter: 'Dazu haben wir nichts gefunden',
  keineText: 'Versuchen Sie es mit einem anderen Wort. Oder schauen Sie hier:',
  keineAnruf: 'Oder fragen Sie uns: Wählen Sie die Behördennummer 115, montags bis freitags von 8 bis 18 Uhr.', ohneFilter: 'Alle Leistungen zeigen',
  online: 'online', zielgruppe: { buerger: 'Bürgerinnen und Bürger', unternehmen: 'Unternehmen', verwaltung: 'Behörden' },
  beantragen: 'Jetzt online beantragen', externBeantragen: (name: string) => `Zum Online-Dienst: ${name}`, externHinweis: 'Sie verlassen dabei diese Seite.',
  geschlossen: 'Online gerade nicht möglich', geschlossenBis: (bis: string) => `Voraussichtlich bis ${bis}.`, geschlossenOffen: 'Wie lange das dauert, wissen wir noch nicht.',
  geschlossenWege: 'So geht es trotzdem: Nutzen Sie einen der Wege unter „Lieber persönlich oder am Telefon?“.',
  voraussetzungen: 'Voraussetzungen', unterlagen: 'Das brauchen Sie', kosten: 'Was es kostet', kostenlos: 'Das ist kostenlos.', je: 'je nach Ihren Angaben',
  zahlung: {
    vor_absenden: 'Sie bezahlen online, bevor der Antrag abgesendet wird.', nach_absenden: 'Sie bezahlen, nachdem Sie den Antrag abgesendet haben.',
    mit_bescheid: 'Sie bezahlen erst nach der Entscheidung.',
  },
  von: 'von', bis: 'bis', dauer: 'Wie lange es dauert', fristen: 'Fristen', ablauf: 'So läuft es ab', recht: 'Rechtsgrundlagen', rechtsbehelf: 'Wenn Sie nicht einverstanden sind',
  rechtsbehelfText: {
    KLAGE: 'Gegen die Entscheidung können Sie Klage erheben. Wie und bis wann, steht im Bescheid.',
    WIDERSPRUCH: 'Gegen die Entscheidung können Sie Widerspruch einlegen. Wie und bis wann, steht im Bescheid.',
    EINSPRUCH: 'Gegen die Entscheidung können Sie Einspruch einlegen. Wie und bis wann, steht im Bescheid.',
    EINSPRUCH_AO: 'Gegen die Entscheidung können Sie Einspruch einlegen. Wie und bis wann, steht im Bescheid.',
  },
  weitere: 'Mehr dazu', datenschutz: 'Datenschutz', kanaele: 'Lieber persönlich oder am Telefon?', telefon: 'Telefon', persoenlich: 'Vorbeikommen', post: 'Per Post', email: 'E-Mail',
  b115: 'Behördennummer', termin: { moeglich: 'Sie können einen Termin vereinbaren.', noetig: 'Bitte vereinbaren Sie einen Termin.' },
  zustaendig: 'Zuständig', kurz: 'Auf einen Blick', anmeldung: 'Anmeldung',
  niveau: {
    niedrig: 'Ein Konto ist nicht nötig.', substantiell: 'Sie brauchen ein Konto, mit dem Sie sich ausgewiesen haben, zum Beispiel mit ELSTER.',
    hoch: 'Sie brauchen ein Konto und Ihren Online-Ausweis.',
  },
  schriftform: 'Unterschrift',
  schriftformText: {
    keine: 'Eine Unterschrift ist nicht nötig.', ozg_9a5: 'Das Online-Formular ersetzt die Unterschrift, wenn Sie mit Ihrem Konto angemeldet sind.',
    vwvfg_3a: 'Statt der Unterschrift brauchen Sie den Online-Ausweis.', papier: 'Wir brauchen den Antrag mit Ihrer Unterschrift auf Papier.',
  },
  andereStelle: 'Dafür ist nicht die Stadt zuständig', andereStelleText: (name: string) => `Zuständig ist: ${name}.`, zurSeite: 'Zur Seite der zuständigen Stelle',
  nichtAmtlich: 'Diese Übersetzung ist nicht amtlich', nichtAmtlichText: 'Rechtlich verbindlich ist der deutsche Text.',
  stand: 'Stand', version: 'Fassung', schluessel: 'Leistungsschlüssel',
}

export type Portaltexte = typeof de

const en: Portaltexte = {
  start: 'Home', leistungen: 'Services',
  startTitel: 'What would you like to do?', startText: 'Apply online, upload documents, follow the progress. Or read who is responsible.',
  suchfeld: 'Search in your own words', suchbeispiel: 'for example: parking permit',
  beliebt: 'Often needed', lebenslagen: 'By situation', alleLeistungen: 'All services from A to Z',
  hilfeTitel: 'Need help?', hilfeText: 'Call us or visit us. Everything you can do here online you can also do without a computer.',
  hilfeLink: 'Help and contact', anrufen: 'Call', schreiben: 'Send an e-mail',
  leistungenTitel: 'Services of the town', filterWort: 'Search for', filterLage: 'Situation', filterGruppe: 'For whom', alle: 'All', filtern: 'Show',
  treffer: (n) => (n === 1 ? '1 service' : `${n} services`),
  keineTitel: (q) => `We found nothing for “${q}”`, keineFilter: 'We found nothing',
  keineText: 'Please try another word. Or look here:',
  keineAnruf: 'Or ask us: dial 115, the number for all authorities, Monday to Friday from 8 am to 6 pm.', ohneFilter: 'Show all services',
  online: 'online', zielgruppe: { buerger: 'Residents', unternehmen: 'Businesses', verwaltung: 'Authorities' },
  beantragen: 'Apply online now', externBeantragen: (name) => `Go to the online service: ${name}`, externHinweis: 'You will leave this site.',
  geschlossen: 'Not available online at the moment', geschlossenBis: (bis) => `Probably until ${bis}.`, geschlossenOffen: 'We do not know yet how long this will take.',
  geschlossenWege: 'You can still use one of the ways under “Rather in person or by phone?”.',
  voraussetzungen: 'Requirements', unterlagen: 'What you need', kosten: 'What it costs', kostenlos: 'This is free of charge.', je: 'depends on your answers',
  zahlung: {
    vor_absenden: 'You pay online before the application is sent.', nach_absenden: 'You pay after you have sent the application.',
    mit_bescheid: 'You pay after the decision.',
  },
  von: 'from', bis: 'to', dauer: 'How long it takes', fristen: 'Deadlines', ablauf: 'How it works', recht: 'Legal basis', rechtsbehelf: 'If you do not agree',
  rechtsbehelfText: {
    KLAGE: 'You can take legal action against the decision. The decision says how and until when.', WIDERSPRUCH: 'You can file an objection. The decision says how and until when.',
    EINSPRUCH: 'You can file an objection. The decision says how and until when.', EINSPRUCH_AO: 'You can file an objection. The decision says how and until when.',
  },
  weitere: 'Read more', datenschutz: 'Data protection', kanaele: 'Rather in person or by phone?', telefon: 'Phone', persoenlich: 'Visit us', post: 'By post', email: 'E-mail',
  b115: 'Number for all authorities', termin: { moeglich: 'You can make an appointment.', noetig: 'Please make an appointment.' },
  zustaendig: 'Responsible', kurz: 'At a glance', anmeldung: 'Signing in',
  niveau: {
    niedrig: 'You do not need an account.', substantiell: 'You need an account with proof of identity, for example with ELSTER.',
    hoch: 'You need an account and your online ID card.',
  },
  schriftform: 'Signature',
  schriftformText: {
    keine: 'No signature needed.', ozg_9a5: 'The online form replaces the signature when you are signed in.',
    vwvfg_3a: 'Instead of a signature you need your online ID card.', papier: 'We need the application with your signature on paper.',
  },
  andereStelle: 'The town is not responsible for this', andereStelleText: (name) => `Responsible is: ${name}.`, zurSeite: 'Go to the responsible authority',
  nichtAmtlich: 'This translation is not official', nichtAmtlichText: 'Only the German text is legally binding.',
  stand: 'As of', version: 'Version', schluessel: 'Catalogue number',
}

export const portaltexte = (sprache: 'de' | 'en'): Portaltexte => (sprache === 'en' ? en : de)
