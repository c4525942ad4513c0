/** When nobody has to be heard; in words that say what the clerk claims by choosing it. */
export const AUSNAHMEN = {
  '2.1': { norm: '§ 28 Abs. 2 Nr. 1 VwVfG NRW', text: 'Es ist sofort zu entscheiden: Gefahr im Verzug oder öffentliches Interesse' },
  '2.2': { norm: '§ 28 Abs. 2 Nr. 2 VwVfG NRW', text: 'Durch die Anhörung könnte eine Frist nicht eingehalten werden, auf die es ankommt' },
  '2.3': { norm: '§ 28 Abs. 2 Nr. 3 VwVfG NRW', text: 'Wir weichen von den Angaben der Person nicht zu ihrem Nachteil ab' },
  '2.4': { norm: '§ 28 Abs. 2 Nr. 4 VwVfG NRW', text: 'Allgemeinverfügung, viele gleiche Bescheide oder automatisch erlassen' },
  '2.5': { norm: '§ 28 Abs. 2 Nr. 5 VwVfG NRW', text: 'Maßnahme in der Verwaltungsvollstreckung' },
  '3': { norm: '§ 28 Abs. 3 VwVfG NRW', text: 'Ein zwingendes öffentliches Interesse steht der Anhörung entgegen' },
} as const satisfies Record<string, { norm: string; text: string }>

export type Ausnahme = keyof typeof AUSNAHMEN

export const istAusnahme = (wert: string): wert is Ausnahme => Object.hasOwn(AUSNAHMEN, wert)

/** Days for an answer when the clerk says nothing else. The law names none; two weeks plus the time for the letter are usual. */
export const ANHOERUNGSTAGE = 18
/** Fewer are hardly ever enough to answer a letter. */
export const WENIGSTENS = 7

/**
 * Kinds of decisions before which somebody is heard. That it is also needed before refusing an application is disputed in law; the
 * product asks for it (A8-10). `gesichert: false`: the Rechtsamt may leave out a kind.
 */
export const BELASTEND: Readonly<Record<string, { readonly gesichert: boolean }>> = { ablehnung: { gesichert: false }, ruecknahme: { gesichert: true }, widerruf: { gesichert: true } }

export interface Anhoerungsstand { readonly art: 'anhoerung' | 'absehen'; readonly frist: Temporal.PlainDate | null; readonly beantwortet: boolean }

/** Why such a decision cannot be signed yet; undefined when it can. A hearing counts once it is answered or its last day has passed. */
export function anhoerungFehlt(art: string, stand: Anhoerungsstand | undefined, today: Temporal.PlainDate): string | undefined {
  if (!Object.hasOwn(BELASTEND, art)) return undefined
  if (!stand) return 'Vorher müssen Sie die Person anhören (§ 28 VwVfG NRW) oder begründen, warum nicht. Beides geht auf der Seite des Vorgangs unter „Anhörung“.'
  if (stand.art === 'absehen' || stand.beantwortet || !stand.frist || Temporal.PlainDate.compare(today, stand.frist) > 0) return undefined
  return 'Die Anhörung läuft noch und ist nicht beantwortet. Warten Sie die Antwort oder das Ende der Frist ab.'
}
