import { parseEuro } from '../../../../platform/money/index.js'

/** The Projektstammblatt (H2-03). `noetig` before it goes to a gate; `betrag` is an amount in euro, `vzae` full-time equivalents. */
export const STAMMBLATT = {
  anlass: { titel: 'Anlass und heutiges Problem', noetig: true },
  ziel: { titel: 'Ziel und Bezug zur Strategie', noetig: true },
  nutzen: { titel: 'Nutzen für Bürgerinnen, Bürger und Verwaltung', noetig: true },
  umfang: { titel: 'Umfang und Abgrenzung' },
  betroffen: { titel: 'Betroffene Prozesse, Leistungen und Fachverfahren' },
  vorhandenes: { titel: 'Kann ein vorhandenes Fachverfahren das leisten?', hinweis: 'Vorhandene Fachverfahren haben Vorrang. Was wurde geprüft, mit welchem Ergebnis?', noetig: true },
  rechtsgrundlage: { titel: 'Rechtsgrundlage oder Frist' },
  einmalig: { titel: 'Einmaliger Aufwand', art: 'betrag' },
  laufend: { titel: 'Laufender Aufwand im Jahr', art: 'betrag' },
  vzae: { titel: 'Personalbedarf in Vollzeitstellen', art: 'vzae' },
  abhaengigkeiten: { titel: 'Abhängigkeiten' },
  risiken: { titel: 'Risiken' },
  pruefung: { titel: 'Datenschutz, IT-Sicherheit und Barrierefreiheit' },
  prioritaet: { titel: 'Vorschlag Priorität', art: 'prioritaet' },
  verantwortlich: { titel: 'Verantwortlich' },
} as const satisfies Record<string, { titel: string; noetig?: boolean; hinweis?: string; art?: 'betrag' | 'vzae' | 'prioritaet' }>
/** How long a text may be, in characters: two of them become one text of the Steckbrief, which holds 20,000. */
const TEXT_MAX = 9000
/** As long as the Steckbrief lets it be. */
const VERANTWORTLICH_MAX = 200
export const laengeVon = (feld: keyof typeof STAMMBLATT): number => (feld === 'verantwortlich' ? VERANTWORTLICH_MAX : TEXT_MAX)

export type Stammblattfeld = keyof typeof STAMMBLATT
export const STAMMBLATTFELDER = Object.keys(STAMMBLATT) as Stammblattfeld[]

export const STELLEN = { personalrat: 'Personalrat', gleichstellung: 'Gleichstellungsbeauftragte', schwerbehindertenvertretung: 'Schwerbehindertenvertretung', datenschutz: 'Datenschutzbeauftragte' } as const
export type Stelle = keyof typeof STELLEN

/** Is it a day of the calendar, written 2027-02-28? */
export const istTag = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text) && Number(text.slice(8)) >= 1 && Number(text.slice(8)) <= Temporal.PlainYearMonth.from(text.slice(0, 7)).daysInMonth

/** All complaints at once. */
export function pruefeStammblatt(felder: Readonly<Record<string, string>>): { feld: string; text: string }[] {
  return STAMMBLATTFELDER.flatMap((feld) => {
    const [angabe, text] = [STAMMBLATT[feld] as { titel: string; noetig?: boolean; art?: string }, felder[feld] ?? '']
    if (text === '') return angabe.noetig ? [{ feld, text: `Bitte füllen Sie „${angabe.titel}“ aus.` }] : []
    if (angabe.art === 'betrag') { const betrag = parseEuro(text); return !betrag.ok ? [{ feld, text: betrag.message }] : betrag.value < 0n ? [{ feld, text: 'Bitte geben Sie einen Betrag ab 0 ein.' }] : [] }
    if (angabe.art === 'vzae') return /^\d{1,3}(,\d{1,2})?$/.test(text) ? [] : [{ feld, text: 'Bitte geben Sie Stellen mit höchstens zwei Nachkommastellen ein, zum Beispiel 0,50.' }]
    if (angabe.art === 'prioritaet') return ['hoch', 'mittel', 'niedrig'].includes(text) ? [] : [{ feld, text: 'Bitte wählen Sie eine Priorität.' }]
    return text.length > laengeVon(feld) ? [{ feld, text: `Bitte kürzen Sie „${angabe.titel}“ auf ${laengeVon(feld)} Zeichen.` }] : []
  })
}

/** What the decision of a gate must say: a reason where it is no, conditions where it is yes but, a day where it comes again. */
export function pruefeEntscheidung({ ergebnis, auflagen, grund, wiedervorlageAm }: { ergebnis: string; auflagen: string; grund: string; wiedervorlageAm: string }, heute: string): { feld: string; text: string }[] {
  return [
    ...(ergebnis === 'auflagen' && auflagen === '' ? [{ feld: 'auflagen', text: 'Bitte nennen Sie die Auflagen.' }] : []),
    ...(['zurueckstellen', 'ablehnen', 'ueberarbeiten'].includes(ergebnis) && grund === '' ? [{ feld: 'grund', text: 'Bitte nennen Sie den Grund. Wer die Idee gemeldet hat, bekommt ihn mitgeteilt.' }] : []),
    ...(ergebnis === 'zurueckstellen' && !(istTag(wiedervorlageAm) && wiedervorlageAm > heute) ? [{ feld: 'wiedervorlageAm', text: 'Bitte geben Sie einen Tag nach heute an, an dem das Thema wieder vorgelegt wird.' }] : []),
  ]
}
