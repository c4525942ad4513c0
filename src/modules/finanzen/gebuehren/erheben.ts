import { startOfDay } from '../../../platform/time/index.js'
import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { leistungsversionById, zahlungsregel, type Gebuehr, type Leistungsfassung } from '../../grundlagen/leistungen/index.js'
import { antragZuVorgang, type Antrag } from '../../verfahren/antraege/index.js'
import { forderungErheben, forderungZu, type Forderung, type NeueForderung } from '../forderungen/index.js'
import { festsetzungZu, nacheinander, rechne, setzeFest, type Festsetzung } from './festsetzung.js'

/** What a claim takes over from the fee and its rule. */
const ausRegel = (ctx: CommandContext, regel: Gebuehr, { summe, aufstellung }: Pick<Festsetzung, 'summe' | 'aufstellung'>): Pick<NeueForderung, 'aufstellung' | 'cent' | 'faelligAm' | 'wege' | 'produkt' | 'sachkonto'> => {
  const { faelligTage, wege, produkt, sachkonto } = zahlungsregel(regel)
  return { aufstellung, cent: summe, faelligAm: ctx.today.add({ days: faelligTage }), wege, produkt, sachkonto }
}

/**
 * The fee of a draft that is paid before it is sent: computed now, kept, and claimed. Undefined where nothing is to be paid before.
 * A draft that was opened again gets a new computation and its claim anew.
 */
export async function erhebeVorAbsenden(ctx: CommandContext, { entwurfId, version, antworten, inhaber, schuldner }: {
  readonly entwurfId: string; readonly version: Leistungsfassung; readonly antworten: Readonly<Record<string, unknown>>; readonly inhaber: Forderung['inhaber']; readonly schuldner: NeueForderung['schuldner']
}): Promise<Forderung | undefined> {
  if (!version.gebuehr || zahlungsregel(version.gebuehr).wann !== 'vor_absenden') return undefined
  const gerechnet = await rechne(ctx.tx, version, antworten, ctx.now)
  if (!gerechnet || gerechnet.rechnung.summe === 0n) return undefined
  const { rechnung: { summe }, aufstellung, regel } = gerechnet
  await setzeFest(ctx, { entwurfId }, { leistungsversionId: version.id, regel, aufstellung, summe, offen: [], grund: null })
  return forderungErheben(ctx, { bezug: { entwurfId }, einheitId: null, inhaber, schuldner, leistung: version.schluessel, bezeichnung: version.bezeichnung, ...ausRegel(ctx, regel, { summe, aufstellung }) })
}

/** What is to be paid before a draft may be sent, in cents; 0n where nothing is. */
export async function vorAbsendenZuZahlen(ctx: Pick<CommandContext, 'tx' | 'now'>, version: Leistungsfassung, antworten: Readonly<Record<string, unknown>>): Promise<bigint> {
  if (!version.gebuehr || zahlungsregel(version.gebuehr).wann !== 'vor_absenden') return 0n
  return (await rechne(ctx.tx, version, antworten, ctx.now))?.rechnung.summe ?? 0n
}

/**
 * The fee of an application that has arrived: taken over from its draft or computed by the rule of the day of receipt, once. Where it
 * is paid after sending the claim is raised with it; an application on paper for a service that is paid before pays now.
 */
export async function setzeGebuehrFest(ctx: CommandContext, antrag: Antrag, entwurfId?: string): Promise<Festsetzung | undefined> {
  const bezug = { vorgangId: antrag.vorgangId }
  await nacheinander(ctx, antrag.vorgangId)
  const vorhanden = await festsetzungZu(ctx.tx, bezug)
  if (vorhanden) { ctx.unchanged(); return vorhanden }
  const version = await leistungsversionById(ctx.tx, antrag.leistungsversionId)
  const vorher = entwurfId ? await festsetzungZu(ctx.tx, { entwurfId }) : undefined
  const neu = vorher ?? (version && await berechnet(ctx, version, antrag))
  if (!neu) { ctx.unchanged(); return undefined }
  const festsetzung = await setzeFest(ctx, bezug, neu)
  if (zahlungsregel(festsetzung.regel).wann !== 'mit_bescheid') await erhebe(ctx, antrag, festsetzung)
  return festsetzung
}

async function berechnet(ctx: CommandContext, version: Leistungsfassung, antrag: Antrag): Promise<Omit<Festsetzung, 'id' | 'fassung'> | undefined> {
  const gerechnet = await rechne(ctx.tx, version, antrag.daten, startOfDay(antrag.eingangDatum))
  if (!gerechnet) return undefined
  const { rechnung: { summe, offen }, aufstellung, regel } = gerechnet
  return { leistungsversionId: version.id, regel, aufstellung, summe, offen: offen.map(({ name }) => name), grund: null }
}

/** Raises the claim over a fee that is fixed; what costs nothing or is still open raises none. */
export async function erhebe(ctx: CommandContext, antrag: Antrag, festsetzung: Festsetzung): Promise<Forderung | undefined> {
  const vorhanden = await forderungZu(ctx.tx, { vorgangId: antrag.vorgangId })
  if (vorhanden || festsetzung.summe === 0n || festsetzung.offen.length > 0) { ctx.unchanged(); return vorhanden }
  return forderungErheben(ctx, {
    bezug: { vorgangId: antrag.vorgangId, vorgangsnummer: antrag.vorgangsnummer }, einheitId: antrag.einheitId, inhaber: antrag.inhaber,
    schuldner: { name: antrag.kontakt.name, email: antrag.kontakt.email, anschrift: antrag.anschrift }, leistung: antrag.leistung, bezeichnung: antrag.bezeichnung, ...ausRegel(ctx, festsetzung.regel, festsetzung),
  })
}

/** The decision has left: what it costs is claimed now. */
export async function erhebeMitBescheid(ctx: CommandContext, vorgangId: string): Promise<void> {
  ctx.unchanged()
  const antrag = await antragZuVorgang(ctx.tx, vorgangId)
  const festsetzung = antrag && (await festsetzungZu(ctx.tx, { vorgangId }) ?? await setzeGebuehrFest(ctx, antrag))
  if (antrag && festsetzung && zahlungsregel(festsetzung.regel).wann === 'mit_bescheid') await erhebe(ctx, antrag, festsetzung)
}
