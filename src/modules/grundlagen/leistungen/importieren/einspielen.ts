import type { App } from '../../../../platform/app.js'
import { Invalid } from '../../../../platform/errors.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import type { Befund, Paketdateien } from '../domain/paket.js'
import { alsFeldfehler, leistungImportieren, paketPruefen, type Importergebnis } from './command.js'

/** What a room above finds in the files that it will use. May render: it is never called inside a transaction. */
export type Paketpruefung = (dateien: Paketdateien) => Promise<readonly Befund[]>

const pruefungen = new Map<string, Paketpruefung>()

/** Rooms above register themselves: services must not know who reads their files. */
export function registerPaketpruefung(name: string, pruefung: Paketpruefung): void {
  if (pruefungen.has(name)) throw new Error(`Check of packages ${name} is registered twice`)
  pruefungen.set(name, pruefung)
}

/** Everything that is wrong with a package in this town, also in the eyes of the rooms that will use it. Changes nothing. */
export async function pruefeGanzesPaket(app: App, actor: Actor, dateien: Paketdateien): Promise<Befund[]> {
  const { befunde } = await app.ask(actor, paketPruefen, { dateien: { ...dateien } })
  for (const pruefung of pruefungen.values()) befunde.push(...await pruefung(dateien))
  return befunde
}

/**
 * Takes a package in after all checks; those that render run before the transaction of the command.
 * @throws Invalid with every reason at once
 */
export async function paketEinspielen(app: App, actor: Actor, { dateien, veroeffentlichen }: { readonly dateien: Paketdateien; readonly veroeffentlichen: boolean }): Promise<Importergebnis> {
  const befunde = await pruefeGanzesPaket(app, actor, dateien)
  const hindernisse = befunde.filter(({ stufe }) => stufe === 'fehler' || (veroeffentlichen && stufe === 'luecke'))
  if (hindernisse.length > 0) throw new Invalid(hindernisse.map(alsFeldfehler), 'Das Paket kann so nicht eingespielt werden.')
  return { ...await app.execute(actor, leistungImportieren, { dateien: { ...dateien }, veroeffentlichen }), befunde }
}
