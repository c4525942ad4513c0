import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { buerger, inhaber, intern } from '../../../../platform/usecases/allow.js'
import { reichtAus, vertrauensniveauVon } from '../../../../platform/usecases/actor.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { leistungsversionById } from '../../../grundlagen/leistungen/index.js'
import { erklaerungsnachweis, pruefeNiveau, pruefeVollstaendig } from '../absenden/command.js'
import { onlineantrag } from '../db/tables.js'
import { noetigeZustimmung } from '../domain/vertretung.js'
import { lockEntwurf, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { zustimmungBeendet, zustimmungEntschieden, zustimmungErbeten, zustimmungErinnert } from '../events.js'
import { nachZustimmungEinreichen } from './einreichen.js'
import { zustimmungSenden } from './senden.js'
import { findZustimmung, zustimmungZu } from './zustimmung.js'

/** So long an application waits for a consent; halfway the person is reminded. */
export const ZUSTIMMUNG_TAGE = 14
const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })

/** The person declares the draft binding, and somebody else is asked to agree first (A2-09). From now on it does not change. */
export const zustimmungErbitten = command({
  name: 'onlineantrag.zustimmungErbitten',
  input: Type.Object({ entwurfId: Id, stand: Type.Integer({ minimum: 1 }), sprache: Type.Enum(['de', 'en']), id: Id, geheimnisHash: Hex, siegel: Type.String({ maxLength: 1000 }) }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId, stand, sprache, id, geheimnisHash, siegel }) {
    const { tx, now } = ctx
    const entwurf = await lockEntwurf(tx, entwurfId)
    if (entwurf.status !== 'offen') { ctx.unchanged(); return }
    nichtBeimBezahlen(entwurf)
    const version = await leistungsversionById(tx, entwurf.leistungsversionId)
    const art = noetigeZustimmung(entwurf.vertretung, version?.stammdaten.vertretung)
    if (!version?.formular || !art || !entwurf.vertretung?.email) throw new Invalid([], 'Bitte geben Sie an, wen wir um Zustimmung bitten sollen.')
    pruefeNiveau(ctx, entwurf, version)
    await pruefeVollstaendig(ctx, entwurf, version, { stand, sprache })
    await onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId).execute()
    await onlineantrag(tx).insertInto('onlineantrag.zustimmung').values({
      id, entwurf_id: entwurfId, art, email: entwurf.vertretung.email, geheimnis_hash: Buffer.from(geheimnisHash, 'hex'), stand: entwurf.version, erbeten_am: now, gueltig_bis: now.add({ hours: 24 * ZUSTIMMUNG_TAGE }),
      erinnert_am: null, entschieden_am: null, ergebnis: null, konto_id: null, person: null,
    }).execute()
    await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ zustimmung_seit: now, erklaert_mit: json(await erklaerungsnachweis(ctx)) }).where('id', '=', entwurfId).execute()
    ctx.enqueue(zustimmungSenden, { zustimmungId: id, siegel, anlass: 'bitte' })
    ctx.emit(zustimmungErbeten(entwurfId, { zustimmungId: id, art }))
  },
})

