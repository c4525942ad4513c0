import { changeSession } from '../../../../platform/auth/session.js'
import { forgiveLimit, limit } from '../../../../platform/auth/limit.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, antwort, form, page, redirect, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { passwortSetzen, sitzungenBeenden } from '../anmelden/commands.js'
import { einrichtenSeite, wiederherstellungscodesSeite } from '../anmelden/page.js'
import { anmeldekontoById, VIERTELSTUNDE, type Anmeldekonto } from '../anmelden/pruefung.js'
import { sitzungHex } from '../anmelden/vorgemerkt.js'
import { angabenPruefen } from '../domain/angaben.js'
import { kennwortMangel } from '../domain/kennwort.js'
import { neuesTotpGeheimnis } from '../domain/totp.js'
import { codePruefen } from '../einmalcodes.js'
import { inhaltOeffnen, passwortHash, passwortStimmt, totpOeffnen, totpVersiegeln } from '../geheimnisse.js'
import { kontenById } from '../konten.js'
import { basisadresse, type Versand } from '../mail/senden.js'
import { versenden } from '../mail/versand.js'
import { passkeyEntfernen, passkeyHinzufuegen } from '../passkey/commands.js'
import { neuenPasskeyPruefen, registrierungsoptionen } from '../passkey/pruefung.js'
import { emailBestaetigen } from '../registrieren/commands.js'
import { totpEinrichten } from '../zweitfaktor/commands.js'
import { einrichtungPruefen, einrichtungVon } from '../zweitfaktor/einrichtung.js'
import { emailCodeSeite, emailSeite, kurzId, passkeyNeuSeite, passwortSeite, sicherheitSeite, worteFuer, type Bereich } from './page.js'
import { eigeneSicherheit } from './query.js'

const STUNDE = 60
const roh = (value: Werte[string]): string => (typeof value === 'string' ? value : '')

/** Asks for the password again where somebody at an unlocked screen could take the account over. @throws Invalid at `feld` */
async function passwortBestaetigen(c: RequestContext, bereich: Bereich, feld: string, passwort: string): Promise<Anmeldekonto> {
  const schluessel = `eigenes:${c.mandant.id}:${c.actor.id}`
  await limit(c.app.db, schluessel, { max: 10, seconds: VIERTELSTUNDE })
  const konto = await anmeldekontoById(c, c.actor.id)
  if (!konto || !(await passwortStimmt(passwort, konto.passwortHash))) throw new Invalid([{ feld, text: worteFuer(c, bereich).passwortFalsch }])
  await forgiveLimit(c.app.db, schluessel)
  return konto
}

async function benachrichtigen(c: RequestContext, art: 'passwortGeaendert' | 'emailGeaendert', an: string | null | undefined): Promise<void> {
  if (an) await versenden(c, { art: 'hinweis', kontoId: c.actor.id, an, mail: () => ({ art }) })
}

const eigenes = async (c: RequestContext) => (await c.app.db.withMandant(c.mandant.id, (tx) => kontenById(tx, [c.actor.id]))).get(c.actor.id)

function passwortUndSitzungen(bereich: Bereich, zugang: Route['access']): Route[] {
  const { basis } = bereich
  return [
    page({ path: basis, access: zugang, handle: async (c) => sicherheitSeite(c, bereich, await c.ask(eigeneSicherheit, {})) }),
    ...form({
      path: `${basis}/passwort`, access: zugang,
      show: async (c, zustand) => passwortSeite(c, bereich, zustand),
      async submit(c, werte) {
        const konto = await passwortBestaetigen(c, bereich, 'alt', roh(werte['alt']))
        const neu = roh(werte['passwort'])
        const ich = await eigenes(c)
        const mangel = kennwortMangel(neu, [konto.name, konto.kennung, ich?.email ?? ''])
        if (mangel) throw new Invalid([{ feld: 'passwort', text: mangel }])
        const behalten = sitzungHex(c)
        await c.execute(passwortSetzen, { kontoId: konto.id, passwortHash: await passwortHash(neu), anlass: 'geaendert', ...(behalten ? { behalten } : {}) })
        await benachrichtigen(c, 'passwortGeaendert', ich?.email)
        return redirect(basis, { hinweis: worteFuer(c, bereich).passwortGeaendert })
      },
    }),
    action({
      path: `${basis}/sitzungen/beenden`, access: zugang,
      async handle(c) {
        const gewaehlt = wert(c.werte, 'sitzung')
        const diese = sitzungHex(c) ?? ''
        const { sitzungen } = await c.ask(eigeneSicherheit, {})
        const eine = sitzungen.find((sitzung) => kurzId(sitzung) === gewaehlt)
        if (gewaehlt === 'andere') await c.execute(sitzungenBeenden, { kontoId: c.actor.id, umfang: 'andere', token: diese })
        else if (eine) await c.execute(sitzungenBeenden, { kontoId: c.actor.id, umfang: 'eine', token: eine.tokenHash.toString('hex') })
        return redirect(basis, { hinweis: gewaehlt === 'andere' ? worteFuer(c, bereich).andereBeendet : worteFuer(c, bereich).eineBeendet })
      },
    }),
  ]
}

