/** Scheduling 10,000 entries with 30,000 dependencies, against a plain topological pass over the same plan. */
import { arbeitskalender } from '../src/modules/steuerung/planung/domain/kalender.js'
import type { Abhaengigkeit, Abhaengigkeitsart, Eintrag, Plan } from '../src/modules/steuerung/planung/domain/plan.js'
import { terminieren } from '../src/modules/steuerung/planung/domain/terminieren.js'
import { milliseconds, paired, print, round } from './measure.js'

const ANZAHL = 10_000
const ARTEN: readonly Abhaengigkeitsart[] = ['FS', 'FS', 'FS', 'SS', 'FF', 'SF']

/** A repeatable plan: every entry waits for three of the two hundred before it; each tenth counts in months, each twentieth is a milestone. */
function grosserPlan(): Plan {
  let saat = 42
  const zufall = (bis: number): number => { saat = (saat * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor(saat / 2_147_483_648 * bis) }
  const beginn = Temporal.PlainDate.from('2026-01-05')
  const eintraege = Array.from({ length: ANZAHL }, (_, i): Eintrag => ({
    id: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`, titel: `Maßnahme ${i}`, art: i % 20 === 19 ? 'meilenstein' : 'aktivitaet',
    dauer: i % 20 === 19 ? null : i % 10 === 3 ? { monate: 1 + zufall(3) } : { tage: 1 + zufall(30) }, ...(zufall(10) === 0 ? { nichtVor: beginn.add({ days: zufall(2_000) }) } : {}),
  }))
  const abhaengigkeiten: Abhaengigkeit[] = []
  for (let i = 1; abhaengigkeiten.length < 3 * ANZAHL; i = i === ANZAHL - 1 ? 1 : i + 1) {
    abhaengigkeiten.push({ vonId: eintraege[Math.max(0, i - 1 - zufall(Math.min(i, 200)))]?.id ?? '', nachId: eintraege[i]?.id ?? '', art: ARTEN[zufall(ARTEN.length)] ?? 'FS', abstand: zufall(8) - 2 })
  }
  return { beginn, eintraege, abhaengigkeiten }
}

/** What anybody would write to put a graph in order: names to numbers, lists of successors, a queue. */
function topologisch({ eintraege, abhaengigkeiten }: Plan): number {
  const nummer = new Map(eintraege.map(({ id }, i) => [id, i]))
  const nachfolger: number[][] = eintraege.map(() => [])
  const offen = new Int32Array(eintraege.length)
  for (const { vonId, nachId } of abhaengigkeiten) {
    const nach = nummer.get(nachId) ?? 0
    nachfolger[nummer.get(vonId) ?? 0]?.push(nach)
    offen[nach]! += 1
  }
  const folge: number[] = []
  offen.forEach((zahl, i) => { if (zahl === 0) folge.push(i) })
  for (let i = 0; i < folge.length; i++) for (const w of nachfolger[folge[i] ?? 0] ?? []) if ((offen[w]! -= 1) === 0) folge.push(w)
  return folge.length
}

const plan = grosserPlan()
const kalender = arbeitskalender('NW')
const ergebnis = terminieren(plan, kalender)
if (!ergebnis.ok) throw new Error(ergebnis.fehler[0]?.text)
if (topologisch(plan) !== ANZAHL) throw new Error('not all in order')
const { value, ratio } = await paired(() => milliseconds(async () => terminieren(plan, kalender), 15), () => milliseconds(async () => topologisch(plan), 15))
print({ name: 'plan.terminieren', value: round(value), unit: 'ms', yardstick: 'plain topological pass', ratio: round(ratio), n: ANZAHL })
