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
    const answer = {
      mode: app.config.mode, url: app.config.baseUrl,
      processes: [...sessions.flatMap(({ kind, pid }) => (kind === 'alles' ? [{ kind: 'web', pid }, { kind: 'worker', pid }] : [{ kind, pid }])), ...(postgresPid ? [{ kind: 'postgres', pid: postgresPid }] : [])],
      database: { url: url.toString(), version: versions[0]?.version ?? '' }, queue,
    }
    print(answer, `Betriebsart ${answer.mode}, ${answer.url}\nProzesse: ${answer.processes.map((one) => `${one.kind} ${one.pid}`).join(', ') || 'keine'}\nDatenbank ${answer.database.version}\nWarteschlange: ${queue.waiting} wartend, ${queue.running} laufend, ${queue.failed} gescheitert`)
    return 0 as const
  }, { vorhanden: true })
}
