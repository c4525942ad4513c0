import { Type } from 'typebox'
import { endSession, endSessionsActing, openSession } from '../../../../platform/auth/session.js'
import { isMailAddress } from '../../../../platform/mail/index.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { reichtAus, vertrauensniveauVon, type Actor } from '../../../../platform/usecases/actor.js'
import { buerger, type Allow } from '../../../../platform/usecases/allow.js'
import { Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { buergerEintragen, kontenById } from '../../../grundlagen/konten/index.js'
import { hashVon } from '../anmelden/versuch.js'
import { identitaet } from '../db/tables.js'
import { kontoGewechselt, mitgliedAufgenommen, mitgliedAusgeschieden, mitgliedEingeladen, unternehmenAngelegt } from '../events.js'
import { einladungSenden } from './einladung-senden.js'
import { mitgliederVon, rolleIn } from './unternehmen.js'

export const EINLADUNG_TAGE = 14
const Rolle = Type.Enum(['verwaltung', 'mitarbeit'])

/** Somebody who acts for a company at this moment and may manage its people. */
const verwaltung = <I>(): Allow<I> => ({
  satz: 'Personen, die ein Unternehmenskonto verwalten und gerade dafür handeln', rechte: [], arten: ['buerger'],
  async check(actor, tx) {
    if (actor.art !== 'buerger' || !actor.durch) throw new NotFound()
    if (await rolleIn(tx, actor.id, actor.durch.id) !== 'verwaltung') throw new Forbidden('nurVerwaltung', 'Das darf nur, wer das Unternehmenskonto verwaltet.')
  },
})

/** The person behind an actor, whomever they act for. */
const personVon = ({ id, durch }: Pick<Actor, 'id' | 'durch'>): string => durch?.id ?? id

/** Makes an account for a company; who makes it manages it. It needs a sign-in that says who that is. */
export const unternehmenAnlegen = command({
  name: 'identitaet.unternehmenAnlegen',
  input: Type.Object({ name: Text(200), register: Type.Optional(Text(200)), anschrift: Type.Array(Text(200), { maxItems: 6 }) }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { name, register, anschrift }) {
    const { tx, actor, now, emit } = ctx
    if (!reichtAus(vertrauensniveauVon(actor), 'substantiell')) throw new Forbidden('niveauZuNiedrig', 'Für ein Unternehmenskonto müssen Sie sich mit einem Nutzerkonto auf dem Vertrauensniveau „substantiell“ anmelden.')
    const { id } = await buergerEintragen(ctx, { nachname: name })
    await identitaet(tx).insertInto('identitaet.unternehmen').values({ konto_id: id, name, register: register ?? null, anschrift: [...anschrift], angelegt_am: now }).execute()
    await identitaet(tx).insertInto('identitaet.mitglied').values({ unternehmen_id: id, konto_id: personVon(actor), rolle: 'verwaltung', seit: now, ausgeschieden_am: null }).execute()
    emit(unternehmenAngelegt(id))
    return { id }
  },
})

/**
 * Opens a session in which the person acts for a company, or as themselves again. The old session ends; how surely the person was
 * proved goes along.
 */
export const kontoWechseln = command({
  name: 'identitaet.kontoWechseln',
  input: Type.Object({ unternehmenId: Type.Optional(Id), sitzung: Type.String({ pattern: '^[0-9a-f]{64}$' }), daten: Type.Record(Type.String(), Type.Unknown()) }, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor, emit }, { unternehmenId, sitzung, daten }): Promise<{ token: string; art: 'buerger' }> {
    const person = personVon(actor)
    if (unternehmenId && !(await rolleIn(tx, unternehmenId, person))) throw new NotFound()
    const konto = (await kontenById(tx, [person])).get(person)
    if (konto?.status !== 'aktiv') throw new NotFound()
    const { durch: _durch, gast: _gast, ...rest } = daten
    await endSession(tx, Buffer.from(sitzung, 'hex'))
    const token = await openSession(tx, Temporal.Now.instant(), { art: 'buerger', kontoId: unternehmenId ?? person, daten: { ...rest, ...(unternehmenId ? { durch: { id: person, name: konto.name } } : {}) } })
    emit(kontoGewechselt(unternehmenId ?? person, { durch: person }))
    return { token, art: 'buerger' }
  },
})

