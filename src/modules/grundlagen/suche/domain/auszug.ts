import { searchKey } from '../../../../platform/text/index.js'

export interface Stueck { readonly text: string; readonly treffer: boolean }

const WORT = /[\p{L}\p{N}]+/gu
const VOR = 60

/** Does a word of the text stand for one of the question's? Inflected forms count when one begins with the other. */
function passt(wort: string, gesucht: readonly string[]): boolean {
  const key = searchKey(wort)
  return gesucht.some((suche) => key.startsWith(suche) || (key.length >= 4 && suche.startsWith(key)))
}

/** The part of a text around the first hit, in pieces of which the hits are marked; `laenge` in characters. */
export function auszug(text: string, worte: readonly string[], laenge = 220): Stueck[] {
  const gesucht = worte.map(searchKey).filter((key) => key.length > 0)
  const clean = text.replace(/\s+/g, ' ').trim()
  const alle = [...clean.matchAll(WORT)].filter(([wort]) => passt(wort, gesucht))
  const erster = alle[0]?.index ?? 0
  const von = erster > VOR ? clean.lastIndexOf(' ', erster - VOR) + 1 : 0
  const bis = von + laenge >= clean.length ? clean.length : Math.max(clean.lastIndexOf(' ', von + laenge), von + 1)
  const stuecke: Stueck[] = von > 0 ? [{ text: '… ', treffer: false }] : []
  let ende = von
  for (const { 0: wort, index } of alle) {
    if (index < von || index + wort.length > bis) continue
    if (index > ende) stuecke.push({ text: clean.slice(ende, index), treffer: false })
    stuecke.push({ text: wort, treffer: true })
    ende = index + wort.length
  }
  if (ende < bis) stuecke.push({ text: clean.slice(ende, bis), treffer: false })
  if (bis < clean.length) stuecke.push({ text: ' …', treffer: false })
  return stuecke
}
