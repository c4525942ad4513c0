import type { Geheimnisspalte } from './auth/reseal.js'
import type { Reaction } from './events/event.js'
import type { Route } from './http/route.js'
import type { JobDefinition, Recurring } from './jobs/job.js'
import type { App } from './app.js'
import type { Kennzahlquelle } from './kennzahlquelle.js'
import type { Mengenregeln } from './mengen/index.js'
import type { ReadStatement, Tx } from './database/database.js'
import type { Actor } from './usecases/actor.js'
import type { Sitzung } from './auth/session.js'

/** A permission with the German sentence that an administrator reads. */
export interface Recht {
  readonly name: string
  readonly satz: string
  /** For people of other houses: whoever holds nothing else is no employee, and sees only entries that ask for a permission. */
  readonly auswaertig?: boolean
}

/** An entry in one of the two menus. Shown to whoever may open it; `recht` undefined means everybody of that house. */
export interface Navigation {
  readonly bereich: 'portal' | 'arbeitsplatz' | 'verwaltung'; readonly titel: string; readonly pfad: string; readonly rang: number
  /** Shown to whoever has it; of several, one is enough. */
  readonly recht?: string | readonly string[]
  /** The portal is also English. */
  readonly titelEn?: string
  /** Portal: only for signed-in citizens. */
  readonly angemeldet?: boolean
  /**
   * A number beside the entry, e.g. of unread messages: one quick statement that gives `anzahl`. Read together with the session of each
   * page of a citizen, so the account is not known yet: `platform.sitzungskonto()` is its id.
   */
  readonly zahl?: ReadStatement
}

/** A verb of the command line: `wort` is 'leistung import'. Prints lines with `out`; with `json` one object a line. Gives the exit code 0, 1 or 2. */
export interface CliCommand {
  readonly wort: string; readonly aufruf: string; readonly hilfe: string
  run(app: App, args: readonly string[], io: { readonly json: boolean; out(line: string): void; err(line: string): void }): Promise<number>
}

/** Answers of the room that knows roles, for the command line and the matrix. */
export interface Rechteauskunft {
  rollen(app: App, mandantId: string): Promise<readonly { readonly schluessel: string; readonly rechte: readonly string[] }[]>
  /** `objekt` is a Vorgangsnummer or an id of a unit. */
  darf(app: App, mandantId: string, kennung: string, recht: string, objekt?: string): Promise<{ allowed: boolean; why: string }>
}

/** `konto` is the row of `kontoDerSitzung`; `lesen` for what a session needs beyond it. */
export interface Sitzungsfrage { readonly sitzung: Sitzung; readonly konto: unknown; readonly today: Temporal.PlainDate; lesen<T>(fn: (tx: Tx) => Promise<T>): Promise<T> }

/** What a room says of itself. The composition root reads these lists; nothing registers itself behind anybody's back. */
export interface Modul {
  readonly name: string
  readonly etage: 'grundlagen' | 'akte' | 'verfahren' | 'finanzen' | 'zugang' | 'steuerung' | 'wissen' | 'oeffentlichkeit'
  /** Rooms whose door this one uses. The whole must be acyclic; a test compares it with the imports. */
  readonly dependsOn: readonly string[]
  readonly routes?: readonly Route[]
  readonly reactions?: readonly Reaction[]
  readonly jobs?: readonly JobDefinition<never>[]
  readonly recurring?: readonly Recurring[]
  readonly rechte?: readonly Recht[]
  readonly navigation?: readonly Navigation[]
  readonly cli?: readonly CliCommand[]
  /** Demo data of one town, made through commands, in the order of the modules. Must be repeatable. */
  readonly seed?: (app: App, mandantId: string, stadt: string) => Promise<void>
  /** Exactly one room answers: who is behind a session (undefined: account gone or locked). */
  readonly actorOf?: (frage: Sitzungsfrage) => Promise<Actor | undefined>
  /** What that room wants to know of the account, read together with the session. `platform.sitzungskonto()` is the account's id. */
  readonly kontoDerSitzung?: ReadStatement
  readonly rechteauskunft?: Rechteauskunft
  /** Every stored file the room answers for; `verify` reads them all again, the collector of orphans spares them. */
  readonly dateien?: readonly ((app: App, mandantId: string) => AsyncIterable<{ sha256: string; objekt: string }>)[]
  /** Where the room keeps secrets sealed for longer than a day, so that they can be sealed anew. A test over the catalogue finds those not named. */
  readonly geheimnisse?: readonly Geheimnisspalte[]
  /** For `stadtkern demo`: how to sign in to a demo installation. */
  readonly demoLogins?: (app: App) => Promise<readonly { mandant: string; rolle: string; kennung: string; passwort: string; totpSecret: string | null }[]>
  /** For whoever fills a demo with a great many copies of real Vorgänge. */
  readonly mengen?: Mengenregeln
  /** Figures that the room counts by itself, for whoever keeps and compares figures. */
  readonly kennzahlquellen?: readonly Kennzahlquelle[]
  /** Exactly one room answers: who is behind a bearer token. */
  readonly actorOfToken?: (tx: Tx, token: string) => Promise<Actor | undefined>
}
