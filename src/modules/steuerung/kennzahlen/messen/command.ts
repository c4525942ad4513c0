import { Type } from 'typebox'
import { Conflict, Invalid } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { kennzahlen } from '../db/tables.js'
import { gleich, type Messung } from '../domain/kennzahl.js'
import { ausText } from '../domain/zahl.js'
import { wertGemessen } from '../events.js'
import { sperreKennzahl, zugriffAufKennzahl, type Wert } from '../lesen.js'
import { letzteFassung, messungsspalten } from '../schreiben.js'

const Dezimal = Type.String({ pattern: '^-?\\d{1,16}(\\.\\d{1,4})?$' })
const Gemessen = Type.Object({
  einheitId: Type.Union([Id, Type.Null()]), zahl: Type.Optional(Dezimal), zaehler: Type.Optional(Dezimal),
  nenner: Type.Optional(Dezimal), fehlt: Type.Optional(Text(500)),
}, { additionalProperties: false })

/**
 * Keeps what a source counted, with source and time. What says the same as before changes nothing; another value is a
 * new version.
 * What somebody entered by hand is only replaced when a person asks for it (`grund`).
 */
export const messungFesthalten = command({
  name: 'kennzahlen.messungFesthalten',
  input: Type.Object({
    id: Id, quelle: Text(80), stichtag: Datum, von: Type.Union([Datum, Type.Null()]),
    werte: Type.Array(Gemessen, { minItems: 1, maxItems: 5000 }), grund: Type.String({ maxLength: 1000 }),
  }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten').on(zugriffAufKennzahl, { sehen: 'kennzahlen.lesen' }),
  async run(ctx, { id, quelle, stichtag: tag, von, werte, grund }) {
    const kennzahl = await sperreKennzahl(ctx.tx, id)
    if (kennzahl.stillgelegtAm) throw new Conflict(
      'kennzahlen.stillgelegt', 'Diese Kennzahl ist stillgelegt und wird nicht mehr gemessen.'
    )
    if (kennzahl.quelle !== quelle) throw new Conflict(
      'kennzahlen.quelleGeaendert', 'Die Quelle dieser Kennzahl wurde gerade geändert. Messen Sie noch einmal.'
    )
    const stichtag = Temporal.PlainDate.from(tag)
    if (Temporal.PlainDate.compare(
      stichtag, ctx.today
    ) > 0) throw new Invalid([{ feld: 'stichtag', text: 'Dieser Tag liegt in der Zukunft.' }])
    const neue: { einheitId: string | null; messung: Messung; bisher: Wert | undefined }[] = []
    for (const { einheitId, ...rest } of werte) {
      const messung = alsMessung(rest)
      const bisher = await letzteFassung(ctx.tx, id, einheitId, stichtag)
      if (bisher
        && (gleich(bisher.messung, messung) || (bisher.herkunft === 'hand' && ctx.actor.art === 'system'))) continue
      neue.push({ einheitId, messung, bisher })
    }
    if (neue.length === 0) { ctx.unchanged(); return { neu: 0 } }
    if (grund === '' && ctx.actor.art !== 'system' && neue.some(({ bisher }) => bisher)) throw new Invalid([{
      feld: 'grund',
      text: 'Zu diesem Stichtag gibt es schon einen anderen Wert. Schreiben Sie, warum neu gemessen wird.',
    }])
    await schreibe(ctx, { id, quelle, stichtag, von, grund: grund || 'Nachmessung' }, neue)
    ctx.emit(wertGemessen(
      id, { stichtag: tag, quelle, werte: neue.length, fehlen: neue.filter(({ messung }) => 'fehlt' in messung).length }
    ))
    return { neu: neue.length }
  },
})

async function schreibe({ tx, actor, now }: CommandContext, { id, quelle, stichtag, von, grund }: {
  id: string; quelle: string; stichtag: Temporal.PlainDate; von: string | null; grund: string
}, neue: readonly { einheitId: string | null; messung: Messung; bisher: Wert | undefined }[]): Promise<void> {
  await kennzahlen(tx).insertInto('kennzahlen.wert').values(neue.map(({ einheitId, messung, bisher }) => ({
    id: newId(), kennzahl_id: id, einheit_id: einheitId, stichtag,
    von: von === null ? null : Temporal.PlainDate.from(von), fassung: (bisher?.fassung ?? 0) + 1,
    ...messungsspalten(messung),
    herkunft: 'quelle' as const, quelle, nachweis: '', nachweis_link: '', grund: bisher ? grund : '',
    erfasst_von: actor.id, erfasst_am: now,
  }))).execute()
}

function alsMessung({ zahl, zaehler, nenner, fehlt }: {
  zahl?: string; zaehler?: string; nenner?: string; fehlt?: string
}): Messung {
  if (zahl !== undefined) return { zahl: ausText(zahl) }
  if (zaehler !== undefined && nenner !== undefined) return { zaehler: ausText(zaehler), nenner: ausText(nenner) }
  return { fehlt: fehlt ?? 'Die Quelle gab keinen Wert.' }
}
