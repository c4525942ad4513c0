import type { CommandContext } from './command-line.js'
import { ZONE } from '../platform/time/index.js'
import { withApp } from './with-app.js'

/** Addresses, sign-ins and clock of a demo installation. */
export async function demoCommand({ print }: CommandContext): Promise<0> {
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
