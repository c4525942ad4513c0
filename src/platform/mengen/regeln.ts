/** One row as PostgreSQL writes its values; null stays null. */
export type Zeile = Readonly<Record<string, string | null>>

/** A piece of a text of the pattern: constant, or the name of a variable that every copy has a value of its own for. */
export type Teil = { readonly fest: string } | { readonly variable: string }

/** What a rule for a column gets to know: the pattern's other rows, and how a text of the pattern is written for a copy. */
export interface Muster {
  readonly zeilen: readonly { readonly tabelle: string; readonly zeile: Zeile }[]
  /** Takes a text apart into what is constant and what differs from copy to copy. */
  teile(text: string): readonly Teil[]
  /** SQL expression of type text over the copy `n`. */
  text(text: string): string
}

/** SQL expression over the copy `n` (see `KLONSPALTEN`) for a column whose value cannot be carried over. */
export type Spaltenregel = (zeile: Zeile, muster: Muster) => string

/** A series of numbers (`nextNumber`) from which rows of a table have theirs. */
export interface Nummernregel {
  readonly kreis: string
  readonly tabelle: string
  /** Column that holds the bare number. */
  readonly spalte?: string
  /** The number as the pattern's row writes it in texts, and as a copy does. */
  readonly zeichen?: { alt(zeile: Zeile): string | null; neu(jahr: number, nummer: number, stadt: { readonly schluessel: string; readonly kuerzel?: string | undefined }): string }
}

/** A rule of the room that triggers keep otherwise, asked once over everything: a query that gives the rows which break it. */
export interface Probe { readonly satz: string; readonly verstoesse: string }

/**
 * What a room says about its tables for whoever fills a demo with a great many copies of real Vorgänge: what a new town takes
 * over, which columns need a value of their own, and what has to hold afterwards.
 */
export interface Mengenregeln {
  /** Tables that a town made by copying takes over whole. */
  readonly stammdaten?: readonly string[]
  /** By `schema.table.column`. */
  readonly spalten?: Readonly<Record<string, Spaltenregel>>
  /** Columns (`schema.table.column`) with ids that belong to the copy although they are no row's key. */
  readonly eigeneIds?: readonly string[]
  readonly nummern?: readonly Nummernregel[]
  /** Tables that `jeStueck` writes to: their indexes are made in the end too. */
  readonly auchOhneIndexe?: readonly string[]
  /** Statements before all rows. */
  readonly vorher?: readonly string[]
  /** Statements over the copies `n`, at the end of each transaction that writes some. */
  readonly jeStueck?: readonly string[]
  /** Statements that make what triggers would have made of the rows; run once after all of them. */
  readonly nachher?: readonly string[]
  readonly proben?: readonly Probe[]
}

/** Text literal. */
export const wort = (text: string): string => `${text.includes('\\') ? 'E' : ''}'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
