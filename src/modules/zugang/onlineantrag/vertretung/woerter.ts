import type { Sprache } from '../woerter.js'

/** Sentences about acting for somebody else and about the consent of others. German is binding, English says the same (A9-06). */
const DE = {
  titel: 'Für wen stellen Sie den Antrag?', ichStelle: 'Ich stelle den Antrag', selbst: 'für mich selbst', kind: 'für mein Kind. Ich habe das Sorgerecht.',
  vollmacht: 'für eine andere Person, die mich bevollmächtigt', nurWenn: 'Die folgenden Angaben brauchen wir nur, wenn Sie für jemand anderen handeln.',
  vornamen: 'Vornamen der Person', familienname: 'Familienname der Person', geburtsdatum: 'Geburtsdatum der Person',
  sorge: 'Bei einem Kind: Wer hat das Sorgerecht?', allein: 'Ich allein', gemeinsam: 'Ich gemeinsam mit dem anderen Elternteil',
  nachweis: 'Bei einer Vollmacht: Wie weisen Sie sie nach?', nachweisDatei: 'Ich lade die unterschriebene Vollmacht hoch', nachweisOnline: 'Die Person stimmt selbst online zu',
  datei: 'Vollmacht', dateiHinweis: 'Ein Foto genügt. Darin steht, wofür sie gilt. Wir prüfen sie, bevor wir entscheiden.', dateiTypen: 'PDF, JPG, PNG oder HEIC',
  dateiNochmal: 'Bitte wählen Sie die Datei noch einmal aus.', dateiDa: (name: string) => `Hochgeladen: ${name}. Eine neue Datei ersetzt sie.`,
  email: 'E-Mail-Adresse für die Zustimmung', emailHinweis: 'Des anderen Elternteils, oder der Person, die Sie bevollmächtigt. Sie bekommt einen Link und stimmt mit ihrem eigenen Konto zu.', speichern: 'Speichern',
  fehler: {
    art: 'Bitte wählen Sie, für wen Sie den Antrag stellen.', vornamen: 'Bitte geben Sie die Vornamen der Person an.', familienname: 'Bitte geben Sie den Familiennamen der Person an.', lang: 'Bitte geben Sie höchstens 200 Zeichen ein.',
    geburtsdatum: 'Bitte geben Sie das Geburtsdatum der Person an, zum Beispiel 17.5.2015.', volljaehrig: 'Die Person ist schon 18. Sie stellt den Antrag selbst oder bevollmächtigt Sie.', sorge: 'Bitte geben Sie an, wer das Sorgerecht hat.',
    nachweis: 'Bitte wählen Sie, wie Sie die Vollmacht nachweisen.', datei: 'Bitte laden Sie die unterschriebene Vollmacht hoch.', email: 'Bitte geben Sie die vollständige E-Mail-Adresse an, an die wir die Bitte um Zustimmung schicken.',
    fehlt: 'Diesen Antrag stellen Sie für jemand anderen. Bitte geben Sie an, für wen.',
  },
  fuerWen: 'Für wen Sie den Antrag stellen', fuerSich: 'Für sich selbst', ihrKind: 'Ihr Kind', bevollmaechtigt: 'bevollmächtigt Sie', mitDatei: (name: string) => `Vollmacht: ${name}`, aendern: 'Ändern', aendernWas: ': für wen Sie den Antrag stellen',
  wartet: 'Ihr Antrag wartet auf Zustimmung', istDa: 'Die Zustimmung ist da', abgelehnt: 'Die Zustimmung wurde abgelehnt', jetztAbsenden: 'Sie können den Antrag jetzt absenden.',
  abgelehntText: 'Der Antrag wurde nicht abgesendet. Sie können ihn ändern oder jemand anderen fragen.', gebeten: (wen: string) => `Wir haben ${wen} um Zustimmung gebeten`,
  moeglichBis: (bis: string) => `Die Zustimmung ist bis ${bis} möglich. Danach senden wir den Antrag von selbst ab. Sie müssen nichts weiter tun.`,
  absenden: 'Antrag verbindlich absenden', zurueckziehen: 'Zurückziehen und ändern', wiederOffen: 'Sie können den Antrag wieder ändern.',
  gebraucht: 'Ihre Zustimmung wird gebraucht', schonZugestimmt: 'Sie haben zugestimmt', schonAbgelehnt: 'Sie haben abgelehnt', nichtsWeiter: 'Sie müssen nichts weiter tun.', ausweisen: 'Bitte weisen Sie sich zuerst aus',
  werZustimmt: (niveau: string) => `Wir müssen sicher wissen, wer zustimmt. Nötig ist das Vertrauensniveau „${niveau}“.`, jemand: 'Jemand',
  bitteEltern: (von: string, antrag: string, fuer: string) => `${von} stellt den Antrag „${antrag}“ für ${fuer}. Sie sind als anderer Elternteil angegeben.`,
  bitteVertretene: (von: string, antrag: string, fuer: string) => `${von} stellt den Antrag „${antrag}“ für ${fuer} und gibt an, dass Sie das sind.`,
  folge: (name: string) => `Wenn Sie zustimmen, wird der Antrag abgesendet. Sie handeln als ${name}.`, zustimmen: 'Zustimmen', ablehnen: 'Ablehnen', danke: 'Danke, Sie haben zugestimmt.',
}
export type Vertretungsworte = typeof DE

