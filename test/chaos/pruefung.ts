/** What has to be true after everything: nothing lost, nothing twice, nothing stuck. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectRoot } from '../../src/platform/config/index.js'
import type { Anlage } from './anlage.js'
import type { Last } from './last.js'
import { zahlungsfragen } from './zahlung.js'

/** What is looked at: an installation that was broken, or one that only has two of everything. */
type Geprueft = Pick<Anlage, 'frage' | 'env' | 'abstuerze' | 'fehler'> & { readonly mail: Pick<Anlage['mail'], 'angenommen'> }
type Zugesagtes = Pick<Last, 'zugesagt' | 'seltsam' | 'kontoId' | 'bezahlt'>

const OFFEN = "state in ('created', 'retry', 'active')"

/** Until no job and no delivery waits or runs; says what still does when nothing has been done for so long. A long run leaves a lot to do. */
export async function warteAufRuhe(anlage: Pick<Anlage, 'frage'>, ms: number): Promise<string[]> {
  let fertig = -1
  for (let until = Date.now() + ms; Date.now() < until; await sleep(250)) {
    const [row] = await anlage.frage<{ offen: number; fertig: number }>(
      `select count(*) filter (where ${OFFEN})::int as offen, count(*) filter (where state = 'completed')::int as fertig from pgboss.job`)
    if (row?.offen === 0) return []
    if (row && row.fertig > fertig) [fertig, until] = [row.fertig, Date.now() + ms]
  }
  const rest = await anlage.frage<{ text: string }>(`select format('%s %s ×%s, tried %s times, next in %s', name, state, count(*), max(retry_count), max(start_after) - now()) as text
    from pgboss.job where ${OFFEN} group by name, state`)
  return rest.map(({ text }) => `still open: ${text}`)
}

/** Every finding as a sentence; none is what we want. */
export async function pruefe(anlage: Geprueft, last: Zugesagtes): Promise<string[]> {
  const befunde: string[] = [...last.seltsam, ...anlage.abstuerze.map((text) => `ended by itself: ${text}`), ...doppelteMails(anlage)]
  // A process may end with a sentence while the database is away, never by an error that nobody expected.
  befunde.push(...anlage.fehler.filter((text) => /Unhandled|Emitted 'error' event|triggerUncaughtException/.test(text)))
  for (const [was, sql, values] of [...fragen(last), ...zahlungsfragen([...last.bezahlt])]) {
    const rows = await anlage.frage<{ text: string }>(sql, values)
    befunde.push(...rows.slice(0, 5).map(({ text }) => `${was}: ${text}`), ...(rows.length > 5 ? [`${was}: and ${rows.length - 5} more`] : []))
  }
  return [...befunde, ...await verify(anlage)]
}

/** A mail sent again after a lost answer carries the number of the first; receiving servers drop it (RFC 5322, section 3.6.4). */
function doppelteMails({ mail }: Geprueft): string[] {
  const ohne = mail.angenommen.filter((id) => id === '?').length
  return ohne > 0 ? [`${ohne} mails without Message-ID`] : []
}

