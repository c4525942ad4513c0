import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { formatEuro } from '../../../../platform/money/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { programm } from '../db/tables.js'
import { EBENENNAMEN, OBJEKTARTEN, type Objektart } from '../domain/arten.js'
import { ordneKlassen } from '../domain/kostenklasse.js'
import { ebenenBenannt, kostenklassenFestgelegt } from '../events.js'
import { ebenennamen, kostenklassen as lieskostenklassen } from '../lesen.js'

const Wort = Type.String({ minLength: 1, maxLength: 60 })

/** What the town calls its levels (H1-01). */
export const ebenenBenennen = command({
  name: 'programm.ebenenBenennen',
  input: Type.Object({ namen: Type.Array(Type.Object({ art: Type.Unsafe<Objektart>(Type.Enum([...OBJEKTARTEN])), einzahl: Wort, mehrzahl: Wort }), { maxItems: OBJEKTARTEN.length }) }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run({ tx, emit, unchanged, mandantId }, { namen }) {
    const bisher = await ebenennamen(tx)
    const anders = namen.map(({ art, einzahl, mehrzahl }) => ({ art, einzahl: einzahl.trim(), mehrzahl: mehrzahl.trim() })).filter(({ art, einzahl, mehrzahl }) => bisher[art].einzahl !== einzahl || bisher[art].mehrzahl !== mehrzahl)
    const leer = anders.find(({ einzahl, mehrzahl }) => einzahl === '' || mehrzahl === '')
    if (leer) throw new Invalid([{ feld: `${leer.art}.einzahl`, text: `Bitte geben Sie für „${EBENENNAMEN[leer.art].einzahl}“ Einzahl und Mehrzahl an.` }])
    if (anders.length === 0) return unchanged()
    for (const { art, einzahl, mehrzahl } of anders) {
      await programm(tx).insertInto('programm.ebenenname').values({ art, einzahl, mehrzahl }).onConflict((on) => on.columns(['mandant_id', 'art']).doUpdateSet({ einzahl, mehrzahl })).execute()
    }
    emit(ebenenBenannt(mandantId, { arten: anders.map(({ art }) => art) }))
  },
})

const Cent = Type.String({ pattern: '^\\d{1,15}$' })

/** The town's classes of external costs: more than `ueberCent`, at most `bisCent`, without overlap (H3-01). All of them at once. */
export const kostenklassenFestlegen = command({
  name: 'programm.kostenklassenFestlegen',
  input: Type.Object({ klassen: Type.Array(Type.Object({ ueberCent: Cent, bisCent: Cent }), { maxItems: 20 }) }, { additionalProperties: false }),
  allow: can('programm.verwalten')(),
  async run({ tx, emit, unchanged, mandantId }, { klassen }) {
    const angaben = klassen.map(({ ueberCent, bisCent }, index) => ({ nummer: index + 1, vonCent: BigInt(ueberCent), bisCent: BigInt(bisCent), ausschliesslich: true }))
    const leer = angaben.filter(({ vonCent, bisCent }) => bisCent <= vonCent)
    if (leer.length > 0) throw new Invalid(leer.map(({ nummer }) => ({ feld: `bis${nummer}`, text: `Klasse ${nummer}: Die obere Grenze muss über der unteren liegen.` })))
    const { klassen: geordnet, befunde } = ordneKlassen(angaben, formatEuro)
    if (befunde.length > 0) throw new Invalid(befunde.map(({ nummer, text }) => ({ feld: `ueber${nummer}`, text })))
    const bisher = await lieskostenklassen(tx)
    if (bisher.length === geordnet.length && bisher.every((eine, index) => eine.nummer === geordnet[index]?.nummer && eine.ueberCent === geordnet[index]?.ueberCent && eine.bisCent === geordnet[index]?.bisCent)) return unchanged()
    await programm(tx).deleteFrom('programm.kostenklasse').execute()
    if (geordnet.length > 0) await programm(tx).insertInto('programm.kostenklasse').values(geordnet.map(({ nummer, ueberCent, bisCent }) => ({ nummer, ueber_cent: ueberCent, bis_cent: bisCent }))).execute()
    emit(kostenklassenFestgelegt(mandantId, { anzahl: geordnet.length }))
  },
})
