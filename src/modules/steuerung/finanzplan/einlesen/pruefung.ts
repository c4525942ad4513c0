import { Type, type Static } from 'typebox'
import type { Tx } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { objekteVon } from '../../programm/index.js'
import { gleicheAb, type Mangel, type Treffer } from '../domain/abgleich.js'
import { alsTabelle, GRENZEN, trennzeichen, zerlege, type Tabelle } from '../domain/tabelle.js'
import { gruppeVon, istVzae, type Zeile } from '../domain/zeile.js'
import { BETRAEGE, erkenneDezimalzeichen, ordneZu, ZIELE, type Dezimalzeichen, type Ziel, type Zuordnung } from '../domain/zuordnung.js'
import { traegerVon } from '../gliederung.js'
import { ladeStrategie, stichtagswerteVon, zeilenVon } from '../lesen.js'
import { Datum } from '../../../../platform/usecases/schema.js'

/** A file as text, what its columns mean (-1: none does), and for which strategy, day and year it speaks. */
export const Einleseeingabe = Type.Object({
  strategie: Type.String({ minLength: 1, maxLength: 60 }), quelle: Type.String({ minLength: 1, maxLength: 200 }), text: Type.String({ maxLength: GRENZEN.bytes * 2 }), stichtag: Datum,
  jahr: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2200 })), dezimal: Type.Optional(Type.Unsafe<Dezimalzeichen>(Type.Enum(['komma', 'punkt']))),
  zuordnung: Type.Optional(Type.Object(Object.fromEntries(Object.keys(ZIELE).map((ziel) => [ziel, Type.Optional(Type.Integer({ minimum: -1, maximum: GRENZEN.spalten }))])) as Record<Ziel, ReturnType<typeof Type.Optional<ReturnType<typeof Type.Integer>>>>, { additionalProperties: false })),
}, { additionalProperties: false })
export type Einleseangabe = Static<typeof Einleseeingabe>

export type Wirkung = 'neu' | 'geaendert' | 'unveraendert'
export interface Pruefung {
  readonly strategieId: string; readonly tabelle: Tabelle; readonly zuordnung: Zuordnung; readonly dezimal: Dezimalzeichen | undefined; readonly stichtag: Temporal.PlainDate
  readonly schritte: readonly (Treffer & { readonly zeile: Zeile; readonly wirkung: Wirkung })[]; readonly maengel: readonly Mangel[]
}

/** Reads the file and says what it would do; writes nothing. Dry run and import go through here. @throws Invalid where the whole file cannot be read */
export async function pruefe(tx: Tx, today: Temporal.PlainDate, angabe: Einleseangabe): Promise<Pruefung> {
  const strategie = await ladeStrategie(tx, angabe.strategie)
  const stichtag = tagAus(angabe.stichtag, today)
  const tabelle = alsTabelle(zerlege(angabe.text, trennzeichen(angabe.text)), [])
  if (tabelle.zeilen.length === 0) throw new Invalid([{ feld: 'datei', text: 'Die Datei hat keine Zeilen unter der Überschrift.' }])
  const zuordnung: Zuordnung = angabe.zuordnung ? Object.fromEntries(Object.entries(angabe.zuordnung).filter(([, spalte]) => spalte !== undefined && spalte >= 0 && spalte < tabelle.kopf.length)) : ordneZu(tabelle.kopf)
  const erkannt = erkenneDezimalzeichen(tabelle.zeilen.flatMap((zeile) => BETRAEGE.flatMap((ziel) => { const spalte = zuordnung[ziel]; return spalte === undefined ? [] : [zeile[spalte] ?? ''] })))
  const dezimal = angabe.dezimal ?? (erkannt === 'gemischt' ? undefined : erkannt)
  const zeilen = (await zeilenVon(tx, [strategie.id])).filter((zeile) => zeile.stand === 'plan' && !istVzae(zeile) && gruppeVon(zeile) !== 'foerderung')
  const objekte = new Map((await objekteVon(tx, { strategieId: strategie.id })).map((objekt) => [objekt.id, objekt]))
  const kandidaten = zeilen.map((zeile) => {
    const traeger = [zeile.objektId ? objekte.get(zeile.objektId) : undefined, traegerVon(zeile, objekte)].filter((objekt) => objekt !== undefined)
    return { zeile, vorhaben: traeger.flatMap(({ nummer, name }) => [nummer, name, [nummer, name].filter(Boolean).join(' ')]).filter((name) => name !== null) }
  })
  const { treffer, maengel } = gleicheAb(tabelle, zuordnung, kandidaten, { dezimal, jahr: angabe.jahr })
  const vorhanden = new Map((await stichtagswerteVon(tx, zeilen)).filter((werte) => werte.stichtag.equals(stichtag)).map((werte) => [`${werte.zeileId} ${werte.jahr}`, werte]))
  const byId = new Map(zeilen.map((zeile) => [zeile.id, zeile]))
  const schritte = treffer.flatMap((einer) => {
    const alt = vorhanden.get(`${einer.zeileId} ${einer.jahr}`)
    const gleich = alt && (['nachtrag', 'obligo', 'ist', 'prognose'] as const).every((ziel) => einer.betraege[ziel] === null || einer.betraege[ziel] === alt[`${ziel}Cent`])
    const zeile = byId.get(einer.zeileId)
    return zeile ? [{ ...einer, zeile, wirkung: alt ? (gleich ? 'unveraendert' as const : 'geaendert' as const) : 'neu' as const }] : []
  })
  return { strategieId: strategie.id, tabelle, zuordnung, dezimal, stichtag, schritte, maengel }
}

function tagAus(iso: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const [jahr = 0, monat = 0, tag = 0] = iso.split('-').map(Number)
  const gibtEs = monat >= 1 && monat <= 12 && tag >= 1 && tag <= Temporal.PlainYearMonth.from({ year: jahr, month: monat }).daysInMonth
  if (!gibtEs) throw new Invalid([{ feld: 'stichtag', text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' }])
  const stichtag = Temporal.PlainDate.from(iso)
  if (Temporal.PlainDate.compare(stichtag, today) > 0) throw new Invalid([{ feld: 'stichtag', text: 'Der Stichtag liegt in der Zukunft. Zahlen aus dem Haushalt gelten bis heute.' }])
  return stichtag
}
