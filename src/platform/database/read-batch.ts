import type { Socket } from 'node:net'
import { Query, type Connection, type PoolClient } from 'pg'
import type { StatementNames } from './prepared.js'
import { toParameter, typeParsers } from './types.js'

/** A question to the database that is known before anything was answered: it can go out together with others. */
export interface ReadStatement { readonly text: string; readonly values: readonly unknown[] }

export type Row = Readonly<Record<string, unknown>>

/** The answer to one statement, as it came over the wire; `rows` makes values of it when somebody wants them. */
export interface ReadResult {
  readonly fields: readonly (readonly (string | null)[])[]
  rows(): readonly Row[]
}

/** Whether two answers to the same statements say the same, without making values of them. */
export const sameResults = (a: readonly ReadResult[], b: readonly ReadResult[]): boolean => a.length === b.length && a.every(({ fields }, statement) => {
  const other = b[statement]?.fields
  return other?.length === fields.length && fields.every((row, index) => row.every((text, column) => text === other[index]?.[column]))
})

/** How the rows of a prepared statement look; the server keeps to it or says "cached plan must not change result type". */
interface Shape { readonly names: readonly string[]; readonly parsers: readonly ((text: string) => unknown)[] }

interface Field { readonly name: string; readonly dataTypeID: number }

/** As much of the driver's connection as speaks the extended protocol; the published types lack what its own queries use. */
interface Wire extends Omit<Connection, 'parse' | 'bind' | 'describe' | 'execute' | 'stream'> {
  readonly stream: Socket
  readonly parsedStatements: Record<string, string>
  parse(message: { readonly name: string; readonly text: string }): void
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void
  describe(message: { readonly type: 'P' }): void
  execute(): void
}

/** Of each connection, because each has its own prepared statements. */
const shapesOf = new WeakMap<object, Map<string, Shape>>()

const TOWN: ReadStatement & { readonly name: string } = { name: 'stadtkern_mandant', text: "select set_config('app.mandant', $1, true)", values: [] }

/**
 * Sends the statements, with the town set before them, as one message that ends in one Sync: PostgreSQL runs them in one transaction
 * and answers once. A transaction by `begin` and `commit` costs two more statements, and each statement sent by itself a packet and
 * an answer of its own. Gives the answer to each statement.
 *
 * @throws the first error; no statement has a result then, and the connection should be closed: which of the statements are prepared
 * on it is not known
 */
export function sendReadBatch(client: PoolClient, names: StatementNames, mandantId: string, statements: readonly ReadStatement[]): Promise<readonly ReadResult[]> {
  return new Promise((resolve, reject) => {
    const batch = [TOWN, ...statements]
    const used = batch.map(({ text }, index) => (index === 0 ? TOWN.name : names.of(text) ?? ''))
    const values = [[mandantId], ...statements.map((statement) => statement.values.map(asText))]
    const answers: (readonly (string | null)[])[][] = batch.map(() => [])
    const found: (Shape | undefined)[] = []
    let at = 0
    // The driver takes queries of its own class only where it does not wait for answers; what it does is all replaced.
    client.query(Object.assign(new Query(''), {
      submit(driver: Connection) {
        const wire = driver as unknown as Wire
        const shapes = known(wire)
        const parsed = new Set<string>()
        wire.stream.cork()
        batch.forEach(({ text }, index) => {
          const name = used[index] ?? ''
          if (!name || (wire.parsedStatements[name] === undefined && !parsed.has(name))) wire.parse({ name, text })
          parsed.add(name)
          wire.bind({ statement: name, values: values[index] ?? [] })
          found[index] = name ? shapes.get(name) : undefined
          if (!found[index]) wire.describe({ type: 'P' })
          wire.execute()
        })
        wire.sync()
        wire.stream.uncork()
        return null
      },
      handleRowDescription({ fields }: { readonly fields: readonly Field[] }) { found[at] = shapeOf(fields) },
      handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }) { answers[at]?.push(fields) },
      handleCommandComplete() { at++ },
      handleError: reject,
      handleReadyForQuery(driver: Connection) {
        const wire = driver as unknown as Wire
        remember(wire, used, batch, found)
        resolve(answers.slice(1).map((fields, index) => resultOf(found[index + 1], fields)))
      },
    }))
  })
}

function known(wire: Wire): Map<string, Shape> {
  let shapes = shapesOf.get(wire)
  if (!shapes) { shapes = new Map(); shapesOf.set(wire, shapes) }
  return shapes
}

function remember(wire: Wire, used: readonly string[], batch: readonly ReadStatement[], found: readonly (Shape | undefined)[]): void {
  const shapes = known(wire)
  used.forEach((name, index) => {
    const shape = found[index]
    if (!name || !shape || shapes.has(name)) return
    shapes.set(name, shape)
    wire.parsedStatements[name] = batch[index]?.text ?? ''
  })
}

const shapeOf = (fields: readonly Field[]): Shape => ({
  names: fields.map(({ name }) => name),
  parsers: fields.map(({ dataTypeID }) => typeParsers.getTypeParser(dataTypeID, 'text') as (text: string) => unknown),
})

function resultOf(shape: Shape | undefined, fields: ReadResult['fields']): ReadResult {
  let rows: readonly Row[] | undefined
  return { fields, rows: () => (rows ??= fields.map((row) => rowOf(shape, row))) }
}

function rowOf(shape: Shape | undefined, fields: readonly (string | null)[]): Row {
  const row: Record<string, unknown> = {}
  shape?.names.forEach((name, index) => {
    const text = fields[index] ?? null
    row[name] = text === null ? null : shape.parsers[index]?.(text)
  })
  return row
}

/** Reads take ids, texts, numbers, dates and lists of them; a hash goes as bytes. */
function asText(value: unknown): unknown {
  const parameter = toParameter(value)
  if (parameter === null || parameter === undefined || Buffer.isBuffer(parameter) || typeof parameter === 'string') return parameter
  if (typeof parameter === 'number' || typeof parameter === 'bigint' || typeof parameter === 'boolean') return String(parameter)
  throw new Error('A read statement takes no such parameter: give a list as text (array literal)')
}
