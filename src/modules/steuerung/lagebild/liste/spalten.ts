import type { SheetColumn } from '../../../../platform/spreadsheet/index.js'
import { monatKennung } from '../../berichte/index.js'
import { RISIKOSTATUS } from '../../planung/index.js'
import { waehle, waehleBerichte, type Bericht, type Entscheidung, type Geld, type Meilenstein, type Merkmale, type Person, type Risiko, type Vorhaben } from '../domain/zeilen.js'
import { FRISTWORT, lastwort, lichtwort, statuswort } from '../worte.js'
import type { Listenansicht } from './query.js'

/** What the rows of a list are, chosen by the part that the address names: pages and files show exactly these. */
export interface Listenzeilen {
  readonly vorhaben: Vorhaben; readonly berichte: Bericht; readonly meilensteine: Meilenstein; readonly entscheidungen: Entscheidung
  readonly risiken: Risiko; readonly geld: Geld; readonly personen: Person
}

export const gewaehlt = {
  vorhaben: ({ lage, ausschnitt }: Listenansicht) => waehle.vorhaben(lage.vorhaben, ausschnitt),
  berichte: ({ lage, ausschnitt }: Listenansicht) => waehleBerichte(lage.reihen, lage.monate, ausschnitt),
  meilensteine: ({ lage, ausschnitt }: Listenansicht) => waehle.meilensteine(lage.meilensteine, ausschnitt),
  entscheidungen: ({ lage, ausschnitt }: Listenansicht) => waehle.entscheidungen(lage.entscheidungen, ausschnitt),
  risiken: ({ lage, ausschnitt }: Listenansicht) => waehle.risiken(lage.risiken, ausschnitt),
  geld: ({ lage, ausschnitt }: Listenansicht) => waehle.geld(lage.geld, ausschnitt),
  personen: ({ lage, ausschnitt }: Listenansicht) => waehle.personen(lage.personen, ausschnitt),
}

const merkmale = ({ lage }: Listenansicht): readonly SheetColumn<Merkmale>[] => [
  { titel: 'Handlungsfeld', wert: ({ feld }) => feld, breit: true },
  { titel: 'Einheit', wert: ({ einheitId }) => { const einheit = lage.einheiten.find(({ id }) => id === einheitId); return einheit ? `${einheit.kuerzel} ${einheit.name}` : null } },
  { titel: 'Priorität', wert: ({ prioritaet }) => prioritaet }, { titel: 'Status', wert: ({ status }) => statuswort(status) },
]

