import type { Tx } from '../../../platform/database/database.js'
import type { RechtsbehelfArt, RegelId } from '../../grundlagen/fristen/index.js'

/** What a decision is made from: what the person applied for and what the service says about decisions. */
export interface Grundlage {
  /** Name of the service, for the subject. */
  readonly leistung: string
  /** Source of the service's `bescheid.typ`; null: the town's common template. */
  readonly vorlage: string | null
  readonly rechtsbehelf?: { readonly art: RechtsbehelfArt; readonly stelle: string; readonly anschrift: string; readonly elektronisch?: string }
  readonly bekanntgabe?: { readonly post: RegelId; readonly elektronisch?: RegelId }
  /** Answers of the form and whatever else text blocks name. */
  readonly daten: Readonly<Record<string, unknown>>
  readonly empfaenger: { readonly name: string; readonly anschrift: readonly string[]; readonly kontoId: string | null }
  /** What the person chose in this procedure (D3-01). */
  readonly zustellung: 'postfach' | 'post'
}

type Quelle = (tx: Tx, vorgangId: string) => Promise<Grundlage | undefined>

const quellen: Quelle[] = []

/** The room that keeps applications tells here what a decision is made from; the first that knows the Vorgang answers. */
export function registerGrundlage(quelle: Quelle): void { quellen.push(quelle) }

export async function grundlageZu(tx: Tx, vorgangId: string): Promise<Grundlage | undefined> {
  for (const quelle of quellen) {
    const grundlage = await quelle(tx, vorgangId)
    if (grundlage) return grundlage
  }
  return undefined
}
