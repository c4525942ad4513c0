import type { App } from '../../../platform/app.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { openContext } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { akteFuer, dokumentAblegen, vorgangAnlegen } from '../../akte/akten/index.js'
import { aktenplanImportieren } from '../../akte/aktenplan/index.js'
import { findEinheitByKuerzel } from '../../grundlagen/organisation/index.js'
import { modellFreigeben, verfahrenStarten } from '../workflow/index.js'
import { testverfahren } from '../workflow/testdaten.js'

/** For tests of this room and of rooms above: the demo town's people and a case of the demo service at its first step. */

export const leute = { sommer: '01900000-0000-7000-8000-00000000a001', thal: '01900000-0000-7000-8000-00000000a002', lenz: '01900000-0000-7000-8000-00000000a003', post: '01900000-0000-7000-8000-00000000a004', admin: '01900000-0000-7000-8000-00000000a005' } as const

/** Units, roles and people of the demo, without the cases that other rooms would make. */
export async function demoStadt(app: App, mandantId: string): Promise<void> {
  for (const name of ['organisation', 'konten', 'verwaltung']) await app.module.find((modul) => modul.name === name)?.seed?.(app, mandantId, 'musterstadt')
  await app.execute(systemActor(mandantId, 'test'), aktenplanImportieren, { einheiten: [
    { kennzeichen: '12', bezeichnung: 'Sicherheit und Ordnung' }, { kennzeichen: '12.20', bezeichnung: 'Verkehr' },
    { kennzeichen: '12.20.03', bezeichnung: 'Bewohnerparken', aufbewahrung: 5, aussonderungsart: 'V' },
  ] })
}

export interface Testfall { readonly vorgangId: string; readonly vorgangsnummer: string; readonly instanzId: string }

/** A Vorgang of 32.1 with one document, its process at „Antrag prüfen“. */
export function testFall(app: App, mandantId: string, { person = 'Erika Muster', xml, stufe = 0 }: { person?: string; xml?: string; stufe?: 0 | 1 | 2 } = {}): Promise<Testfall> {
  return imSystem(app, mandantId, async (ctx) => {
    const einheit = await findEinheitByKuerzel(ctx.tx, '32.1')
    if (!einheit) throw new Error('demoStadt first')
    const { akteId } = await akteFuer(ctx, { aktenplaneinheit: '12.20.03', regel: 'jahr', betreff: 'Bewohnerparken', einheitId: einheit.id })
    const { vorgangId, vorgangsnummer } = await vorgangAnlegen(ctx, { akteId, betreff: `Bewohnerparkausweis für ${person}`, typ: 'antrag', einheitId: einheit.id, leistung: 'bewohnerparkausweis', stufe })
    await dokumentAblegen(ctx, { vorgangId, betreff: 'Antrag', typ: 'antrag', richtung: 'eingang', datum: ctx.today, pruefstatus: 'sauber', datei: { sha256: 'a'.repeat(64), size: 48_000, mime: 'application/pdf', dateiname: 'antrag.pdf' } })
    const { modellId } = await modellFreigeben(ctx, { schluessel: xml ? 'test.eigenes' : 'test.bewohnerparkausweis', xml: xml ?? testverfahren() })
    const { instanzId } = await verfahrenStarten(ctx, { modellId, vorgangId, einheitId: einheit.id, variablen: { rueckfrageFrist: null }, titel: 'Bewohnerparkausweis', kontext: { vorgangsnummer, betreff: 'Bewohnerparkausweis', person, stufe } })
    return { vorgangId, vorgangsnummer, instanzId }
  })
}

/** Runs door functions as one use case would. */
export async function imSystem<T>(app: App, mandantId: string, fn: (ctx: CommandContext) => Promise<T>): Promise<T> {
  return app.db.withMandant(mandantId, async (tx) => {
    const { ctx, finish } = openContext(app, tx, systemActor(mandantId, 'test'), 'test.imSystem')
    ctx.unchanged()
    const result = await fn(ctx)
    await finish()
    return result
  })
}
