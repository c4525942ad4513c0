/** What can go wrong, and the order in which it does: the same for the same seed. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Anlage } from './anlage.js'

const ARTEN = ['toete-web', 'toete-worker', 'toete-postgres', 'platte-voll', 'leitung-gekappt', 'mail-steht', 's3-fehler500', 's3-halbesObjekt', 'uhr-vor', 'uhr-echt'] as const
export type Art = typeof ARTEN[number]

export interface Runde { readonly art: Art; readonly wartenMs: number; readonly dauerMs: number; readonly stunden: number }

/** A small generator of numbers below one that gives the same row for the same seed (mulberry32). */
function zufall(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Every kind comes once before the first comes again; how they are mixed and how long they last is chance. */
export function plan(rounds: number, seed: number): Runde[] {
  const next = zufall(seed)
  const runden: Runde[] = []
  let rest: Art[] = []
  while (runden.length < rounds) {
    if (rest.length === 0) rest = [...ARTEN]
    const [art] = rest.splice(Math.floor(next() * rest.length), 1)
    if (art) runden.push({ art, wartenMs: Math.round(50 + next() * 400), dauerMs: Math.round(100 + next() * 500), stunden: 1 + Math.floor(next() * 72) })
  }
  return runden
}

/** Does it and takes it back again; what was killed begins again by itself. False where this machine cannot do it. */
export async function stoere(anlage: Anlage, { art, dauerMs, stunden }: Runde): Promise<boolean> {
  switch (art) {
    case 'toete-web': anlage.toete('web'); return true
    case 'toete-worker': anlage.toete('worker'); return true
    case 'toete-postgres': anlage.toete('postgres'); return true
    case 'platte-voll':
      if (!anlage.platte) return false
      await anlage.platte.fuelle()
      await sleep(dauerMs)
      anlage.platte.leere()
      return true
    case 'leitung-gekappt': anlage.leitung.kappe(); await sleep(dauerMs); anlage.leitung.heile(); return true
    case 'mail-steht': await anlage.mail.stop(); await sleep(dauerMs); await anlage.mail.start(); return true
    case 's3-fehler500':
    case 's3-halbesObjekt':
      anlage.s3.stoere(art === 's3-fehler500' ? 'fehler500' : 'halbesObjekt')
      await sleep(dauerMs)
      anlage.s3.stoere(undefined)
      return true
    case 'uhr-vor': return stelle(anlage, anlage.app.clock.now().add({ hours: stunden }))
    case 'uhr-echt': return stelle(anlage, 'echt')
  }
}

/** The database may be away just now. */
async function stelle(anlage: Anlage, zeit: Temporal.Instant | 'echt'): Promise<boolean> {
  for (let versuch = 0; versuch < 50; versuch++) {
    if (await anlage.app.clock.set(zeit).then(() => true, () => false)) return true
    await sleep(100)
  }
  return false
}
