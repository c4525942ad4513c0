import { forgiveLimit, limit } from '../../../../platform/auth/limit.js'
import { Invalid } from '../../../../platform/errors.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { konten } from '../db/tables.js'
import { lesbar } from '../domain/schluessel.js'
import { totpSchritt } from '../domain/totp.js'
import { LOESCHUNG_BEANTRAGT } from '../konto-loeschen/loeschen.js'
import { findEinmalcode, type Einmalcode } from '../einmalcodes.js'
import { passwortStimmt, totpOeffnen } from '../geheimnisse.js'
import { anmeldungAblehnen } from './commands.js'
import { lokalErlaubt } from './wege.js'

export const VIERTELSTUNDE = 900
/** Wrong passwords or codes in a row that one browser's address may try for one name in a quarter of an hour. */
const VERSUCHE = 10

/** The sign-in itself at work; it keeps the class of the caller's address for the record. */
export const anmeldeActor = (c: RequestContext) => ({ ...systemActor(c.mandant.id, 'anmeldung'), ...(c.actor.ipKlasse ? { ipKlasse: c.actor.ipKlasse } : {}) })

/** What the sign-in needs to know of an account; stays inside this room. */
export interface Anmeldekonto {
  readonly id: string; readonly kennung: string; readonly name: string; readonly aktiv: boolean; readonly statusGrund: string | null
  readonly passwortHash: string | null; readonly totpSiegel: Buffer | null; readonly passkeys: number
}

/** Candidates for what was typed: one by sign-in name, and for citizens all that share an e-mail address (at most five). */
async function kandidaten(c: RequestContext, art: 'personal' | 'buerger', eingabe: string): Promise<Anmeldekonto[]> {
  return c.app.db.withMandant(c.mandant.id, async (tx) => {
    const text = eingabe.toLowerCase()
    const alle = konten(tx).selectFrom('konten.konto as k').where('k.art', '=', art)
      .select((k) => ['k.id', 'k.kennung', 'k.name', 'k.status', 'k.status_grund', 'k.passwort_hash', 'k.totp_siegel', 'k.totp_aktiv_am',
        k.selectFrom('konten.passkey as p').whereRef('p.konto_id', '=', 'k.id').select(({ fn }) => fn.countAll<bigint>().as('n')).as('passkeys')])
    const rows = await (art === 'buerger' && text.includes('@') ? alle.where((where) => where(where.fn<string>('lower', ['k.email']), '=', text)) : alle.where('k.kennung', '=', text)).orderBy('k.id').limit(5).execute()
    return rows.map((row) => ({
      id: row.id, kennung: row.kennung, name: row.name, aktiv: row.status === 'aktiv', statusGrund: row.status_grund, passwortHash: row.passwort_hash,
      totpSiegel: row.totp_aktiv_am ? row.totp_siegel : null, passkeys: Number(row.passkeys ?? 0n),
    }))
  })
}

const GELOESCHT = 'Dieses Konto ist gelöscht. Wenn Sie es behalten möchten, öffnen Sie den Link in der E-Mail, die wir Ihnen bei der Löschung geschickt haben. Er gilt sieben Tage.'
const FALSCH = { personal: 'Kennung oder Passwort stimmt nicht. Bitte prüfen Sie beides und versuchen Sie es noch einmal.', buerger: 'E-Mail-Adresse, Kennung oder Passwort stimmt nicht. Bitte prüfen Sie beides und versuchen Sie es noch einmal.' } as const

/**
 * Name and password. The answer and the work are the same for an unknown name, a wrong password and a locked account.
 * Attempts are bounded per name and address, per name and per address; success forgets those per name.
 * @throws Invalid, Refused
 */
