import { Type } from 'typebox'
import { sql } from 'kysely'
import { Conflict } from '../../../../platform/errors.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { newId } from '../../../../platform/time/index.js'
import { reichtAus, VERTRAUENSNIVEAUS, type Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { buergerEintragen, kontenById, sitzungEroeffnen } from '../../../grundlagen/konten/index.js'
import { endSession, openSession } from '../../../../platform/auth/session.js'
import { identitaet } from '../db/tables.js'
import { rolleIn } from '../unternehmen/unternehmen.js'
import { hashVon } from './versuch.js'
import { anmeldungAbgelehnt, nutzerkontoAngemeldet, nutzerkontoVerknuepft, type Ablehnungsgrund } from '../events.js'

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Niveau = Type.Enum([...VERTRAUENSNIVEAUS])

/**
 * Signs somebody in whom a provider has proved: finds the account by the pseudonym, makes one, or links the one that is signed in.
 * The attempt is used up here, under lock: of two answers at once one counts. Gives a reason instead of a session where it must not be.
 */
export const anmeldungAbschliessen = command({
  name: 'identitaet.anmeldungAbschliessen',
  input: Type.Object({
    versuchId: Id, pseudonymHash: Hex, niveau: Niveau, postfach: Type.Optional(Type.String({ maxLength: 200 })),
    name: Type.Object({ vornamen: Type.Optional(Type.String({ maxLength: 300 })), familienname: Type.Optional(Type.String({ maxLength: 300 })), email: Type.Optional(Type.String({ maxLength: 300 })) }, { additionalProperties: false }),
    /** Attributes, sealed (base64). */
    siegel: Type.String({ maxLength: 20_000 }), sitzungBeimAnbieter: Type.Optional(Type.String({ maxLength: 4000 })),
    ersetzt: Type.Optional(Hex), gast: Type.Optional(Hex), geraet: Type.Optional(Type.String({ maxLength: 60 })),
  }, { additionalProperties: false }),
  allow: intern(),
  async run(ctx, { versuchId, pseudonymHash, niveau, postfach, name, siegel, ...browser }): Promise<{ token: string; art: 'personal' | 'buerger' } | { grund: Ablehnungsgrund }> {
    const { tx, now, emit } = ctx
    const jetzt = Temporal.Now.instant()
    const versuch = await identitaet(tx).updateTable('identitaet.versuch').set({ verbraucht_am: jetzt, ergebnis: null }).where('id', '=', versuchId).where('verbraucht_am', 'is', null).returningAll().executeTakeFirst()
    const nein = (grund: Ablehnungsgrund, anbieterId = versuch?.anbieter_id ?? versuchId): { grund: Ablehnungsgrund } => {
      emit(anmeldungAbgelehnt(anbieterId, { grund, versuchId, ...(grund === 'niveau' && versuch ? { verlangt: versuch.niveau, erhalten: niveau } : {}) }))
      return { grund }
    }
    if (!versuch) return nein('wiederholt')
    if (!reichtAus(niveau, versuch.niveau)) return nein('niveau')
    const anbieterId = versuch.anbieter_id
    const kontoId = await kontoFuer(ctx, { anbieterId, pseudonymHash: Buffer.from(pseudonymHash, 'hex'), kontoId: versuch.konto_id, niveau, postfach, name })
    if (!kontoId) return nein('anderesKonto')
    if ((await kontenById(tx, [kontoId])).get(kontoId)?.status !== 'aktiv') return nein('gesperrt')
    const nachweisId = newId()
    await identitaet(tx).insertInto('identitaet.nachweis').values({ id: nachweisId, anbieter_id: anbieterId, konto_id: kontoId, niveau, siegel: Buffer.from(siegel, 'base64'), abgerufen_am: now }).execute()
    const { sitzungBeimAnbieter, ...rest } = browser
    const sitzung = await sitzungEroeffnen(ctx, { kontoId, verfahren: 'nutzerkonto', ...rest, nutzerkonto: { anbieterId, niveau, nachweisId, ...(sitzungBeimAnbieter ? { sitzungBeimAnbieter } : {}) } })
    emit(nutzerkontoAngemeldet(kontoId, { anbieterId, niveau, verlangt: versuch.niveau }))
    const fuer = versuch.fuer_konto
    return fuer && await rolleIn(tx, fuer, kontoId) ? fuerUnternehmen(ctx, { fuer, kontoId, sitzung, daten: { verfahren: 'nutzerkonto', anbieterId, niveau, nachweisId } }) : sitzung
  },
})

/** The same sign-in, acting for the company again that it was begun for. */
async function fuerUnternehmen({ tx }: CommandContext, { fuer, kontoId, sitzung, daten }: { fuer: string; kontoId: string; sitzung: { token: string; art: 'personal' | 'buerger' }; daten: Record<string, unknown> }): Promise<{ token: string; art: 'personal' | 'buerger' }> {
  const name = (await kontenById(tx, [kontoId])).get(kontoId)?.name ?? ''
  await endSession(tx, hashVon(sitzung.token))
  return { art: 'buerger', token: await openSession(tx, Temporal.Now.instant(), { art: 'buerger', kontoId: fuer, daten: { ...daten, durch: { id: kontoId, name } } }) }
}

interface Wer { readonly anbieterId: string; readonly pseudonymHash: Buffer; readonly kontoId: string | null; readonly niveau: Vertrauensniveau; readonly postfach: string | undefined; readonly name: { readonly vornamen?: string; readonly familienname?: string; readonly email?: string } }

/** The account behind a pseudonym; undefined where it is another one than the person is signed in with (A2-07). */
async function kontoFuer(ctx: CommandContext, { anbieterId, pseudonymHash, kontoId, niveau, postfach, name }: Wer): Promise<string | undefined> {
  const { tx, now, emit } = ctx
  // Two first sign-ins at once, in two windows, are one account.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.mandantId}:${anbieterId}:${pseudonymHash.toString('hex')}`}, 0))`.execute(tx)
  const bekannt = await identitaet(tx).selectFrom('identitaet.verknuepfung').select('konto_id').where('anbieter_id', '=', anbieterId).where('pseudonym_hash', '=', pseudonymHash).executeTakeFirst()
  if (bekannt) {
    if (kontoId && bekannt.konto_id !== kontoId) return undefined
    await identitaet(tx).updateTable('identitaet.verknuepfung').set({ letztes_niveau: niveau, ...(postfach ? { postfach } : {}) }).where('anbieter_id', '=', anbieterId).where('pseudonym_hash', '=', pseudonymHash).execute()
    return bekannt.konto_id
  }
  if (kontoId) {
    const andere = await identitaet(tx).selectFrom('identitaet.verknuepfung').select('konto_id').where('anbieter_id', '=', anbieterId).where('konto_id', '=', kontoId).executeTakeFirst()
    if (andere) return undefined
  }
  const id = kontoId ?? (await buergerEintragen(ctx, {
    // Somebody with one name has it as the family name, as everywhere here.
    ...(name.vornamen && name.familienname ? { vorname: name.vornamen } : {}), nachname: name.familienname ?? name.vornamen ?? 'Unbekannt', ...(name.email ? { email: name.email } : {}),
  })).id
  await identitaet(tx).insertInto('identitaet.verknuepfung').values({ anbieter_id: anbieterId, pseudonym_hash: pseudonymHash, konto_id: id, postfach: postfach ?? null, letztes_niveau: niveau, verknuepft_am: now }).execute()
  emit(nutzerkontoVerknuepft(id, { anbieterId, neu: kontoId === null }))
  return id
}

/** Puts a refused answer on record and ends its attempt: nobody gets a second try with the same secrets. */
export const anmeldungAblehnen = command({
  name: 'identitaet.anmeldungAblehnen',
  input: Type.Object({ anbieterId: Id, versuchId: Type.Optional(Id), grund: Type.Unsafe<Ablehnungsgrund>(Type.String({ maxLength: 40 })) }, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, emit }, { anbieterId, versuchId, grund }) {
    if (versuchId) await identitaet(tx).updateTable('identitaet.versuch').set({ verbraucht_am: Temporal.Now.instant(), ergebnis: null }).where('id', '=', versuchId).where('verbraucht_am', 'is', null).execute()
    emit(anmeldungAbgelehnt(anbieterId, { grund, ...(versuchId ? { versuchId } : {}) }))
  },
})

/** Keeps what SAML has proved until the browser that began comes for it: the post from the provider's page brings no cookie along. */
export const behauptungHinterlegen = command({
  name: 'identitaet.behauptungHinterlegen',
  input: Type.Object({ versuchId: Id, siegel: Type.String({ maxLength: 100_000 }) }, { additionalProperties: false }),
  allow: intern(),
  async run({ tx, unchanged }, { versuchId, siegel }) {
    const row = await identitaet(tx).updateTable('identitaet.versuch').set({ ergebnis: Buffer.from(siegel, 'base64') })
      .where('id', '=', versuchId).where('verbraucht_am', 'is', null).where('ergebnis', 'is', null).returning('id').executeTakeFirst()
    if (!row) throw new Conflict('identitaet.wiederholt', 'Diese Anmeldung wurde schon benutzt.')
    unchanged()
  },
})
