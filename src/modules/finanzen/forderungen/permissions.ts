import type { Recht } from '../../../platform/modul.js'

export const rechte: readonly Recht[] = [
  { name: 'kasse.lesen', satz: 'Forderungen, Zahlungen und die Klärungsliste der Stadtkasse sehen' },
  { name: 'kasse.buchen', satz: 'Zahlungen am Schalter und Überweisungen buchen, Rücklastschriften erfassen und Forderungen aufheben' },
  { name: 'erstattung.beantragen', satz: 'Erstattungen vorschlagen (erste Unterschrift)' },
  { name: 'erstattung.freigeben', satz: 'Erstattungen freigeben oder ablehnen (zweite Unterschrift)' },
  { name: 'kasse.einrichten', satz: 'Bankverbindung der Stadtkasse und Zugang zum Bezahldienst pflegen' },
]
