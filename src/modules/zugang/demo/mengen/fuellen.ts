import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { App } from '../../../../platform/app.js'
import { sealEvents } from '../../../../platform/audit/seal.js'
import { KLONSPALTEN, nimmIndexeWeg, pruefe, type Befund, type Mengenregeln, type Nummernregel } from '../../../../platform/mengen/index.js'
import { lexeme } from '../../../grundlagen/suche/index.js'
import { plane, textbank, type Klon, type Rahmen, type Stueck } from './plan.js'
import { regelnDerRaeume, uebersetzeVorbilder, type Uebersetzt } from './uebersetzen.js'
import { legeStaedteAn } from './staedte.js'

export interface Auftrag { readonly vorgaenge: number; readonly mandanten: number; readonly mandantId: string; fortschritt(text: string): void }
export interface Ergebnis { readonly vorgaenge: number; readonly mandanten: number; readonly zeilen: number; readonly verstoesse: readonly Befund[]; readonly sekunden: Readonly<Record<string, number>> }

/** Rows of one transaction: few enough that a town's events in it fit under one seal. */
const JE_STUECK = 8_000
/** As many as work side by side without waiting for each other on two cores. */
const VERBINDUNGEN = 2
const EINSTELLUNGEN = [
  "set timezone = 'UTC'", "set datestyle = 'ISO'", 'set synchronous_commit = off', "set work_mem = '64MB'", "set maintenance_work_mem = '1GB'", 'set max_parallel_maintenance_workers = 1',
]

/**
 * Fills the demo with copies of real Vorgänge. Patterns are made by commands; their copies are written set by set, with triggers and
 * foreign keys off: what those keep is asked over all rows afterwards (`pruefe`), and found rows are named. Indexes that only find
 * rows are made when all rows are there; those that keep rows unique stay. Not for towns with people
 * in them: numbers are given out here while nothing else runs.
 */
export async function fuelle(app: App, ownerUrl: string, auftrag: Auftrag): Promise<Ergebnis> {
  const uhr = stoppuhr()
  const client = await verbinde(ownerUrl)
  try {
    await pruefeLage(client)
    auftrag.fortschritt('Vorbilder anlegen')
    const regeln = regelnDerRaeume(app)
    const uebersetzt = await uebersetzeVorbilder(app, client, auftrag.mandantId, regeln)
    uhr('vorbilder')
    const staedte = await legeStaedteAn(app, client, auftrag, { regeln, dateien: uebersetzt.dateien })
    uhr('staedte')
    const rahmen: Rahmen = { ...uebersetzt.rahmen, staedte, vergeben: await vergebeneNummern(client), texte: await texte(client) }
    for (const anweisung of regeln.vorher ?? []) await client.query(anweisung)
    await merke(client, 'angefangen')
    const zeilen = await mitVielWal(client, async () => {
      const indexe = await nimmIndexeWeg(client, [...uebersetzt.tabellen, ...regeln.auchOhneIndexe ?? []])
      try { return await schreibe(ownerUrl, rahmen, uebersetzt, regeln, auftrag) } finally {
        uhr('schreiben')
        auftrag.fortschritt('Indexe')
        await jeVerbindung(ownerUrl, indexe)
        uhr('indexe')
      }
    })
    for (const anweisung of regeln.nachher ?? []) await client.query(anweisung)
    auftrag.fortschritt('Statistik')
    await jeVerbindung(ownerUrl, uebersetzt.tabellen.map((tabelle) => `vacuum (analyze) ${tabelle}`))
    uhr('statistik')
    // Sealing is this process's work, checking the database's.
    const [verstoesse] = await Promise.all([pruefe(client, regeln, auftrag.fortschritt), versiegle(app, auftrag)])
    uhr('pruefen')
    await merke(client, auftrag.vorgaenge)
    await client.query('notify stadtkern_mandanten')
    return { vorgaenge: auftrag.vorgaenge, mandanten: staedte.length, zeilen, verstoesse, sekunden: uhr() }
  } finally {
    await client.end()
  }
}

async function verbinde(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  for (const einstellung of EINSTELLUNGEN) await client.query(einstellung)
  return client
}

/** Statements that do not need each other, side by side. */
async function jeVerbindung(url: string, anweisungen: readonly string[]): Promise<void> {
  const offen = [...anweisungen]
  await Promise.all(Array.from({ length: VERBINDUNGEN }, async () => {
    const client = await verbinde(url)
    try { for (let next = offen.shift(); next; next = offen.shift()) await client.query(next) } finally { await client.end() }
  }))
}

