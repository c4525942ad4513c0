/**
 * Who acts. Built once per request from the session (or by a job, a reaction, a process) and never changed.
 * A substitute acts under the own name: `id` stays the person, `fuer` names whom the person stands in for (X6-03).
 */
export type ActorKind = 'personal' | 'buerger' | 'gast' | 'dienst' | 'verfahren' | 'system'

/** One role of a person at a unit and, already resolved, everything below it. `einheiten` undefined means the whole town. */
export interface Zuweisung {
  readonly rolle: string
  readonly rechte: ReadonlySet<string>
  readonly einheiten?: ReadonlySet<string>
  /** Set when the assignment comes from standing in for somebody. */
  readonly vertretungFuer?: string
}

export interface Actor {
  readonly art: ActorKind
  readonly mandantId: string
  /** The account (personal, buerger, dienst), the guest's session (gast) or the name of process or job. */
  readonly id: string
  /** For the screen; never written into an event. */
  readonly name: string
  /** Standing in for this account, or a process acting on behalf of one. */
  readonly fuer?: string
  readonly zuweisungen: readonly Zuweisung[]
  /** Highest level of confidentiality the actor may see: 0 offen, 1 vertraulich in the unit, 2 besonders geschuetzt. */
  readonly stufe: number
  /** Employees who want single keys as shortcuts (WCAG 2.1.4); nothing is decided by it. */
  readonly tastenkuerzel?: boolean
  /** 'intern' | 'extern' | 'lokal': as much of the address as the audit needs. */
  readonly ipKlasse?: string
  /** How surely it is this person: from the sign-in of the session. Without it nobody has proved more than a password. */
  readonly anmeldung?: Anmeldestand
  /** A company's account is at work (`id`), and this person acts for it; the record names the person. */
  readonly durch?: { readonly id: string; readonly name: string }
}

/** Trust levels of a sign-in (eIDAS), lowest first; the same words as in `leistung.yaml`. */
export const VERTRAUENSNIVEAUS = ['niedrig', 'substantiell', 'hoch'] as const
export type Vertrauensniveau = (typeof VERTRAUENSNIVEAUS)[number]

/** What a sign-in with a provider proved; `nachweisId` names the attributes that came with it. */
export interface Anmeldestand { readonly niveau: Vertrauensniveau; readonly nachweisId?: string }

/** Trust level of the actor's sign-in; a password of our own is `niedrig`. */
export const vertrauensniveauVon = (actor: Pick<Actor, 'anmeldung'>): Vertrauensniveau => actor.anmeldung?.niveau ?? 'niedrig'

/** Is a level enough where another one is asked for? */
export const reichtAus = (niveau: Vertrauensniveau, verlangt: Vertrauensniveau): boolean => VERTRAUENSNIVEAUS.indexOf(niveau) >= VERTRAUENSNIVEAUS.indexOf(verlangt)

export const istVertrauensniveau = (wert: unknown): wert is Vertrauensniveau => (VERTRAUENSNIVEAUS as readonly unknown[]).includes(wert)

/** What a permission is asked for: where the object belongs and whose it is. */
export interface Zugriffsobjekt {
  readonly einheitId?: string | null
  readonly inhaberId?: string | null
  readonly stufe?: number
  /** Accounts that may not touch it although their role allows (Befangenheit, § 20 VwVfG). */
  readonly ausgeschlossen?: readonly string[]
}

const noRoles: readonly Zuweisung[] = []

/** A job, a timer or a reaction at work. May do what commands allow to `intern()`. */
export const systemActor = (mandantId: string, name: string): Actor =>
  ({ art: 'system', mandantId, id: name, name, zuweisungen: noRoles, stufe: 2 })

/** A process that executes a service task: "Verfahren X, on behalf of …", never a person. */
export const verfahrenActor = (mandantId: string, verfahren: string, fuer?: string): Actor =>
  ({ art: 'verfahren', mandantId, id: verfahren, name: `Verfahren ${verfahren}`, zuweisungen: noRoles, stufe: 2, ...(fuer ? { fuer } : {}) })

/** Somebody without an account; `id` is the guest session, so that a draft can belong to it. */
export const gastActor = (mandantId: string, sitzung: string): Actor =>
  ({ art: 'gast', mandantId, id: sitzung, name: 'Gast', zuweisungen: noRoles, stufe: 0 })

/** Does the actor hold the permission, for this object if one is given? Deny by default (C6-01). */
export function holds(actor: Actor, recht: string, objekt?: Zugriffsobjekt): boolean {
  if (objekt?.ausgeschlossen?.includes(actor.id)) return false
  if ((objekt?.stufe ?? 0) > actor.stufe) return false
  return actor.zuweisungen.some((zuweisung) =>
    zuweisung.rechte.has(recht)
    && (objekt?.einheitId === undefined || objekt.einheitId === null || !zuweisung.einheiten || zuweisung.einheiten.has(objekt.einheitId)))
}

/** The units for which the actor holds a permission: 'alle' or a list, for the where-clause of a list. */
export function unitsWith(actor: Actor, recht: string): 'alle' | readonly string[] {
  const units = new Set<string>()
  for (const zuweisung of actor.zuweisungen) {
    if (!zuweisung.rechte.has(recht)) continue
    if (!zuweisung.einheiten) return 'alle'
    for (const unit of zuweisung.einheiten) units.add(unit)
  }
  return [...units]
}
