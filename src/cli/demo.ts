import { totalmem } from 'node:os'
import type { CommandContext } from './command-line.js'
import { ZONE } from '../platform/time/index.js'
import { flag } from './permissions.js'
import { UsageError } from './usage-error.js'
import { withApp } from './with-app.js'

/** `--vorgaenge N [--mandanten M]`: N copies of the demo's Vorgänge, half of them in the demo town when there are more towns. */
async function fuelleDemo({ args, json, print }: CommandContext): Promise<0 | 1> {
  const [vorgaenge, mandanten] = [anzahl(args, '--vorgaenge', 2_000_000), anzahl(args, '--mandanten', 1_000)]
  return withApp(async (app, ownerUrl) => {
    const stadt = app.mandanten.bySchluessel('musterstadt')
    if (app.config.mode !== 'demo' || !stadt) throw new Error('Diese Installation ist keine Demo. Erfundene Vorgänge gehören nicht unter echte.')
    let zuletzt = 0
    const fortschritt = (text: string): void => {
      if (json || (!process.stderr.isTTY && Date.now() - zuletzt < 10_000)) return
      zuletzt = Date.now()
      process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${text}` : `${text}\n`)
    }
    const { fuelle } = await import('../modules/zugang/demo/index.js')
    const ergebnis = await fuelle(app, ownerUrl, { vorgaenge, mandanten, mandantId: stadt.id, fortschritt })
    if (!json && process.stderr.isTTY) process.stderr.write('\r\x1b[K')
    const sekunden = Object.values(ergebnis.sekunden).reduce((sum, one) => sum + one, 0)
    print({ ok: ergebnis.verstoesse.length === 0, ...ergebnis }, [
      `${ergebnis.vorgaenge.toLocaleString('de')} Vorgänge in ${ergebnis.mandanten} ${ergebnis.mandanten === 1 ? 'Stadt' : 'Städten'}, ${ergebnis.zeilen.toLocaleString('de')} Zeilen, ${sekunden.toFixed(0)} s`,
      ...Object.entries(ergebnis.sekunden).map(([name, wert]) => `  ${name.padEnd(12)} ${wert} s`),
      ...(ergebnis.verstoesse.length === 0 ? ['Alle Regeln geprüft, kein Verstoß.'] : ergebnis.verstoesse.map(({ satz, anzahl: wie }) => `Verstoß: ${satz} (${wie})`)),
    ].join('\n'))
    return ergebnis.verstoesse.length === 0 ? 0 : 1
    // Where 200 towns are written to at once, more has to be at hand than a desk's server has.
  }, { vorhanden: true, settings: { shared_buffers: `${Math.min(2_048, Math.floor(totalmem() / 2 ** 23))}MB` } })
}

function anzahl(args: readonly string[], name: string, hoechstens: number): number {
  const text = flag(args, name)
  if (text === undefined && name === '--mandanten') return 1
  const wert = Number(text)
  if (!Number.isSafeInteger(wert) || wert < 1 || wert > hoechstens) throw new UsageError(`${name} braucht eine ganze Zahl von 1 bis ${hoechstens}.`)
  return wert
}

/** Addresses, sign-ins and clock of a demo installation. */
export async function demoCommand(context: CommandContext): Promise<0 | 1> {
  const { args, print } = context
  if (args.includes('--vorgaenge') || args.includes('--mandanten')) return fuelleDemo(context)
  return withApp(async (app) => {
    if (app.config.mode !== 'demo') throw new Error('Diese Installation ist keine Demo.')
    const { port } = app.config
    const mandanten = app.mandanten.all().map((mandant) => ({ name: mandant.name, url: `http://${mandant.hosts.find((host) => host.endsWith('.localhost')) ?? 'localhost'}:${port}` }))
    const logins = await app.module.find((modul) => modul.demoLogins)?.demoLogins?.(app) ?? []
    const clock = app.clock.now().toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' })
    print({ url: app.config.baseUrl, mandanten, logins, clock },
      [`Stadtkern (Demo): ${app.config.baseUrl}`, ...mandanten.map((mandant) => `  ${mandant.name}: ${mandant.url}`), '', 'Anmeldungen:',
        ...logins.map((login) => `  ${login.mandant}  ${login.rolle.padEnd(16)} ${login.kennung.padEnd(28)} ${login.passwort}${login.totpSecret ? `  TOTP ${login.totpSecret}` : ''}`), '', `Uhr: ${clock}`].join('\n'))
    return 0 as const
  })
}
