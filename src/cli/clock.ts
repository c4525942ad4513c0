import type { CommandContext } from './command-line.js'
import { ZONE } from '../platform/time/index.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

/** `clock set 2027-01-04T08:00`, `clock advance P3D`, `clock real`: the business clock of a running demo installation. */
export async function clockCommand({ args, print }: CommandContext): Promise<0> {
  const [verb, value] = args
  const move = readMove(verb, value)
  if (!move) throw new UsageError(`»${value ?? ''}« ist ${verb === 'set' ? 'kein Zeitpunkt wie 2027-01-04T08:00' : 'keine Dauer wie P3D'}.`)
  return withApp(async (app) => {
    if (move !== 'zeigen' && app.config.mode !== 'demo') throw new Error('Die Uhr lässt sich nur in der Demo stellen.')
    if (move !== 'zeigen') await app.clock.set(move === 'echt' ? 'echt' : move(app.clock.now()))
    const now = app.clock.now().toZonedDateTimeISO(ZONE)
    print({ clock: now.toString({ timeZoneName: 'never', smallestUnit: 'second' }), moved: app.clock.moved }, `Uhr: ${now.toLocaleString('de-DE', { dateStyle: 'full', timeStyle: 'short' })}${app.clock.moved ? ' (gestellt)' : ''}`)
    return 0 as const
  })
}

type Move = 'echt' | 'zeigen' | ((now: Temporal.Instant) => Temporal.Instant)

function readMove(verb: string | undefined, value: string | undefined): Move | undefined {
  try {
    if (verb === undefined) return 'zeigen'
    if (verb === 'real' && value === undefined) return 'echt'
    if (verb === 'set' && value) { const target = Temporal.PlainDateTime.from(value).toZonedDateTime(ZONE).toInstant(); return () => target }
    if (verb === 'advance' && value) { const by = Temporal.Duration.from(value); return (now) => now.toZonedDateTimeISO(ZONE).add(by).toInstant() }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}
