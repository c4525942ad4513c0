import { setTimeout } from 'node:timers/promises'
import { Type } from 'typebox'
import { isDatabaseAway } from '../../../../platform/database/connection-problem.js'
import { ExpectedError } from '../../../../platform/errors.js'
import { job, type JobContext } from '../../../../platform/jobs/job.js'
import { verfahrenActor } from '../../../../platform/usecases/actor.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { DienstFehler, dienstVon } from '../dienste.js'
import type { Variables } from '../domain/index.js'
import { lockInstanz } from '../instanz.js'
import { modellById } from '../modelle.js'
import { ereignisMelden, variablenVon, verfahrenVon } from '../verfahren.js'

export interface DienstAuftrag { readonly instanzId: string; readonly tokenId: string; readonly dienst: string; readonly eingabe: Variables }

const input = Type.Object({ instanzId: Id, tokenId: Type.String({ maxLength: 50 }), dienst: Type.String({ maxLength: 200 }), eingabe: Type.Record(Type.String(), Type.Unknown()) })

/** A service task: the room's rows and the next step of the process in one transaction. A repeated job finds the token gone. */
export const dienstErledigen = command({
  name: 'workflow.dienstErledigen', input, allow: intern(),
  async run(ctx, { instanzId, tokenId, dienst: name, eingabe }) {
    const instanz = await lockInstanz(ctx.tx, instanzId)
    if (!instanz.zustand.tokens.some((token) => token.id === tokenId && token.state === 'wait')) { ctx.unchanged(); return }
    const dienst = dienstVon(name)
    if (!dienst) throw new Error(`Service ${name} is not registered`)
    const variables = await dienst(ctx, { vorgangId: instanz.vorgangId ?? '', instanzId, tokenId, einheitId: instanz.einheitId, variablen: eingabe as Variables })
    await ereignisMelden(ctx, instanzId, { type: 'serviceCompleted', tokenId, ...(variables ? { variables } : {}) })
  },
})

/** What the process is told when a service could not do it: with a code a boundary error event may catch it, else it is an incident. */
export const dienstGescheitert = command({
  name: 'workflow.dienstGescheitert',
  input: Type.Object({ instanzId: Id, tokenId: Type.String({ maxLength: 50 }), code: Type.Optional(Type.String({ maxLength: 100 })), text: Type.String({ maxLength: 2000 }) }),
  allow: intern(),
  async run(ctx, { instanzId, tokenId, code, text }) {
    await ereignisMelden(ctx, instanzId, { type: 'serviceFailed', tokenId, message: text, ...(code ? { code } : {}) })
  },
})

const ATTEMPTS = 4
const PAUSE_MS = 200

/** Tries a service a few times with pauses; what does not work then becomes an incident that a person sees and retries. */
export const dienstAusfuehren = job<DienstAuftrag>({
  name: 'workflow.dienstAusfuehren', gleichzeitig: 4,
  async run({ app, mandantId, signal }, { instanzId, tokenId, dienst, eingabe }) {
    const actor = verfahrenActor(mandantId, dienst)
    for (let attempt = 1; ; attempt++) {
      const failure = await app.execute(actor, dienstErledigen, { instanzId, tokenId, dienst, eingabe }).then(() => undefined, (error: unknown) => error)
      if (failure === undefined) return
      // Nobody can repair this in the process, and nothing is wrong with it: the job comes again.
      if (isDatabaseAway(failure)) throw failure
      if (failure instanceof DienstFehler) return app.execute(actor, dienstGescheitert, { instanzId, tokenId, code: failure.code, text: failure.message })
      app.log.warn('dienst', { dienst, instanz: instanzId, versuch: attempt, fehler: String(failure) })
      if (attempt === ATTEMPTS || isFinal(failure)) return app.execute(actor, dienstGescheitert, { instanzId, tokenId, text: String(failure instanceof Error ? failure.message : failure).slice(0, 2000) })
      await setTimeout(PAUSE_MS * 4 ** (attempt - 1), undefined, { signal })
    }
  },
})

/** What was refused for a reason will be refused again; only "at the same moment" may pass. */
const isFinal = (error: unknown): boolean => error instanceof ExpectedError && error.code !== 'gleichzeitigGeaendert'

/** Runs now what the processes of a Vorgang would hand to the worker: for demo data that goes on from there. The job finds it done. */
export async function diensteJetztAusfuehren(context: JobContext, vorgangId: string): Promise<void> {
  const { app, mandantId } = context
  const auftraege = await app.db.withMandant(mandantId, async (tx): Promise<DienstAuftrag[]> => {
    const eingabe = await variablenVon(tx, vorgangId)
    const ids = (await verfahrenVon(tx, vorgangId)).filter(({ status }) => status === 'active').map(({ id }) => id)
    const gefunden: DienstAuftrag[] = []
    for (const id of ids) {
      const { modellId, zustand } = await lockInstanz(tx, id)
      const modell = await modellById(tx, mandantId, modellId)
      for (const token of zustand.tokens) {
        const knoten = modell.modell.nodes[token.nodeId]
        if (token.state === 'wait' && knoten?.kind === 'serviceTask' && knoten.dienst) gefunden.push({ instanzId: id, tokenId: token.id, dienst: knoten.dienst, eingabe })
      }
    }
    return gefunden
  })
  for (const auftrag of auftraege) await dienstAusfuehren.run(context, auftrag)
}
