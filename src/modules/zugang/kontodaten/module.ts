import type { App } from '../../../platform/app.js'
import type { Modul } from '../../../platform/modul.js'
import { registerKontoTeil } from '../../verfahren/antraege/index.js'
import { auskunftErstellen } from './auskunft/job.js'
import { auskunftsteil } from './auskunft/konto-teil.js'
import { kontodaten } from './db/tables.js'
import { mailZurLoeschung } from './loeschen/mail.js'
import { kontopflege } from './pflege/recurring.js'
import { routes } from './routes.js'
import { registriereSaetze } from './saetze.js'

registriereSaetze()
registerKontoTeil(auskunftsteil)

/** Files that can still be fetched; the collector of orphans spares them. */
async function* dateien(app: App, mandantId: string) {
  const rows = await app.db.withMandant(mandantId, (tx) => kontodaten(tx).selectFrom('kontodaten.auskunft').select(['id', 'sha256']).where('status', '=', 'fertig').execute())
  yield* rows.flatMap(({ id, sha256 }) => (sha256 ? [{ sha256, objekt: `auskunft ${id}` }] : []))
}

export const modul: Modul = {
  name: 'kontodaten', etage: 'zugang', dependsOn: ['konten', 'akten', 'ausgang', 'antraege', 'onlineantrag', 'forderungen'],
  routes, jobs: [auskunftErstellen as never, mailZurLoeschung as never], recurring: [kontopflege], dateien: [dateien],
}
