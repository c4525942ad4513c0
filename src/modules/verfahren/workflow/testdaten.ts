import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../../platform/app.js'
import { projectRoot } from '../../../platform/config/index.js'
import { newId } from '../../../platform/time/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { openContext } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aufgabenVon, type Aufgabe } from '../../grundlagen/aufgaben/index.js'
import type { Variables } from './domain/index.js'
import { dienstNamen, registerDienst } from './dienste.js'
import { modellFreigeben } from './modelle.js'
import { verfahrenStarten } from './verfahren.js'

/** For tests of this room and of rooms above: processes of a few lines, run by people who are not in the database. */

/** Runs door functions as one use case would: context, transaction, events, jobs. */
export async function imKontext<T>(app: App, mandantId: string, fn: (ctx: CommandContext) => Promise<T>, actor: Actor = systemActor(mandantId, 'test')): Promise<T> {
  return app.db.withMandant(mandantId, async (tx) => {
    const { ctx, finish } = openContext(app, tx, actor, 'test.imKontext')
    ctx.unchanged()
    const result = await fn(ctx)
    await finish()
    return result
  })
}

/** Releases a model and starts it for a Vorgang that exists only as an id. */
export function starteTestverfahren(
  app: App, mandantId: string, { xml, schluessel, einheitId, variablen = { rueckfrageFrist: null }, vorgangId = newId() }: { xml: string; schluessel: string; einheitId: string; variablen?: Variables; vorgangId?: string },
): Promise<{ instanzId: string; vorgangId: string; modellId: string }> {
  return imKontext(app, mandantId, async (ctx) => {
    const { modellId } = await modellFreigeben(ctx, { schluessel, xml })
    const { instanzId } = await verfahrenStarten(ctx, { modellId, vorgangId, einheitId, variablen, titel: 'Test', kontext: { vorgangsnummer: 'MS-2026-000001-1', betreff: 'Testvorgang', person: 'Erika Muster' } })
    return { instanzId, vorgangId, modellId }
  })
}

/** An employee with one role at one unit. */
export const beschaeftigte = (mandantId: string, rolle: string, einheitId: string, id: string = newId(), weitere: readonly string[] = []): Actor => ({
  art: 'personal', mandantId, id, name: `Testperson ${rolle}`, stufe: 1, zuweisungen: [{ rolle, rechte: new Set(['aufgabe.bearbeiten', ...weitere]), einheiten: new Set([einheitId]) }],
})

/** The one open task of that title. */
export async function offeneAufgabe(app: App, mandantId: string, vorgangId: string, titel?: string): Promise<Aufgabe> {
  const offen = (await app.db.withMandant(mandantId, (tx) => aufgabenVon(tx, vorgangId))).filter((aufgabe) => aufgabe.status === 'offen' && (!titel || aufgabe.titel === titel))
  const [eine] = offen
  if (!eine || offen.length > 1) throw new Error(`${offen.length} open tasks ${titel ?? ''}: ${offen.map((aufgabe) => aufgabe.titel).join(', ')}`)
  return eine
}

/** The process of the demo service as drawn, with plain masks and services that do nothing: rooms above are tested by themselves. */
export function testverfahren(): string {
  for (const dienst of ['test.erlassen', 'test.ruecknahme', 'test.rueckfrage']) if (!dienstNamen().has(dienst)) registerDienst(dienst, async (ctx) => { ctx.unchanged() })
  return readFileSync(join(projectRoot, 'demo/leistungen/bewohnerparkausweis/verfahren.bpmn'), 'utf8')
    .replace('bescheide.erlassen', 'test.erlassen').replace('antraege.ruecknahmeVermerken', 'test.ruecknahme').replace('antraege.rueckfrageStellen', 'test.rueckfrage')
    .replaceAll(/stadtkern:maske="(?!vorgang)[^"]*"/g, 'stadtkern:maske="allgemein"')
}
