import { Type } from 'typebox'
import { endSession, endSessionsOf, openSession } from '../../../../platform/auth/session.js'
import { Conflict, Invalid, NotFound } from '../../../../platform/errors.js'
import { intern } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { konten } from '../db/tables.js'
import { eigenesKonto } from '../eigenes-konto.js'
import { entwerten, verbrauchen } from '../einmalcodes.js'
import { angemeldet, anmeldungFehlgeschlagen, anmeldungGebremst, passwortGesetzt, sitzungBeendet, type Verfahren } from '../events.js'
import { lokalErlaubt } from './wege.js'

const Hex = Type.String({ pattern: '^[0-9a-f]{64}$' })

/**
 * Opens the session of somebody whose proof was checked just before. Here, under lock, is decided what must hold at this very
 * moment: the account is active, a TOTP step or a code is used once. The earlier session of the browser ends (no fixation).
 */
export const anmelden = command({
  name: 'konten.anmelden',
  input: Type.Object({
    kontoId: Id,
    verfahren: Type.Union([Type.Literal('passwort'), Type.Literal('totp'), Type.Literal('wiederherstellungscode'), Type.Literal('passkey'), Type.Literal('nutzerkonto')]),
    totpSchritt: Type.Optional(Type.Integer()),
    /** Recovery code or the challenge of a passkey. */
    codeId: Type.Optional(Id),
    passkey: Type.Optional(Type.Object({ id: Type.String({ maxLength: 1400 }), zaehler: Type.Integer({ minimum: 0 }) })),
    /** Hash of the browser's earlier session. */
    ersetzt: Type.Optional(Hex),
    /** Hash of a guest session whose drafts the person may take over. */
    gast: Type.Optional(Hex),
    /** Browser and system in coarse words, for the list of the own sessions. */
    geraet: Type.Optional(Type.String({ maxLength: 60 })),
  }, { additionalProperties: false }),
  allow: intern(),
  run: sitzungEroeffnen,
})

export type Anmeldung = { kontoId: string; verfahren: Verfahren; totpSchritt?: number; codeId?: string; passkey?: { id: string; zaehler: number }; ersetzt?: string; gast?: string; geraet?: string
  /** Of a sign-in with a provider: what it proved, and with whom. */
  nutzerkonto?: { anbieterId: string; niveau: Vertrauensniveau; nachweisId?: string; sitzungBeimAnbieter?: string } }

export async function sitzungEroeffnen({ tx, emit }: CommandContext, input: Anmeldung): Promise<{ token: string; art: 'personal' | 'buerger' }> {
  const { kontoId, verfahren, totpSchritt, codeId, passkey, ersetzt, gast, geraet, nutzerkonto } = input
  const jetzt = Temporal.Now.instant()
  const konto = await konten(tx).selectFrom('konten.konto').select(['art', 'status', 'totp_schritt']).where('id', '=', kontoId).forUpdate().executeTakeFirst()
  if (!konto || konto.art === 'dienst') throw new NotFound()
  if (konto.status !== 'aktiv') throw new Conflict('konten.gesperrt', 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Stadtverwaltung.')
  if (konto.art === 'personal' && verfahren !== 'nutzerkonto' && !(await lokalErlaubt(tx, kontoId))) {
    throw new Conflict('konten.nurDienstkonto', 'Ihr Konto meldet sich nur über das Dienstkonto an.')
  }
  if (totpSchritt !== undefined && BigInt(totpSchritt) <= konto.totp_schritt) {
    throw new Invalid([{ feld: 'code', text: 'Dieser Code wurde schon benutzt. Bitte warten Sie auf den nächsten.' }])
  }
  if (codeId) await verbrauchen(tx, codeId)
  if (passkey) {
    await konten(tx).updateTable('konten.passkey').set({ zaehler: BigInt(passkey.zaehler), benutzt_am: jetzt }).where('id', '=', passkey.id).where('konto_id', '=', kontoId).execute()
  }
  await konten(tx).updateTable('konten.konto').set({ letzte_anmeldung_am: jetzt, ...(totpSchritt === undefined ? {} : { totp_schritt: BigInt(totpSchritt) }) }).where('id', '=', kontoId).execute()
  if (ersetzt) await endSession(tx, Buffer.from(ersetzt, 'hex'))
  const token = await openSession(tx, jetzt, { art: konto.art, kontoId, daten: { verfahren, ...nutzerkonto, ...(gast ? { gast } : {}), ...(geraet ? { geraet } : {}) } })
  emit(angemeldet(kontoId, { verfahren }))
  return { token, art: konto.art }
}

/** Puts a failed attempt on record; the same work for names that do not exist. */
export const anmeldungAblehnen = command({
  name: 'konten.anmeldungAblehnen',
  input: Type.Object({
    kontoId: Type.Optional(Id), kontoart: Type.Union([Type.Literal('personal'), Type.Literal('buerger')]),
    stelle: Type.Union([Type.Literal('passwort'), Type.Literal('zweitfaktor'), Type.Literal('passkey'), Type.Literal('lokal')]),
    /** Set when this was the last attempt before the name is slowed down. */
    gebremstNach: Type.Optional(Type.Integer({ minimum: 1 })),
  }, { additionalProperties: false }),
  allow: intern(),
  async run({ emit }, { kontoId, kontoart, stelle, gebremstNach }) {
    emit(anmeldungFehlgeschlagen(kontoId, { kontoart, stelle }))
    if (gebremstNach) emit(anmeldungGebremst(kontoId, { kontoart, versuche: gebremstNach }))
  },
})

/** Ends this session, one other or all others of the own account. */
export const sitzungenBeenden = command({
  name: 'konten.sitzungenBeenden',
  input: Type.Object({ kontoId: Id, umfang: Type.Union([Type.Literal('diese'), Type.Literal('eine'), Type.Literal('andere')]), token: Hex }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit }, { kontoId, umfang, token }) {
    const hash = Buffer.from(token, 'hex')
    if (umfang === 'andere') await endSessionsOf(tx, kontoId, hash)
    else await endSession(tx, hash)
    emit(sitzungBeendet(kontoId, { umfang }))
  },
})

/** Sets a new password and ends all other sessions: whoever knew the old one is out. */
export const passwortSetzen = command({
  name: 'konten.passwortSetzen',
  input: Type.Object({
    kontoId: Id, passwortHash: Type.String({ maxLength: 300 }), anlass: Type.Union([Type.Literal('start'), Type.Literal('geaendert'), Type.Literal('vergessen')]),
    codeId: Type.Optional(Id), behalten: Type.Optional(Hex),
  }, { additionalProperties: false }),
  allow: eigenesKonto(),
  async run({ tx, emit, now }, { kontoId, passwortHash, anlass, codeId, behalten }) {
    if (codeId) await verbrauchen(tx, codeId)
    const row = await konten(tx).updateTable('konten.konto').set({ passwort_hash: passwortHash, passwort_geaendert_am: now })
      .where('id', '=', kontoId).where('art', '!=', 'dienst').where('status', '=', 'aktiv').returning('id').executeTakeFirst()
    if (!row) throw new NotFound()
    await entwerten(tx, kontoId, ['passwort', 'start'])
    await endSessionsOf(tx, kontoId, behalten ? Buffer.from(behalten, 'hex') : undefined)
    emit(passwortGesetzt(kontoId, { anlass }))
  },
})
