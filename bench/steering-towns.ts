import { Client } from 'pg'
import { openSession } from '../src/platform/auth/session.js'
import { openDatabase } from '../src/platform/database/database.js'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { demoPersonal } from '../src/modules/grundlagen/konten/index.js'
import { town } from './town.js'

export interface Size { readonly towns: number; readonly measures: number; readonly months: number }

/**
 * Towns with a programme each, as years of work leave it: measures in eight fields with milestones, monthly reports with their words,
 * monthly figures of the budget, plans with risks, decisions and people. Written by bulk SQL in the order in which time writes it,
 * month by month over all towns, so that a town's rows lie as far apart as they really do. The first town is the demo's.
 */
const small = ({ towns, measures, months }: Size): readonly string[] => [
  'create schema bench',
  `create unlogged table s as select nr, case when nr = 1 then '${town}'::uuid else uuidv7() end as mandant, uuidv7() as id, uuidv7() as plan from generate_series(1, ${towns}) nr`,
  "insert into programm.strategie (mandant_id, id, kennung, name, jahr_von, jahr_bis) select mandant, id, 'bench', 'Digitale Stadt', 2024, 2029 from s",
  'create unlogged table f as select s.nr as stadt, s.mandant, s.id as strategie, f as nr, uuidv7() as id from s, generate_series(1, 8) f',
  "insert into programm.objekt (mandant_id, id, strategie_id, art, nummer, name, rang) select mandant, id, strategie, 'handlungsfeld', nr::text, 'Handlungsfeld ' || nr, nr from f",
  `create unlogged table o as select f.stadt, f.mandant, f.strategie, f.id as feld, m as nr, uuidv7() as id from f join generate_series(1, ${measures}) m on m % 8 + 1 = f.nr order by m, f.stadt`,
  `insert into programm.objekt (mandant_id, id, strategie_id, art, ober_id, nummer, name, texte, status, prioritaet, beginn, ende, verantwortlich, rang)
    select mandant, id, strategie, 'massnahme', feld, nr::text, 'Maßnahme ' || nr || ' der Strategie', jsonb_build_object('beschreibung', repeat('Beschreibung der Maßnahme. ', 20)),
      case when nr % 10 = 0 then 'geplant' else 'laufend' end, (array['hoch', 'mittel', 'niedrig'])[nr % 3 + 1], current_date - 900, current_date + nr % 700 - 60, 'Amt ' || nr % 30, 100 + nr from o`,
  `insert into programm.objekt (mandant_id, id, strategie_id, art, ober_id, name, ende, status, rang)
    select mandant, uuidv7(), strategie, 'meilenstein', id, 'MS0' || k || ' von Maßnahme ' || nr, current_date + k * 200 - 300 + nr % 90, case when k = 1 and nr % 9 > 0 then 'abgeschlossen' end, 1000 + nr from o, generate_series(1, 3) k`,
  `create unlogged table z as select s.nr as stadt, s.mandant, s.id as strategie, m as nr, (date_trunc('month', current_date) - m * interval '1 month')::date as monat, uuidv7() as id from generate_series(${months}, 1, -1) m, s`,
  `insert into berichte.zeitraum (mandant_id, id, strategie_id, monat, stichtag, faellig_am, eroeffnet_am)
    select mandant, id, strategie, monat, (monat + interval '1 month - 1 day')::date, (monat + interval '1 month + 6 days')::date, monat from z`,
  `create unlogged table i as select jsonb_build_object('zeit', w, 'ressourcen', w, 'qualitaet', w, 'aktivitaeten', repeat('Abstimmung mit den Fachämtern. ', 6), 'naechste', repeat('Rückmeldungen einarbeiten. ', 4), 'risiken', '', 'entscheidungen', '[]'::jsonb, 'meilensteine', '[]'::jsonb) as inhalt
    from (select jsonb_build_object('begruendung', 'Die Zulieferung kam später als vereinbart.', 'gegenmassnahme', 'Wöchentliche Abstimmung bis zur Abnahme.') as w) x`,
  `create unlogged table g as select o.*, uuidv7() as zeile from o`,
  `insert into finanzplan.zeile (mandant_id, id, strategie_id, objekt_id, von_hand, bezeichnung, spalte, stand, jahr_von, jahr_bis, bezug, betrag_cent, produkt, sachkonto, geaendert_am)
    select mandant, zeile, strategie, id, true, 'Kosten der Maßnahme ' || nr, (array['einmalig', 'laufend', 'beratung'])[nr % 3 + 1], 'plan', 2025, 2028, 'jaehrlich', 1000000 + nr * 5000, '01.10.01', '523200', now() from g`,
  "insert into planung.plan (mandant_id, id, titel, strategie_id, beginn, created_at) select mandant, plan, 'Programmplan', id, current_date, now() from s",
  `insert into planung.risiko (mandant_id, id, plan_id, nummer, beschreibung, wahrscheinlichkeit, auswirkung, created_at) select mandant, uuidv7(), plan, r, 'Risiko ' || r, r % 5 + 1, r % 4 + 1, now() from s, generate_series(1, 60) r`,
  `insert into planung.entscheidung (mandant_id, id, plan_id, nummer, sachverhalt, benoetigt_bis, created_at) select mandant, uuidv7(), plan, e, 'Entscheidung ' || e, current_date + e - 10, now() from s, generate_series(1, 40) e`,
  `create unlogged table k as select s.mandant, s.plan, n as nr, uuidv7() as id from s, generate_series(1, 50) n`,
  `insert into planung.einsatz (mandant_id, id, plan_id, konto_id, anteil, von, bis) select k.mandant, uuidv7(), k.plan, k.id, 20 + k.nr % 50, current_date - 100, current_date + 200 from k, generate_series(1, 2)`,
]

