export interface Zeilenunterschied { readonly art: 'gleich' | 'neu' | 'entfallen'; readonly text: string }

/** Line by line what was added and what was taken out, by the longest common sequence. A decision has a few hundred lines at most. */
export function vergleiche(alt: readonly string[], neu: readonly string[]): Zeilenunterschied[] {
  const laenge = Array.from({ length: alt.length + 1 }, () => new Uint16Array(neu.length + 1))
  const von = (i: number, j: number) => laenge[i]?.[j] ?? 0
  for (let i = alt.length - 1; i >= 0; i--) {
    for (let j = neu.length - 1; j >= 0; j--) (laenge[i] ?? [])[j] = alt[i] === neu[j] ? von(i + 1, j + 1) + 1 : Math.max(von(i + 1, j), von(i, j + 1))
  }
  const ergebnis: Zeilenunterschied[] = []
  for (let i = 0, j = 0; i < alt.length || j < neu.length;) {
    if (i < alt.length && j < neu.length && alt[i] === neu[j]) { ergebnis.push({ art: 'gleich', text: alt[i] ?? '' }); i++; j++ }
    else if (i < alt.length && (j === neu.length || von(i + 1, j) >= von(i, j + 1))) { ergebnis.push({ art: 'entfallen', text: alt[i] ?? '' }); i++ }
    else { ergebnis.push({ art: 'neu', text: neu[j] ?? '' }); j++ }
  }
  return ergebnis
}
