import { Type } from 'typebox'
import { Conflict } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { anforderungenEntfallen } from '../anfordern/command.js'
import { kennzahlen } from '../db/tables.js'
import { kennzahlStillgelegt, kennzahlWiederaufgenommen } from '../events.js'
import { sperreKennzahl, zugriffAufKennzahl } from '../lesen.js'

const Eingabe = Type.Object({ id: Id, grund: Text(1000) }, { additionalProperties: false })

/** Ends a Kennzahl: it takes no values any more and is measured no more. Everything it ever said stays readable. */
export const kennzahlStilllegen = command({
  name: 'kennzahlen.kennzahlStilllegen', input: Eingabe,
  allow: can('kennzahlen.verwalten').on(zugriffAufKennzahl, { sehen: 'kennzahlen.lesen' }),
  async run(ctx, { id, grund }) {
    const { stillgelegtAm, version } = await sperreKennzahl(ctx.tx, id)
    if (stillgelegtAm) return ctx.unchanged()
    await kennzahlen(ctx.tx)
      .updateTable('kennzahlen.kennzahl')
      .set({ stillgelegt_am: ctx.today, stillgelegt_grund: grund, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await vermerke(ctx, id, version + 1, '', `stillgelegt: ${grund}`)
    await anforderungenEntfallen(ctx, id)
    ctx.emit(kennzahlStillgelegt(id, { version: version + 1 }))
  },
})

/** Keeps it again, with its old values. Refused while another one has its name. */
export const kennzahlWiederaufnehmen = command({
  name: 'kennzahlen.kennzahlWiederaufnehmen', input: Eingabe,
  allow: can('kennzahlen.verwalten').on(zugriffAufKennzahl, { sehen: 'kennzahlen.lesen' }),
  async run(ctx, { id, grund }) {
    const { name, stillgelegtAm, version } = await sperreKennzahl(ctx.tx, id)
    if (!stillgelegtAm) return ctx.unchanged()
    const gleicher = await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.kennzahl')
      .select('id')
      .where((where) => where(where.fn('lower', ['name']), '=', name.toLowerCase()))
      .where('stillgelegt_am', 'is', null)
      .executeTakeFirst()
    if (gleicher) throw new Conflict(
      'kennzahlen.nameVergeben',
      'Inzwischen gibt es eine andere Kennzahl mit diesem Namen. Benennen Sie diese zuerst um.'
    )
    await kennzahlen(ctx.tx)
      .updateTable('kennzahlen.kennzahl')
      .set({ stillgelegt_am: null, stillgelegt_grund: null, version: version + 1 })
      .where('id', '=', id)
      .execute()
    await vermerke(ctx, id, version + 1, 'stillgelegt', `wieder aufgenommen: ${grund}`)
    ctx.emit(kennzahlWiederaufgenommen(id, { version: version + 1 }))
  },
})

const vermerke = ({ tx, actor, now }: CommandContext, id: string, version: number, alt: string, neu: string) =>
  kennzahlen(tx)
    .insertInto('kennzahlen.aenderung')
    .values({ id: newId(), kennzahl_id: id, version, feld: 'Stand', alt, neu, akteur_id: actor.id, am: now })
    .execute()
