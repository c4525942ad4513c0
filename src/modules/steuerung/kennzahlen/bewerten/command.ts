import { Type } from 'typebox'
import { Conflict, Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { kennzahlen } from '../db/tables.js'
import { pruefeNachweis } from '../domain/angaben.js'
import { findBaustein } from '../domain/modell.js'
import { reifegradBewertet } from '../events.js'
import { ladeModell } from '../modelle.js'

/**
 * Judges one Baustein for one year, with reason and evidence (H6-01). `fassung` is what the person saw; 0: not judged
 * yet.
 */
export const reifegradBewerten = command({
  name: 'kennzahlen.reifegradBewerten',
  input: Type.Object({
    modellId: Id, jahr: Type.Integer({ minimum: 2000, maximum: 2199 }), baustein: Text(60),
    stufe: Type.String({ maxLength: 60 }), begruendung: Text(2000), nachweis: Type.String({ maxLength: 1000 }),
    nachweisLink: Type.String({ maxLength: 500 }),
    fassung: Type.Integer({ minimum: 0, maximum: 30_000 }),
  }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten')(),
  async run(ctx, { modellId, jahr, baustein, stufe, fassung, ...rest }) {
    await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.modell')
      .select('id')
      .where('id', '=', modellId)
      .forUpdate()
      .execute()
    const { inhalt, nummer } = await ladeModell(ctx.tx, modellId)
    const fehler: Feldfehler[] = []
    if (!findBaustein(inhalt, baustein)) fehler.push({
      feld: 'stufe', text: 'Diesen Baustein hat das Modell nicht mehr. Was früher bewertet wurde, bleibt lesbar.',
    })
    if (!inhalt.stufen.some(({ schluessel }) => schluessel === stufe)) fehler.push({
      feld: 'stufe', text: 'Bitte wählen Sie eine Stufe.',
    })
    if (jahr > ctx.today.year) fehler.push({ feld: 'stufe', text: 'Dieses Jahr liegt in der Zukunft.' })
    pruefeNachweis(rest, fehler)
    if (fehler.length > 0) throw new Invalid(fehler)
    const letzte = await kennzahlen(ctx.tx)
      .selectFrom('kennzahlen.bewertung')
      .select('fassung')
      .where('modell_id', '=', modellId)
      .where('jahr', '=', jahr)
      .where('baustein', '=', baustein)
      .orderBy('fassung', 'desc')
      .limit(1)
      .executeTakeFirst()
    if ((letzte?.fassung ?? 0) !== fassung) throw new Conflict(
      'kennzahlen.bewertungGeaendert',
      'Jemand hat diesen Baustein inzwischen bewertet. Ihre Eingaben stehen noch im Formular. Laden Sie die Seite neu, um die neue Bewertung zu sehen.'
    )
    await kennzahlen(ctx.tx).insertInto('kennzahlen.bewertung').values({
      id: newId(), modell_id: modellId, modellfassung: nummer, baustein, jahr, fassung: fassung + 1, stufe,
      begruendung: rest.begruendung, nachweis: rest.nachweis, nachweis_link: rest.nachweisLink,
      bewertet_von: ctx.actor.id, bewertet_am: ctx.now,
    }).execute()
    ctx.emit(reifegradBewertet(modellId, { baustein, jahr, stufe, fassung: fassung + 1 }))
  },
})
