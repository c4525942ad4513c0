import type { Feldfehler } from '../../../../platform/errors.js'

/** What a unit can say, with the words and the colour in which others read it. */
export const VOTEN = {
  zustimmend: { text: 'Zustimmung', frage: 'Wir stimmen zu', ton: 'success' },
  auflagen: { text: 'Zustimmung mit Auflagen', frage: 'Wir stimmen zu, aber nur mit Auflagen', ton: 'warning' },
  ablehnend: { text: 'Ablehnung', frage: 'Wir lehnen ab', ton: 'danger' },
  keine_bedenken: { text: 'Keine Bedenken', frage: 'Wir sind nicht betroffen oder haben keine Bedenken', ton: 'info' },
} as const satisfies Record<string, { text: string; frage: string; ton: 'success' | 'warning' | 'danger' | 'info' }>

export type Votum = keyof typeof VOTEN

export const istVotum = (wert: string): wert is Votum => Object.hasOwn(VOTEN, wert)

export const LAENGSTER_TEXT = 10_000

/** What a statement still lacks: who refuses says why, who sets conditions says which. */
export function stellungnahmeFehler({ votum, text, auflagen }: { readonly votum: string; readonly text: string; readonly auflagen: string }): Feldfehler[] {
  const zuLang = (feld: string, inhalt: string) => (inhalt.length > LAENGSTER_TEXT
    ? [{ feld, text: 'Das ist zu lang. Bitte schreiben Sie höchstens 10.000 Zeichen oder fügen Sie ein Dokument an.' }] : [])
  return [
    ...(istVotum(votum) ? [] : [{ feld: 'votum', text: 'Bitte wählen Sie aus, wie Ihre Stelle sich äußert.' }]),
    ...(votum === 'auflagen' && auflagen === '' ? [{ feld: 'auflagen', text: 'Bitte schreiben Sie die Auflagen. Sie werden in den Bescheid übernommen.' }] : []),
    ...(votum === 'ablehnend' && text === '' ? [{ feld: 'text', text: 'Bitte schreiben Sie, warum Ihre Stelle ablehnt.' }] : []),
    ...(votum !== 'auflagen' && auflagen !== '' && istVotum(votum)
      ? [{ feld: 'votum', text: 'Sie haben Auflagen geschrieben. Wählen Sie dazu „nur mit Auflagen“, oder löschen Sie die Auflagen.' }] : []),
    ...zuLang('text', text), ...zuLang('auflagen', auflagen),
  ]
}
