import type { Tx } from '../../../../platform/database/database.js'
import type { Absender } from '../../../../platform/pdf/index.js'
import { formatDate } from '../../../../platform/time/index.js'
import { AMPELWORT, DIMENSIONEN, DIMENSIONSWORT, KEIN_BERICHT, REGEL, schlechteste, type Ampel } from '../domain/ampel.js'
import { balkenSvg, balkenText } from '../domain/balken.js'
import type { Monatsbalken, ProgrammberichtDaten } from '../domain/programmbericht.js'
import { offeneEntscheidungen, planZuStrategie } from '../../planung/index.js'
import { meilensteintrend } from '../domain/trend.js'
import { monatKurz, monatswort } from '../domain/zeitraum.js'
import { konsolidiere, type Konsolidierung, type Stelle } from '../konsolidiert/query.js'
import type { Zeitraum } from '../lesen.js'
import { vorhabenName } from '../domain/name.js'

export interface Rahmen {
  readonly absender: Absender; readonly strategie: string; readonly jahr: number; readonly quartal: number; readonly version: number; readonly stichtag: Temporal.PlainDate
  readonly gremium: string; readonly sitzungAm: Temporal.PlainDate | null; readonly ohneSitzung: string
}

interface Monat { readonly zeitraum: Zeitraum; readonly ergebnis: Konsolidierung }
const tag = (iso: string): string => (iso ? formatDate(Temporal.PlainDate.from(iso)) : '–')

/** What the report prints, out of the frozen reports of the quarter, oldest month first. `gesamt` is the light of its last month. */
export async function programmberichtDaten(tx: Tx, monate: readonly Zeitraum[], rahmen: Rahmen): Promise<{ daten: ProgrammberichtDaten; gesamt: Ampel | null }> {
  const alle: Monat[] = []
  for (const zeitraum of monate) alle.push({ zeitraum, ergebnis: await konsolidiere(tx, zeitraum) })
  const letzter = alle.at(-1) as Monat
  const daten: ProgrammberichtDaten = {
    absender: rahmen.absender, titel: `Programmbericht ${rahmen.quartal}. Quartal ${rahmen.jahr}`, angaben: angaben(rahmen), einleitung: einleitung(rahmen, alle),
    lage: `${monatswort(letzter.zeitraum.monat)}: ${letzter.ergebnis.gesamt.grund}`, regel: REGEL,
    balken: alle.map(balken), bildunterschrift: 'Anteile der Vorhaben nach ihrer schlechtesten Ampel. Grün: volle Fläche; Gelb: schräg gestreift; Rot: Gitter; kein Bericht: weiß mit Kreuzen. Die Zahlen stehen rechts daneben.',
    ampeln: ampeltabelle(alle), auffaellig: letzter.ergebnis.stellen.flatMap(auffaellig),
    fehlende: alle.flatMap(({ zeitraum, ergebnis }) => ergebnis.stellen.filter(({ bericht }) => !bericht).map(({ pflicht }) => [monatswort(zeitraum.monat), vorhabenName(pflicht), pflicht.verantwortlich || '–'])),
    entscheidungen: [...entscheidungen(alle), ...await uebertragene(tx, alle)], meilensteine: meilensteine(alle),
  }
  return { daten, gesamt: letzter.ergebnis.gesamt.gesamt }
}

const angaben = ({ strategie, stichtag, version, gremium, sitzungAm }: Rahmen) => [
  { bezeichnung: 'Programm', wert: strategie }, { bezeichnung: 'Stichtag', wert: formatDate(stichtag) }, { bezeichnung: 'Fassung', wert: String(version) },
  ...(gremium ? [{ bezeichnung: 'Für', wert: gremium }] : []), { bezeichnung: 'Sitzung', wert: sitzungAm ? formatDate(sitzungAm) : 'keine Sitzung in diesem Quartal' },
]

function einleitung({ ohneSitzung }: Rahmen, alle: readonly Monat[]): string[] {
  const worte = alle.map(({ zeitraum }) => monatswort(zeitraum.monat))
  return [
    `Dieser Bericht fasst die eingereichten Statusberichte zusammen: ${worte.join(', ')}.${alle.length < 3 ? ' Für die übrigen Monate des Quartals gab es keinen Berichtsmonat.' : ''}`,
    ...(ohneSitzung ? [`In diesem Quartal tagt das Gremium nicht: ${ohneSitzung}`] : []),
  ]
}

