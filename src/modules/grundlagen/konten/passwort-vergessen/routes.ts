import { forgiveLimit, limit } from '../../../../platform/auth/limit.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Route, type Werte } from '../../../../platform/http/route.js'
import { passwortSetzen } from '../anmelden/commands.js'
import { anmeldeActor, VIERTELSTUNDE } from '../anmelden/pruefung.js'
import { istMailadresse } from '../domain/angaben.js'
import { kennwortMangel } from '../domain/kennwort.js'
import { lesbar } from '../domain/schluessel.js'
import { codePruefen, findEinmalcode } from '../einmalcodes.js'
import { passwortHash } from '../geheimnisse.js'
import { aktiveBuerger, findKonto, kontenById } from '../konten.js'
import { basisadresse } from '../mail/senden.js'
import { versenden } from '../mail/versand.js'
import { neuSeite, startSeite, unterwegsSeite, vergessenSeite } from './page.js'

const STUNDE = 60
const roh = (value: Werte[string]): string => (typeof value === 'string' ? value : '')

/**
 * Whoever asks learns nothing on the screen: an account gets its link, an address without an account a mail that says so, and
 * the page is the same. Two persons with one address get a mail each.
 */
const vergessen = form({
  path: '/passwort-vergessen', access: access.public,
  show: async (c, zustand) => vergessenSeite(c, zustand),
  async submit(c, werte) {
    const eingabe = wert(werte, 'kennung').toLowerCase()
    if (!eingabe || eingabe.length > 254 || (!istMailadresse(eingabe) && /[@\s]/.test(eingabe))) throw new Invalid([{ feld: 'kennung', text: 'Bitte geben Sie Ihre E-Mail-Adresse oder Kennung ein, zum Beispiel name@beispiel.de.' }])
    await limit(c.app.db, `vergessen:${c.kennungIp}`, { max: 30, seconds: VIERTELSTUNDE })
    await limit(c.app.db, `vergessen:${c.mandant.id}:${eingabe}`, { max: 5, seconds: VIERTELSTUNDE })
    const konten = await c.app.db.withMandant(c.mandant.id, (tx) => aktiveBuerger(tx, eingabe))
    for (const { id, kennung, email } of konten) {
      await versenden(c, {
        art: 'passwort', kontoId: id, an: email, minuten: STUNDE,
        mail: (geheim) => ({ art: 'passwort', kennung, link: `${basisadresse(c)}/passwort-neu/${geheim.id}?schluessel=${geheim.schluessel}` }),
      })
    }
    if (konten.length === 0 && istMailadresse(eingabe)) await versenden(c, { art: 'hinweis', an: eingabe, mail: () => ({ art: 'unbekannt', link: `${basisadresse(c)}/registrieren` }) })
    return redirect('/passwort-vergessen/unterwegs')
  },
})

const neu = form({
  path: '/passwort-neu/:id', access: access.public, beispiel: '/passwort-neu/01900000-0000-7000-8000-000000000000',
  show: async (c, zustand) => neuSeite(c, zustand, `/passwort-neu/${c.params['id'] ?? ''}`, c.suche.get('schluessel') ?? wert(zustand.werte, 'schluessel')),
  async submit(c, werte) {
    await limit(c.app.db, `bestaetigen:${c.kennungIp}`, { max: 60, seconds: VIERTELSTUNDE })
    const code = await codePruefen(c.app, c.mandant.id, 'passwort', c.params['id'] ?? '', { schluessel: wert(werte, 'schluessel') })
    const konto = code?.kontoId ? (await c.app.db.withMandant(c.mandant.id, (tx) => kontenById(tx, [code.kontoId ?? '']))).get(code.kontoId) : undefined
    if (!code || !konto || konto.status !== 'aktiv') throw new Invalid([], 'Dieser Link gilt nicht mehr. Bitte fordern Sie einen neuen an.')
    const passwort = roh(werte['passwort'])
    const mangel = kennwortMangel(passwort, [konto.name, konto.kennung, konto.email ?? ''])
    if (mangel) throw new Invalid([{ feld: 'passwort', text: mangel }])
    await c.app.execute(anmeldeActor(c), passwortSetzen, { kontoId: konto.id, passwortHash: await passwortHash(passwort), anlass: 'vergessen', codeId: code.id })
    await forgiveLimit(c.app.db, `anmelden:${c.mandant.id}:buerger:${konto.kennung}`)
    return redirect('/anmelden', { hinweis: 'Ihr neues Passwort gilt ab sofort. Bitte melden Sie sich damit an.' })
  },
})

const start = form({
  path: '/arbeitsplatz/start', access: access.public,
  show: async (c, zustand) => startSeite(c, zustand),
  async submit(c, werte) {
    const kennung = wert(werte, 'kennung').toLowerCase()
    const passwort = roh(werte['passwort'])
    await limit(c.app.db, `start:${c.kennungIp}`, { max: 60, seconds: VIERTELSTUNDE })
    await limit(c.app.db, `start:${c.mandant.id}:${kennung}`, { max: 10, seconds: VIERTELSTUNDE })
    const gefunden = await c.app.db.withMandant(c.mandant.id, async (tx) => {
      const konto = await findKonto(tx, 'personal', kennung)
      const code = konto && await findEinmalcode(tx, 'start', lesbar(wert(werte, 'code')), konto.id)
      return konto && code && konto.status === 'aktiv' ? { konto, code } : undefined
    })
    if (!gefunden) throw new Invalid([], 'Kennung oder Startcode stimmt nicht, oder der Startcode ist abgelaufen. Bitte prüfen Sie beides oder lassen Sie sich einen neuen geben.')
    const mangel = kennwortMangel(passwort, [gefunden.konto.name, kennung, gefunden.konto.email ?? ''])
    if (mangel) throw new Invalid([{ feld: 'passwort', text: mangel }])
    await c.app.execute(anmeldeActor(c), passwortSetzen, { kontoId: gefunden.konto.id, passwortHash: await passwortHash(passwort), anlass: 'start', codeId: gefunden.code.id })
    return redirect('/arbeitsplatz/anmelden', { hinweis: 'Ihr Passwort ist gesetzt. Bitte melden Sie sich jetzt damit an.' })
  },
})

export const routes: readonly Route[] = [
  ...vergessen, page({ path: '/passwort-vergessen/unterwegs', access: access.public, handle: async (c) => unterwegsSeite(c) }), ...neu, ...start,
]