/** Each statement gives the rows that should not be, as a text. */
function fragen({ zugesagt, kontoId }: Zugesagtes): readonly [string, string, unknown[]?][] {
  const nummern = zugesagt.map(({ vorgangsnummer }) => vorgangsnummer)
  const mitDatei = zugesagt.filter(({ sha256 }) => sha256)
  const eigene = 'select a.* from antraege.antrag a where a.vorgangsnummer = any($1::text[])'
  return [
    ['acknowledged and not there exactly once', `select n || ' ×' || count(a.id) as text from unnest($1::text[]) n left join antraege.antrag a on a.vorgangsnummer = n group by n having count(a.id) <> 1`, [nummern]],
    ['acknowledged twice', 'select n as text from unnest($1::text[]) n group by n having count(*) > 1', [nummern]],
    ['handed in but never acknowledged', 'select vorgangsnummer as text from antraege.antrag where einreicher_id = $2 and not vorgangsnummer = any($1::text[])', [nummern, kontoId]],
    ['file not there', `select t.n as text from unnest($1::text[], $2::text[]) as t(n, sha) where not exists
      (select from antraege.antrag a join antraege.anhang h on h.antrag_id = a.id join akten.dokumentversion v on v.dokument_id = h.dokument_id where a.vorgangsnummer = t.n and h.sha256 = t.sha and v.sha256 = t.sha)`,
    [mitDatei.map(({ vorgangsnummer }) => vorgangsnummer), mitDatei.map(({ sha256 }) => sha256)]],
    ['without receipt or copy', `select vorgangsnummer as text from (${eigene}) a where bestaetigung_id is null or kopie_id is null`, [nummern]],
    ['not one receipt', `select a.vorgangsnummer || ' ×' || count(d.id) as text from (${eigene}) a left join akten.dokument d on d.vorgang_id = a.vorgang_id and d.typ = 'eingangsbestaetigung' group by a.vorgangsnummer having count(d.id) <> 1`, [nummern]],
    ['neither a task nor an end', `select a.vorgangsnummer || ' ' || a.status as text from (${eigene}) a where not exists (select from aufgaben.aufgabe t where t.vorgang_id = a.vorgang_id and t.status = 'offen')
      and not exists (select from workflow.instanz i where i.vorgang_id = a.vorgang_id and i.status <> 'active')
      and not exists (select from workflow.instanz i join workflow.zeitgeber z on z.instanz_id = i.id where i.vorgang_id = a.vorgang_id and a.status = 'ENTSCHIEDEN')`, [nummern]],
    ['two tasks at once', `select vorgangsnummer || ' ' || titel as text from aufgaben.aufgabe where status = 'offen' and vorgangsnummer = any($1::text[]) group by vorgangsnummer, titel having count(*) > 1`, [nummern]],
    ['incident of a process', "select i.titel || ': ' || s.zeile::text as text from workflow.stoerung s join workflow.instanz i on i.id = s.instanz_id"],
    ['signed but not issued', "select v.vorgangsnummer as text from bescheide.bescheid b join akten.vorgang v on v.id = b.vorgang_id where b.status = 'gezeichnet'"],
    ['two decisions', 'select v.vorgangsnummer as text from bescheide.bescheid b join akten.vorgang v on v.id = b.vorgang_id where b.vorgaenger_id is null group by 1 having count(*) > 1'],
    ['two letters', 'select v.vorgangsnummer as text from ausgang.sendung s join akten.vorgang v on v.id = s.vorgang_id where s.vorgaenger_id is null group by v.vorgangsnummer, s.dokument_id having count(*) > 1'],
    ['issued without a letter', "select v.vorgangsnummer as text from bescheide.bescheid b join akten.vorgang v on v.id = b.vorgang_id where b.status = 'erlassen' and not exists (select from ausgang.sendung s where s.vorgang_id = b.vorgang_id)"],
    ['two claims', 'select vorgangsnummer as text from forderungen.forderung where vorgangsnummer is not null group by vorgangsnummer having count(*) > 1'],
    ['the same payment twice', "select forderung_id::text as text from forderungen.buchung where referenz is not null group by forderung_id, referenz, art having count(*) > 1"],
    ['two messages of a kind', "select v.vorgangsnummer || ' ' || n.art as text from ausgang.nachricht n join akten.vorgang v on v.id = n.vorgang_id where n.art = 'eingang' group by 1 having count(*) > 1"],
    ['message without mail', 'select id::text as text from ausgang.nachricht n where n.benachrichtigt_am is null and n.vorgang_id in (select vorgang_id from antraege.antrag where vorgangsnummer = any($1::text[]))', [nummern]],
    ['gap in the book of receipts', "select jahr || ': ' || count(*) || ' of ' || max(lfd) as text from eingang.eingang where mandant_id = '01900000-0000-7000-8000-000000000001' group by jahr having count(*) <> max(lfd)"],
    ['gap in the outgoing book', "select jahr || ': ' || count(*) || ' of ' || max(nummer) as text from ausgang.sendung where nummer is not null and mandant_id = '01900000-0000-7000-8000-000000000001' group by jahr having count(*) <> max(nummer)"],
    ['job given up', "select name || ': ' || coalesce(output->>'message', output::text) as text from pgboss.job where state in ('failed', 'cancelled')"],
    ['session that stayed in a transaction', "select query as text from pg_stat_activity where state like 'idle in transaction%' and now() - state_change > interval '5 seconds'"],
  ]
}

async function verify(anlage: Geprueft): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(join(projectRoot, 'bin/stadtkern'), ['verify', '--json'], { env: anlage.env, maxBuffer: 10_000_000 }, (error, stdout, stderr) => {
      const line = stdout.split('\n').find((one) => one.startsWith('{'))
      if (!line) { resolve([`verify did not run: ${stderr.slice(0, 300) || String(error)}`]); return }
      const { problems } = JSON.parse(line) as { problems: { object: string; text: string }[] }
      resolve(problems.slice(0, 10).map(({ object, text }) => `verify: ${object}: ${text}`))
    })
  })
}
