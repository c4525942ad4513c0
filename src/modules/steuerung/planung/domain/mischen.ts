/**
 * Two people changed the same thing. Values are compared as the form shows them: `grundlage` is what the second person started from.
 * Where only one changed a field, that change counts; where both did and differ, it is a conflict that a person decides.
 */
export interface Mischung<F extends string> {
  readonly werte: Readonly<Record<F, string>>
  readonly konflikte: readonly { readonly feld: F; readonly eigener: string; readonly anderer: string }[]
  /** Fields that the other person changed and that were taken over. */
  readonly uebernommen: readonly F[]
}

export function mischen<F extends string>(felder: readonly F[], grundlage: Readonly<Record<F, string>>, eigene: Readonly<Record<F, string>>, andere: Readonly<Record<F, string>>): Mischung<F> {
  const werte = {} as Record<F, string>
  const konflikte: { feld: F; eigener: string; anderer: string }[] = []
  const uebernommen: F[] = []
  for (const feld of felder) {
    const [basis, eigener, anderer] = [grundlage[feld], eigene[feld], andere[feld]]
    werte[feld] = eigener === basis ? anderer : eigener
    if (eigener !== basis && anderer !== basis && eigener !== anderer) konflikte.push({ feld, eigener, anderer })
    else if (eigener === basis && anderer !== basis) uebernommen.push(feld)
  }
  return { werte, konflikte, uebernommen }
}
