/** What happens after retention: A archivwürdig, B bewerten, V vernichten (xdomea). */
export type Aussonderungsart = 'A' | 'B' | 'V'

/** Years of retention after z.d.A. (0 allowed), or without end. */
export type Aufbewahrungsdauer = { readonly jahre: number } | { readonly unbefristet: true }

/** What the rules need to know of a unit of the file plan. */
export type Einheit = {
  readonly kennzeichen: string
  readonly bezeichnung: string
  readonly gueltigVon: Temporal.PlainDate
  /** Last day, included. */
  readonly gueltigBis?: Temporal.PlainDate
  readonly aktiv: boolean
  readonly stillgelegt: boolean
  readonly istBlatt: boolean
  readonly aufbewahrungsdauer?: Aufbewahrungsdauer
  readonly aussonderungsart?: Aussonderungsart
}

export type Hindernis = { readonly code: string, readonly meldung: string }

/** Is the unit valid on that day? Both ends belong to it. */
export function giltAm(einheit: Pick<Einheit, 'gueltigVon' | 'gueltigBis'>, tag: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(einheit.gueltigVon, tag) <= 0
    && (einheit.gueltigBis === undefined || Temporal.PlainDate.compare(tag, einheit.gueltigBis) <= 0)
}

/**
 * Why a unit cannot be activated (C1-07); empty means it can. Retention and Aussonderungsart are demanded of leaves
 * only: files lie nowhere else.
 */
export function aktivierungsHindernisse(einheit: Einheit): Hindernis[] {
  const found: Hindernis[] = []
  const add = (code: string, meldung: string): number => found.push({ code, meldung })
  if (einheit.kennzeichen.trim() === '') add('kennzeichenFehlt', 'Geben Sie ein Kennzeichen ein.')
  if (einheit.bezeichnung.trim() === '') add('bezeichnungFehlt', 'Geben Sie an, was die Einheit enthält.')
  if (einheit.stillgelegt) add('stillgelegt', 'Die Einheit ist stillgelegt. Legen Sie eine neue Einheit an.')
  if (einheit.gueltigBis && Temporal.PlainDate.compare(einheit.gueltigBis, einheit.gueltigVon) < 0) {
    add('gueltigkeit', 'Das Ende der Gültigkeit liegt vor ihrem Beginn. Prüfen Sie beide Tage.')
  }
  if (!einheit.istBlatt) return found
  const { aufbewahrungsdauer: dauer } = einheit
  if (!dauer) add('aufbewahrungFehlt', 'Geben Sie die Aufbewahrungsdauer an, oder wählen Sie „unbefristet“.')
  else if ('jahre' in dauer && (!Number.isSafeInteger(dauer.jahre) || dauer.jahre < 0)) {
    add('aufbewahrungUngueltig', 'Geben Sie die Aufbewahrungsdauer in ganzen Jahren an.')
  }
  if (!einheit.aussonderungsart) {
    add('aussonderungsartFehlt', 'Wählen Sie die Aussonderungsart: A (Archiv), B (bewerten) oder V (vernichten).')
  }
  return found
}

/** Why no new Akte can be created here on that day (C1-01); undefined means it can. */
export function neueAkteHindernis(einheit: Einheit, tag: Temporal.PlainDate): Hindernis | undefined {
  if (einheit.stillgelegt) {
    return { code: 'stillgelegt', meldung: 'Die Einheit ist stillgelegt. Wählen Sie die Nachfolge-Einheit.' }
  }
  if (!einheit.istBlatt) {
    return { code: 'keinBlatt', meldung: 'Wählen Sie eine Untereinheit. Akten liegen nur auf der untersten Ebene.' }
  }
  if (!einheit.aktiv) return { code: 'nichtAktiv', meldung: 'Die Einheit ist noch nicht freigegeben.' }
  if (!giltAm(einheit, tag)) return { code: 'nichtGueltig', meldung: 'Die Einheit ist an diesem Tag nicht gültig.' }
  return undefined
}
