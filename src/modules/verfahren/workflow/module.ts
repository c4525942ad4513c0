import { Conflict } from '../../../platform/errors.js'
import type { Modul } from '../../../platform/modul.js'
import { registerFortsetzung } from '../../grundlagen/aufgaben/index.js'
import { dienstAusfuehren } from './ausfuehren/job.js'
import type { Variables } from './domain/index.js'
import { sperreInstanz } from './instanz.js'
import { prozessCheck } from './cli.js'
import { prozessRoutes } from './prozesse/routes.js'
import { rechte } from './permissions.js'
import { registriereSaetze } from './saetze.js'
import { ereignisMelden } from './verfahren.js'
import { zeitgeber } from './zeitgeber/recurring.js'
import { mengen } from './mengen.js'

// A task of a process that is done moves the process, in the same transaction.
registerFortsetzung('workflow', async (ctx, aufgabe, { ergebnis, variablen, vermerk }) => {
  if (!aufgabe.instanzId || !aufgabe.tokenId) return
  const weiter = await ereignisMelden(ctx, aufgabe.instanzId, {
    type: 'taskCompleted', tokenId: aufgabe.tokenId, personId: ctx.actor.id,
    variables: { ...variablen as Variables, ergebnis, vermerk, erledigtVon: ctx.actor.id },
  })
  if (!weiter) throw new Conflict('workflow.schonWeiter', 'Das Verfahren ist inzwischen weitergegangen. Bitte laden Sie die Seite neu.')
}, (ctx, instanzId) => sperreInstanz(ctx.tx, instanzId))

registriereSaetze()

export const modul: Modul = {
  name: 'workflow', etage: 'verfahren', dependsOn: ['organisation', 'aufgaben'], mengen,
  rechte, routes: prozessRoutes, navigation: [{ bereich: 'verwaltung', titel: 'Verfahren', pfad: '/verwaltung/prozesse', recht: 'prozess.verwalten', rang: 60 }],
  jobs: [dienstAusfuehren as never], recurring: [zeitgeber], cli: [prozessCheck],
}
