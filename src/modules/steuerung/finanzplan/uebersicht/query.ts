import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { einstufen, finanzplanzeilenVon, kostenklassen, objekteVon, strategien, type Objekt, type Strategie } from '../../programm/index.js'
import { externeKostenCent, summe, summiere, zeilenbetrag, type Summen } from '../domain/summen.js'
import { horizontVon, nachProjektende, verteile } from '../domain/verteilung.js'
import { gruppeVon, type Zeile } from '../domain/zeile.js'
import { gliedere } from '../gliederung.js'
import { zeilenVon } from '../lesen.js'
import { vzaebasisVon, type Vzaebasis } from '../vzaebasis/lesen.js'

type Cent = bigint | null

/** One row of the plan: a Vorhaben (or what none bears) with its sums. */
export interface Planzeile { readonly objekt: Objekt | undefined; readonly summen: Summen; readonly anzahl: number }

/** One year: plan by columns, and what of it arises after the projects have ended. */
export interface Jahreszeile { readonly jahr: number; readonly einmaligCent: Cent; readonly laufendCent: Cent; readonly schulungCent: Cent; readonly zusammenCent: Cent; readonly danachCent: Cent }

/** What was declared and what the plan comes to (H3-03). */
export interface Klassenvergleich { readonly objekt: Objekt; readonly erklaert: number | null; readonly errechnet: number | 'ausserhalb' | null; readonly betragCent: Cent; readonly passt: boolean | null }

export interface Finanzplan {
  readonly strategie: Strategie; readonly horizont: number; readonly jahre: readonly number[]; readonly summen: Summen; readonly zeilen: readonly Planzeile[]; readonly jahreszeilen: readonly Jahreszeile[]
  readonly ohneJahrCent: Cent; readonly weiterJaehrlichCent: Cent; readonly klassen: readonly Klassenvergleich[]; readonly anzahl: number; readonly nichtUebernommen: number
}

export interface Portfolio { readonly strategien: readonly { readonly strategie: Strategie; readonly summen: Summen; readonly anzahl: number }[]; readonly gesamt: Summen }

/** Without a strategy: all of them, with totals. With one: its plan by Vorhaben and by year. */
export const finanzplanUebersicht = query({
  name: 'finanzplan.finanzplanUebersicht', staleness: 'seconds', allow: can('finanzplan.lesen')(),
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })), jahr: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2200 })) }, { additionalProperties: false }),
  async run({ tx }, { strategie: kennung, jahr }): Promise<{ strategien: readonly Strategie[]; portfolio: Portfolio; plan: Finanzplan | undefined; basis: Vzaebasis | undefined }> {
    const basis = await vzaebasisVon(tx)
    const alle = await strategien(tx)
    const zeilen = Map.groupBy(await zeilenVon(tx, alle.map(({ id }) => id)), ({ strategieId }) => strategieId)
    const strategie = alle.find((eine) => eine.kennung === kennung) ?? (alle.length === 1 ? alle[0] : undefined)
    const teile = alle.map((eine) => { const eigene = zeilen.get(eine.id) ?? []; return { strategie: eine, zeilen: eigene, horizont: horizontVon(eigene, eine.jahrBis) } })
    const portfolio: Portfolio = {
      strategien: teile.map((teil) => ({ strategie: teil.strategie, summen: summiere(teil.zeilen, { horizont: teil.horizont, jahr }), anzahl: teil.zeilen.length })),
      gesamt: gesamt(teile.map((teil) => summiere(teil.zeilen, { horizont: teil.horizont, jahr }))),
    }
    if (!strategie) return { strategien: alle, portfolio, plan: undefined, basis }
    const eigene = zeilen.get(strategie.id) ?? []
    const objekte = await objekteVon(tx, { strategieId: strategie.id })
    const vorhanden = new Set(eigene.map((zeile) => zeile.kennung))
    const nichtUebernommen = (await finanzplanzeilenVon(tx, strategie.id)).filter((quelle) => !vorhanden.has(`programm:${quelle.kennung}`)).length
    return { strategien: alle, portfolio, plan: { ...rechne(strategie, eigene, objekte, jahr), klassen: vergleicheKlassen(eigene, objekte, await kostenklassen(tx), horizontVon(eigene, strategie.jahrBis)), nichtUebernommen }, basis }
  },
})

