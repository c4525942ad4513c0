import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { createApp } from '../../src/create-app.js'
import type { App } from '../../src/platform/app.js'
import type { Config } from '../../src/platform/config/index.js'
import { openLog } from '../../src/platform/log/log.js'

interface Knoten { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Schema?: string; readonly 'Index Name'?: string; readonly 'Function Name'?: string; readonly Plans?: readonly Knoten[] }

/** One statement that a question sent: how it reads, and how PostgreSQL goes about it. */
export interface Plan { readonly frage: string; readonly text: string; readonly kennung: string; readonly zeilen: readonly string[]; readonly knoten: readonly Knoten[] }

/** Lists of parameters are as long as the data wants: they count as one. */
const normal = (text: string): string => text.replaceAll(/\$\d+/g, '$').replaceAll(/\$(?:, \$)+/g, '$').replaceAll(/\s+/g, ' ').trim()

const SETZEN = [
  ['session_preload_libraries', 'auto_explain'], ['auto_explain.log_min_duration', '0'], ['auto_explain.log_nested_statements', 'on'], ['auto_explain.log_format', 'json'], ['auto_explain.log_verbose', 'on'],
  ['auto_explain.log_timing', 'off'], ['client_min_messages', 'log'],
] as const

/**
 * Runs questions as the program does, with its role and under row-level security, and takes down the plan of every statement that they
 * send, also those inside of functions. `ohneTabellenlauf` for small databases, where reading a whole table is the best plan.
 */
export async function nimmPlaeneAuf(url: string, config: Config, fragenFuer: (app: App) => Promise<Readonly<Record<string, () => Promise<unknown>>>>, { ohneTabellenlauf = false } = {}): Promise<Plan[]> {
  const owner = new Client({ connectionString: url })
  await owner.connect()
  const { rows: [datenbank] } = await owner.query<{ name: string }>('select current_database() as name')
  const name = owner.escapeIdentifier(datenbank?.name ?? '')
  const setzen = [...SETZEN, ...(ohneTabellenlauf ? [['enable_seqscan', 'off'], ['enable_bitmapscan', 'on']] as const : [])]
  for (const [was, wert] of setzen) await owner.query(`alter database ${name} set ${was} = '${wert}'`)
  const plaene: Plan[] = []
  let frage = ''
  try {
    const app = await createApp({ config, databaseUrl: url, worker: false, log: openLog('error') })
    const gehoert = new WeakSet<object>()
    // Some connections were made before anybody could listen to them.
    app.db.pool.on('acquire', (client) => {
      if (gehoert.has(client)) return
      gehoert.add(client)
      client.on('notice', ({ message = '' }) => {
        const json = /^duration: [\d.]+ ms {2}plan:\n([\s\S]*)$/.exec(message)?.[1]
        if (!json || frage === '') return
        const { 'Query Text': text, Plan: plan } = JSON.parse(json) as { 'Query Text': string; Plan: Knoten }
        plaene.push(planVon(frage, normal(text), plan))
      })
    })
    for (const [wer, stelle] of Object.entries(await fragenFuer(app))) {
      // Once before: statements that come often are prepared then, and what is asked once per process is asked.
      await stelle()
      // The plan of a page's last statement comes when its transaction ends, a moment after the page.
      await sleep(100)
      frage = wer
      await stelle()
      await sleep(100)
      frage = ''
    }
    await app.close()
  } finally {
    for (const [was] of setzen) await owner.query(`alter database ${name} reset ${was}`)
    await owner.end()
  }
  return [...new Map(plaene.map((plan) => [`${plan.frage} ${plan.kennung}`, plan])).values()]
}

function planVon(frage: string, text: string, wurzel: Knoten): Plan {
  const knoten: Knoten[] = []
  const zeilen: string[] = []
  const gehe = (one: Knoten, tiefe: number): void => {
    knoten.push(one)
    const ziel = one['Relation Name'] ? ` ${one.Schema}.${one['Relation Name']}` : one['Function Name'] ? ` ${one['Function Name']}` : ''
    zeilen.push(`${'  '.repeat(tiefe)}${one['Node Type']}${ziel}${one['Index Name'] ? ` using ${one['Index Name']}` : ''}`)
    for (const kind of one.Plans ?? []) gehe(kind, tiefe + 1)
  }
  gehe(wurzel, 0)
  return { frage, text, kennung: createHash('sha256').update(text).digest('hex').slice(0, 12), zeilen, knoten }
}