export async function passwortPruefen(c: RequestContext, art: 'personal' | 'buerger', eingabe: string, passwort: string): Promise<Anmeldekonto> {
  if (!eingabe || !passwort) {
    throw new Invalid([...(eingabe ? [] : [{ feld: 'kennung', text: art === 'buerger' ? 'Bitte geben Sie Ihre E-Mail-Adresse oder Kennung ein.' : 'Bitte geben Sie Ihre Kennung ein.' }]), ...(passwort ? [] : [{ feld: 'passwort', text: 'Bitte geben Sie Ihr Passwort ein.' }])])
  }
  const name = `anmelden:${c.mandant.id}:${art}:${eingabe.toLowerCase()}`
  await limit(c.app.db, `anmelden:${c.kennungIp}`, { max: 300, seconds: VIERTELSTUNDE })
  const versuche = await limit(c.app.db, `${name}:${c.kennungIp}`, { max: VERSUCHE, seconds: VIERTELSTUNDE })
  await limit(c.app.db, name, { max: 50, seconds: VIERTELSTUNDE })
  const konten = await kandidaten(c, art, eingabe)
  const geprueft = await Promise.all((konten.length > 0 ? konten : [undefined]).map(async (konto) => ({ konto, stimmt: await passwortStimmt(passwort, konto?.passwortHash) })))
  const passend = geprueft.flatMap(({ konto, stimmt }) => (stimmt && konto?.aktiv ? [konto] : []))
  const [konto] = passend
  // Only who knows the password hears it: a stranger learns nothing about the account.
  if (!konto && geprueft.some((einer) => einer.stimmt && einer.konto?.statusGrund === LOESCHUNG_BEANTRAGT)) throw new Invalid([], GELOESCHT)
  if (!konto) {
    await c.app.execute(anmeldeActor(c), anmeldungAblehnen, { kontoart: art, stelle: 'passwort', ...(konten[0] ? { kontoId: konten[0].id } : {}), ...(versuche === VERSUCHE ? { gebremstNach: versuche } : {}) })
    throw new Invalid([], FALSCH[art])
  }
  if (art === 'personal' && !(await c.app.db.withMandant(c.mandant.id, (tx) => lokalErlaubt(tx, konto.id)))) {
    await c.app.execute(anmeldeActor(c), anmeldungAblehnen, { kontoart: art, stelle: 'lokal', kontoId: konto.id })
    throw new Invalid([], 'Ihr Konto meldet sich nur über das Dienstkonto an. Bitte nehmen Sie „Mit Ihrem Dienstkonto anmelden“.')
  }
  if (passend.length > 1) throw new Invalid([{ feld: 'kennung', text: 'Zu dieser E-Mail-Adresse gibt es mehrere Konten mit diesem Passwort. Bitte melden Sie sich mit Ihrer Kennung an; sie steht in der E-Mail zu Ihrer Registrierung.' }])
  await forgiveLimit(c.app.db, `${name}:${c.kennungIp}`)
  await forgiveLimit(c.app.db, name)
  return konto
}

/** What a correct second factor gives to the command that opens the session. */
export type Zweitfaktor = { verfahren: 'totp'; totpSchritt: number } | { verfahren: 'wiederherstellungscode'; codeId: string }

/** A TOTP code or, where the phone is lost, a recovery code. Ten tries in a quarter of an hour. */
export async function zweitfaktorPruefen(c: RequestContext, konto: Anmeldekonto, eingabe: string): Promise<Zweitfaktor> {
  const schluessel = `zweitfaktor:${c.mandant.id}:${konto.id}`
  await limit(c.app.db, schluessel, { max: VERSUCHE, seconds: VIERTELSTUNDE })
  const ziffern = eingabe.replaceAll(/\s/g, '')
  const schritt = /^\d{6}$/.test(ziffern) && konto.totpSiegel ? totpSchritt(totpOeffnen(c.app, konto.totpSiegel), ziffern, Temporal.Now.instant()) : undefined
  if (schritt !== undefined) { await forgiveLimit(c.app.db, schluessel); return { verfahren: 'totp', totpSchritt: Number(schritt) } }
  const code = await wiederherstellungscode(c, konto.id, eingabe)
  if (code) { await forgiveLimit(c.app.db, schluessel); return { verfahren: 'wiederherstellungscode', codeId: code.id } }
  await c.app.execute(anmeldeActor(c), anmeldungAblehnen, { kontoId: konto.id, kontoart: 'personal', stelle: 'zweitfaktor' })
  throw new Invalid([{ feld: 'code', text: 'Dieser Code stimmt nicht oder ist abgelaufen. Bitte geben Sie den aktuellen Code ein.' }])
}

const wiederherstellungscode = (c: RequestContext, kontoId: string, eingabe: string): Promise<Einmalcode | undefined> =>
  c.app.db.withMandant(c.mandant.id, (tx) => findEinmalcode(tx, 'wiederherstellung', lesbar(eingabe), kontoId))

/** By id, for the second page of the sign-in. */
export async function anmeldekontoById(c: RequestContext, kontoId: string): Promise<Anmeldekonto | undefined> {
  const kennung = await c.app.db.withMandant(c.mandant.id, (tx) => konten(tx).selectFrom('konten.konto').select(['art', 'kennung']).where('id', '=', kontoId).executeTakeFirst())
  if (!kennung || kennung.art === 'dienst') return undefined
  const [konto] = await kandidaten(c, kennung.art, kennung.kennung)
  return konto?.aktiv ? konto : undefined
}
