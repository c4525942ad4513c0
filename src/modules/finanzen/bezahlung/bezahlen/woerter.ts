/** The sentences around an online payment. B1 level: short, and they say what happens. */
const DE = {
  start: 'Startseite', gebuehr: 'Gebühr', onlineBezahlen: 'Online bezahlen', weiterTitel: 'Weiter zum Bezahldienst', jetzt: 'Jetzt beim Bezahldienst bezahlen', wofuer: 'Wofür', betrag: 'Betrag', kassenzeichen: 'Kassenzeichen', stand: 'Stand',
  verlassen: 'Sie verlassen jetzt die Seiten der Stadt', verlassenText: 'Der Bezahldienst nimmt die Zahlung an und bringt Sie danach hierher zurück. Die Stadt erfährt weder Ihre Kartennummer noch Ihre Bankzugangsdaten.',
  schonBezahlt: 'Sie haben schon bezahlt?', dannAbsenden: 'Sobald die Bestätigung da ist, senden wir Ihren Antrag ab.', pruefen: 'Stand jetzt prüfen', abbrechen: 'Zahlung abbrechen', nochmal: 'Noch einmal versuchen', ansehen: 'Gebühr ansehen',
  begonnen: 'Sie haben eine Zahlung begonnen', zahlungAnsehen: 'Zahlung ansehen', wege: 'Zum Beispiel mit Karte oder Lastschrift. Das Geld ist sofort gebucht.',
  sitzungEnde: 'Ihre Sitzung ist beendet. Eine Zahlung geht dadurch nicht verloren: Wir fragen beim Bezahldienst nach.', nichtErreichbar: 'Der Bezahldienst ist gerade nicht erreichbar. Bitte versuchen Sie es später noch einmal.',
  angekommen: 'Vielen Dank, Ihre Zahlung ist angekommen.', restFehlt: 'Ihre Zahlung ist angekommen, es fehlt aber noch ein Rest.',
}

export type Woerter = typeof DE

const EN: Woerter = {
  start: 'Home', gebuehr: 'Fee', onlineBezahlen: 'Pay online', weiterTitel: 'Continue to the payment service', jetzt: 'Pay now with the payment service', wofuer: 'What for', betrag: 'Amount', kassenzeichen: 'Payment reference', stand: 'Status',
  verlassen: 'You are leaving the pages of the town', verlassenText: 'The payment service takes the payment and then brings you back here. The town learns neither your card number nor your bank login.',
  schonBezahlt: 'Have you already paid?', dannAbsenden: 'As soon as the confirmation is there, we send your application.', pruefen: 'Check status now', abbrechen: 'Cancel payment', nochmal: 'Try again', ansehen: 'See the fee',
  begonnen: 'You have started a payment', zahlungAnsehen: 'See the payment', wege: 'For example by card or direct debit. The money is booked at once.',
  sitzungEnde: 'Your session has ended. A payment is not lost by that: we ask the payment service.', nichtErreichbar: 'The payment service cannot be reached right now. Please try again later.',
  angekommen: 'Thank you, your payment has arrived.', restFehlt: 'Your payment has arrived, but a part is still missing.',
}

export const woerter = (sprache: 'de' | 'en'): Woerter => (sprache === 'en' ? EN : DE)