/** The rows for each measure and month, as two halves of the work that do not wait for each other. */
const large: readonly (readonly string[])[] = [[
  `insert into berichte.statusbericht (mandant_id, id, zeitraum_id, objekt_id, version, zeit, ressourcen, qualitaet, inhalt, korrektur, eingereicht_von, eingereicht_am)
    select z.mandant, uuidv7(), z.id, o.id, v, case when (o.nr + z.nr) % 11 = 0 then 'rot' when (o.nr + z.nr) % 5 = 0 then 'gelb' else 'gruen' end, case when (o.nr * z.nr) % 7 = 0 then 'gelb' else 'gruen' end, 'gruen', i.inhalt,
      case when v > 1 then 'Korrektur der Ampel' end, 'bench', z.monat
    from z join o on o.stadt = z.stadt cross join i cross join generate_series(1, 2) v
    where (o.nr + z.nr) % 23 > 0 and (v = 1 or (o.nr + z.nr) % 31 = 0) order by z.monat, z.stadt, o.nr, v`,
], [
  `insert into berichte.pflicht (mandant_id, zeitraum_id, objekt_id, art, nummer, name, baustein, verantwortlich, prioritaet, rang)
    select z.mandant, z.id, o.id, 'massnahme', o.nr::text, 'Maßnahme ' || o.nr || ' der Strategie', 'Handlungsfeld', 'Amt ' || o.nr % 30, (array['hoch', 'mittel', 'niedrig'])[o.nr % 3 + 1], o.nr
    from z join o on o.stadt = z.stadt order by z.monat, z.stadt, o.nr`,
  `insert into finanzplan.sollist (mandant_id, zeile_id, jahr, stichtag, obligo_cent, ist_cent, prognose_cent, quelle, eingelesen_am)
    select g.mandant, g.zeile, extract(year from z.monat), (z.monat + interval '1 month - 1 day')::date, 10000 * g.nr, 20000 * extract(month from z.monat)::int, case when z.nr % 3 = 0 then 1100000 end, 'Haushalt', now()
    from z join g on g.stadt = z.stadt order by z.monat, z.stadt, g.nr`,
]]

/** The tables with a row for each measure and month, where nearly all of the time goes, and who refers to them, first. */
const BIG = ['berichte.entwurf', 'berichte.statusbericht', 'berichte.pflicht', 'finanzplan.sollist'] as const

/**
 * Fills with the big tables out of the log and without their secondary indexes, which are built at the end in one pass over sorted rows
 * instead of one search per row. `unlogged` survives the clean stop between filling and measuring, and reads the same.
 */
async function fill(url: string, size: Size): Promise<void> {
  const clients = await Promise.all(large.map(() => connected(url)))
  const first = clients[0] as Client
  const { rows: indexes } = await first.query<{ name: string; definition: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint where conindid = indexrelid)`, [BIG])
  for (const table of BIG) await first.query(`alter table ${table} set unlogged`)
  for (const { name } of indexes) await first.query(`drop index ${name}`)
  for (const statement of small(size)) await first.query(statement)
  await share(clients, large.map((statements) => statements.join(';\n')))
  await share(clients, indexes.map(({ definition }) => definition))
  await first.query('drop schema bench cascade')
  await share(clients, BIG.map((table) => `vacuum analyze ${table}`))
  await first.query('analyze')
  for (const client of clients) await client.end()
}

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  // Foreign keys hold by construction; checking four million of them would be what takes the time.
  await client.query('set session_replication_role = replica')
  await client.query("set synchronous_commit = off; set work_mem = '128MB'; set maintenance_work_mem = '256MB'; set search_path = bench, public")
  return client
}

/** Each connection takes the next statement when it is done with one. */
async function share(clients: readonly Client[], statements: readonly string[]): Promise<void> {
  const waiting = [...statements]
  await Promise.all(clients.map(async (client) => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await client.query(next)
  }))
}

/** Fills the database of an installation that has its demo data and is stopped; gives the cookie of a signed-in session of the Programmbüro. */
export async function fillTowns(dataDir: string, size: Size): Promise<{ readonly cookie: string }> {
  const server = await ensureEmbeddedPostgres({ dataDir })
  await fill(server.url, size)
  const db = openDatabase({ url: server.url, max: 1 })
  const kontoId = demoPersonal('musterstadt').personal.find(({ kennung }) => kennung === 'p.plan')?.id ?? ''
  const token = await db.withMandant(town, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'personal', kontoId }))
  await db.close()
  await server.release()
  return { cookie: `sk_sitzung=${token}` }
}
