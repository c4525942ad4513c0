import type { App } from '../../../platform/app.js'
import type { Tx } from '../../../platform/database/database.js'
import { mitarbeitPfad, offeneMitwirkungen } from '../programm/index.js'
import { berichtPfad, PFAD, schreibPfad } from './anzeige.js'
import { berichte } from './db/tables.js'

const inErsterStadt = (fn: (tx: Tx) => Promise<string | undefined>) => async (app: App): Promise<string | undefined> => {
  const stadt = app.mandanten.all()[0]
  return stadt && app.db.withMandant(stadt.id, fn)
}

/** Paths that work in the demo, for visitors from outside. */
export const beispielSchreiben = inErsterStadt(async (tx) => {
  const row = await berichte(tx).selectFrom('berichte.pflicht as p').innerJoin('berichte.zeitraum as z', 'z.id', 'p.zeitraum_id').select(['p.zeitraum_id', 'p.objekt_id']).orderBy('z.monat', 'desc').orderBy('p.rang').executeTakeFirst()
  return row && schreibPfad(row.zeitraum_id, row.objekt_id)
})
/** The report that the person of another house writes in the demo: of a Vorhaben that is theirs. */
export const beispielVonAussen = inErsterStadt(async (tx) => {
  const heute = Temporal.Now.plainDateISO('Europe/Berlin')
  const [mitwirkung] = (await offeneMitwirkungen(tx, heute)).filter(({ berichtet }) => berichtet)
  const row = mitwirkung && await berichte(tx).selectFrom('berichte.pflicht as p').innerJoin('berichte.zeitraum as z', 'z.id', 'p.zeitraum_id').select('p.zeitraum_id').where('p.objekt_id', '=', mitwirkung.objektId).orderBy('z.monat', 'desc').executeTakeFirst()
  return row && `${mitarbeitPfad(mitwirkung.objektId)}/bericht/${row.zeitraum_id}`
})
export const beispielBericht = (danach = '') => inErsterStadt(async (tx) => {
  const row = await berichte(tx).selectFrom('berichte.statusbericht').select('id').orderBy('id').executeTakeFirst()
  return row && `${berichtPfad(row.id)}${danach}`
})
export const beispielVerlauf = inErsterStadt(async (tx) => {
  const row = await berichte(tx).selectFrom('berichte.statusbericht').select('objekt_id').orderBy('id').executeTakeFirst()
  return row && `${PFAD}/verlauf/${row.objekt_id}`
})
export const beispielPdf = inErsterStadt(async (tx) => {
  const row = await berichte(tx).selectFrom('berichte.programmbericht').select('id').orderBy('id').executeTakeFirst()
  return row && `${PFAD}/programmberichte/${row.id}/bericht.pdf`
})
