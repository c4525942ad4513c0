import { Type } from 'typebox'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { finanzplan } from '../db/tables.js'
import { vzaebasisFestgelegt } from '../events.js'
import { vzaebasisVon } from './lesen.js'

const QUELLE_MAX = 300

/** Says what one full-time equivalent stands for in this town (H3-09). Planned figures stay as they are: they are in full-time equivalents. @throws Invalid */
export const vzaebasisFestlegen = command({
  name: 'finanzplan.vzaebasisFestlegen', input: Type.Object({ jahresstunden: Type.String(), quelle: Type.String() }, { additionalProperties: false }), allow: can('finanzplan.verwalten')(),
  async run(ctx, eingabe) {
    const [text, quelle] = [eingabe.jahresstunden.trim().replace('.', ''), eingabe.quelle.trim()]
    const jahresstunden = /^\d{4}$/.test(text) ? Number(text) : 0
    const fehler: Feldfehler[] = []
    if (jahresstunden < 1000 || jahresstunden > 2400) fehler.push({ feld: 'jahresstunden', text: 'Geben Sie ganze Stunden von 1.000 bis 2.400 ein, zum Beispiel 1.600.' })
    if (quelle === '' || quelle.length > QUELLE_MAX) fehler.push({ feld: 'quelle', text: `Woher kommt die Zahl? Höchstens ${QUELLE_MAX} Zeichen.` })
    if (fehler.length > 0) throw new Invalid(fehler)
    const bisher = await vzaebasisVon(ctx.tx)
    if (bisher?.jahresstunden === jahresstunden && bisher.quelle === quelle) return ctx.unchanged()
    const werte = { jahresstunden, quelle, festgelegt_am: ctx.now }
    await finanzplan(ctx.tx).insertInto('finanzplan.vzaebasis').values(werte).onConflict((on) => on.column('mandant_id').doUpdateSet(werte)).execute()
    ctx.emit(vzaebasisFestgelegt(ctx.mandantId, { jahresstunden, vorher: bisher?.jahresstunden ?? null }))
  },
})
