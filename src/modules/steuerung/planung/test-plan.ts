import type { App } from '../../../platform/app.js'
import { newId } from '../../../platform/time/index.js'
import type { Actor } from '../../../platform/usecases/actor.js'
import { musterstadt, personalActor } from '../../../../test/app.js'
import type { Aenderung } from './domain/aenderung.js'
import type { Feld } from './domain/felder.js'
import { planAendern, planAnlegen } from './index.js'

export const planerin = personalActor(['planung.lesen', 'planung.bearbeiten'], { id: '01900000-0000-7000-8000-0000000000a1' })
export const leitung = personalActor(['planung.lesen', 'planung.bearbeiten', 'planung.genehmigen'], { id: '01900000-0000-7000-8000-0000000000a2' })

/** A plan of three activities in a row and a milestone at their end, for tests. */
export async function testPlan(app: App, actor: Actor = planerin, titel = 'Testplan') {
  const { planId } = await app.execute(actor, planAnlegen, { titel, beginn: '2026-09-07', schwelle: 3 })
  const [a, b, m] = [newId(), newId(), newId()]
  const neu = (id: string, felder: Partial<Record<Feld, string>>): Aenderung => ({ art: 'neu', id, felder })
  const folgt = (vonId: string, nachId: string): Aenderung => ({ art: 'verbinden', vonId, nachId, typ: 'FS', abstand: 0 })
  await app.execute(actor, planAendern, { planId, aenderungen: [neu(a, { titel: 'Ausschreibung', dauer: '5' }), neu(b, { titel: 'Einführung', dauer: '3' }), neu(m, { titel: 'Betrieb', art: 'meilenstein' }), folgt(a, b), folgt(b, m)] as never })
  return { planId, a, b, m, mandantId: musterstadt }
}