function passkeys(bereich: Bereich, zugang: Route['access']): Route[] {
  const { basis } = bereich
  return [
    page({ path: `${basis}/passkeys/neu`, access: zugang, handle: async (c) => passkeyNeuSeite(c, bereich, { werte: {}, fehler: [] }) }),
    action({
      path: `${basis}/passkeys/optionen`, access: zugang,
      async handle(c) { return antwort(await registrierungsoptionen(c, await passwortBestaetigen(c, bereich, 'passwort', roh(c.werte['passwort'])))) },
    }),
    ...form({
      path: `${basis}/passkeys`, access: zugang,
      show: async (c, zustand) => passkeyNeuSeite(c, bereich, zustand),
      async submit(c, werte) {
        const neu = await neuenPasskeyPruefen(c, c.actor.id, wert(werte, 'antwort'))
        await c.execute(passkeyHinzufuegen, { kontoId: c.actor.id, ...neu, bezeichnung: wert(werte, 'bezeichnung').slice(0, 100) || 'Passkey' })
        return redirect(basis, { hinweis: worteFuer(c, bereich).passkeyDa })
      },
    }),
    action({
      path: `${basis}/passkeys/entfernen`, access: zugang,
      async handle(c) {
        await c.execute(passkeyEntfernen, { kontoId: c.actor.id, id: wert(c.werte, 'id') })
        return redirect(basis, { hinweis: worteFuer(c, bereich).passkeyWeg })
      },
    }),
  ]
}

function email(bereich: Bereich, zugang: Route['access']): Route[] {
  const { basis } = bereich
  return [
    ...form({
      path: `${basis}/email`, access: zugang,
      show: async (c, zustand) => emailSeite(c, bereich, zustand),
      async submit(c, werte) {
        const neu = wert(werte, 'email')
        if (!neu) throw new Invalid([{ feld: 'email', text: worteFuer(c, bereich).adresseFehlt }])
        angabenPruefen({ email: neu })
        await passwortBestaetigen(c, bereich, 'passwort', roh(werte['passwort']))
        const id = await versenden(c, {
          art: 'email', kontoId: c.actor.id, an: neu, daten: { email: neu }, minuten: STUNDE,
          mail: (geheim) => ({ art: 'email', code: geheim.code, link: `${basisadresse(c)}${basis}/email/${geheim.id}?schluessel=${geheim.schluessel}` }),
        })
        return redirect(`${basis}/email/${id}`)
      },
    }),
    ...form({
      path: `${basis}/email/:id`, access: zugang, beispiel: `${basis}/email/01900000-0000-7000-8000-000000000000`,
      async show(c, zustand) {
        if (!isUuid(c.params['id'])) throw new NotFound()
        return emailCodeSeite(c, bereich, zustand, c.params['id'], c.suche.get('schluessel') ?? wert(zustand.werte, 'schluessel'))
      },
      async submit(c, werte) {
        const code = await codePruefen(c.app, c.mandant.id, 'email', c.params['id'] ?? '', { schluessel: wert(werte, 'schluessel'), code: wert(werte, 'code') })
        if (!code?.siegel || code.kontoId !== c.actor.id) throw new Invalid([{ feld: 'code', text: worteFuer(c, bereich).codeFalsch }])
        const alt = (await eigenes(c))?.email
        const { daten } = inhaltOeffnen<Versand<{ email: string }>>(c.app, code.siegel)
        await c.execute(emailBestaetigen, { codeId: code.id, kontoId: c.actor.id, email: daten.email })
        await benachrichtigen(c, 'emailGeaendert', alt)
        return redirect(basis, { hinweis: worteFuer(c, bereich).emailGilt })
      },
    }),
  ]
}

/** The secret of the app that is being set up, sealed in the session until its first code was right. */
async function wartendesGeheimnis(c: RequestContext): Promise<string> {
  const siegel = c.sitzung?.daten['totp']
  if (typeof siegel === 'string') return totpOeffnen(c.app, Buffer.from(siegel, 'base64'))
  const geheimnis = neuesTotpGeheimnis()
  const { tokenHash, daten } = c.sitzung ?? {}
  if (tokenHash) await c.app.db.withMandant(c.mandant.id, (tx) => changeSession(tx, tokenHash, { daten: { ...daten, totp: totpVersiegeln(c.app, geheimnis).toString('base64') } }))
  return geheimnis
}

function zweitfaktor(bereich: Bereich, zugang: Route['access']): Route[] {
  const pfad = `${bereich.basis}/zweitfaktor`
  return form({
    path: pfad, access: zugang,
    async show(c, zustand) {
      const kennung = (await eigenes(c))?.kennung ?? ''
      return einrichtenSeite(c, zustand, await einrichtungVon(c, await wartendesGeheimnis(c), kennung), { action: pfad, zurueck: bereich.basis, mitPasswort: true })
    },
    async submit(c, werte) {
      const geheimnis = await wartendesGeheimnis(c)
      await passwortBestaetigen(c, bereich, 'passwort', roh(werte['passwort']))
      const { eingabe, codes } = einrichtungPruefen(c, geheimnis, wert(werte, 'code'))
      await c.execute(totpEinrichten, { kontoId: c.actor.id, ...eingabe })
      const { tokenHash, daten } = c.sitzung ?? {}
      if (tokenHash) await c.app.db.withMandant(c.mandant.id, (tx) => changeSession(tx, tokenHash, { daten: { ...daten, totp: null } }))
      return wiederherstellungscodesSeite(c, codes, bereich.basis)
    },
  })
}

const personal: Bereich = { art: 'personal', basis: '/arbeitsplatz/konto' }
const buerger: Bereich = { art: 'buerger', basis: '/konto/sicherheit' }

export const routes: readonly Route[] = [
  ...[{ bereich: personal, zugang: access.staff() }, { bereich: buerger, zugang: access.citizen }].flatMap(({ bereich, zugang }) => [...passwortUndSitzungen(bereich, zugang), ...passkeys(bereich, zugang)]),
  ...zweitfaktor(personal, access.staff()), ...email(buerger, access.citizen),
]
