import { setTimeout } from 'node:timers/promises'
import { Type } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { job } from '../../../../platform/jobs/job.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { schliessHindernisse, schliesseVorgang, vorgangById } from '../../../akte/akten/index.js'
import { aufgabeAnlegen } from '../../../grundlagen/aufgaben/index.js'
import { registerDienst } from '../../workflow/index.js'

/** Puts the Vorgang to the files at the end of its process. What still stands in the way becomes a task: nothing stays open unseen. */
export const vonSelbstAbschliessen = command({
  name: 'fallbearbeitung.vonSelbstAbschliessen',
  input: Type.Object({ vorgangId: Id, einheitId: Id, schlussvermerk: Text(4000) }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { vorgangId, einheitId, schlussvermerk }) {
    const vorgang = await vorgangById(ctx.tx, vorgangId)
    ctx.unchanged()
    if (!vorgang || vorgang.zdaAm) return
    const hindernisse = await schliessHindernisse.fuer(ctx.tx, vorgangId)
    if (hindernisse.length === 0) { await schliesseVorgang(ctx, vorgangId, schlussvermerk); return }
    await aufgabeAnlegen(ctx, {
      vorgangId, einheitId, gruppe: 'sachbearbeitung', titel: 'Vorgang abschließen', maske: 'vorgang.schliessen', eingabe: { hindernisse },
      kontext: { vorgangsnummer: vorgang.vorgangsnummer, betreff: vorgang.betreff },
    })
  },
})

/** A room is still making something for the Vorgang that has to be filed before it is closed, e.g. a confirmation. */
type NochUnterwegs = (tx: Tx, vorgangId: string) => Promise<boolean>
const unterwegs: NochUnterwegs[] = []
export const registerNochUnterwegs = (frage: NochUnterwegs): void => { unterwegs.push(frage) }

const PAUSE_MS = 250
const VERSUCHE = 120

/** After the commit of the process's last step: until then the process itself is still open work. */
export const abschliessenNachEnde = job<{ instanzId: string; vorgangId: string; einheitId: string; schlussvermerk: string }>({
  name: 'fallbearbeitung.abschliessenNachEnde',
  async run({ app, mandantId, actor, signal }, { instanzId, vorgangId, einheitId, schlussvermerk }) {
    const wartet = () => app.db.withMandant(mandantId, async (tx) => (await Promise.all(unterwegs.map((frage) => frage(tx, vorgangId)))).some(Boolean))
    for (let versuch = 0; versuch < VERSUCHE && await wartet(); versuch++) await setTimeout(PAUSE_MS, undefined, { signal })
    await app.execute(actor, vonSelbstAbschliessen, { vorgangId, einheitId, schlussvermerk }, { schluessel: `von-selbst:${instanzId}` })
  },
})

/** The last service task of a process that needs no clerk for closing; the clerk's note is the closing note. */
registerDienst('vorgang.vonSelbstAbschliessen', async (ctx, { instanzId, vorgangId, einheitId, variablen }) => {
  const vermerk = typeof variablen['vermerk'] === 'string' ? variablen['vermerk'].trim() : ''
  ctx.unchanged()
  ctx.enqueue(abschliessenNachEnde, { instanzId, vorgangId, einheitId, schlussvermerk: (vermerk || 'Das Verfahren ist beendet.').slice(0, 4000) })
})