/** The columns of the files; numbers and days are such, everything else is text. */
export const ausfuhr: { readonly [L in keyof Listenzeilen]: (ansicht: Listenansicht) => readonly SheetColumn<Listenzeilen[L]>[] } = {
  vorhaben: (ansicht) => [
    { titel: 'Technische Kennung', wert: ({ id }) => id }, { titel: 'Vorhaben', wert: ({ name }) => name, breit: true }, ...merkmale(ansicht),
    { titel: 'Geplantes Ende', wert: ({ ende }) => ende }, { titel: 'Überfällig', wert: ({ spaet }) => (spaet ? 'ja' : null) },
    { titel: 'Ampel', wert: ({ licht }) => (licht ? lichtwort(licht) : 'nicht gefragt') }, { titel: 'Neu auf Rot', wert: ({ neurot }) => (neurot ? 'ja' : null) },
    { titel: 'Verantwortlich', wert: ({ verantwortlich }) => verantwortlich },
  ],
  berichte: (ansicht) => [
    { titel: 'Technische Kennung', wert: ({ reihe }) => reihe.objektId }, { titel: 'Vorhaben', wert: ({ reihe }) => reihe.name, breit: true },
    ...merkmale(ansicht).map(({ wert, ...spalte }) => ({ ...spalte, wert: ({ reihe }: Bericht) => wert(reihe) })),
    { titel: 'Monat', wert: ({ zeitraum }) => monatKennung(zeitraum.monat) }, { titel: 'Fällig am', wert: ({ zeitraum }) => zeitraum.faelligAm },
    { titel: 'Ampel', wert: ({ licht }) => lichtwort(licht) }, { titel: 'Verantwortlich', wert: ({ reihe }) => reihe.verantwortlich },
  ],
  meilensteine: (ansicht) => [
    { titel: 'Technische Kennung', wert: ({ id }) => id }, { titel: 'Meilenstein', wert: ({ name }) => name, breit: true },
    { titel: 'Vorhaben', wert: ({ vorhaben }) => vorhaben, breit: true }, ...merkmale(ansicht), { titel: 'Termin', wert: ({ termin }) => termin },
    { titel: 'Tage überfällig', wert: ({ tage }) => (tage < 0 ? -tage : null) },
  ],
  entscheidungen: () => [
    { titel: 'Plan', wert: ({ plan }) => plan, breit: true }, { titel: 'Nummer', wert: ({ nummer }) => nummer },
    { titel: 'Sachverhalt', wert: ({ sachverhalt }) => sachverhalt, breit: true }, { titel: 'Empfehlung', wert: ({ empfehlung }) => empfehlung, breit: true },
    { titel: 'Gremium', wert: ({ gremium }) => gremium }, { titel: 'Gebraucht bis', wert: ({ benoetigtBis }) => benoetigtBis }, { titel: 'Dringlichkeit', wert: ({ frist }) => FRISTWORT[frist] },
  ],
  risiken: ({ namen }) => [
    { titel: 'Plan', wert: ({ plan }) => plan, breit: true }, { titel: 'Nummer', wert: ({ nummer }) => nummer },
    { titel: 'Risiko', wert: ({ beschreibung }) => beschreibung, breit: true }, { titel: 'Maßnahme', wert: ({ massnahme }) => massnahme, breit: true },
    { titel: 'Punkte', wert: ({ punkte }) => punkte }, { titel: 'Stufe', wert: ({ stufe }) => stufe }, { titel: 'Status', wert: ({ status }) => risikowort(status) },
    { titel: 'Verantwortlich', wert: ({ eignerId }) => (eignerId ? namen.get(eignerId) ?? null : null) }, { titel: 'Fällig am', wert: ({ faellig }) => faellig },
  ],
  geld: (ansicht) => [
    { titel: 'Zeile', wert: ({ zeileId }) => zeileId }, { titel: 'Bezeichnung', wert: ({ bezeichnung }) => bezeichnung, breit: true },
    { titel: 'Vorhaben', wert: ({ vorhaben }) => vorhaben ?? 'übergreifend', breit: true }, ...merkmale(ansicht), { titel: 'Produkt', wert: ({ produkt }) => produkt },
    { titel: 'Sachkonto', wert: ({ sachkonto }) => sachkonto }, { titel: 'Jahr', wert: ({ jahr }) => jahr }, { titel: 'Plan mit Nachtrag', wert: ({ sollCent }) => sollCent },
    { titel: 'Ist', wert: ({ istCent }) => istCent }, { titel: 'Prognose', wert: ({ erwartetCent }) => erwartetCent }, { titel: 'Abweichung', wert: ({ abweichungCent }) => abweichungCent },
  ],
  personen: ({ namen }) => [
    { titel: 'Person', wert: ({ kontoId }) => namen.get(kontoId) ?? 'Unbekannt', breit: true }, { titel: 'Monat', wert: ({ monat }) => monatKennung(monat) },
    { titel: 'Höchste Last in Prozent', wert: ({ prozent }) => prozent }, { titel: 'Vereinbart in Prozent', wert: ({ grenze }) => grenze }, { titel: 'Stand', wert: ({ last }) => lastwort(last) },
  ],
}

export const risikowort = (status: string): string => (Object.hasOwn(RISIKOSTATUS, status) ? RISIKOSTATUS[status as keyof typeof RISIKOSTATUS] : status)
