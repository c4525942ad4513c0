import type { App } from '../../../../platform/app.js'
import type { Recurring } from '../../../../platform/jobs/job.js'
import type { Kennzahlquelle } from '../../../../platform/kennzahlquelle.js'
import type { Actor } from '../../../../platform/usecases/actor.js'
import { beginnVon, faellige, stichtagVon } from '../domain/zeitraum.js'
import { kennzahlenVon, stadtwerte, type Kennzahl } from '../lesen.js'
import { messungsspalten } from '../schreiben.js'
import { messungFesthalten } from './command.js'
import { findQuelle, messe } from './quellen.js'

type Tag = Temporal.PlainDate

/** Counts now and keeps the result, for the job and for a person who asks for it. */
export async function messeUndHalteFest(
  app: App, actor: Actor, kennzahl: Kennzahl, quelle: Kennzahlquelle, stichtag: Tag, grund = ''
): Promise<{ readonly neu: number }> {
  const von = beginnVon(stichtag, kennzahl.haeufigkeit)
  const werte = await messe(app, actor.mandantId, quelle, { von, bis: stichtag })
  return app.execute(actor, messungFesthalten, {
    id: kennzahl.id, quelle: quelle.schluessel, stichtag: stichtag.toString(),
    von: quelle.bezug === 'zeitraum' ? von.toString() : null, grund,
    werte: werte.map(({ einheitId, messung }) => ({
      einheitId, ...Object.fromEntries(Object.entries(messungsspalten(messung)).filter(([, wert]) => wert !== null)),
    })),
  })
}

/** What is due in a town: each Kennzahl with a source, and the Stichtage that are over and have no value yet. */
async function zuMessen(app: App, mandantId: string): Promise<readonly {
  readonly kennzahl: Kennzahl; readonly quelle: Kennzahlquelle; readonly stichtage: readonly Tag[]
}[]> {
  const [alle, werte] = await app.db.reading(mandantId, async (tx) => {
    const eigene = (await kennzahlenVon(tx)).filter(({ quelle }) => quelle !== null)
    return [
      eigene, Map.groupBy(await stadtwerte(tx, eigene.map(({ id }) => id)), ({ kennzahlId }) => kennzahlId),
    ] as const
  })
  return alle.flatMap((kennzahl) => {
    const quelle = findQuelle(app, kennzahl.quelle)
    if (!quelle) return []
    // Only ends of spans count: what was measured in between on demand does not stand for the month.
    const zuletzt = (werte.get(kennzahl.id)
      ?? []).findLast(({ einheitId, stichtag }) => einheitId === null
      && stichtag.equals(stichtagVon(stichtag, kennzahl.haeufigkeit)))
    return [{
      kennzahl, quelle, stichtage: faellige(app.clock.today(), kennzahl.haeufigkeit, zuletzt?.stichtag ?? null),
    }]
  })
}

/**
 * Measures every Kennzahl with a source after each of its Stichtage; one that fails does not keep the others from it.
 */
export const messung: Recurring = {
  name: 'kennzahlen.messung', alleSekunden: 900,
  async run({ app, mandantId, actor, signal }) {
    for (const { kennzahl, quelle, stichtage } of await zuMessen(app, mandantId)) {
      for (const stichtag of stichtage) {
        if (signal.aborted) return; await messeUndHalteFest(app, actor, kennzahl, quelle, stichtag)
      }
    }
  },
}
