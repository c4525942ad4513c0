import { Type } from 'typebox'
import { Conflict, Forbidden, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command } from '../../../../platform/usecases/usecase.js'
import { buche } from '../buchen.js'
import { forderungen } from '../db/tables.js'
import { handeltFuer, zweiteUnterschrift } from '../domain/vieraugen.js'
import { erstattungBeantragt, erstattungEntschieden } from '../events.js'
import { buchungenVon, erstattungen, lockErstattung, lockForderung } from '../forderung.js'

/**
 * First signature: money of one payment is to be given back. Never more than that payment brought, less what was given back or
 * asked for before (A6-11).
 */
export const erstattungBeantragen = command({
  name: 'forderungen.erstattungBeantragen',
  input: Type.Object({ forderungId: Id, zahlungId: Id, cent: Type.Integer({ minimum: 1, maximum: 99_999_900 }), grund: Text(500) }, { additionalProperties: false }),
  allow: can('erstattung.beantragen')(),
  async run(ctx, { forderungId, zahlungId, cent, grund }): Promise<{ erstattungId: string }> {
    const forderung = await lockForderung(ctx.tx, forderungId)
    const zahlung = (await buchungenVon(ctx.tx, forderungId)).find(({ id, art }) => id === zahlungId && art === 'zahlung')
    if (!zahlung) throw new NotFound()
    const vergeben = (await erstattungen(ctx.tx, { forderungId })).filter(({ zahlungId: eine, status }) => eine === zahlungId && status !== 'abgelehnt').reduce((summe, { betrag }) => summe + betrag, 0n)
    if (BigInt(cent) > zahlung.betrag - vergeben) throw new Conflict('forderungen.zuVielErstattet', 'So viel ist von dieser Zahlung nicht mehr übrig. Bitte prüfen Sie die früheren Erstattungen.')
    const id = newId()
    const fuer = handeltFuer(ctx.actor, 'erstattung.beantragen')?.[0] ?? null
    await forderungen(ctx.tx).insertInto('forderungen.erstattung').values({
      id, forderung_id: forderungId, betrag: BigInt(cent), zahlung_id: zahlungId, grund, status: 'beantragt', beantragt_von: ctx.actor.id, beantragt_fuer: fuer, beantragt_am: ctx.now,
      entschieden_von: null, entschieden_fuer: null, entschieden_am: null, entscheidungsgrund: null,
    }).execute()
    ctx.emit(erstattungBeantragt(forderungId, forderung.vorgangId, { erstattungId: id, cent: String(cent), fuer }, grund))
    return { erstattungId: id }
  },
})

/**
 * Second signature, by somebody else in every sense (four eyes): releasing books the refund, refusing gives a reason. A decision
 * that was made stays.
 */
export const erstattungEntscheiden = command({
  name: 'forderungen.erstattungEntscheiden',
  input: Type.Object({ erstattungId: Id, freigeben: Type.Boolean(), grund: Type.Optional(Text(500)) }, { additionalProperties: false }),
  allow: can('erstattung.freigeben')(),
  async run(ctx, { erstattungId, freigeben, grund }) {
    const erstattung = await lockErstattung(ctx.tx, erstattungId)
    const unterschrift = zweiteUnterschrift(ctx.actor, 'erstattung.freigeben', erstattung.beantragt)
    if (!unterschrift.erlaubt) throw new Forbidden('forderungen.vierAugen', 'Hier müssen zwei Personen unterschreiben. Die erste Unterschrift kommt von Ihnen oder von der Person, die Sie vertreten.')
    if (erstattung.status !== 'beantragt') { ctx.unchanged(); return }
    if (!freigeben && !grund) throw new Conflict('forderungen.grundFehlt', 'Bitte sagen Sie, warum Sie die Erstattung ablehnen.')
    await forderungen(ctx.tx).updateTable('forderungen.erstattung').set({
      status: freigeben ? 'freigegeben' : 'abgelehnt', entschieden_von: ctx.actor.id, entschieden_fuer: unterschrift.fuer, entschieden_am: ctx.now, entscheidungsgrund: grund ?? null,
    }).where('id', '=', erstattungId).execute()
    const { vorgangId } = await lockForderung(ctx.tx, erstattung.forderungId)
    ctx.emit(erstattungEntschieden(erstattung.forderungId, vorgangId, { erstattungId, freigegeben: freigeben, fuer: unterschrift.fuer }, grund))
    if (freigeben) await buche(ctx, erstattung.forderungId, { art: 'erstattung', betrag: erstattung.betrag, referenz: erstattungId, grund: erstattung.grund })
  },
})