/** Fewer checkpoints while so much is written: after each of them every page goes into the log whole. Vacuum comes once, in the end. */
async function mitVielWal<T>(client: Client, fn: () => Promise<T>): Promise<T> {
  const gesetzt = async (anweisungen: readonly string[]) => { for (const anweisung of [...anweisungen, 'select pg_reload_conf()']) await client.query(anweisung) }
  await gesetzt(["alter system set max_wal_size = '8GB'", "alter system set checkpoint_timeout = '30min'", 'alter system set autovacuum = off'])
  try { return await fn() } finally { await gesetzt(['alter system reset max_wal_size', 'alter system reset checkpoint_timeout', 'alter system reset autovacuum']) }
}

/** From the first copy on the folder is taken: what breaks off in the middle leaves a demo without some indexes and numbers. */
const merke = (client: Client, wert: number | 'angefangen') =>
  client.query("insert into platform.einstellung (name, wert) values ('demo.mengen', $1) on conflict (name) do update set wert = excluded.wert", [JSON.stringify(wert)])

async function pruefeLage(client: Client): Promise<void> {
  const { rows: [lage] } = await client.query<{ demo: unknown; mengen: unknown; prozesse: number; darf: boolean }>(`select
    (select wert from platform.einstellung where name = 'demo') as demo, (select wert from platform.einstellung where name = 'demo.mengen') as mengen,
    (select count(*)::int from pg_stat_activity where datname = current_database() and application_name ~ '^stadtkern (web|worker|alles) [0-9]+$') as prozesse,
    (select rolsuper from pg_roles where rolname = current_user) as darf`)
  if (lage?.demo !== 'geladen') throw new Error('Die Demo ist noch nicht geladen. Bitte starten Sie das Programm einmal und warten Sie, bis es »bereit« meldet.')
  if (lage.mengen === 'angefangen') throw new Error('Das Füllen dieser Demo ist abgebrochen. Nehmen Sie einen leeren Datenordner.')
  if (lage.mengen) throw new Error('Diese Demo ist schon gefüllt. Nehmen Sie für eine neue Füllung einen leeren Datenordner.')
  if (lage.prozesse > 0) throw new Error('Auf dieser Datenbank läuft das Programm. Bitte beenden Sie es zuerst.')
  if (!lage.darf) throw new Error('Die Datenbankrolle muss Superuser sein: Auslöser und Fremdschlüssel sind während des Füllens aus.')
}

/** The texts of documents with their lexemes, taken apart once and not a million times. */
async function texte(client: Client): Promise<Rahmen['texte']> {
  const { rows } = await client.query<{ text: string; tsv: string }>("select text, (to_tsvector('german', text) || to_tsvector('simple', translate(lower(text), 'äöüß', 'aous')))::text as tsv from unnest($1::text[]) as text", [textbank(1_000)])
  return rows
}

async function vergebeneNummern(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ mandant_id: string; kreis: string; jahr: number; letzte: string }>('select mandant_id, kreis, jahr, letzte from platform.nummernkreis')
  return new Map(rows.map((row) => [`${row.mandant_id} ${row.kreis} ${row.jahr}`, Number(row.letzte)]))
}

async function schreibe(ownerUrl: string, rahmen: Rahmen, uebersetzt: Uebersetzt, regeln: Mengenregeln, auftrag: Auftrag): Promise<number> {
  const stuecke = plane(rahmen, JE_STUECK)
  let [vorgaenge, zeilen] = [0, 0]
  const begonnen = Date.now()
  const arbeit = async (): Promise<void> => {
    const client = await verbinde(ownerUrl)
    try {
      await client.query('set session_replication_role = replica')
      const spalten = await legeKlontabelleAn(client, uebersetzt, regeln.nummern ?? [])
      for (let next = stuecke.next(); !next.done; next = stuecke.next()) {
        const geschrieben = await schreibeStueck(client, spalten, next.value, uebersetzt, regeln)
        zeilen += geschrieben
        vorgaenge += next.value.vorgaenge
        auftrag.fortschritt(`${vorgaenge.toLocaleString('de')} von ${auftrag.vorgaenge.toLocaleString('de')} Vorgängen, ${Math.round(vorgaenge / ((Date.now() - begonnen) / 1_000)).toLocaleString('de')}/s`)
      }
    } finally {
      await client.end()
    }
  }
  await Promise.all(Array.from({ length: VERBINDUNGEN }, arbeit))
  return zeilen
}

