/** Why a person of the treasury has to look. Nothing of it closes by itself (A6-09). */
export const KLAERUNGEN = {
  betragAbweichend: { wort: 'Anderer Betrag', tun: 'Es kam ein anderer Betrag an als verlangt. Bitte klären Sie, ob der Rest gefordert oder zurückgezahlt wird.' },
  zuVielBezahlt: { wort: 'Zu viel bezahlt', tun: 'Es ist mehr angekommen als gefordert. Bitte schlagen Sie eine Erstattung vor.' },
  spaetBezahlt: { wort: 'Nach Abbruch bezahlt', tun: 'Die Zahlung galt als abgebrochen und kam dann doch an. Sie ist gebucht. Bitte prüfen Sie, ob sie noch gebraucht wird.' },
  widerspruch: { wort: 'Bezahldienst widerspricht sich', tun: 'Der Bezahldienst meldete erst „bezahlt“ und dann etwas anderes. Die Buchung bleibt. Bitte fragen Sie dort nach.' },
  fehltBeimAnbieter: { wort: 'Fehlt beim Bezahldienst', tun: 'Die Buchung steht bei uns, aber der Bezahldienst kennt keine bezahlte Zahlung dazu. Bitte fragen Sie dort nach.' },
  fehltImHauptbuch: { wort: 'Fehlt in der Kasse', tun: 'Der Bezahldienst meldet eine Zahlung, die bei uns nicht gebucht werden konnte. Bitte prüfen und buchen Sie sie.' },
  bezahltNichtEingereicht: { wort: 'Bezahlt, Antrag nicht abgesendet', tun: 'Die Gebühr ist bezahlt, der Antrag konnte aber nicht abgesendet werden. Bitte sprechen Sie mit der Person, oder erstatten Sie die Gebühr.' },
  nichtZugeordnet: { wort: 'Zahlung ohne Forderung', tun: 'Auf dem Konto ist Geld angekommen, das zu keiner Forderung passt. Bitte suchen Sie die Forderung und buchen Sie die Zahlung dort, oder zahlen Sie das Geld zurück.' },
  aufteilungUnklar: { wort: 'Eine Zahlung für mehrere Forderungen', tun: 'Bitte klären Sie, wie der Betrag aufzuteilen ist, und buchen Sie die Teile bei den Forderungen.' },
  rueckbuchungUnklar: { wort: 'Rückgabe ohne Zahlung', tun: 'Die Bank hat Geld zurückgeholt. Bitte suchen Sie die Zahlung und erfassen Sie die Rücklastschrift bei der Forderung.' },
} as const satisfies Record<string, { wort: string; tun: string }>

export type KlaerungArt = keyof typeof KLAERUNGEN