/** Invites somebody by mail. The secret is made outside; only its hash is kept. */
export const mitgliedEinladen = command({
  name: 'identitaet.mitgliedEinladen',
  input: Type.Object({ id: Id, email: Text(254), rolle: Rolle, geheimnisHash: Type.String({ pattern: '^[0-9a-f]{64}$' }), siegel: Type.String({ maxLength: 1000 }) }, { additionalProperties: false }),
  allow: verwaltung(),
  async run({ tx, actor, now, emit, enqueue }, { id, email, rolle, geheimnisHash, siegel }) {
    if (!isMailAddress(email)) throw new Invalid([{ feld: 'email', text: 'Bitte geben Sie eine vollständige E-Mail-Adresse an, zum Beispiel name@example.org.' }])
    await identitaet(tx).insertInto('identitaet.einladung').values({
      id, unternehmen_id: actor.id, email, rolle, geheimnis_hash: Buffer.from(geheimnisHash, 'hex'), eingeladen_von: personVon(actor), gueltig_bis: now.add({ hours: 24 * EINLADUNG_TAGE }), beendet_am: null,
    }).execute()
    enqueue(einladungSenden, { einladungId: id, siegel })
    emit(mitgliedEingeladen(actor.id, { einladungId: id, rolle }))
  },
})

/** Whoever holds the link of the mail joins, with the own account, once. */
export const einladungAnnehmen = command({
  name: 'identitaet.einladungAnnehmen',
  input: Type.Object({ einladungId: Id, geheimnis: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
  allow: buerger(),
  async run({ tx, actor, now, emit }, { einladungId, geheimnis }) {
    const row = await identitaet(tx).selectFrom('identitaet.einladung').selectAll().where('id', '=', einladungId).where('geheimnis_hash', '=', hashVon(geheimnis)).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound()
    if (row.beendet_am || Temporal.Instant.compare(row.gueltig_bis, now) < 0) throw new Conflict('identitaet.einladungVorbei', 'Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.')
    const kontoId = personVon(actor)
    await identitaet(tx).updateTable('identitaet.einladung').set({ beendet_am: now }).where('id', '=', einladungId).execute()
    await identitaet(tx).insertInto('identitaet.mitglied').values({ unternehmen_id: row.unternehmen_id, konto_id: kontoId, rolle: row.rolle, seit: now, ausgeschieden_am: null })
      .onConflict((conflict) => conflict.columns(['mandant_id', 'unternehmen_id', 'konto_id']).doUpdateSet({ rolle: row.rolle, seit: now, ausgeschieden_am: null })).execute()
    emit(mitgliedAufgenommen(row.unternehmen_id, { kontoId, rolle: row.rolle }))
    return { unternehmenId: row.unternehmen_id }
  },
})

/** Ends a membership: one's own, or with the management somebody else's. The last who manages stays. Sessions for the company end at once. */
export const mitgliedEntfernen = command({
  name: 'identitaet.mitgliedEntfernen',
  input: Type.Object({ unternehmenId: Id, kontoId: Id }, { additionalProperties: false }),
  allow: buerger(),
  async run(ctx, { unternehmenId, kontoId }) {
    const { tx, actor, now, emit } = ctx
    await pruefeEntfernen(ctx, unternehmenId, kontoId)
    const mitglieder = await mitgliederVon(tx, unternehmenId)
    const weg = mitglieder.find((mitglied) => mitglied.kontoId === kontoId)
    if (!weg) throw new NotFound()
    if (weg.rolle === 'verwaltung' && mitglieder.filter(({ rolle }) => rolle === 'verwaltung').length === 1) {
      throw new Conflict('identitaet.letzteVerwaltung', 'Eine Person muss das Unternehmenskonto verwalten. Laden Sie zuerst jemand anderen dafür ein.')
    }
    await identitaet(tx).updateTable('identitaet.mitglied').set({ ausgeschieden_am: now }).where('unternehmen_id', '=', unternehmenId).where('konto_id', '=', kontoId).execute()
    await endSessionsActing(tx, unternehmenId, kontoId)
    emit(mitgliedAusgeschieden(unternehmenId, { kontoId }))
    return { selbst: kontoId === personVon(actor) }
  },
})

async function pruefeEntfernen({ tx, actor }: CommandContext, unternehmenId: string, kontoId: string): Promise<void> {
  // Under lock, so that of two managers who leave at once one stays.
  await identitaet(tx).selectFrom('identitaet.unternehmen').select('konto_id').where('konto_id', '=', unternehmenId).forUpdate().execute()
  const eigene = await rolleIn(tx, unternehmenId, personVon(actor))
  if (!eigene) throw new NotFound()
  if (eigene !== 'verwaltung' && kontoId !== personVon(actor)) throw new Forbidden('nurVerwaltung', 'Das darf nur, wer das Unternehmenskonto verwaltet.')
}

export const neueEinladung = (): { id: string; geheimnis: string } => ({ id: newId(), geheimnis: crypto.randomUUID().replaceAll('-', '') + crypto.randomUUID().replaceAll('-', '') })
