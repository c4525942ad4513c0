import type { CommandContext } from '../cli.js'
import { ZONE } from '../platform/time/index.js'
import { withApp } from './with-app.js'

/** `clock set 2027-01-04T08:00`, `clock advance P3D`, `clock real`: the business clock of a running demo installation. */
export async function clockCommand({ args, print }: CommandContext): Promise<0 | 1 | 2> {
  const [verb, value] = args
  const move = readMove(verb, value)
  if (!move) return usage()
  return withApp(async (app) => {
    if (app.config.mode !== 'demo') { process.stderr.write('Die Uhr lässt sich nur in der Demo stellen.\n'); return 1 }
    if (move !== 'zeigen') await app.clock.set(move === 'echt' ? 'echt' : move(app.clock.now()))
    const now = app.clock.now().toZonedDateTimeISO(ZONE)
    print({ clock: now.toString({ timeZoneName: 'never', smallestUnit: 'second' }), moved: app.clock.moved }, `Uhr: ${now.toLocaleString('de-DE', { dateStyle: 'full', timeStyle: 'short' })}${app.clock.moved ? ' (gestellt)' : ''}`)
    return 0
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

function usage(): 2 {
  process.stderr.write('Aufruf: stadtkern clock [set 2027-01-04T08:00 | advance P3D | real]\n')
  return 2
}
