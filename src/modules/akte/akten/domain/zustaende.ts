/**
 * The life of Akte and Vorgang as one table: buttons, guards and documentation read the same rows. A transition is
 * named by its verb; what is not in the table is refused.
 */
export type AkteStatus =
  | 'OFFEN' | 'ZDA' | 'WIEDER_OFFEN' | 'AUSSONDERUNGSREIF' | 'ANGEBOTEN' | 'BEWERTET_A' | 'BEWERTET_V' | 'UEBERGEBEN'
  | 'UEBERNAHME_BESTAETIGT' | 'GELOESCHT'
export type VorgangStatus = 'OFFEN' | 'ZDA' | 'WIEDER_OFFEN' | 'GELOESCHT'

export type Uebergaenge<S extends string> = Readonly<Record<S, Readonly<Record<string, S>>>>

/**
 * BEWERTET is two states, because only V may be destroyed without a hand-over (C5-09). In the two-step procedure the
 * file plan was evaluated beforehand, so a file is evaluated without an offer. GELOESCHT leaves a stub and has no way
 * back.
 */
export const AKTE_UEBERGAENGE = {
  OFFEN: { zdaVerfuegen: 'ZDA' },
  ZDA: { wiederOeffnen: 'WIEDER_OFFEN', aussonderungsreifMelden: 'AUSSONDERUNGSREIF' },
  WIEDER_OFFEN: { zdaVerfuegen: 'ZDA' },
  AUSSONDERUNGSREIF: {
    anbieten: 'ANGEBOTEN', alsArchivwuerdigBewerten: 'BEWERTET_A', zurVernichtungBewerten: 'BEWERTET_V',
    wiederOeffnen: 'WIEDER_OFFEN',
  },
  ANGEBOTEN: {
    alsArchivwuerdigBewerten: 'BEWERTET_A', zurVernichtungBewerten: 'BEWERTET_V', wiederOeffnen: 'WIEDER_OFFEN',
  },
  BEWERTET_A: { uebergeben: 'UEBERGEBEN' },
  BEWERTET_V: { loeschen: 'GELOESCHT' },
  UEBERGEBEN: { uebernahmeBestaetigen: 'UEBERNAHME_BESTAETIGT', uebernahmeAblehnen: 'BEWERTET_A' },
  UEBERNAHME_BESTAETIGT: { loeschen: 'GELOESCHT' },
  GELOESCHT: {},
} as const satisfies Uebergaenge<AkteStatus>

/** A Vorgang follows its Akte into Aussonderung; of its own it has only open, z.d.A. and gone. */
export const VORGANG_UEBERGAENGE = {
  OFFEN: { zdaVerfuegen: 'ZDA' },
  ZDA: { wiederOeffnen: 'WIEDER_OFFEN', loeschen: 'GELOESCHT' },
  WIEDER_OFFEN: { zdaVerfuegen: 'ZDA' },
  GELOESCHT: {},
} as const satisfies Uebergaenge<VorgangStatus>

type Verben<T> = T extends unknown ? keyof T & string : never
export type AkteVerb = Verben<(typeof AKTE_UEBERGAENGE)[AkteStatus]>
export type VorgangVerb = Verben<(typeof VORGANG_UEBERGAENGE)[VorgangStatus]>

/** Flags that lie across the states (Z4). LOESCHSPERRE stops Aussonderung and deletion (C5-04). */
export type AkteMerkmal = 'LOESCHSPERRE' | 'EINSCHRAENKUNG_ART18' | 'ABGEGEBEN'

const VON_SPERRE_BETROFFEN: ReadonlySet<string> = new Set<AkteVerb>([
  'aussonderungsreifMelden', 'anbieten', 'alsArchivwuerdigBewerten', 'zurVernichtungBewerten', 'uebergeben', 'loeschen',
])

export type Uebergang<S extends string> =
  | { readonly art: 'ERLAUBT', readonly nach: S }
  /** The state that the verb leads to is already reached: a repeated command changes nothing. */
  | { readonly art: 'SCHON_GESCHEHEN' }
  | { readonly art: 'VERBOTEN', readonly grund: string }

function uebergang<S extends string>(tabelle: Uebergaenge<S>, von: S, verb: string): Uebergang<S> {
  const zeile: Readonly<Record<string, S>> = tabelle[von]
  const nach = Object.hasOwn(zeile, verb) ? zeile[verb] : undefined
  if (nach !== undefined) return { art: 'ERLAUBT', nach }
  const ziele = Object.values<Readonly<Record<string, S>>>(tabelle).map((andere) => andere[verb])
  if (ziele.includes(von)) return { art: 'SCHON_GESCHEHEN' }
  return { art: 'VERBOTEN', grund: `Das geht im Zustand ${von} nicht.` }
}

/** What a verb does to an Akte in that state with those flags. */
export function akteUebergang(
  von: AkteStatus, verb: AkteVerb, merkmale: readonly AkteMerkmal[] = [],
): Uebergang<AkteStatus> {
  const result = uebergang<AkteStatus>(AKTE_UEBERGAENGE, von, verb)
  if (result.art === 'ERLAUBT' && VON_SPERRE_BETROFFEN.has(verb) && merkmale.includes('LOESCHSPERRE')) {
    return { art: 'VERBOTEN', grund: 'Für die Akte gilt eine Löschsperre. Heben Sie zuerst die Sperre auf.' }
  }
  return result
}

/** What a verb does to a Vorgang in that state. */
export function vorgangUebergang(von: VorgangStatus, verb: VorgangVerb): Uebergang<VorgangStatus> {
  return uebergang<VorgangStatus>(VORGANG_UEBERGAENGE, von, verb)
}

/** The verbs that a page may offer in that state. */
export function moeglicheVerben(status: AkteStatus, merkmale: readonly AkteMerkmal[] = []): AkteVerb[] {
  const verben = Object.keys(AKTE_UEBERGAENGE[status]) as AkteVerb[]
  return verben.filter((verb) => akteUebergang(status, verb, merkmale).art === 'ERLAUBT')
}

/** Can content and metadata change? Only in open states (C4-05). */
export function istBearbeitbar(status: AkteStatus | VorgangStatus): boolean {
  return status === 'OFFEN' || status === 'WIEDER_OFFEN'
}

/** May an Akte be set z.d.A.? Only when all its Vorgänge are, or become so in the same transaction (C4-04). */
export function offeneVorgaenge<T extends { readonly status: VorgangStatus }>(vorgaenge: readonly T[]): T[] {
  return vorgaenge.filter(({ status }) => istBearbeitbar(status))
}
