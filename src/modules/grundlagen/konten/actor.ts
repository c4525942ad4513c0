import type { Selectable } from 'kysely'
import type { ReadStatement, Tx } from '../../../platform/database/database.js'
import type { Sitzungsfrage } from '../../../platform/modul.js'
import { istVertrauensniveau, type Actor } from '../../../platform/usecases/actor.js'
import { rollenbildVon } from '../organisation/index.js'
import { konten, type KontenTables } from './db/tables.js'
import { hashOf } from './domain/schluessel.js'

/** The account in the same round trip as its session: this runs on every request. */
export const kontoDerSitzung: ReadStatement = { text: "select id, art, name, mandant_id, tastenkuerzel from konten.konto where id = platform.sitzungskonto() and status = 'aktiv'", values: [] }

/**
 * Who is behind a session, asked on every request. A locked or former account is nobody from the next request on, whatever its
 * session says. Rights that come from standing in for somebody count only while the person has chosen that openly (X6-03).
 */
export async function actorOf({ sitzung, konto: gelesen, today, lesen }: Sitzungsfrage): Promise<Actor | undefined> {
  const konto = gelesen as Pick<Selectable<KontenTables['konten.konto']>, 'id' | 'art' | 'name' | 'mandant_id' | 'tastenkuerzel'> | undefined
  if (!konto || konto.id !== sitzung.kontoId || konto.art !== sitzung.art) return undefined
  const person = { mandantId: konto.mandant_id, id: konto.id, name: konto.name }
  const durch = durchAus(sitzung.daten)
  // Whoever is locked acts for nobody either.
  if (durch && !(await lesen((tx) => konten(tx).selectFrom('konten.konto').select('id').where('id', '=', durch.id).where('status', '=', 'aktiv').executeTakeFirst()))) return undefined
  if (konto.art !== 'personal') return { ...person, art: 'buerger', zuweisungen: [], stufe: 0, ...anmeldestand(sitzung.daten), ...(durch ? { durch } : {}) }
  const { zuweisungen, stufe } = await lesen((tx) => rollenbildVon(tx, konto.id, today))
  const fuer = sitzung.vertretungFuer
  const offen = fuer !== null && zuweisungen.some((zuweisung) => zuweisung.vertretungFuer === fuer)
  return {
    ...person, art: 'personal', stufe, ...(konto.tastenkuerzel ? { tastenkuerzel: true } : {}), ...(offen ? { fuer } : {}),
    zuweisungen: zuweisungen.filter((zuweisung) => !zuweisung.vertretungFuer || zuweisung.vertretungFuer === fuer),
  }
}

/** The person who acts for a company's account. */
function durchAus({ durch }: Readonly<Record<string, unknown>>): { id: string; name: string } | undefined {
  const { id, name } = (typeof durch === 'object' && durch !== null ? durch : {}) as { id?: unknown; name?: unknown }
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : undefined
}

/** What the sign-in proved; a session of an older version or with a password has proved no more than that. */
function anmeldestand({ niveau, nachweisId }: Readonly<Record<string, unknown>>): Pick<Actor, 'anmeldung'> {
  return istVertrauensniveau(niveau) ? { anmeldung: { niveau, ...(typeof nachweisId === 'string' ? { nachweisId } : {}) } } : {}
}

/** The machine that a key belongs to. Its day is the real one: moving a demo's clock must not open an expired key. */
export async function actorOfToken(tx: Tx, token: string): Promise<Actor | undefined> {
  const heute = Temporal.Now.plainDateISO('Europe/Berlin')
  const row = await konten(tx).selectFrom('konten.dienstschluessel as s')
    .innerJoin('konten.konto as k', (join) => join.onRef('k.mandant_id', '=', 's.mandant_id').onRef('k.id', '=', 's.konto_id'))
    .select(['k.id', 'k.mandant_id', 'k.name', 'k.rechte', 'k.stufe'])
    .where('s.hash', '=', hashOf(token)).where('s.widerrufen_am', 'is', null).where('s.gueltig_bis', '>=', heute)
    .where('k.art', '=', 'dienst').where('k.status', '=', 'aktiv').executeTakeFirst()
  return row && { art: 'dienst', mandantId: row.mandant_id, id: row.id, name: row.name, stufe: row.stufe, zuweisungen: [{ rolle: 'dienst', rechte: new Set(row.rechte) }] }
}
