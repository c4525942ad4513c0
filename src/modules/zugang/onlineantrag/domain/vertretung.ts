import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { VOLLMACHT_SLOT, type antragEinreichen } from '../../../verfahren/antraege/index.js'

/** For whom somebody applies (A2-08): for a child as its parent, or for another person who has asked them to. */
export interface Vertretung {
  readonly art: 'kind' | 'vollmacht'
  readonly vornamen: string
  readonly familienname: string
  /** ISO date. */
  readonly geburtsdatum: string
  /** Of a child: custody alone or together with somebody else. */
  readonly sorge?: 'allein' | 'gemeinsam'
  /** Of a Vollmacht: the signed paper as a file, or the represented person agrees online. */
  readonly nachweis?: 'datei' | 'online'
  /** Whom we ask to agree: the other parent, or the represented person. */
  readonly email?: string
}

export type Zustimmungsart = 'elternteil' | 'vertretene'
/** Who agreed, and how surely that was known. */
export interface Zustimmende { readonly name: string; readonly niveau: Vertrauensniveau; readonly anbieter?: string }

/** What a service allows; from its package. */
export interface Vertretungsregel { readonly selbst?: boolean; readonly kind?: boolean; readonly person?: boolean; readonly zweiteZustimmung?: boolean }

/** Whose consent is needed before it is sent; undefined: nobody's. Who is represented agrees themselves, or has signed a Vollmacht. */
export function noetigeZustimmung(vertretung: Vertretung | null, regel: Vertretungsregel | undefined): Zustimmungsart | undefined {
  if (!vertretung) return undefined
  if (vertretung.art === 'vollmacht') return vertretung.nachweis === 'datei' ? undefined : 'vertretene'
  return regel?.zweiteZustimmung && vertretung.sorge === 'gemeinsam' ? 'elternteil' : undefined
}

export const nameDerVertretenen = ({ vornamen, familienname }: Pick<Vertretung, 'vornamen' | 'familienname'>): string => `${vornamen} ${familienname}`

/** As a line below the name in letters: the representative is the addressee, and for whom is said (X2-04). */
export const alsVertretungszeile = (vertretung: Vertretung): string =>
  `${vertretung.art === 'kind' ? 'als gesetzliche Vertretung von' : 'als bevollmächtigt von'} ${nameDerVertretenen(vertretung)}`

/** What still has to be said before it is sent: for whom, where nobody applies for themselves, and the paper where it is the proof. */
export function vertretungFehlt(vertretung: Vertretung | null, regel: Vertretungsregel | undefined, dateien: readonly { readonly slot: string }[]): boolean {
  if (!vertretung) return regel?.selbst === false
  return vertretung.nachweis === 'datei' && !dateien.some(({ slot }) => slot === VOLLMACHT_SLOT)
}

type Vertretungsangabe = NonNullable<Parameters<typeof antragEinreichen.run>[1]['vertretung']>

/** The representation as the application keeps it. */
export const alsVertretungsangabe = (vertretung: Vertretung, zustimmung: Vertretungsangabe['zustimmung']): Vertretungsangabe => ({
  art: vertretung.art, name: nameDerVertretenen(vertretung), geburtsdatum: vertretung.geburtsdatum, zeile: alsVertretungszeile(vertretung),
  ...(vertretung.sorge ? { sorge: vertretung.sorge } : {}), ...(zustimmung ? { zustimmung } : {}),
})
