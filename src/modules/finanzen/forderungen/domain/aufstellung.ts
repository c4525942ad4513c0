/** What a claim is made of, as text and cents in strings: it is kept as JSON with the claim and never computed again. */
export interface Aufstellung {
  readonly positionen: readonly { readonly bezeichnung: string; readonly cent: string; readonly erklaerung: string; readonly tarif?: string }[]
  readonly minderungen: readonly { readonly bezeichnung: string; readonly cent: string; readonly rechtsgrundlage: string }[]
  readonly rechtsgrundlage: string
  /** Day whose rates were used, ISO. */
  readonly stichtag: string
}
