import type { App } from '../../../platform/app.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { findPersonal } from '../../grundlagen/konten/index.js'
import { ansichtSpeichern } from './ansichten/command.js'
import { ansichtenFuer } from './ansichten/lesen.js'

/** What the Programmbüro of the demo has kept and shared; nobody else can save a view for a person. */
const ANSICHTEN = [
  { name: 'Monatsgespräch mit dem Verwaltungsvorstand', sicht: 'vorstand', frage: 'zeitraum=12', rolle: 'vorstand' },
  { name: 'Laufende Vorhaben mit hoher Priorität', sicht: 'programmbuero', frage: 'prioritaet=hoch&status=laufend', rolle: '' },
] as const

export async function seed(app: App, mandantId: string, stadt: string): Promise<void> {
  if (stadt !== 'musterstadt') return
  const actor = await app.db.withMandant(mandantId, async (tx) => {
    const konto = await findPersonal(tx, 'p.plan')
    return konto && { art: 'personal' as const, mandantId, id: konto.id, name: konto.name, ...(await rollenbildVon(tx, konto.id, app.clock.today())) }
  })
  if (!actor || (await app.db.withMandant(mandantId, (tx) => ansichtenFuer(tx, actor))).length > 0) return
  for (const ansicht of ANSICHTEN) await app.execute(actor, ansichtSpeichern, ansicht)
}