/** The table `n` of this connection: what differs from copy to copy. */
async function legeKlontabelleAn(client: Client, { textspalten, suchspalten }: Uebersetzt, nummern: readonly Nummernregel[]): Promise<readonly string[]> {
  const eigene = ['muster', 'mandant_id', 'mandant_nr', 'a', 'b', 'tage', 'spanne', 'jahr', 'stufe', 'lfd', ...nummern.map((_, index) => `nr${index}`), ...textspalten,
    ...suchspalten.flatMap((name) => [`${name}_schluessel`, `${name}_gefaltet`]), 'volltext_schluessel', 'volltext_tsv']
  await client.query(`create temporary table n (${KLONSPALTEN}, lfd integer, ${nummern.map((_, index) => `nr${index} bigint`).join(', ')}, ${textspalten.map((name) => `${name} text`).join(', ')},
    ${suchspalten.map((name) => `${name}_schluessel text, ${name}_gefaltet text, ${name}_tsv tsvector generated always as (${lexeme(name, `${name}_gefaltet`)}) stored`).join(', ')},
    volltext_schluessel text, volltext_tsv tsvector)`)
  await client.query('create index on n (muster)')
  return eigene
}

async function schreibeStueck(client: Client, spalten: readonly string[], { klone, nummern }: Stueck, { vorlagen }: Uebersetzt, { jeStueck = [] }: Mengenregeln): Promise<number> {
  await client.query('begin')
  await client.query('truncate n')
  // All events of a transaction have its number; asked for once and not for each of them.
  const { rows: [row] } = await client.query<{ xid: string }>('select platform.aktuelle_xid()::text as xid')
  await pipeline(Readable.from(zeilenText(klone, spalten, row?.xid ?? '')), client.query(copyFrom(`copy n (${spalten.join(', ')}, xid) from stdin`)))
  await client.query('analyze n (muster)')
  const gebraucht = new Set(klone.map(({ muster }) => muster))
  let zeilen = 0
  for (const [nummer, vorlage] of vorlagen) {
    if (!gebraucht.has(nummer)) continue
    for (const [index, text] of vorlage.anweisungen.entries()) zeilen += (await client.query({ name: `m${nummer}_${index}`, text })).rowCount ?? 0
  }
  // In one order: two connections that raise the same series would wait for each other crosswise.
  await client.query(`insert into platform.nummernkreis as k (mandant_id, kreis, jahr, letzte) select * from json_to_recordset($1) as x(mandant_id uuid, kreis text, jahr integer, letzte bigint)
    order by mandant_id, kreis, jahr
    on conflict (mandant_id, kreis, jahr) do update set letzte = greatest(k.letzte, excluded.letzte)`,
  [JSON.stringify(nummern.map(({ mandantId, ...rest }) => ({ mandant_id: mandantId, ...rest })))])
  for (const anweisung of jeStueck) await client.query(anweisung)
  await client.query('commit')
  return zeilen
}

function* zeilenText(klone: readonly Klon[], spalten: readonly string[], xid: string): Generator<string> {
  let text = ''
  for (const klon of klone) {
    for (const name of spalten) text += `${feld(klon[name])}\t`
    text += `${xid}\n`
    if (text.length > 60_000) { yield text; text = '' }
  }
  if (text !== '') yield text
}

const feld = (wert: string | number | null | undefined): string =>
  (wert === null || wert === undefined ? '\\N' : typeof wert === 'number' ? String(wert) : wert.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n'))

/** What the running program would do minute by minute. */
async function versiegle(app: App, auftrag: Auftrag): Promise<void> {
  await app.mandanten.reload()
  const staedte = app.mandanten.all()
  const offen = [...staedte]
  await Promise.all(Array.from({ length: VERBINDUNGEN }, async () => {
    for (let stadt = offen.shift(); stadt; stadt = offen.shift()) {
      auftrag.fortschritt(`Versiegeln ${staedte.length - offen.length}/${staedte.length}`)
      const { id } = stadt
      while (await app.db.withMandant(id, sealEvents) > 0);
    }
  }))
}

function stoppuhr(): { (name: string): void; (): Readonly<Record<string, number>> } {
  const sekunden: Record<string, number> = {}
  let zuletzt = Date.now()
  return ((name?: string) => {
    if (name === undefined) return sekunden
    sekunden[name] = Math.round((Date.now() - zuletzt) / 100) / 10
    zuletzt = Date.now()
    return undefined
  }) as never
}

