import { Type } from 'typebox'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { formatEuro, percentOf, sum } from '../../../../platform/money/index.js'
import { can, intern } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { amVorgang } from '../../../akte/akten/index.js'
import { antragZuVorgang } from '../../../verfahren/antraege/index.js'
import { buche, forderungZu, standZu, type Aufstellung } from '../../forderungen/index.js'
import { erhebeMitBescheid, setzeGebuehrFest } from '../erheben.js'
import { festsetzungZu, nacheinander, setzeFest, type Festsetzung } from '../festsetzung.js'

const Cent = Type.Integer({ minimum: 0, maximum: 99_999_900 })

/**
 * A clerk sets what the table leaves open, within its frame, or takes something off, with a reason (A6-14). A claim that was raised
 * already follows by a further row: nothing that was booked is changed.
 */
export const gebuehrFestsetzen = command({
  name: 'gebuehren.gebuehrFestsetzen',
  input: Type.Object({
    vorgangId: Id, betraege: Type.Array(Type.Object({ position: Type.String({ maxLength: 40 }), cent: Cent }, { additionalProperties: false }), { maxItems: 30 }),
    /** Percent taken off; 100 lets it go altogether. */
    ermaessigung: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })), grund: Text(1000),
  }, { additionalProperties: false }),
  allow: can('gebuehr.festsetzen').on(amVorgang, { sehen: 'vorgang.lesen' }),
  async run(ctx, { vorgangId, betraege, ermaessigung, grund }) {
    await nacheinander(ctx, vorgangId)
    const antrag = await antragZuVorgang(ctx.tx, vorgangId)
    const bisher = antrag && (await festsetzungZu(ctx.tx, { vorgangId }) ?? await setzeGebuehrFest(ctx, antrag))
    if (!antrag || !bisher) throw new NotFound()
    const neu = await setzeFest(ctx, { vorgangId }, angewendet(bisher, betraege, ermaessigung, grund))
    const forderung = await forderungZu(ctx.tx, { vorgangId })
    if (!forderung) return { summe: String(neu.summe) }
    const { soll } = await standZu(ctx.tx, forderung.id)
    if (neu.summe > soll) await buche(ctx, forderung.id, { art: 'soll', betrag: neu.summe - soll, grund: grund.slice(0, 500) })
    if (neu.summe < soll) await buche(ctx, forderung.id, { art: 'sollminderung', betrag: soll - neu.summe, grund: grund.slice(0, 500) })
    return { summe: String(neu.summe) }
  },
})

/** Claims what a decided case costs, once. The reaction to the decision does the same; this is for whoever cannot wait for it. */
export const gebuehrErheben = command({
  name: 'gebuehren.gebuehrErheben',
  input: Type.Object({ vorgangId: Id }, { additionalProperties: false }),
  allow: intern(),
  run: (ctx, { vorgangId }) => erhebeMitBescheid(ctx, vorgangId),
})

/** The case's own rule with what the clerk decided. @throws Invalid for amounts outside of the frame */
function angewendet(bisher: Festsetzung, betraege: readonly { position: string; cent: number }[], ermaessigung: number | undefined, grund: string): Omit<Festsetzung, 'id' | 'fassung'> {
  const gesetzt = betraege.map(({ position: name, cent }) => {
    const position = bisher.regel.positionen?.find((eine) => eine.name === name)
    if (!position?.rahmen) throw new Conflict('gebuehren.keinRahmen', 'Dieser Betrag steht in der Satzung fest. Sie können ihn nur mit einem Grund ermäßigen.')
    const { von, bis } = position.rahmen
    if (cent < von || cent > bis) throw new Invalid([{ feld: `betrag-${name}`, text: `Der Betrag muss zwischen ${formatEuro(BigInt(von))} und ${formatEuro(BigInt(bis))} liegen.` }])
    return { name, zeile: { bezeichnung: position.bezeichnung, cent: String(cent), erklaerung: `festgesetzt im Rahmen von ${formatEuro(BigInt(von))} bis ${formatEuro(BigInt(bis))}: ${grund}`.slice(0, 400), ...(position.tarif ? { tarif: position.tarif } : {}) } }
  })
  const bezeichnungen = new Set(gesetzt.map(({ zeile }) => zeile.bezeichnung))
  const positionen: Aufstellung['positionen'] = [...bisher.aufstellung.positionen.filter(({ bezeichnung }) => !bezeichnungen.has(bezeichnung)), ...gesetzt.map(({ zeile }) => zeile)]
  const rest = sum(positionen.map(({ cent }) => BigInt(cent))) - sum(bisher.aufstellung.minderungen.map(({ cent }) => BigInt(cent)))
  const ab = ermaessigung === undefined ? 0n : percentOf(rest, String(ermaessigung))
  const minderungen: Aufstellung['minderungen'] = [...bisher.aufstellung.minderungen, ...(ab > 0n ? [{ bezeichnung: ermaessigung === 100 ? 'Gebühr erlassen' : `Ermäßigung um ${ermaessigung} Prozent`, cent: String(ab), rechtsgrundlage: grund.slice(0, 300) }] : [])]
  return {
    leistungsversionId: bisher.leistungsversionId, regel: bisher.regel, aufstellung: { ...bisher.aufstellung, positionen, minderungen }, summe: rest - ab,
    offen: bisher.offen.filter((name) => !gesetzt.some((eine) => eine.name === name)), grund,
  }
}
