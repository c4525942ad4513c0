import type { Zahlweg } from './db/tables.js'

/** Ways of paying in words. */
export const WEGE: Readonly<Record<Zahlweg, string>> = { online: 'Online-Bezahlung', ueberweisung: 'Überweisung', bar: 'Bar am Schalter', ec: 'Karte am Schalter' }

const DE = {
  bezahlen: (was: string) => `Bezahlen: ${was}`, gebuehr: 'Gebühr', gebuehrFuer: (was: string) => `Gebühr: ${was}`, start: 'Startseite', antrag: 'Antrag', zahlenBis: 'Bitte zahlen Sie bis', kassenzeichen: 'Kassenzeichen',
  schalter: 'Am Schalter bezahlen', schalterText: 'Sie können bar oder mit Karte bezahlen. Bitte nennen Sie das Kassenzeichen.', zusammensetzung: 'So setzt sich die Gebühr zusammen',
  ueberweisen: 'Überweisen', ueberweisenText: 'Bitte übernehmen Sie den Verwendungszweck genau so. Dann kommt das Geld richtig an.', empfaenger: 'Empfänger', ibanKopieren: 'IBAN kopieren', betrag: 'Betrag',
  zweck: 'Verwendungszweck', zweckKopieren: 'Verwendungszweck kopieren', qr: 'GiroCode für Ihre Banking-App zeigen',
  qrText: 'Öffnen Sie Ihre Banking-App und wählen Sie „QR-Code“ oder „Foto-Überweisung“. Prüfen Sie die Angaben, bevor Sie freigeben.',
  qrBild: (zweck: string) => `GiroCode mit den Angaben von oben: Empfänger, IBAN, Betrag und Verwendungszweck ${zweck}`,
  gebucht: 'Was bisher gebucht ist', buchungen: 'Buchungen', tag: 'Tag', was: 'Was', wege: WEGE,
  nochOffen: 'Die Gebühr ist noch offen', gebuehrIst: (wort: string) => `Gebühr: ${wort}`, jetztBezahlen: 'Jetzt bezahlen', ansehen: 'Gebühr ansehen', zuZahlenBis: (tag: string) => `zu zahlen bis ${tag}`,
  offene: 'Offene Gebühren', mitZahlung: 'Der Antrag wird mit der Zahlung abgesendet.', zumVorgang: 'Zum Vorgang',
  wofuer: 'Wofür', warum: 'Warum dieser Betrag', zusammen: 'Zusammen', grundlage: (norm: string, tag: string) => `Rechtsgrundlage: ${norm}. Es gelten die Beträge vom ${tag}.`, tarifstelle: 'Tarifstelle',
}

const EN: typeof DE = {
  bezahlen: (was) => `Pay: ${was}`, gebuehr: 'Fee', gebuehrFuer: (was) => `Fee: ${was}`, start: 'Home', antrag: 'Application', zahlenBis: 'Please pay by', kassenzeichen: 'Payment reference',
  schalter: 'Pay at the counter', schalterText: 'You can pay in cash or by card. Please give the payment reference.', zusammensetzung: 'How the fee is made up',
  ueberweisen: 'Bank transfer', ueberweisenText: 'Please use the purpose exactly as it is written here, so that the money arrives in the right place.', empfaenger: 'Recipient', ibanKopieren: 'Copy IBAN', betrag: 'Amount',
  zweck: 'Purpose', zweckKopieren: 'Copy purpose', qr: 'Show GiroCode for your banking app',
  qrText: 'Open your banking app and choose “QR code” or “photo transfer”. Check the details before you confirm.',
  qrBild: (zweck) => `GiroCode with the details above: recipient, IBAN, amount and purpose ${zweck}`,
  gebucht: 'What has been booked so far', buchungen: 'Bookings', tag: 'Day', was: 'What', wege: { online: 'online payment', ueberweisung: 'bank transfer', bar: 'cash at the counter', ec: 'card at the counter' },
  nochOffen: 'The fee is not paid yet', gebuehrIst: (wort) => `Fee: ${wort}`, jetztBezahlen: 'Pay now', ansehen: 'See the fee', zuZahlenBis: (tag) => `to be paid by ${tag}`,
  offene: 'Fees to pay', mitZahlung: 'The application is sent with the payment.', zumVorgang: 'Open your case',
  wofuer: 'What for', warum: 'Why this amount', zusammen: 'In total', grundlage: (norm, tag) => `Legal basis: ${norm}. The amounts are those of ${tag}.`, tarifstelle: 'tariff item',
}

/** What the person who pays reads, in the language of the portal. */
export const woerter = (sprache: 'de' | 'en'): typeof DE => (sprache === 'en' ? EN : DE)

/** Marks German words within an English page for screen readers (A9-07). */
export const deutsch = (sprache: 'de' | 'en'): { lang?: 'de' } => (sprache === 'en' ? { lang: 'de' } : {})
