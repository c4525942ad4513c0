import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Result { readonly name: string; readonly value: number; readonly unit: string; readonly yardstick: string; readonly ratio: number | null; readonly n: number }

export const print = (result: Result): void => { console.log(JSON.stringify(result)) }

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
export const round = (value: number, digits = 3): number => Number(value.toPrecision(digits))

/** Calls per second of an asynchronous function with some callers at once. */
export async function perSecond(fn: () => Promise<unknown>, options: { seconds: number; callers: number }): Promise<number> {
  const until = performance.now() + options.seconds * 1_000
  let count = 0
  const start = performance.now()
  await Promise.all(Array.from({ length: options.callers }, async () => { while (performance.now() < until) { await fn(); count++ } }))
  return count / ((performance.now() - start) / 1_000)
}

/** The two in turn, several rounds; the ratio of each round, then the median: holds when the machine's speed drifts. */
export async function paired(project: () => Promise<number>, yardstick: () => Promise<number>, rounds = 5): Promise<{ value: number; ratio: number }> {
  const values: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const mine = await project()
    const theirs = await yardstick()
    values.push(mine)
    ratios.push(mine / theirs)
  }
  return { value: median(values), ratio: median(ratios) }
}

/** Milliseconds a call takes, median of `n` after a warm-up. */
export async function milliseconds(fn: () => Promise<unknown>, n: number): Promise<number> {
  await fn()
  const times: number[] = []
  for (let index = 0; index < n; index++) {
    const start = performance.now()
    await fn()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** Milliseconds within which 95 of 100 calls end, and the median, one call after the other, after a warm-up. */
export async function percentiles(fn: () => Promise<unknown>, n: number, warmUp = 10): Promise<{ p50: number; p95: number }> {
  for (let index = 0; index < warmUp; index++) await fn()
  const times: number[] = []
  for (let index = 0; index < n; index++) {
    const start = performance.now()
    await fn()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return { p50: median(times), p95: times[Math.min(times.length - 1, Math.ceil(0.95 * times.length) - 1)] ?? 0 }
}

/** The same with some callers at once, each with a pause after every answer (none: asking again at once); they begin one after the other. */
export async function alsLeute(fn: () => Promise<unknown>, { callers, seconds, pause }: { readonly callers: number; readonly seconds: number; readonly pause: number }): Promise<{ p50: number; p95: number; n: number }> {
  const times: number[] = []
  const until = performance.now() + seconds * 1_000
  await Promise.all(Array.from({ length: callers }, async (_, index) => {
    await sleep(pause * index / callers)
    while (performance.now() < until) {
      const start = performance.now()
      await fn()
      times.push(performance.now() - start)
      // As people differ; without that all of them would soon ask in one moment or never do.
      if (pause > 0) await sleep(pause * (0.5 + Math.random()))
    }
  }))
  times.sort((a, b) => a - b)
  return { p50: median(times), p95: times[Math.min(times.length - 1, Math.ceil(0.95 * times.length) - 1)] ?? 0, n: times.length }
}