function balken({ zeitraum, ergebnis: { gesamt } }: Monat): Monatsbalken {
  const monat = monatswort(zeitraum.monat)
  return {
    monat, gruen: String(gesamt.gruen), gelb: String(gesamt.gelb), rot: String(gesamt.rot), fehlt: String(gesamt.fehlt), gesamt: gesamt.gesamt ? AMPELWORT[gesamt.gesamt] : 'keine',
    bild: balkenSvg(gesamt), alt: balkenText(monat, gesamt),
  }
}

/** Vorhaben by month, in the order of the newest month that knows them. */
function ampeltabelle(alle: readonly Monat[]): ProgrammberichtDaten['ampeln'] {
  const namen = new Map(alle.flatMap(({ ergebnis }) => ergebnis.stellen.map(({ pflicht }) => [pflicht.objektId, vorhabenName(pflicht)] as const)))
  const wort = (stelle: Stelle | undefined): string => (!stelle ? '–' : stelle.bericht ? AMPELWORT[schlechteste(stelle.bericht.ampeln)] : KEIN_BERICHT)
  return {
    kopf: ['Vorhaben', ...alle.map(({ zeitraum }) => monatKurz(zeitraum.monat))],
    zeilen: [...namen].map(([objektId, name]) => [name, ...alle.map(({ ergebnis }) => wort(ergebnis.stellen.find(({ pflicht }) => pflicht.objektId === objektId)))]),
  }
}

function auffaellig({ pflicht, bericht }: Stelle): ProgrammberichtDaten['auffaellig'] {
  const dimensionen = bericht ? DIMENSIONEN.filter((dimension) => bericht.ampeln[dimension] !== 'gruen') : []
  if (!bericht || dimensionen.length === 0) return []
  return [{
    vorhaben: vorhabenName(pflicht), baustein: pflicht.baustein,
    angaben: dimensionen.flatMap((dimension) => [
      { bezeichnung: `${DIMENSIONSWORT[dimension]}: ${AMPELWORT[bericht.ampeln[dimension]]}`, wert: bericht.inhalt[dimension].begruendung }, { bezeichnung: 'Gegenmaßnahme', wert: bericht.inhalt[dimension].gegenmassnahme },
    ]),
  }]
}

/** Every need once, with the words of the newest report that names it. */
function entscheidungen(alle: readonly Monat[]): string[][] {
  const gefunden = new Map<string, string[]>(alle.flatMap(({ ergebnis }) => ergebnis.stellen.flatMap(({ pflicht, bericht }) => (bericht?.inhalt.entscheidungen ?? []).map(({ text, termin, nummer }) =>
    [`${pflicht.objektId} ${text}`, [vorhabenName(pflicht), text, tag(termin), nummer === undefined ? '–' : String(nummer)]] as const))))
  return [...gefunden.values()]
}

/** What the register still holds from before: nobody decided it, so it comes again, also after a quarter without a meeting (H4-06). */
async function uebertragene(tx: Tx, alle: readonly Monat[]): Promise<string[][]> {
  const plan = await planZuStrategie(tx, alle[0]?.zeitraum.strategieId ?? '')
  if (!plan) return []
  const dabei = new Set(alle.flatMap(({ ergebnis }) => ergebnis.stellen.flatMap(({ bericht }) => (bericht?.inhalt.entscheidungen ?? []).map(({ nummer }) => nummer))))
  return (await offeneEntscheidungen(tx, plan.id, alle.at(-1)?.zeitraum.stichtag as Temporal.PlainDate)).filter(({ nummer }) => !dabei.has(nummer))
    .map(({ nummer, sachverhalt, benoetigtBis, herkunft }) => [`Übertragen: ${herkunft || 'Entscheidungsregister'}`, sachverhalt, tag(benoetigtBis?.toString() ?? ''), String(nummer)])
}

function meilensteine(alle: readonly Monat[]): ProgrammberichtDaten['meilensteine'] {
  const je = new Map(alle.flatMap(({ ergebnis }) => ergebnis.stellen.map(({ pflicht }) => [pflicht.objektId, vorhabenName(pflicht)] as const)))
  return {
    kopf: ['Meilenstein', ...alle.map(({ zeitraum }) => monatKurz(zeitraum.monat)), 'Trend'],
    zeilen: [...je].flatMap(([objektId, name]) => meilensteintrend(alle.map(({ ergebnis }) => ergebnis.stellen.find(({ pflicht }) => pflicht.objektId === objektId)?.bericht?.inhalt.meilensteine ?? []))
      .map((zeile) => [`${name}: ${zeile.name}`, ...zeile.termine.map((termin) => tag(termin ?? '')), zeile.satz])),
  }
}
