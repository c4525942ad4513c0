/** Words of the pages about the own account. The workplace is German, the portal also English. */
const de = {
  konto: 'Mein Konto', start: 'Startseite', sicherheit: 'Anmeldung und Sicherheit',
  name: 'Name', kennung: 'Kennung', email: 'E-Mail-Adresse', keine: 'keine', aendern: 'Ändern', passwort: 'Passwort', geaendertAm: 'geändert am', nichtGesetzt: 'nicht gesetzt',
  passkeyText: 'Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht oder PIN Ihres Geräts an. Er ist sicherer als ein Passwort.',
  ihrePasskeys: 'Ihre Passkeys', keinPasskey: 'Sie haben noch keinen Passkey.', bezeichnung: 'Bezeichnung', hinzugefuegt: 'Hinzugefügt', zuletzt: 'Zuletzt benutzt', nochNie: 'noch nie', aktion: 'Aktion', entfernen: 'Entfernen',
  passkeyHinzufuegen: 'Passkey hinzufügen', woAngemeldet: 'Wo Sie angemeldet sind', ihreAnmeldungen: 'Ihre Anmeldungen', geraet: 'Gerät', unbekanntesGeraet: 'unbekanntes Gerät', angemeldetMit: 'Angemeldet mit', unbekannt: 'unbekannt',
  dieserBrowser: 'dieser Browser', beenden: 'Beenden', alleBeenden: 'Alle anderen beenden',
  fremdesGeraet: 'Kennen Sie ein Gerät nicht? Beenden Sie diese Anmeldung und ändern Sie Ihr Passwort.',
  passwortAendern: 'Passwort ändern', passwortIntro: 'Danach sind alle anderen Anmeldungen beendet. Nur dieser Browser bleibt angemeldet.', bisherigesPasswort: 'Bisheriges Passwort', neuesPasswort: 'Neues Passwort', speichern: 'Speichern',
  ohneScript: 'Dafür braucht Ihr Browser JavaScript. Ohne JavaScript melden Sie sich weiter mit Passwort an.', bezeichnungHilfe: 'Woran Sie das Gerät erkennen, zum Beispiel „Mein Handy“',
  ihrPasswort: 'Ihr Passwort', passwortHilfe: 'Damit niemand anderes an diesem Gerät einen Passkey hinzufügt', zurueck: 'Zurück',
  emailAendern: 'E-Mail-Adresse ändern', emailIntro: 'Wir schicken einen Code an die neue Adresse. Erst wenn Sie ihn eingegeben haben, gilt sie.', neueEmail: 'Neue E-Mail-Adresse', weiter: 'Weiter',
  bestaetigenTitel: 'Neue Adresse bestätigen', bestaetigenIntro: 'Der Code in der E-Mail an Ihre neue Adresse gilt eine Stunde.', code: 'Code aus der E-Mail', bestaetigen: 'Bestätigen',
  verfahren: { passwort: 'Passwort', totp: 'Passwort und Code', wiederherstellungscode: 'Passwort und Wiederherstellungscode', passkey: 'Passkey', nutzerkonto: 'Nutzerkonto' } as Readonly<Record<string, string>>,
  passwortFalsch: 'Dieses Passwort stimmt nicht. Bitte geben Sie Ihr jetziges Passwort ein.', adresseFehlt: 'Bitte geben Sie die neue Adresse an.',
  codeFalsch: 'Dieser Code stimmt nicht oder gilt nicht mehr. Bitte prüfen Sie ihn oder fordern Sie einen neuen an.',
  passwortGeaendert: 'Ihr Passwort ist geändert. Alle anderen Anmeldungen sind beendet.', andereBeendet: 'Alle anderen Anmeldungen sind beendet.', eineBeendet: 'Die Anmeldung ist beendet.',
  passkeyDa: 'Der Passkey ist hinzugefügt.', passkeyWeg: 'Der Passkey ist entfernt.', emailGilt: 'Ihre neue E-Mail-Adresse gilt ab sofort.',
}

const en: typeof de = {
  konto: 'My account', start: 'Home', sicherheit: 'Sign-in and security',
  name: 'Name', kennung: 'User name', email: 'E-mail address', keine: 'none', aendern: 'Change', passwort: 'Password', geaendertAm: 'changed on', nichtGesetzt: 'not set',
  passkeyText: 'With a passkey you sign in with the fingerprint, face or PIN of your device. It is safer than a password.',
  ihrePasskeys: 'Your passkeys', keinPasskey: 'You do not have a passkey yet.', bezeichnung: 'Name', hinzugefuegt: 'Added', zuletzt: 'Last used', nochNie: 'never', aktion: 'Action', entfernen: 'Remove',
  passkeyHinzufuegen: 'Add a passkey', woAngemeldet: 'Where you are signed in', ihreAnmeldungen: 'Your sessions', geraet: 'Device', unbekanntesGeraet: 'unknown device', angemeldetMit: 'Signed in with', unbekannt: 'unknown',
  dieserBrowser: 'this browser', beenden: 'End', alleBeenden: 'End all others',
  fremdesGeraet: 'Is there a device that you do not know? End its session and change your password.',
  passwortAendern: 'Change password', passwortIntro: 'All other sessions will end. Only this browser stays signed in.', bisherigesPasswort: 'Current password', neuesPasswort: 'New password', speichern: 'Save',
  ohneScript: 'Your browser needs JavaScript for this. Without JavaScript you keep signing in with your password.', bezeichnungHilfe: 'How you know the device, for example “My phone”',
  ihrPasswort: 'Your password', passwortHilfe: 'So that nobody else adds a passkey on this device', zurueck: 'Back',
  emailAendern: 'Change e-mail address', emailIntro: 'We send a code to the new address. It counts once you have entered the code.', neueEmail: 'New e-mail address', weiter: 'Continue',
  bestaetigenTitel: 'Confirm the new address', bestaetigenIntro: 'The code in the e-mail to your new address is valid for one hour.', code: 'Code from the e-mail', bestaetigen: 'Confirm',
  verfahren: { passwort: 'Password', totp: 'Password and code', wiederherstellungscode: 'Password and recovery code', passkey: 'Passkey', nutzerkonto: 'Account elsewhere' },
  passwortFalsch: 'This password is not right. Please enter your current password.', adresseFehlt: 'Please enter the new address.',
  codeFalsch: 'This code is not right or no longer valid. Please check it or ask for a new one.',
  passwortGeaendert: 'Your password has been changed. All other sessions have ended.', andereBeendet: 'All other sessions have ended.', eineBeendet: 'The session has ended.',
  passkeyDa: 'The passkey has been added.', passkeyWeg: 'The passkey has been removed.', emailGilt: 'Your new e-mail address counts from now on.',
}

export type Sicherheitstexte = typeof de

export const sicherheitstexte = (sprache: 'de' | 'en'): Sicherheitstexte => (sprache === 'en' ? en : de)