/** Agrees or refuses, once, with an own account that proves as much as the service wants. Nobody agrees to their own application. */
export const zustimmungEntscheiden = command({
  name: 'onlineantrag.zustimmungEntscheiden',
  input: Type.Object({ zustimmungId: Id, geheimnisHash: Hex, ergebnis: Type.Enum(['zugestimmt', 'abgelehnt']) }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { zustimmungId, geheimnisHash, ergebnis }) {
    const { tx, actor, now } = ctx
    const gefunden = await findZustimmung(tx, zustimmungId, Buffer.from(geheimnisHash, 'hex'))
    if (!gefunden) throw new NotFound()
    // The draft first, as everywhere: a withdrawal at the same moment waits or has won.
    const entwurf = await lockEntwurf(tx, gefunden.entwurf_id)
    const zustimmung = await zustimmungZu(tx, entwurf.id)
    const version = await leistungsversionById(tx, entwurf.leistungsversionId)
    if (!version || zustimmung?.id !== zustimmungId || entwurf.status !== 'offen' || !entwurf.zustimmungSeit || Temporal.Instant.compare(zustimmung.gueltig_bis, now) < 0) {
      throw new Conflict('onlineantrag.zustimmungVorbei', 'Diese Bitte um Zustimmung gilt nicht mehr.')
    }
    if (zustimmung.ergebnis) throw new Conflict('onlineantrag.zustimmungEntschieden', 'Über diese Bitte ist schon entschieden.')
    if (actor.durch || actor.id === entwurf.inhaberId) throw new Forbidden('eigenerAntrag', 'Dem eigenen Antrag können Sie nicht selbst zustimmen.')
    if (!reichtAus(vertrauensniveauVon(actor), version.stammdaten.vertrauensniveau)) throw new Forbidden('niveauZuNiedrig', 'Für diese Zustimmung brauchen wir eine stärkere Anmeldung.')
    const { niveau, anbieter } = await erklaerungsnachweis(ctx)
    await onlineantrag(tx).updateTable('onlineantrag.zustimmung').set({ ergebnis, entschieden_am: now, konto_id: actor.id, person: json({ name: actor.name, niveau, ...(anbieter ? { anbieter } : {}) }) }).where('id', '=', zustimmungId).execute()
    if (ergebnis === 'zugestimmt') ctx.enqueue(nachZustimmungEinreichen, { entwurfId: entwurf.id })
    else ctx.enqueue(zustimmungSenden, { zustimmungId, anlass: 'abgelehnt' })
    ctx.emit(zustimmungEntschieden(entwurf.id, { zustimmungId, ergebnis }))
  },
})

/** The person wants to change something after all, or goes on after a refusal: the consent is gone with it. */
export const zustimmungZurueckziehen = command({
  name: 'onlineantrag.zustimmungZurueckziehen',
  input: Type.Object({ entwurfId: Id }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, { entwurfId }) {
    const entwurf = await lockEntwurf(ctx.tx, entwurfId)
    if (entwurf.absendewunsch) throw new Conflict('onlineantrag.wartetAufZahlung', 'Dieser Antrag wartet auf die Bezahlung. Bitte öffnen Sie ihn auf der Seite „Bezahlen“ wieder.')
    if (entwurf.status !== 'offen' || !entwurf.zustimmungSeit) { ctx.unchanged(); return }
    await beende(ctx, entwurfId, 'zurueckgezogen')
  },
})

async function beende({ tx, emit }: CommandContext, entwurfId: string, anlass: 'zurueckgezogen' | 'abgelaufen'): Promise<void> {
  await onlineantrag(tx).deleteFrom('onlineantrag.zustimmung').where('entwurf_id', '=', entwurfId).execute()
  // With what it was declared is gone, too: whoever sends it later proves themselves then.
  await onlineantrag(tx).updateTable('onlineantrag.entwurf').set({ zustimmung_seit: null, erklaert_mit: null }).where('id', '=', entwurfId).execute()
  emit(zustimmungBeendet(entwurfId, { anlass }))
}

/** Reminds halfway, and opens drafts again whose time is over. A hundred at a time. */
export const zustimmungenPflegen = command({
  name: 'onlineantrag.zustimmungenPflegen', input: Type.Object({}, { additionalProperties: false }), allow: intern(),
  async run(ctx) {
    const { tx, now, emit, enqueue, unchanged } = ctx
    unchanged()
    const rows = await onlineantrag(tx).selectFrom('onlineantrag.zustimmung').select(['id', 'entwurf_id', 'gueltig_bis', 'erinnert_am'])
      .where('ergebnis', 'is', null).where('gueltig_bis', '<', now.add({ hours: 12 * ZUSTIMMUNG_TAGE })).where((is) => is.or([is('erinnert_am', 'is', null), is('gueltig_bis', '<', now)])).orderBy('gueltig_bis').limit(100).execute()
    for (const { id, entwurf_id, gueltig_bis } of rows) {
      const entwurf = await lockEntwurf(tx, entwurf_id)
      if (entwurf.status !== 'offen' || !entwurf.zustimmungSeit) continue
      if (Temporal.Instant.compare(gueltig_bis, now) < 0) { await beende(ctx, entwurf_id, 'abgelaufen'); continue }
      await onlineantrag(tx).updateTable('onlineantrag.zustimmung').set({ erinnert_am: now }).where('id', '=', id).execute()
      enqueue(zustimmungSenden, { zustimmungId: id, anlass: 'erinnerung' })
      emit(zustimmungErinnert(entwurf_id, { zustimmungId: id }))
    }
  },
})
