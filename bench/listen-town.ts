import { Client } from 'pg'
import { openSession } from '../src/platform/auth/session.js'
import { openDatabase } from '../src/platform/database/database.js'
import { ensureEmbeddedPostgres } from '../src/platform/database/embedded/index.js'
import { demoPersonal } from '../src/modules/grundlagen/konten/index.js'
import { town } from './town.js'

/** Clerks of one unit and the lead of the units around it: none of them sees the whole town. */
const LEUTE = ['s.sommer', 't.thal', 'l.lenz']

/** Cookies of open sessions of so many people of the demo town. */
export async function sitzungen(data: string, anzahl: number): Promise<string[]> {
  return mitServer(data, async (url) => {
    const db = openDatabase({ url, max: 2 })
    const { personal } = demoPersonal('musterstadt')
    const tokens = await Promise.all(Array.from({ length: anzahl }, (_, index) => {
      const kontoId = personal.find(({ kennung }) => kennung === LEUTE[index % LEUTE.length])?.id ?? ''
      return db.withMandant(town, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'personal', kontoId }))
    }))
    await db.close()
    return tokens.map((token) => `sk_sitzung=${token}`)
  })
}

export interface Adresse { readonly name: string; /** Milliseconds at p95. */ readonly ziel: number; readonly pfade: readonly string[] }

const STRASSENVERKEHR = '01900000-0000-7000-8000-00000000e321'

/** What is asked: paths that exist in this database. */
export function ziele(data: string): Promise<{ adressen: readonly Adresse[]; vorgaenge: number }> {
  return mitServer(data, async (url) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    const liste = async (text: string) => (await client.query<{ wert: string }>(text.replaceAll('TOWN', `'${town}'`))).rows.map(({ wert }) => wert)
    const [gesamt] = await liste('select count(*)::text as wert from akten.vorgang')
    // The cursor of a late page: as many rows as 1,000 pages have, or what there is.
    const [spaet = ''] = await liste(`select rang || '~' || id as wert from (select rang, id, row_number() over (order by rang, id) as nr, count(*) over () as alle from aufgaben.aufgabe
      where mandant_id = TOWN and status = 'offen' and einheit_id = '${STRASSENVERKEHR}') a where nr = least(49950, alle * 9 / 10)`)
    const nummern = await liste(`select v.vorgangsnummer as wert from akten.vorgang v join aufgaben.aufgabe a on a.mandant_id = v.mandant_id and a.vorgang_id = v.id
      where v.mandant_id = TOWN and v.stufe = 0 and a.status = 'offen' and v.einheit_id = '${STRASSENVERKEHR}' order by md5(v.id::text) limit 50`)
    const akten = await liste(`select a.id as wert from akten.akte a join akten.vorgang v on v.mandant_id = a.mandant_id and v.akte_id = a.id where a.mandant_id = TOWN and a.stufe = 0 and a.einheit_id = '${STRASSENVERKEHR}'
      group by a.id order by count(*) desc limit 5`)
    const person = "select split_part(betreff, ': ', 2) as wert from akten.vorgang where mandant_id = TOWN and betreff like '%: %' group by 1"
    // Whose surname few have; and two frequent names that few have together.
    const selten = await liste(`with person as (${person}) select min(wert) as wert from person group by regexp_replace(wert, '^.* ', '') order by count(*), md5(min(wert)) limit 40`)
    const namen = await liste(`with person as (${person}), haeufig as (select regexp_replace(wert, '^.* ', '') as name from person group by 1 order by count(*) desc, 1 limit 40)
      select distinct on (name) wert from person join haeufig on name = regexp_replace(wert, '^.* ', '') order by name, md5(wert)`)
    // The rarest word that fills a page, so that both installations show as much.
    const [wort = ''] = await liste(`select wort from aufgaben.aufgabe a cross join lateral (select distinct regexp_split_to_table(a.suchtext, '[^[:alpha:]]+') as wort) w
      where a.mandant_id = TOWN and a.status = 'offen' and a.einheit_id = '${STRASSENVERKEHR}' and length(wort) >= 4 group by wort having count(*) >= 60 order by count(*), wort limit 1`)
    await client.end()
    const suche = (worte: readonly string[], mehr = '') => worte.map((wort) => `/arbeitsplatz/suche?q=${encodeURIComponent(wort)}${mehr}`)
    const arbeit = (filter: string) => [`/arbeitsplatz?ansicht=${filter}`]
    return {
      vorgaenge: Number(gesamt),
      adressen: [
        { name: 'arbeitsliste', ziel: 60, pfade: arbeit('fuer-mich') },
        { name: 'arbeitsliste.filter', ziel: 60, pfade: [...arbeit(`alle&art=${encodeURIComponent('Antwort entwerfen')}`), ...arbeit(`frei&einheit=${STRASSENVERKEHR}`), ...arbeit('frei&faellig=ueberfaellig')] },
        { name: 'arbeitsliste.text', ziel: 60, pfade: arbeit(`alle&q=${encodeURIComponent(wort)}`) },
        { name: 'arbeitsliste.alter', ziel: 60, pfade: arbeit('alle&sortierung=alter') },
        { name: 'arbeitsliste.seite1000', ziel: 60, pfade: arbeit(`alle&nach=${encodeURIComponent(spaet)}`) },
        { name: 'akten', ziel: 60, pfade: ['/arbeitsplatz/akten', '/arbeitsplatz/akten?status=offen'] },
        { name: 'eingaenge', ziel: 60, pfade: ['/arbeitsplatz/eingaenge'] },
        { name: 'vorgang', ziel: 60, pfade: nummern.map((nummer) => `/arbeitsplatz/vorgaenge/${nummer}`) },
        { name: 'akte500', ziel: 60, pfade: akten.map((id) => `/arbeitsplatz/akten/${id}`) },
        { name: 'suche.selten', ziel: 80, pfade: suche(selten) },
        { name: 'suche.name', ziel: 80, pfade: suche(namen) },
        { name: 'suche.haeufig', ziel: 80, pfade: suche(['Antrag', 'Unterlagen', 'Straße', 'Gebühr']) },
        { name: 'suche.facette', ziel: 80, pfade: suche(['Antrag', 'Straße'], '&art=dokument') },
        { name: 'suche.vertippt', ziel: 80, pfade: suche(['Gewerbeanmeldnug', 'Bewonerparkausweis', 'Sondernutzunk', 'Winkelwlad']) },
      ],
    }
  })
}

async function mitServer<T>(data: string, fn: (url: string) => Promise<T>): Promise<T> {
  const server = await ensureEmbeddedPostgres({ dataDir: data })
  try { return await fn(server.url) } finally { await server.release() }
}
