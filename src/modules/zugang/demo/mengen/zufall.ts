/** Numbers that look random and are the same in every run (mulberry32). */
export interface Zufall { zahl(): number; ganze(unter: number): number; aus<T>(liste: readonly T[]): T }

export function zufall(saat: number): Zufall {
  let stand = saat >>> 0
  const zahl = (): number => {
    stand = (stand + 0x6d2b79f5) >>> 0
    let wert = Math.imul(stand ^ (stand >>> 15), stand | 1)
    wert ^= wert + Math.imul(wert ^ (wert >>> 7), wert | 61)
    return ((wert ^ (wert >>> 14)) >>> 0) / 4_294_967_296
  }
  const ganze = (unter: number): number => Math.floor(zahl() * unter)
  return { zahl, ganze, aus: (liste) => liste[ganze(liste.length)] as (typeof liste)[number] }
}
