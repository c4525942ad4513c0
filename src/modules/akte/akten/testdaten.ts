import type { App } from '../../../platform/app.js'
import type { Tx } from '../../../platform/database/database.js'
import { newId } from '../../../platform/time/index.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { openContext } from '../../../platform/usecases/execute.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { aktenplanImportieren } from '../aktenplan/index.js'
import { akteFuer, dokumentAblegen, vorgangAnlegen, type NeuerVorgang } from './index.js'

/** For tests of this room and of rooms above: a small file plan, and door functions run in transactions of their own. */
export const kleinerAktenplan = [
  { kennzeichen: '12', bezeichnung: 'Sicherheit und Ordnung' },
  { kennzeichen: '12.20', bezeichnung: 'Verkehr' },
  { kennzeichen: '12.20.03', bezeichnung: 'Bewohnerparken', aufbewahrung: 5, aussonderungsart: 'V' as const },
  { kennzeichen: '12.20.04', bezeichnung: 'Sondernutzung', aufbewahrung: 10, aussonderungsart: 'B' as const },
  { kennzeichen: '10.01', bezeichnung: 'Satzungen', aufbewahrung: 'unbefristet' as const, aussonderungsart: 'A' as const },
]

/** Reads the small file plan in; a second time changes nothing. */
export async function ladeAktenplan(app: App, mandantId: string): Promise<void> {
  await app.execute(systemActor(mandantId, 'test'), aktenplanImportieren, { einheiten: kleinerAktenplan })
}

/** Runs door functions as one use case would: context, transaction, events. */
export async function alsSystem<T>(app: App, mandantId: string, fn: (ctx: CommandContext) => Promise<T>, actor: Actor = systemActor(mandantId, 'test')): Promise<T> {
  return app.db.withMandant(mandantId, async (tx: Tx) => {
    const { ctx, finish } = openContext(app, tx, actor, 'test.arrange')
    ctx.unchanged()
    const result = await fn(ctx)
    await finish()
    return result
  })
}

/** A Vorgang in the yearly Akte of Bewohnerparken. */
export function testVorgang(app: App, mandantId: string, weiteres: Partial<NeuerVorgang> & { einheitId: string }): Promise<{ vorgangId: string; vorgangsnummer: string; kennzeichen: string; akteId: string }> {
  return alsSystem(app, mandantId, async (ctx) => {
    const akteId = weiteres.akteId ?? (await akteFuer(ctx, { aktenplaneinheit: '12.20.03', regel: 'jahr', betreff: 'Bewohnerparken', einheitId: weiteres.einheitId })).akteId
    return { akteId, ...await vorgangAnlegen(ctx, { betreff: 'Bewohnerparkausweis', typ: 'antrag', ...weiteres, akteId }) }
  })
}

export const testDatei = (zeichen = 'a') => ({ sha256: zeichen.repeat(64), size: 10, mime: 'application/pdf', dateiname: `${zeichen}.pdf` })

export function testDokument(app: App, mandantId: string, vorgangId: string, weiteres: Partial<Parameters<typeof dokumentAblegen>[1]> = {}): Promise<{ dokumentId: string }> {
  return alsSystem(app, mandantId, (ctx) => dokumentAblegen(ctx, {
    vorgangId, betreff: `Schreiben ${newId().slice(-4)}`, typ: 'schreiben', richtung: 'intern', datum: ctx.today, datei: testDatei(), pruefstatus: 'sauber', ...weiteres,
  }))
}

/** Units, roles, people and file plan of the demo town, for tests over the web. */
export async function ladeDemostadt(app: App, mandantId: string): Promise<void> {
  for (const name of ['organisation', 'konten', 'verwaltung', 'aktenplan']) await app.module.find((modul) => modul.name === name)?.seed?.(app, mandantId, 'musterstadt')
}

/** Fixed ids of the demo town. */
export const demo = {
  strassenverkehr: '01900000-0000-7000-8000-00000000e321', finanzen: '01900000-0000-7000-8000-00000000e020',
  sommer: '01900000-0000-7000-8000-00000000a001', lenz: '01900000-0000-7000-8000-00000000a003', post: '01900000-0000-7000-8000-00000000a004',
  admin: '01900000-0000-7000-8000-00000000a005', erika: '01900000-0000-7000-8000-00000000b001', deniz: '01900000-0000-7000-8000-00000000b002',
} as const
