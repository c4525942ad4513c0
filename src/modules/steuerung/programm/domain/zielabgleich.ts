interface Objekt { readonly id: string; readonly art: string; readonly oberId: string | null }
interface Verweis { readonly art: string; readonly vonId: string; readonly nachId: string | null }

/**
 * Which Maßnahmen and Projekte serve which Ziel. One serves what it names itself and what lies above it names (in 001 the Baustein
 * names the Ziele); a Baustein without Maßnahmen counts itself.
 */
export function zielabgleich<O extends Objekt>(objekte: readonly O[], verweise: readonly Verweis[]): { ziele: { ziel: O; dient: O[] }[]; ohneMassnahme: O[]; ohneZiel: O[] } {
  const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
  const eigene = Map.groupBy(verweise.filter(({ art, nachId }) => art === 'zielbezug' && nachId !== null), ({ vonId }) => vonId)
  const hatKinder = new Set(objekte.map(({ oberId }) => oberId))
  const zaehlt = objekte.filter(({ id, art }) => art === 'massnahme' || art === 'projekt' || (art === 'baustein' && !hatKinder.has(id)))
  const zieleVon = (objekt: O): Set<string> => {
    const ziele = new Set<string>()
    for (let eines: O | undefined = objekt, stufen = 0; eines && stufen < 50; stufen++) {
      for (const { nachId } of eigene.get(eines.id) ?? []) if (nachId) ziele.add(nachId)
      eines = eines.oberId ? byId.get(eines.oberId) : undefined
    }
    return ziele
  }
  const bezug = new Map(zaehlt.map((objekt) => [objekt, zieleVon(objekt)]))
  const ziele = objekte.filter(({ art }) => art === 'ziel').map((ziel) => ({ ziel, dient: zaehlt.filter((objekt) => bezug.get(objekt)?.has(ziel.id)) }))
  return { ziele, ohneMassnahme: ziele.filter(({ dient }) => dient.length === 0).map(({ ziel }) => ziel), ohneZiel: zaehlt.filter((objekt) => bezug.get(objekt)?.size === 0) }
}
