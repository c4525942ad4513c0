import type { Tx } from '../../../platform/database/database.js'

type Ausschluss = (tx: Tx, vorgangId: string) => Promise<readonly string[]>

const ausschluesse: Ausschluss[] = []

/** The room that knows who is partial in a Vorgang (§ 20 VwVfG) says it here: no task of it goes to these accounts, whoever makes the task. */
export function registerAusschluss(ausschluss: Ausschluss): void { ausschluesse.push(ausschluss) }

export async function ausgeschlosseneAm(tx: Tx, vorgangId: string | undefined): Promise<string[]> {
  const alle: string[] = []
  if (vorgangId) for (const ausschluss of ausschluesse) alle.push(...await ausschluss(tx, vorgangId))
  return alle
}
