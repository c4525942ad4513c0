import { Type } from 'typebox'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { NotFound } from '../../../../platform/errors.js'
import { objekteVon, strategien, type Objekt, type Strategie } from '../../programm/index.js'
import { finanzplan } from '../db/tables.js'
import { neueste, type Stichtagswerte } from '../domain/sollist.js'
import { horizontVon, nachProjektende, verteile } from '../domain/verteilung.js'
import type { Zeile } from '../domain/zeile.js'
import { findZeile, stichtagswerteVon, zeilenVon } from '../lesen.js'
import { vzaebasisVon, type Vzaebasis } from '../vzaebasis/lesen.js'

export interface Aenderung { readonly id: string; readonly feld: string; readonly alt: string | null; readonly neu: string | null; readonly am: Temporal.Instant }
export interface Zeilenansicht {
  readonly zeile: Zeile; readonly strategie: Strategie; readonly objekt: Objekt | undefined; readonly objekte: readonly Objekt[]; readonly verlauf: readonly Aenderung[]
  readonly jahre: readonly { readonly jahr: number; readonly cent: bigint; readonly danachCent: bigint | null }[]
  readonly stichtage: readonly Stichtagswerte[]; readonly letzter: Temporal.PlainDate | null; readonly darfBearbeiten: boolean
  readonly basis: Vzaebasis | undefined
}

/** One line with its years, figures and changes. @throws NotFound */
export const zeileAnsehen = query({
  name: 'finanzplan.zeileAnsehen', input: Type.Object({ zeileId: Id }, { additionalProperties: false }), allow: can('finanzplan.lesen')(),
  async run({ tx, actor }, { zeileId }): Promise<Zeilenansicht> {
    const zeile = await findZeile(tx, zeileId)
    const strategie = zeile && (await strategien(tx)).find(({ id }) => id === zeile.strategieId)
    if (!zeile || !strategie) throw new NotFound()
    const objekte = await objekteVon(tx, { strategieId: strategie.id })
    const objekt = objekte.find(({ id }) => id === zeile.objektId)
    const horizont = horizontVon(await zeilenVon(tx, [strategie.id]), strategie.jahrBis)
    const danach = objekt?.ende ? nachProjektende(zeile, objekt.ende, horizont) : undefined
    const rows = await finanzplan(tx).selectFrom('finanzplan.aenderung').select(['id', 'feld', 'alt', 'neu', 'am']).where('zeile_id', '=', zeileId).orderBy('id', 'desc').limit(200).execute()
    const stichtage = await stichtagswerteVon(tx, [zeile])
    return {
      zeile, strategie, objekt, basis: await vzaebasisVon(tx), objekte: objekte.filter(({ art }) => art !== 'ziel'), verlauf: rows,
      jahre: [...verteile(zeile, horizont).jahre].map(([jahr, cent]) => ({ jahr, cent, danachCent: danach?.get(jahr) ?? null })),
      stichtage, letzter: [...neueste(stichtage).values()].at(-1)?.stichtag ?? null, darfBearbeiten: holds(actor, 'finanzplan.bearbeiten', { einheitId: objekt?.einheitId ?? null }),
    }
  },
})

/** What the form of a new line chooses from. */
export const zeileVorbereiten = query({
  name: 'finanzplan.zeileVorbereiten', input: Type.Object({ strategie: Type.Optional(Type.String({ maxLength: 60 })) }, { additionalProperties: false }), allow: can('finanzplan.bearbeiten')(),
  async run({ tx, actor }, { strategie: kennung }): Promise<{ strategie: Strategie; objekte: readonly Objekt[] }> {
    const alle = await strategien(tx)
    const strategie = alle.find((eine) => eine.kennung === kennung) ?? alle[0]
    if (!strategie) throw new NotFound('finanzplan.ohneStrategie', 'Es gibt noch keine Strategie. Das Programmbüro legt sie unter „Programm“ an.')
    const objekte = await objekteVon(tx, { strategieId: strategie.id })
    return { strategie, objekte: objekte.filter(({ art, einheitId }) => art !== 'ziel' && holds(actor, 'finanzplan.bearbeiten', { einheitId })) }
  },
})
