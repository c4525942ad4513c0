import { registerDienst, DienstFehler } from '../workflow/index.js'
import { vermerkeAnzeige } from './anzeige/vermerken.js'
import { lockAntrag } from './antrag.js'
import { antraege } from './db/tables.js'
import { istStatus } from './domain/status.js'
import { ruecknahmeVermerkt } from './events.js'
import { fragenAus, stelleRueckfragen } from './rueckfrage/stellen.js'
import { setzeStatus } from './status/status.js'

/** What processes may call in this room. Each is repeatable: the same call again changes nothing. */
export function registriereDienste(): void {
  registerDienst('antraege.statusSetzen', async (ctx, { vorgangId, variablen }) => {
    const nach = variablen['status']
    if (!istStatus(nach)) throw new DienstFehler('statusUnbekannt', `„${String(nach)}“ ist kein Status eines Antrags.`)
    await setzeStatus(ctx, await lockAntrag(ctx.tx, { vorgangId }), nach)
    ctx.unchanged()
  })

  registerDienst('antraege.rueckfrageStellen', async (ctx, { vorgangId, variablen }) => {
    const fragen = fragenAus(variablen, ctx.today)
    if (!fragen) throw new DienstFehler('rueckfrageFehlt', 'Es soll eine Rückfrage gestellt werden, aber es gibt keine Frage.')
    await stelleRueckfragen(ctx, vorgangId, fragen)
    ctx.unchanged()
  })

  registerDienst('antraege.anzeigeVermerken', async (ctx, { vorgangId, variablen }) => {
    await vermerkeAnzeige(ctx, vorgangId, typeof variablen['vermerk'] === 'string' ? variablen['vermerk'].trim() : '')
  })

  registerDienst('antraege.ruecknahmeVermerken', async (ctx, { vorgangId }) => {
    const antrag = await lockAntrag(ctx.tx, { vorgangId })
    const { numUpdatedRows } = await antraege(ctx.tx).updateTable('antraege.ruecknahme').set({ vermerkt_am: ctx.now }).where('antrag_id', '=', antrag.id).where('vermerkt_am', 'is', null).executeTakeFirst()
    if (numUpdatedRows > 0n) ctx.emit(ruecknahmeVermerkt(antrag.id, vorgangId))
    else ctx.unchanged()
    return { antragZurueckgenommen: true }
  })
}
