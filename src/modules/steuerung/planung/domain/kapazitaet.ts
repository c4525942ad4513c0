/** Part of a person's working time for something, in whole per cent, from one day to the other, both included. */
export interface Einsatz { readonly kontoId: string; readonly anteil: number; readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate }

export interface Belastung { readonly von: Temporal.PlainDate; readonly bis: Temporal.PlainDate; readonly prozent: number }

/**
 * The load of one person over time as steps: between the days on which something begins or ends it is constant. Steps without load are
 * left out; neighbours with the same load are one.
 */
export function belastung(einsaetze: readonly Einsatz[]): readonly Belastung[] {
  const aenderungen = new Map<string, number>()
  const aendere = (tag: Temporal.PlainDate, prozent: number) => { aenderungen.set(tag.toString(), (aenderungen.get(tag.toString()) ?? 0) + prozent) }
  for (const { von, bis, anteil } of einsaetze) { aendere(von, anteil); aendere(bis.add({ days: 1 }), -anteil) }
  const tage = [...aenderungen.keys()].sort()
  const schritte: Belastung[] = []
  let prozent = 0
  tage.forEach((tag, i) => {
    prozent += aenderungen.get(tag) ?? 0
    const naechster = tages(tage[i + 1])
    if (prozent === 0 || !naechster) return
    const [von, bis] = [Temporal.PlainDate.from(tag), naechster.subtract({ days: 1 })]
    const davor = schritte.at(-1)
    if (davor && davor.prozent === prozent && davor.bis.add({ days: 1 }).equals(von)) schritte[schritte.length - 1] = { ...davor, bis }
    else schritte.push({ von, bis, prozent })
  })
  return schritte
}

const tages = (iso: string | undefined): Temporal.PlainDate | undefined => (iso ? Temporal.PlainDate.from(iso) : undefined)

/** Where the load exceeds what was agreed with the person (100 when nothing was). */
export const ueberlastung = (schritte: readonly Belastung[], grenze: number): readonly Belastung[] => schritte.filter(({ prozent }) => prozent > Math.min(100, grenze))
