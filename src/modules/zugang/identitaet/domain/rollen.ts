/** A group of the directory and the role that it gives here. */
export interface Rollenzuordnung { readonly gruppe: string; readonly rolle: string; readonly einheit: string }

/** The roles that somebody with these groups has here, each once. Unknown groups give nothing. */
export function rollenAus(zuordnung: readonly Rollenzuordnung[], gruppen: readonly string[]): { rolle: string; einheit: string }[] {
  const treffer = zuordnung.filter(({ gruppe }) => gruppen.includes(gruppe))
  return [...new Map(treffer.map(({ rolle, einheit }) => [`${rolle} ${einheit}`, { rolle, einheit }])).values()]
}

/** Lines 'group = role @ unit' of the administration; `fehler` names the first line that is none. */
export function rollenAusText(text: string): { zuordnung: Rollenzuordnung[] } | { fehler: string } {
  const zeilen = text.split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== '')
  const gelesen = zeilen.map((zeile) => /^(.{1,200}?)\s*=\s*([a-z][\w-]{0,79})\s*@\s*(\S{1,40})$/.exec(zeile))
  const falsch = gelesen.findIndex((treffer) => !treffer)
  if (falsch >= 0) return { fehler: `Zeile ${falsch + 1} („${(zeilen[falsch] ?? '').slice(0, 80)}“) hat nicht die Form: Gruppe = Rolle @ Einheit.` }
  return { zuordnung: gelesen.flatMap((treffer) => (treffer?.[1] && treffer[2] && treffer[3] ? [{ gruppe: treffer[1], rolle: treffer[2], einheit: treffer[3] }] : [])) }
}

export const rollenAlsText = (zuordnung: readonly Rollenzuordnung[]): string => zuordnung.map(({ gruppe, rolle, einheit }) => `${gruppe} = ${rolle} @ ${einheit}`).join('\n')
