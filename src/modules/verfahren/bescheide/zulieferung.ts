import type { Tx } from '../../../platform/database/database.js'
import type { Feldfehler } from '../../../platform/errors.js'
import type { Inhalt } from './domain/inhalt.js'

/** Conditions that somebody else wrote for this decision, e.g. another unit in its statement. */
export interface Nebenbestimmung { readonly id: string; readonly herkunft: string; readonly text: string }

type Quelle = (tx: Tx, vorgangId: string) => Promise<readonly Nebenbestimmung[]>
/** `seit`: what happened before belongs to an earlier decision and does not count, e.g. the hearing for it. */
export interface Zeichnungslage { readonly today: Temporal.PlainDate; readonly seit?: Temporal.Instant }
type Hindernis = (tx: Tx, vorgangId: string, inhalt: Inhalt, lage: Zeichnungslage) => Promise<readonly Feldfehler[]>

const quellen = new Map<string, Quelle>()
const hindernisse = new Map<string, Hindernis>()

/** Rooms above offer conditions that the draft takes over; this room does not know where they come from. */
export function registerNebenbestimmungen(name: string, quelle: Quelle): void {
  if (quellen.has(name)) throw new Error(`Conditions ${name} are registered twice`)
  quellen.set(name, quelle)
}

/** Rooms above say what has to have happened before such a decision is signed, e.g. the hearing before a refusal. */
export function registerZeichnungshindernis(name: string, hindernis: Hindernis): void {
  if (hindernisse.has(name)) throw new Error(`Obstacle ${name} is registered twice`)
  hindernisse.set(name, hindernis)
}

export async function nebenbestimmungenZu(tx: Tx, vorgangId: string): Promise<Nebenbestimmung[]> {
  const alle: Nebenbestimmung[] = []
  for (const quelle of quellen.values()) alle.push(...await quelle(tx, vorgangId))
  return alle
}

export async function zeichnungshindernisse(tx: Tx, vorgangId: string, inhalt: Inhalt, lage: Zeichnungslage): Promise<Feldfehler[]> {
  const alle: Feldfehler[] = []
  for (const hindernis of hindernisse.values()) alle.push(...await hindernis(tx, vorgangId, inhalt, lage))
  return alle
}
