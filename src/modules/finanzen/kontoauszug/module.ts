import type { App } from '../../../platform/app.js'
import { registerEreignissatz } from '../../../platform/events/index.js'
import type { Modul } from '../../../platform/modul.js'
import { kontoauszug } from './db/tables.js'
import { auszugGebucht, auszugHochgeladen } from './events.js'
import { kontoauszugCheck, kontoauszugImport } from './cli.js'
import { routes } from './routes.js'
import { seed } from './seed.js'

registerEreignissatz(auszugHochgeladen.typ, () => 'hat einen Kontoauszug zur Ansicht hochgeladen', { titel: 'Kontoauszug hochgeladen' })
registerEreignissatz(auszugGebucht.typ, ({ daten }) => `hat einen Kontoauszug gebucht: ${String(daten['gebucht'])} Zahlungen, ${String(daten['klaerung'])} zur Klärung`, { titel: 'Kontoauszug gebucht' })

/** The statements as the bank delivered them are vouchers: they stay. */
async function* dateien(app: App, mandantId: string) {
  const rows = await app.db.withMandant(mandantId, (tx) => kontoauszug(tx).selectFrom('kontoauszug.auszug').select(['id', 'sha256']).execute())
  yield* rows.map(({ id, sha256 }) => ({ sha256, objekt: `kontoauszug ${id}` }))
}

export const modul: Modul = { name: 'kontoauszug', etage: 'finanzen', dependsOn: ['forderungen', 'bezahlung', 'rechnungspruefung'], routes, dateien: [dateien], cli: [kontoauszugCheck, kontoauszugImport], seed }
