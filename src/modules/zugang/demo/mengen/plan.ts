import type { Nummernregel } from '../../../../platform/mengen/index.js'
import { kennteil, zeitteil } from '../../../../platform/mengen/index.js'
import { bildeAktenzeichen, zeichenSuchschluessel, type AktenzeichenMuster } from '../../../akte/aktenplan/index.js'
import { suchformen } from '../../../grundlagen/suche/index.js'
import type { Ablage } from './vorbilder.js'
import { nachname } from './namen.js'
import { SAETZE, SELTEN, STRASSEN, VORNAMEN } from './woerter-data.js'
import { zufall } from './zufall.js'

/** A pattern that was translated: what a copy of it needs. */
export interface Vorbild {
  readonly nummer: number
  /** Day on which it began; dates move from here. */
  readonly tag: Temporal.PlainDate
  /** How many numbers of each series a copy takes, in the order of the rules. */
  readonly nummern: readonly number[]
  /** The key of the thing itself in a copy. */
  idVon(a: string, b: string): string
}
export interface Gewichtet { readonly vorbild: Vorbild; readonly gewicht: number; /** Days. */ readonly hoechstalter: number; readonly stufen: boolean; readonly konto: boolean }

export interface Stadt { readonly id: string; readonly nr: number; readonly schluessel: string; readonly kuerzel?: string | undefined; readonly anzahl: number }
export interface Rahmen {
  readonly staedte: readonly Stadt[]; readonly heute: Temporal.PlainDate; readonly muster: AktenzeichenMuster; readonly regeln: readonly Nummernregel[]
  readonly ablagen: readonly { readonly ablage: Ablage; readonly offen: Vorbild; readonly zu: Vorbild }[]
  readonly konto: Vorbild; readonly zu: readonly Gewichtet[]; readonly offen: readonly Gewichtet[]
  /** Numbers that were given out before, by town, series and year. */
  readonly vergeben: ReadonlyMap<string, number>
  /** Lexemes of each text of `textbank`. */
  readonly texte: readonly { readonly text: string; readonly tsv: string }[]
}

/** One copy: values of the columns of `n`, by name. */
export type Klon = Readonly<Record<string, string | number | null>>
export interface Nummernstand { readonly mandantId: string; readonly kreis: string; readonly jahr: number; readonly letzte: number }
export interface Stueck { readonly klone: readonly Klon[]; readonly vorgaenge: number; readonly nummern: readonly Nummernstand[] }

const OFFEN_ANTEIL = 0.2
const JAHRE = 9
const ALT_AB_TAGEN = 45
/** Forms of so many names and addresses are remembered; rarer ones are made again. */
const GEMERKTE = 100_000

/** Texts of which each document has one: common words in all of them, rare ones here and there. */
export function textbank(anzahl: number): string[] {
  const wahl = zufall(7)
  return Array.from({ length: anzahl }, () => `${Array.from({ length: 6 }, () => wahl.aus(SAETZE)).join(', ')}. Vermerk: ${wahl.aus(SELTEN)}, ${wahl.aus(SELTEN)}.`)
}

interface Akte { readonly id: string; readonly zeichen: string; readonly zeichenFormen: Klon; lfd: number; rest: number; readonly jahr: number }
interface Person { readonly id: string; readonly werte: Klon }

interface Stand {
  readonly rahmen: Rahmen
  readonly wahl: ReturnType<typeof zufall>
  readonly vergeben: Map<string, number>
  readonly akten: Map<string, Akte>
  readonly personen: Map<string, Person[]>
  readonly formen: Map<string, Klon>
  /** What the present piece has given out. */
  neueNummern: Map<string, Nummernstand>
  klone: Klon[]
  nr: number
}

/**
 * Plans all copies piece by piece, in the order of time over all towns, so that a town's rows lie as far apart as they do after
 * years of work. Numbers and ids are given out here and nowhere else.
 */
export function* plane(rahmen: Rahmen, jeStueck: number): Generator<Stueck> {
  const stand: Stand = {
    rahmen, wahl: zufall(1), vergeben: new Map(rahmen.vergeben), akten: new Map(), personen: new Map(), formen: new Map(), neueNummern: new Map(), klone: [], nr: 1,
  }
  const gesamt = rahmen.staedte.reduce((sum, stadt) => sum + stadt.anzahl, 0)
  for (const stadt of rahmen.staedte) legePersonenAn(stand, stadt)
  yield stueckVon(stand, 0)
  const stuecke = Math.max(1, Math.ceil(gesamt / jeStueck))
  for (let stueck = 0; stueck < stuecke; stueck++) {
    let vorgaenge = 0
    for (const stadt of rahmen.staedte) {
      const [von, bis] = [Math.floor(stadt.anzahl * stueck / stuecke), Math.floor(stadt.anzahl * (stueck + 1) / stuecke)]
      for (let index = von; index < bis; index++) legeVorgangAn(stand, stadt, index)
      vorgaenge += bis - von
    }
    yield stueckVon(stand, vorgaenge)
  }
}

