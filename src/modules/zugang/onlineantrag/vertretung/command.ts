import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { VOLLMACHT_SLOT } from '../../../verfahren/antraege/index.js'
import { Datei } from '../ausfuellen/command.js'
import { onlineantrag } from '../db/tables.js'
import type { Vertretung } from '../domain/vertretung.js'
import { dateienVon, lockEntwurf, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { vertretungAngegeben } from '../events.js'
import { vertretungsworte } from './woerter.js'

const Angabe = Type.Object({
  art: Type.Enum(['kind', 'vollmacht']), vornamen: Text(200), familienname: Text(200), geburtsdatum: Datum, sorge: Type.Optional(Type.Enum(['allein', 'gemeinsam'])),
  nachweis: Type.Optional(Type.Enum(['datei', 'online'])), email: Type.Optional(Text(254)),
}, { additionalProperties: false })

/** Says for whom the person applies; null: for themselves. A consent that was given before counts no more. */
export const vertretungAngeben = command({
  name: 'onlineantrag.vertretungAngeben',
  input: Type.Object({
    entwurfId: Id, vertretung: Type.Union([Type.Null(), Angabe]),
    /** The signed Vollmacht; without it one that was uploaded before stays. */
    vollmacht: Type.Optional(Datei), sprache: Type.Optional(Type.Enum(['de', 'en'])),
  }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId, vertretung, vollmacht, sprache }) {
    const { tx, emit } = ctx
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet.')
    nichtBeimBezahlen(entwurf)
    const regel = (await leistungsversionById(tx, entwurf.leistungsversionId))?.stammdaten.vertretung
    if (vertretung && !(vertretung.art === 'kind' ? regel?.kind : regel?.person)) throw new NotFound()
    const worte = vertretungsworte(sprache ?? 'de').fehler
    if (!vertretung && regel?.selbst === false) throw new Invalid([{ feld: 'art', text: worte.fehlt }])
    if (!await behalteVollmacht(ctx, entwurfId, vertretung, vollmacht)) throw new Invalid([{ feld: 'vollmacht', text: worte.datei }])
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ vertretung: vertretung ? json(vertretung) : null, version: entwurf.version + 1 }).where('id', '=', entwurfId).execute()
    await onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId).execute()
    emit(vertretungAngegeben(entwurfId, { art: vertretung?.art ?? 'selbst' }))
  },
})

/** One paper at most: the new one, or that of before, and none where it proves nothing. False where it is needed and missing. */
async function behalteVollmacht({ tx, now }: CommandContext, entwurfId: string, vertretung: Vertretung | null, neu: { slot: string; dateiname: string; sha256: string; size: number; mime: string; pruefstatus: 'sauber' | 'ungeprueft' } | undefined): Promise<boolean> {
  const noetig = vertretung?.art === 'vollmacht' && vertretung.nachweis === 'datei'
  const vorhanden = (await dateienVon(tx, entwurfId)).some(({ slot }) => slot === VOLLMACHT_SLOT)
  if (noetig && !neu) return vorhanden
  await onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('entwurf_id', '=', entwurfId).where('slot', '=', VOLLMACHT_SLOT).execute()
  if (!noetig || !neu) return true
  const { dateiname, sha256, size, mime, pruefstatus } = neu
  await onlineantrag(tx).insertInto('onlineantrag.entwurf_datei')
    .values({ id: newId(), entwurf_id: entwurfId, slot: VOLLMACHT_SLOT, dateiname, sha256, bytes: BigInt(size), mime, pruefstatus, hochgeladen_am: now }).execute()
  return true
}