const EN: Vertretungsworte = {
  titel: 'Who are you applying for?', ichStelle: 'I am applying', selbst: 'for myself', kind: 'for my child. I have custody.',
  vollmacht: 'for another person who has authorised me', nurWenn: 'We only need the following if you act for somebody else.',
  vornamen: 'First names of the person', familienname: 'Family name of the person', geburtsdatum: 'Date of birth of the person',
  sorge: 'For a child: who has custody?', allein: 'I alone', gemeinsam: 'I together with the other parent',
  nachweis: 'For an authorisation: how do you prove it?', nachweisDatei: 'I upload the signed authorisation', nachweisOnline: 'The person agrees online',
  datei: 'Authorisation', dateiHinweis: 'A photo is enough. It says what it is for. We check it before we decide.', dateiTypen: 'PDF, JPG, PNG or HEIC',
  dateiNochmal: 'Please choose the file again.', dateiDa: (name) => `Uploaded: ${name}. A new file replaces it.`,
  email: 'Email address for the consent', emailHinweis: 'Of the other parent, or of the person who authorises you. They get a link and agree with their own account.', speichern: 'Save',
  fehler: {
    art: 'Please choose who you are applying for.', vornamen: 'Please enter the first names of the person.', familienname: 'Please enter the family name of the person.', lang: 'Please enter no more than 200 characters.',
    geburtsdatum: 'Please enter the date of birth of the person, for example 17.5.2015.', volljaehrig: 'The person is already 18. They apply themselves or authorise you.', sorge: 'Please say who has custody.',
    nachweis: 'Please choose how you prove the authorisation.', datei: 'Please upload the signed authorisation.', email: 'Please enter the full email address to which we send the request for consent.',
    fehlt: 'This application is made for somebody else. Please say for whom.',
  },
  fuerWen: 'Who you are applying for', fuerSich: 'For yourself', ihrKind: 'your child', bevollmaechtigt: 'authorises you', mitDatei: (name) => `Authorisation: ${name}`, aendern: 'Change', aendernWas: ': who you are applying for',
  wartet: 'Your application is waiting for consent', istDa: 'The consent is there', abgelehnt: 'The consent was refused', jetztAbsenden: 'You can send the application now.',
  abgelehntText: 'The application was not sent. You can change it or ask somebody else.', gebeten: (wen) => `We have asked ${wen} for consent`,
  moeglichBis: (bis) => `Consent can be given until ${bis}. We then send the application by ourselves. You do not have to do anything else.`,
  absenden: 'Send the application', zurueckziehen: 'Take back and change', wiederOffen: 'You can change the application again.',
  gebraucht: 'Your consent is needed', schonZugestimmt: 'You have agreed', schonAbgelehnt: 'You have refused', nichtsWeiter: 'You do not have to do anything else.', ausweisen: 'Please prove who you are first',
  werZustimmt: (niveau) => `We have to know for certain who agrees. The level of assurance “${niveau}” is needed.`, jemand: 'Somebody',
  bitteEltern: (von, antrag, fuer) => `${von} makes the application “${antrag}” for ${fuer}. You are named as the other parent.`,
  bitteVertretene: (von, antrag, fuer) => `${von} makes the application “${antrag}” for ${fuer} and says that this is you.`,
  folge: (name) => `If you agree, the application is sent. You act as ${name}.`, zustimmen: 'Agree', ablehnen: 'Refuse', danke: 'Thank you, you have agreed.',
}

export const vertretungsworte = (sprache: Sprache): Vertretungsworte => (sprache === 'en' ? EN : DE)