function stueckVon(stand: Stand, vorgaenge: number): Stueck {
  const stueck = { klone: stand.klone, vorgaenge, nummern: [...stand.neueNummern.values()] }
  stand.klone = []
  stand.neueNummern = new Map()
  return stueck
}

function naechste(stand: Stand, mandantId: string, kreis: string, jahr: number, anzahl: number): number {
  const schluessel = `${mandantId} ${kreis} ${jahr}`
  const erste = (stand.vergeben.get(schluessel) ?? 0) + 1
  if (anzahl > 0) {
    stand.vergeben.set(schluessel, erste + anzahl - 1)
    stand.neueNummern.set(schluessel, { mandantId, kreis, jahr, letzte: erste + anzahl - 1 })
  }
  return erste
}

/** Value and forms for the search of a text that copies are found by. */
function suchbar(name: string, text: string, gemerkt?: Map<string, Klon>): Klon {
  const bekannt = gemerkt?.get(text)
  if (bekannt) return bekannt
  const formen = suchformen(text)
  const klon = { [name]: text, [`${name}_schluessel`]: formen.schluessel, [`${name}_gefaltet`]: formen.gefaltet }
  if (gemerkt && gemerkt.size < GEMERKTE) gemerkt.set(text, klon)
  return klon
}

function grund(stand: Stand, stadt: Stadt, vorbild: Vorbild, tag: Temporal.PlainDate, bruchteil: number): Klon & { a: string; b: string } {
  const tage = vorbild.tag.until(tag, { largestUnit: 'days' }).days
  // Between eight and half past four, later copies of a day later.
  const millisekunden = tag.toZonedDateTime('UTC').epochMilliseconds + 28_800_000 + Math.floor(bruchteil * 30_600_000)
  return {
    muster: vorbild.nummer, mandant_id: stadt.id, mandant_nr: stadt.nr, a: zeitteil(millisekunden), b: kennteil(stand.nr++), tage, spanne: `${tage} days`, jahr: tag.year, stufe: 0,
    datum_iso: tag.toString(), datum_de: `${String(tag.day).padStart(2, '0')}.${String(tag.month).padStart(2, '0')}.${tag.year}`,
  }
}

const name = (vorname: string, nachname: string) => ({ vorname, nachname, vorname_json: `"${vorname}"`, nachname_json: `"${nachname}"` })

/** Accounts of citizens: one for twenty Vorgänge, because those who apply apply again. */
function legePersonenAn(stand: Stand, stadt: Stadt): void {
  const { wahl, rahmen } = stand
  const personen = Array.from({ length: Math.max(3, Math.ceil(stadt.anzahl / 20)) }, (): Person => {
    const [vorname, familie] = [wahl.aus(VORNAMEN), nachname(wahl)]
    const klon = grund(stand, stadt, rahmen.konto, rahmen.heute.subtract({ days: JAHRE * 365 }), wahl.zahl())
    const kennung = `${rumpf(vorname)}.${rumpf(familie)}.${stand.nr}`.slice(0, 80)
    const werte = { ...name(vorname, familie), ...suchbar('person', `${vorname} ${familie}`, stand.formen), email: `${kennung}@example.org`, kennung }
    stand.klone.push({ ...klon, ...werte })
    return { id: rahmen.konto.idVon(klon.a, klon.b), werte: { ...werte, konto_id: rahmen.konto.idVon(klon.a, klon.b) } }
  })
  stand.personen.set(stadt.id, personen)
}

const rumpf = (text: string): string => suchformen(text).schluessel.replaceAll(/[^a-z0-9]/g, '') || 'x'

