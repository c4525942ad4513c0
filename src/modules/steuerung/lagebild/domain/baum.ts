interface Knoten { readonly id: string; readonly oberId: string | null }

/** From a thing upwards to the top, itself first; a circle ends where it closes. */
export function aufwaerts<T extends Knoten>(knoten: T, byId: ReadonlyMap<string, T>): T[] {
  const weg: T[] = []
  for (let einer: T | undefined = knoten; einer && !weg.includes(einer); einer = einer.oberId ? byId.get(einer.oberId) : undefined) weg.push(einer)
  return weg
}

/** A thing and everything below it. */
export function teilbaum(alle: readonly Knoten[], id: string): ReadonlySet<string> {
  const kinder = Map.groupBy(alle, ({ oberId }) => oberId)
  const ergebnis = new Set<string>()
  const offen = [id]
  for (let einer = offen.pop(); einer !== undefined; einer = offen.pop()) {
    if (ergebnis.has(einer)) continue
    ergebnis.add(einer)
    offen.push(...(kinder.get(einer) ?? []).map((kind) => kind.id))
  }
  return ergebnis
}
