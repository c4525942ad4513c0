import type { Config } from '../platform/config/index.js'
import { nameOf, serversOf } from '../platform/database/addresses.js'
import { answersAmong, lookOnce, primaryAmong } from '../platform/database/sighting.js'
import { complaintOf } from './complaint.js'
import type { CommandContext } from './command-line.js'
import { withApp } from './with-app.js'

/** What runs, on which database, and whether work waits. */
export async function statusCommand({ print }: CommandContext): Promise<0> {
  return withApp(async (app, ownerUrl, postgresPid) => {
    const { rows: versions } = await app.db.pool.query<{ version: string }>('show server_version').then(({ rows }) => ({ rows: rows.map((row) => ({ version: (row as unknown as { server_version: string }).server_version })) }))
    const { rows: sessions } = await app.db.pool.query<{ kind: string; pid: number }>(
      "select distinct split_part(application_name, ' ', 2) as kind, split_part(application_name, ' ', 3)::int as pid from pg_stat_activity where application_name ~ '^stadtkern (web|worker|alles) [0-9]+$'")
    const queue = await app.queue.counts()
    const url = new URL(ownerUrl)
    url.password = ''
    const servers = await serverStates(app.config)
    const answer = {
      mode: app.config.mode, url: app.config.baseUrl,
      processes: [...sessions.flatMap(({ kind, pid }) => (kind === 'alles' ? [{ kind: 'web', pid }, { kind: 'worker', pid }] : [{ kind, pid }])), ...(postgresPid ? [{ kind: 'postgres', pid: postgresPid }] : [])],
      database: { url: url.toString(), version: versions[0]?.version ?? '' }, servers, queue,
    }
    print(answer, [
      `Betriebsart ${answer.mode}, ${answer.url}`,
      `Prozesse: ${answer.processes.map((one) => `${one.kind} ${one.pid}`).join(', ') || 'keine'}`,
      `Datenbank ${answer.database.version}`, ...servers.map(({ server, stand }) => `  ${server}: ${stand}`),
      `Warteschlange: ${queue.waiting} wartend, ${queue.running} laufend, ${queue.failed} gescheitert`,
    ].join('\n'))
    return 0 as const
  }, { vorhanden: true })
}

/** How each server stands to the primary, where there is more than one: to be looked at before and after a takeover. */
async function serverStates({ database: { url, replicaUrl } }: Config): Promise<{ server: string; stand: string }[]> {
  const urls = [...new Set([url, replicaUrl].flatMap((one) => (one ? serversOf(one) : [])))]
  if (urls.length < 2) return []
  const answers = await lookOnce(urls)
  const primary = primaryAmong(answersAmong(answers))
  return answers.map((answer, index) => {
    const server = nameOf(urls[index] ?? '')
    if (answer.status === 'rejected') return { server, stand: `antwortet nicht (${complaintOf(answer.reason)})` }
    const { standby, identity, position } = answer.value
    if (answer.value === primary) return { server, stand: 'Primärserver' }
    if (identity !== primary?.identity) return { server, stand: 'gehört nicht dazu: andere Datenbank als dort' }
    if (!standby) return { server, stand: 'war einmal Primärserver: bitte anhalten und als Standby neu aufsetzen' }
    const behind = Math.max(0, Math.ceil(Number(primary.position - position) / 1_024))
    return { server, stand: `Standby, ${behind} KiB zurück` }
  })
}