/** In which file it lies: the one that collects at the moment, until it has as many as it is meant to hold or the year is over. */
function akteFuer(stand: Stand, stadt: Stadt, tag: Temporal.PlainDate, bruchteil: number): { akte: Akte; ablage: Ablage } {
  const { wahl, rahmen } = stand
  // The first unit has more to do than the others.
  const ort = rahmen.ablagen[wahl.zahl() < 0.3 ? wahl.ganze(Math.min(3, rahmen.ablagen.length)) : wahl.ganze(rahmen.ablagen.length)]
  if (!ort) throw new Error('no place for files')
  const { ablage } = ort
  const schluessel = `${stadt.id} ${ablage.offen}`
  const bisher = stand.akten.get(schluessel)
  if (bisher && bisher.rest > 0 && bisher.jahr === tag.year) return { akte: bisher, ablage }
  const vorbild = tag.year < rahmen.heute.year - 1 ? ort.zu : ort.offen
  const klon = grund(stand, stadt, vorbild, tag, bruchteil)
  const jahr = rahmen.muster.zaehlkreis === 'EINHEIT_UND_JAHR' ? tag.year : 0
  const zeichen = bildeAktenzeichen(rahmen.muster, { aktenplan: ablage.plan.kennzeichen, jahr: tag.year, nummer: naechste(stand, stadt.id, `akte:${ablage.plan.kennzeichen}`, jahr, 1) })
  const formen = { ...suchbar('aktenzeichen', zeichen), aktenzeichen_such: zeichenSuchschluessel(zeichen) }
  const strasse = suchbar('strasse', `${wahl.aus(STRASSEN)} ${wahl.ganze(180) + 1}`)
  stand.klone.push({ ...klon, ...formen, ...strasse, einheit_id: ablage.einheitId, bearbeiter_id: ablage.bearbeitende[0] ?? '' })
  const wurf = wahl.zahl()
  const akte = { id: vorbild.idVon(klon.a, klon.b), zeichen, zeichenFormen: formen, lfd: 0, rest: wurf < 0.1 ? 500 : wurf < 0.7 ? 5 + wahl.ganze(40) : 1, jahr: tag.year }
  stand.akten.set(schluessel, akte)
  return { akte, ablage }
}

function legeVorgangAn(stand: Stand, stadt: Stadt, index: number): void {
  const { wahl, rahmen } = stand
  const offen = Math.floor(stadt.anzahl * OFFEN_ANTEIL)
  const alt = stadt.anzahl - offen
  const gewaehlt = waehle(index < alt ? rahmen.zu : rahmen.offen, wahl.zahl())
  const anteil = index < alt ? index / alt : (index - alt) / offen
  const alter = index < alt ? ALT_AB_TAGEN + (1 - anteil) * (JAHRE * 365 - ALT_AB_TAGEN) : (1 - anteil) * gewaehlt.hoechstalter
  const tag = rahmen.heute.subtract({ days: Math.ceil(alter) })
  const bruchteil = Math.ceil(alter) - alter
  const { akte, ablage } = akteFuer(stand, stadt, tag, bruchteil)
  akte.lfd++
  akte.rest--
  stand.neueNummern.set(`${stadt.id} ${akte.id}`, { mandantId: stadt.id, kreis: `vorgang:${akte.id}`, jahr: 0, letzte: akte.lfd })
  const klon = grund(stand, stadt, gewaehlt.vorbild, tag, bruchteil)
  const text = rahmen.texte[wahl.ganze(rahmen.texte.length)]
  const einheit = wahl.zahl() < 0.03 ? wahl.aus(rahmen.ablagen).ablage : ablage
  const wurf = wahl.zahl()
  stand.klone.push({
    ...klon, ...nummern(stand, stadt, gewaehlt.vorbild, tag.year), ...akte.zeichenFormen, ...suchbar('kennzeichen', `${akte.zeichen}-${akte.lfd}`),
    ...suchbar('strasse', `${wahl.aus(STRASSEN)} ${wahl.ganze(180) + 1}`, stand.formen), ...person(stand, stadt, gewaehlt.konto),
    stufe: gewaehlt.stufen ? (wurf < 0.02 ? 2 : wurf < 0.12 ? 1 : 0) : 0, akte_id: akte.id, lfd: akte.lfd, einheit_id: einheit.einheitId,
    bearbeiter_id: wahl.aus(einheit.bearbeitende), volltext: text?.text ?? '', volltext_schluessel: '', volltext_tsv: text?.tsv ?? '',
  })
}

function person(stand: Stand, stadt: Stadt, konto: boolean): Klon {
  const { wahl } = stand
  if (konto) return wahl.aus(stand.personen.get(stadt.id) ?? []).werte
  const [vorname, familie] = [wahl.aus(VORNAMEN), nachname(wahl)]
  return { ...name(vorname, familie), ...suchbar('person', `${vorname} ${familie}`, stand.formen) }
}

/** First number of each series, and each number as texts write it. */
function nummern(stand: Stand, stadt: Stadt, vorbild: Vorbild, jahr: number): Klon {
  const werte: Record<string, string | number> = {}
  for (const [index, regel] of stand.rahmen.regeln.entries()) {
    const anzahl = vorbild.nummern[index] ?? 0
    const erste = naechste(stand, stadt.id, regel.kreis, jahr, anzahl)
    werte[`nr${index}`] = erste
    for (let lauf = 0; lauf < anzahl; lauf++) if (regel.zeichen) Object.assign(werte, suchbar(`z${index}_${lauf}`, regel.zeichen.neu(jahr, erste + lauf, stadt)))
  }
  return werte
}

function waehle(liste: readonly Gewichtet[], wurf: number): Gewichtet {
  let rest = wurf * liste.reduce((sum, one) => sum + one.gewicht, 0)
  return liste.find((one) => (rest -= one.gewicht) < 0) ?? liste[0] as Gewichtet
}
