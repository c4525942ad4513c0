import { sql } from 'kysely'
import type { App } from '../../src/platform/app.js'
import type { Tx } from '../../src/platform/database/database.js'
import { alsSystem, demo, ladeDemostadt, testDokument, testVorgang } from '../../src/modules/akte/akten/testdaten.js'
import { aufgabeAnlegen } from '../../src/modules/grundlagen/aufgaben/index.js'
import { befangenheitEintragen } from '../../src/modules/akte/akten/index.js'
import { musterstadt, system } from '../app.js'

/** As much as the pages need so that each of their statements is sent: one Vorgang with a document and a task, and people. */
export async function legeEinWenigAn(app: App): Promise<void> {
  await ladeDemostadt(app, musterstadt)
  const { vorgangId, vorgangsnummer } = await testVorgang(app, musterstadt, { einheitId: demo.strassenverkehr, betreff: 'Antrag auf Gewerbeanmeldung' })
  await testDokument(app, musterstadt, vorgangId, { betreff: 'Antrag' })
  await alsSystem(app, musterstadt, (ctx) => aufgabeAnlegen(ctx, {
    vorgangId, einheitId: demo.strassenverkehr, gruppe: 'sachbearbeitung', titel: 'Antrag prüfen', maske: 'allgemein', faelligAm: ctx.today.subtract({ days: 1 }), kontext: { vorgangsnummer, betreff: 'Winkel', person: 'Erika Muster' },
  }))
  // Lists ask otherwise where there is something that a person may not see.
  const anderer = await testVorgang(app, musterstadt, { einheitId: demo.strassenverkehr })
  await app.execute(system(), befangenheitEintragen, { vorgangId: anderer.vorgangId, kontoId: demo.sommer, grund: 'Angehörige' })
}

/** What the pages are asked about: in a small town there is one of each, in a big one the one with most in it. */
legeEinWenigAn.finde = async (tx: Tx): Promise<{ nummer: string; akteId: string; cursor: string; dokumentId: string; plan: string }> => {
  const { rows: [aufgabe] } = await sql<{ nummer: string; akte: string; cursor: string }>`select v.vorgangsnummer as nummer, v.akte_id as akte, a.rang::text || '~' || a.id as cursor
    from aufgaben.aufgabe a join akten.vorgang v on v.mandant_id = a.mandant_id and v.id = a.vorgang_id
    where a.status = 'offen' and a.einheit_id = ${demo.strassenverkehr} and v.stufe = 0 order by a.rang desc, a.id desc offset (select count(*) / 10 from aufgaben.aufgabe where status = 'offen' and einheit_id = ${demo.strassenverkehr}) limit 1`.execute(tx)
  const { rows: [akte] } = await sql<{ id: string }>`select akte_id as id from akten.vorgang where einheit_id = ${demo.strassenverkehr} and stufe = 0 group by akte_id order by count(*) desc limit 1`.execute(tx)
  const { rows: [dokument] } = await sql<{ id: string; plan: string }>`select d.id, regexp_replace(k.kennzeichen, '[/].*', '') as plan from akten.dokument d join akten.vorgang v on v.mandant_id = d.mandant_id and v.id = d.vorgang_id
    join akten.akte k on k.mandant_id = v.mandant_id and k.id = v.akte_id where v.vorgangsnummer = ${aufgabe?.nummer ?? ''} order by d.lfd limit 1`.execute(tx)
  if (!aufgabe || !dokument) throw new Error('There is no open task whose Vorgang has a document')
  return { nummer: aufgabe.nummer, akteId: akte?.id ?? aufgabe.akte, cursor: aufgabe.cursor.includes('~') ? aufgabe.cursor : '', dokumentId: dokument.id, plan: dokument.plan }
}
