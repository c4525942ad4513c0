import { Type } from 'typebox'
import { can } from '../../../../platform/usecases/allow.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../../programm/index.js'
import { neueste, vergleiche, zusammen, type Stichtagswerte, type Vergleich } from '../domain/sollist.js'
import { imJahrCent, horizontVon } from '../domain/verteilung.js'
import { gesamtCent } from '../domain/verteilung.js'
import { gruppeVon, istVzae, type Zeile } from '../domain/zeile.js'
import { gliedere, type Gruppe } from '../gliederung.js'
import { stichtagswerteVon, zeilenVon } from '../lesen.js'

export type Gesamtvergleich = ReturnType<typeof zusammen>
export interface Vergleichszeile { readonly zeile: Zeile; readonly objekt: Objekt | undefined; readonly vergleich: Vergleich; readonly stichtag: Temporal.PlainDate | null }
export interface Vergleichsgruppe { readonly objekt: Objekt | undefined; readonly zeilen: readonly Vergleichszeile[]; readonly gesamt: Gesamtvergleich }
export interface SollIst {
  readonly strategien: readonly Strategie[]; readonly strategie: Strategie | undefined; readonly jahre: readonly number[]; readonly gruppen: readonly Vergleichsgruppe[]; readonly gesamt: Gesamtvergleich; readonly anzahl: number
}

const OHNE = { nachtragCent: null, obligoCent: null, istCent: null, prognoseCent: null } as const

/** Plan against budget system, by line: in one year, or all years together. */
export const sollIstVergleich = query({
  name: 'finanzplan.sollIstVergleich', staleness: 'seconds', allow: can('finanzplan.lesen')(),
  input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })), jahr: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2200 })) }, { additionalProperties: false }),
  async run({ tx }, { strategie: kennung, jahr }): Promise<SollIst> {
    const alle = await strategien(tx)
    const strategie = alle.find((eine) => eine.kennung === kennung) ?? alle[0]
    if (!strategie) return { strategien: alle, strategie, jahre: [], gruppen: [], gesamt: zusammen([]), anzahl: 0 }
    const zeilen = (await zeilenVon(tx, [strategie.id])).filter((zeile) => zeile.stand === 'plan' && !istVzae(zeile) && gruppeVon(zeile) !== 'foerderung')
    const werte = await stichtagswerteVon(tx, zeilen)
    const horizont = horizontVon(zeilen, strategie.jahrBis)
    const objekte = await objekteVon(tx, { strategieId: strategie.id })
    const jahre = [...new Set([...werte.map((wert) => wert.jahr), ...zeilen.flatMap(({ jahrVon, jahrBis }) => [jahrVon, jahrBis].filter((eines) => eines !== null))])].sort((a, b) => a - b)
    const gruppen = gliedere(zeilen, objekte).map((gruppe) => vergleicheGruppe(gruppe, { werte, objekte, jahr, horizont })).filter((gruppe) => gruppe.zeilen.length > 0)
    return { strategien: alle, strategie, jahre, gruppen, gesamt: zusammen(gruppen.flatMap((gruppe) => gruppe.zeilen.map(({ vergleich }) => vergleich))), anzahl: zeilen.length }
  },
})

interface Umfeld { readonly werte: readonly Stichtagswerte[]; readonly objekte: readonly Objekt[]; readonly jahr: number | undefined; readonly horizont: number }

function vergleicheGruppe({ objekt, zeilen }: Gruppe, { werte, objekte, jahr, horizont }: Umfeld): Vergleichsgruppe {
  const verglichen = zeilen.flatMap((zeile): Vergleichszeile[] => {
    const eigene = werte.filter((wert) => wert.zeileId === zeile.id && (jahr === undefined || wert.jahr === jahr))
    const jetzt = [...neueste(eigene).values()]
    const planCent = jahr === undefined ? gesamtCent(zeile, horizont) : imJahrCent(zeile, jahr, horizont)
    if (planCent === null && jetzt.length === 0) return []
    // Years of one line add up figure by figure; the forecast of a year without one is what is booked and ordered there.
    const je = jetzt.map((einer) => vergleiche(null, einer))
    const ist = je.length === 0 ? OHNE : zusammen(je)
    const prognoseCent = je.some((einer) => einer.prognoseCent !== null) && 'erwartetCent' in ist ? ist.erwartetCent : null
    return [{ zeile, objekt: objekte.find(({ id }) => id === zeile.objektId), vergleich: vergleiche(planCent, { ...ist, prognoseCent }), stichtag: jetzt.map((einer) => einer.stichtag).sort(Temporal.PlainDate.compare).at(-1) ?? null }]
  })
  return { objekt, zeilen: verglichen, gesamt: zusammen(verglichen.map(({ vergleich }) => vergleich)) }
}
