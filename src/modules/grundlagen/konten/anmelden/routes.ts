import { changeSession } from '../../../../platform/auth/session.js'
import { access, action, antwort, form, redirect, safeTarget, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { totpOeffnen, totpVersiegeln } from '../geheimnisse.js'
import { geraetAus } from '../domain/geraet.js'
import { neuesTotpGeheimnis } from '../domain/totp.js'
import { anmeldeoptionen, passkeyPruefen } from '../passkey/pruefung.js'
import { totpEinrichten } from '../zweitfaktor/commands.js'
import { einrichtungPruefen, einrichtungVon } from '../zweitfaktor/einrichtung.js'
import { anmelden, sitzungenBeenden, type Anmeldung } from './commands.js'
import { buergerAnmeldeseite, einrichtenSeite, personalAnmeldeseite, wiederherstellungscodesSeite, zweitfaktorSeite } from './page.js'
import { anmeldeActor, anmeldekontoById, passwortPruefen, zweitfaktorPruefen, type Anmeldekonto } from './pruefung.js'
import { anmeldewege, nachAbmeldung } from './wege.js'
import { gastHex, sitzungHex, vormerken, vorgemerkt, type Vorgemerkt } from './vorgemerkt.js'

const zielVon = (c: RequestContext, fallback: string) => safeTarget(wert(c.werte, 'ziel') || c.suche.get('ziel'), fallback)

/** The sign-in page with the ways that other rooms add. */
async function mitWegen(c: RequestContext, art: 'personal' | 'buerger', zustand: Formularzustand, fallback: string): Promise<Reply> {
  const ziel = zielVon(c, fallback)
  const wege = await anmeldewege(c, art, ziel)
  return art === 'personal' ? personalAnmeldeseite(c, zustand, ziel, wege) : buergerAnmeldeseite(c, zustand, ziel, wege)
}

/** What a new session takes over from the browser's earlier one. */
export function vomBrowser(c: RequestContext): Pick<Anmeldung, 'ersetzt' | 'gast' | 'geraet'> {
  const gast = gastHex(c)
  const ersetzt = c.sitzung && sitzungHex(c) !== gast ? sitzungHex(c) : undefined
  const geraet = geraetAus(c.header('user-agent'))
  return { ...(geraet ? { geraet } : {}), ...(ersetzt ? { ersetzt } : {}), ...(gast ? { gast } : {}) }
}

/** Opens the session after whatever proved the person, in place of the one the browser had. */
async function eintreten(c: RequestContext, nachweis: Omit<Anmeldung, 'ersetzt' | 'gast' | 'geraet'>): Promise<NonNullable<Reply['sitzung']>> {
  return c.app.execute(anmeldeActor(c), anmelden, { ...nachweis, ...vomBrowser(c) })
}

const personalAnmelden = form({
  path: '/arbeitsplatz/anmelden', access: access.public,
  async show(c, zustand) {
    if (c.actor.art === 'personal' && zustand.fehler.length === 0 && !zustand.meldung) return redirect(zielVon(c, '/arbeitsplatz'))
    return mitWegen(c, 'personal', zustand, '/arbeitsplatz')
  },
  async submit(c, werte) {
    const konto = await passwortPruefen(c, 'personal', wert(werte, 'kennung'), roh(werte['passwort']))
    const sitzung = await vormerken(c, konto.id, zielVon(c, '/arbeitsplatz'))
    return redirect(konto.totpSiegel || konto.passkeys > 0 ? '/arbeitsplatz/anmelden/bestaetigen' : '/arbeitsplatz/anmelden/einrichten', { sitzung })
  },
})

/** Blanks at the ends of a password count. */
const roh = (value: string | readonly string[] | undefined): string => (typeof value === 'string' ? value : '')

const vonVorn = () => redirect('/arbeitsplatz/anmelden', { hinweis: 'Bitte melden Sie sich noch einmal an. Zwischen Passwort und Code dürfen höchstens zehn Minuten liegen.' })

/** Who has given the right password in this browser a moment ago. */
async function wartend(c: RequestContext): Promise<{ stand: Vorgemerkt; konto: Anmeldekonto } | undefined> {
  const stand = vorgemerkt(c)
  const konto = stand && await anmeldekontoById(c, stand.kontoId)
  return stand && konto ? { stand, konto } : undefined
}

const bestaetigen = form({
  path: '/arbeitsplatz/anmelden/bestaetigen', access: access.public,
  async show(c, zustand) {
    const wer = await wartend(c)
    return wer ? zweitfaktorSeite(c, zustand, wer.konto, wer.stand.ziel) : vonVorn()
  },
  async submit(c, werte) {
    const wer = await wartend(c)
    if (!wer) return vonVorn()
    const faktor = await zweitfaktorPruefen(c, wer.konto, wert(werte, 'code'))
    return redirect(wer.stand.ziel, { sitzung: await eintreten(c, { kontoId: wer.konto.id, ...faktor }) })
  },
})

/** The secret waits, sealed, in the session until the person has shown that the app works. */
async function einrichtungsgeheimnis(c: RequestContext, stand: Vorgemerkt): Promise<string> {
  if (stand.totp) return totpOeffnen(c.app, Buffer.from(stand.totp, 'base64'))
  const geheimnis = neuesTotpGeheimnis()
  const hash = c.sitzung?.tokenHash
  if (hash) await c.app.db.withMandant(c.mandant.id, (tx) => changeSession(tx, hash, { daten: { anmeldung: { ...stand, totp: totpVersiegeln(c.app, geheimnis).toString('base64') } } }))
  return geheimnis
}

const ohneZweitfaktor = (konto: Anmeldekonto) => !konto.totpSiegel && konto.passkeys === 0

const einrichten = form({
  path: '/arbeitsplatz/anmelden/einrichten', access: access.public,
  async show(c, zustand) {
    const wer = await wartend(c)
    if (!wer || !ohneZweitfaktor(wer.konto)) return vonVorn()
    const einrichtung = await einrichtungVon(c, await einrichtungsgeheimnis(c, wer.stand), wer.konto.kennung)
    return einrichtenSeite(c, zustand, einrichtung, { action: '/arbeitsplatz/anmelden/einrichten', zurueck: '/arbeitsplatz/anmelden' })
  },
  async submit(c, werte) {
    const wer = await wartend(c)
    if (!wer || !ohneZweitfaktor(wer.konto) || !wer.stand.totp) return vonVorn()
    const { eingabe, codes } = einrichtungPruefen(c, await einrichtungsgeheimnis(c, wer.stand), wert(werte, 'code'))
    await c.app.execute(anmeldeActor(c), totpEinrichten, { kontoId: wer.konto.id, ...eingabe })
    const sitzung = await eintreten(c, { kontoId: wer.konto.id, verfahren: 'totp' })
    return { ...wiederherstellungscodesSeite(c, codes, wer.stand.ziel), sitzung }
  },
})

const buergerAnmelden = form({
  path: '/anmelden', access: access.public,
  async show(c, zustand) {
    if (c.actor.art === 'buerger' && zustand.fehler.length === 0 && !zustand.meldung) return redirect(zielVon(c, '/konto'))
    return mitWegen(c, 'buerger', zustand, '/konto')
  },
  async submit(c, werte) {
    const konto = await passwortPruefen(c, 'buerger', wert(werte, 'kennung'), roh(werte['passwort']))
    return redirect(zielVon(c, '/konto'), { sitzung: await eintreten(c, { kontoId: konto.id, verfahren: 'passwort' }) })
  },
})

/** Passkeys come by script: first the challenge, then the answer in an ordinary form. A refusal shows the sign-in page again. */
const passkey = (art: 'personal' | 'buerger', seite: string, fallback: string): Route[] => [
  action({ path: `${seite}/passkey/optionen`, access: access.public, handle: async (c) => antwort(await anmeldeoptionen(c)) }),
  ...form({
    path: `${seite}/passkey`, access: access.public,
    show: (c, zustand) => mitWegen(c, art, zustand, fallback),
    async submit(c, werte) {
      const nachweis = await passkeyPruefen(c, art, wert(werte, 'antwort'))
      return redirect(vorgemerkt(c)?.ziel ?? zielVon(c, fallback), { sitzung: await eintreten(c, nachweis) })
    },
  }),
]

/** Signing out also tells the browser to forget what it has kept: "back" shows nothing personal (A2-12). */
const abmelden = action({
  path: '/abmelden', access: access.public,
  async handle(c) {
    const token = sitzungHex(c)
    const anderswo = await nachAbmeldung(c)
    if (c.sitzung?.kontoId && token) await c.app.execute(anmeldeActor(c), sitzungenBeenden, { kontoId: c.sitzung.kontoId, umfang: 'diese', token })
    const ziel = anderswo ?? (c.actor.art === 'personal' ? '/arbeitsplatz/anmelden' : '/')
    return redirect(ziel, { sitzung: null, hinweis: 'Sie sind abgemeldet.', headers: { 'clear-site-data': '"cache"' } })
  },
})

export const routes: readonly Route[] = [
  ...personalAnmelden, ...bestaetigen, ...einrichten, ...buergerAnmelden,
  ...passkey('personal', '/arbeitsplatz/anmelden', '/arbeitsplatz'), ...passkey('buerger', '/anmelden', '/konto'), abmelden,
]