/** Totals of totals: every figure adds what is known. */
function gesamt(teile: readonly Summen[]): Summen {
  const namen = Object.keys(summiere([], { horizont: 0 })) as (keyof Summen)[]
  return Object.fromEntries(namen.map((name) => {
    const werte = teile.map((teil) => teil[name]).filter((wert) => wert !== null)
    if (werte.length === 0) return [name, null]
    return [name, name.startsWith('vzae') ? werte.reduce<number>((bisher, wert) => bisher + Number(wert), 0) : summe(werte as bigint[])]
  })) as unknown as Summen
}

function rechne(strategie: Strategie, zeilen: readonly Zeile[], objekte: readonly Objekt[], jahr: number | undefined): Omit<Finanzplan, 'klassen' | 'nichtUebernommen'> {
  const horizont = horizontVon(zeilen, strategie.jahrBis)
  const bedarf = zeilen.filter((zeile) => zeile.stand === 'plan' && ['einmalig', 'laufend', 'schulung'].includes(gruppeVon(zeile)))
  const verteilt = bedarf.map((zeile) => verteile(zeile, horizont))
  const jahre = [...new Set(zeilen.flatMap((zeile) => [...verteile(zeile, horizont).jahre.keys()]))].sort((a, b) => a - b)
  const byId = new Map(objekte.map((objekt) => [objekt.id, objekt]))
  const danach = bedarf.map((zeile) => { const ende = zeile.objektId ? byId.get(zeile.objektId)?.ende : null; return ende ? nachProjektende(zeile, ende, horizont) : new Map<number, bigint>() })
  return {
    strategie, horizont, jahre, anzahl: zeilen.length, summen: summiere(zeilen, { horizont, jahr }),
    zeilen: gliedere(zeilen, objekte).map((gruppe) => ({ objekt: gruppe.objekt, summen: summiere(gruppe.zeilen, { horizont, jahr }), anzahl: gruppe.zeilen.length })),
    jahreszeilen: jahre.map((eines) => {
      const spalte = (name: string) => summe(bedarf.filter((zeile) => gruppeVon(zeile) === name).map((zeile) => zeilenbetrag(zeile, { horizont, jahr: eines })))
      return {
        jahr: eines, einmaligCent: spalte('einmalig'), laufendCent: spalte('laufend'), schulungCent: spalte('schulung'),
        zusammenCent: summe(verteilt.map((einer) => einer.jahre.get(eines) ?? null)), danachCent: summe(danach.map((einer) => einer.get(eines) ?? null)),
      }
    }).filter(({ zusammenCent }) => zusammenCent !== null),
    ohneJahrCent: summe(verteilt.map((einer) => einer.ohneJahrCent)), weiterJaehrlichCent: summe(verteilt.map((einer) => einer.weiterJaehrlichCent)),
  }
}

/** Only Bausteine that have a declared class or planned costs; whether it fits is not known where one of the two is missing. */
function vergleicheKlassen(zeilen: readonly Zeile[], objekte: readonly Objekt[], klassen: Parameters<typeof einstufen>[1], horizont: number): Klassenvergleich[] {
  if (klassen.length === 0) return []
  const gruppen = new Map(gliedere(zeilen, objekte).map((gruppe) => [gruppe.objekt?.id, gruppe.zeilen]))
  return objekte.filter(({ art }) => art === 'baustein').flatMap((objekt) => {
    const betragCent = externeKostenCent(gruppen.get(objekt.id) ?? [], horizont)
    if (betragCent === null && objekt.kostenklasse === null) return []
    const einstufung = betragCent === null || betragCent < 0n ? null : einstufen(betragCent, klassen)
    const errechnet = einstufung === null ? null : einstufung.art === 'klasse' ? einstufung.nummer : einstufung.art === 'keine' ? 0 : 'ausserhalb'
    return [{ objekt, erklaert: objekt.kostenklasse, errechnet, betragCent, passt: errechnet === null || objekt.kostenklasse === null ? null : errechnet === objekt.kostenklasse }]
  })
}
