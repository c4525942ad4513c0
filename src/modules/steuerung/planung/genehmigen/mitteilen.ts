import { job } from '../../../../platform/jobs/job.js'
import type { Tx } from '../../../../platform/database/database.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { planung } from '../db/tables.js'
import { ladePlan } from '../plan.js'

type Mitteilung = { readonly planId: string } & ({ readonly basisId: string } | { readonly antragId: string })
interface Nachricht { readonly an: readonly string[]; readonly betreff: string; readonly satz: string; readonly schluessel: string }

/** The people who work by this approval: who gave it, who answers for something open in the plan, who waits for a decision. */
async function ausWiderruf(tx: Tx, planId: string, basisId: string): Promise<Nachricht> {
  const plan = await ladePlan(tx, planId)
  const basis = await planung(tx).selectFrom('planung.basis as b')
    .innerJoin('planung.basiswiderruf as w', (join) => join.onRef('w.basis_id', '=', 'b.id').onRef('w.mandant_id', '=', 'b.mandant_id'))
    .select(['b.nummer', 'b.genehmigt_von', 'w.zurueckgezogen_von']).where('b.id', '=', basisId).executeTakeFirstOrThrow()
  const verantwortliche = await planung(tx).selectFrom('planung.eintrag').select('verantwortlich_id as id').distinct()
    .where('plan_id', '=', planId).where('entfernt_am', 'is', null).where('ist_ende', 'is', null)
    .where('verantwortlich_id', 'is not', null).limit(500).execute()
  const wartende = await planung(tx).selectFrom('planung.aenderungsantrag').select('gestellt_von as id').distinct()
    .where('plan_id', '=', planId).where('status', '=', 'offen').limit(100).execute()
  const alle = [basis.genehmigt_von, ...[...verantwortliche, ...wartende].flatMap(({ id }) => id ?? [])]
  return {
    an: [...new Set(alle)].filter((id) => id !== basis.zurueckgezogen_von),
    betreff: `Genehmigung zurückgezogen: ${plan.titel}`,
    satz: `Die Genehmigung von Basisplan ${basis.nummer} ist zurückgezogen. Er gilt nicht mehr.`, schluessel: `basis-${basisId}`,
  }
}

/** What became of a change request, to whoever asked. */
async function ausAntrag(tx: Tx, planId: string, antragId: string): Promise<Nachricht> {
  const plan = await ladePlan(tx, planId)
  const antrag = await planung(tx).selectFrom('planung.aenderungsantrag').select(['nummer', 'status', 'gestellt_von'])
    .where('id', '=', antragId).executeTakeFirstOrThrow()
  const genehmigt = antrag.status === 'genehmigt'
  return {
    an: [antrag.gestellt_von], betreff: `Änderungsantrag ${antrag.nummer} ${genehmigt ? 'genehmigt' : 'abgelehnt'}: ${plan.titel}`,
    satz: `Ihr Änderungsantrag ${antrag.nummer} ist ${genehmigt ? 'genehmigt und in den Plan übernommen' : 'abgelehnt'}.`,
    schluessel: `antrag-${antragId}`,
  }
}

const istKonto = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** By mail that something was decided about a plan. Reasons are on the page: mail is not confidential (A7-05). */
export const planentscheidungMitteilen = job<Mitteilung>({
  name: 'planung.planentscheidungMitteilen',
  async run({ app, mandantId }, angabe) {
    const { planId } = angabe
    const { nachricht, konten } = await app.db.withMandant(mandantId, async (tx) => {
      const eine = 'basisId' in angabe ? await ausWiderruf(tx, planId, angabe.basisId) : await ausAntrag(tx, planId, angabe.antragId)
      return { nachricht: eine, konten: [...(await kontenById(tx, eine.an.filter(istKonto))).values()] }
    })
    for (const konto of konten) {
      if (konto.status !== 'aktiv' || !konto.email) continue
      await app.mail.send(mandantId, {
        to: { address: konto.email, name: konto.name }, subject: nachricht.betreff,
        messageId: `<plan-${nachricht.schluessel}-${konto.id}@stadtkern.invalid>`,
        text: `Guten Tag ${konto.name},\n\n${nachricht.satz}\n\n`
          + 'Den Grund lesen Sie im Arbeitsplatz unter „Planung“, im Plan unter „Genehmigung“.\n',
      })
    }
  },
})
