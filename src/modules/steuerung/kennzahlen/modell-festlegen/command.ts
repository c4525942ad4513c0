import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kennzahlen } from '../db/tables.js'
import { GRENZEN, leseModell } from '../domain/modell.js'
import { modellFestgelegt } from '../events.js'

/**
 * Settles a model of maturity, new (`kennung`) or as the next version of one (`id`, with the number that the person
 * saw). Judgements
 * keep the version they were made by.
 */
export const modellFestlegen = command({
  name: 'kennzahlen.modellFestlegen',
  input: Type.Object({
    id: Type.Optional(Id), kennung: Type.String({ maxLength: 60 }),
    nummer: Type.Integer({ minimum: 0, maximum: 30_000 }), text: Text(GRENZEN.zeichen),
  }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten')(),
  async run(ctx, { id, kennung, nummer, text }) {
    const { inhalt, fehler } = leseModell(text)
    const falsch = fehler.map((eine) => ({ feld: 'text', text: eine }))
    if (!id && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(kennung)) falsch.push({
      feld: 'kennung', text: 'Bitte nehmen Sie nur Kleinbuchstaben, Ziffern und Bindestriche.',
    })
    const da = await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.modell')
      .select(['id', 'kennung'])
      .where(id ? 'id' : 'kennung', '=', id ?? kennung)
      .forUpdate()
      .executeTakeFirst()
    if (id && !da) throw new NotFound()
    if (!id && da) falsch.push({
      feld: 'kennung', text: 'Diese Kennung hat schon ein anderes Modell. Bitte nehmen Sie eine andere.',
    })
    if (!inhalt || falsch.length > 0) throw new Invalid(falsch)
    const modellId = da?.id ?? newId()
    const letzte = da ? await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.modellfassung')
      .select(['nummer', 'inhalt'])
      .where('modell_id', '=', modellId)
      .orderBy('nummer', 'desc')
      .limit(1)
      .executeTakeFirst() : undefined
    if ((letzte?.nummer ?? 0) !== nummer) throw new Conflict(
      'kennzahlen.modellGeaendert',
      'Jemand hat dieses Modell inzwischen geändert. Ihr Text steht noch im Formular. Vergleichen Sie ihn mit der neuen Fassung.'
    )
    if (letzte && gleich(letzte.inhalt, inhalt)) { ctx.unchanged(); return { id: modellId } }
    if (!da) await kennzahlen(ctx.tx)
      .insertInto('kennzahlen.modell')
      .values({ id: modellId, kennung, created_at: ctx.now })
      .execute()
    await kennzahlen(ctx.tx).insertInto('kennzahlen.modellfassung').values({
      modell_id: modellId, nummer: nummer + 1, inhalt: json(inhalt), angelegt_von: ctx.actor.id, angelegt_am: ctx.now,
    }).execute()
    ctx.emit(modellFestgelegt(modellId, { kennung: da?.kennung ?? kennung, nummer: nummer + 1 }))
    return { id: modellId }
  },
})

/** The database keeps its own order of properties. */
const gleich = (a: unknown, b: unknown): boolean => geordnet(a) === geordnet(b)
const geordnet = (wert: unknown): string =>
  JSON.stringify(wert, (_, teil: unknown) => (typeof teil === 'object' && teil !== null
  && !Array.isArray(teil) ? Object.fromEntries(Object.entries(teil).toSorted(([a], [b]) => (a < b ? -1 : 1))) : teil))
