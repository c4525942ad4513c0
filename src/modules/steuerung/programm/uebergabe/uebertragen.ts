import type { Tx } from '../../../../platform/database/database.js'
import type { CommandContext } from '../../../../platform/usecases/usecase.js'
import { objekteVon, sperreObjekt, type Objekt } from '../lesen.js'
import { schreibeFelder } from '../schreiben.js'

const offen = ({ status, verantwortlichKontoId }: Objekt): boolean => verantwortlichKontoId !== null && status !== 'abgeschlossen' && status !== 'abgebrochen'

/** Everything of the programme that is not finished and has a person who is responsible, or only of one person. */
export async function vorhabenMitPerson(tx: Tx, kontoId?: string): Promise<Objekt[]> {
  return (await objekteVon(tx)).filter((objekt) => offen(objekt) && (kontoId === undefined || objekt.verantwortlichKontoId === kontoId))
}

/** Gives what a person is responsible for to another, in the caller's transaction, with history. @returns how many */
export async function vorhabenUebertragen(ctx: CommandContext, vonId: string, anId: string, grund: string): Promise<number> {
  const alle = await vorhabenMitPerson(ctx.tx, vonId)
  for (const { id } of alle) await schreibeFelder(ctx, await sperreObjekt(ctx.tx, id), { verantwortlichKontoId: anId }, grund)
  return alle.length
}
