import { limit } from '../../../../platform/auth/limit.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, redirect, safeTarget, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { cleanLine } from '../../../../platform/text/index.js'
import { anmelden } from '../anmelden/commands.js'
import { anmeldeActor, VIERTELSTUNDE } from '../anmelden/pruefung.js'
import { gastHex } from '../anmelden/vorgemerkt.js'
import { angabenMaengel } from '../domain/angaben.js'
import { kennwortMangel } from '../domain/kennwort.js'
import { codePruefen } from '../einmalcodes.js'
import { inhaltOeffnen, passwortHash, passwortStimmt } from '../geheimnisse.js'
import { emailBekannt } from '../konten.js'
import { basisadresse, type Versand } from '../mail/senden.js'
import { versenden } from '../mail/versand.js'
import { registrierungBestaetigen } from './commands.js'
import { bestaetigenSeite, registrierenSeite } from './page.js'

interface Registrierung { readonly vorname?: string; readonly nachname: string; readonly email: string; readonly passwortHash: string }

const zielVon = (c: RequestContext) => safeTarget(wert(c.werte, 'ziel') || c.suche.get('ziel'), '/konto')
const roh = (value: Werte[string]): string => (typeof value === 'string' ? value : '')

/** What was entered, checked; all complaints at once. */
function angaben(werte: Werte): { vorname: string; nachname: string; email: string; passwort: string } {
  const person = { vorname: cleanLine(wert(werte, 'vorname')).text, nachname: cleanLine(wert(werte, 'nachname')).text, email: wert(werte, 'email') }
  const passwort = roh(werte['passwort'])
  const felder: Feldfehler[] = []
  if (!person.nachname) felder.push({ feld: 'nachname', text: 'Bitte geben Sie Ihren Nachnamen an. Haben Sie nur einen Namen, tragen Sie ihn hier ein.' })
  if (person.vorname.length > 100) felder.push({ feld: 'vorname', text: 'Bitte geben Sie höchstens 100 Zeichen ein.' })
  if (person.nachname.length > 100) felder.push({ feld: 'nachname', text: 'Bitte geben Sie höchstens 100 Zeichen ein.' })
  if (!person.email) felder.push({ feld: 'email', text: 'Bitte geben Sie Ihre E-Mail-Adresse an.' })
  const mangel = kennwortMangel(passwort, [person.vorname, person.nachname, person.email])
  if (mangel) felder.push({ feld: 'passwort', text: mangel })
  felder.push(...angabenMaengel(person))
  if (felder.length > 0) throw new Invalid(felder)
  return { ...person, passwort }
}

const registrieren = form({
  path: '/registrieren', access: access.public,
  async show(c, zustand) { return registrierenSeite(c, zustand, zielVon(c)) },
  async submit(c, werte) {
    const { passwort, ...person } = angaben(werte)
    await limit(c.app.db, `registrieren:${c.kennungIp}`, { max: 30, seconds: VIERTELSTUNDE })
    await limit(c.app.db, `registrieren:${c.mandant.id}:${person.email.toLowerCase()}`, { max: 5, seconds: VIERTELSTUNDE })
    const daten: Registrierung = { ...person, passwortHash: await passwortHash(passwort) }
    const bekannt = await c.app.db.withMandant(c.mandant.id, (tx) => emailBekannt(tx, person.email))
    const ziel = zielVon(c)
    const mitZiel = ziel === '/konto' ? '' : `&ziel=${encodeURIComponent(ziel)}`
    const id = await versenden(c, {
      art: 'registrierung', an: person.email, daten,
      mail: (geheim) => ({ art: 'registrierung', code: geheim.code, bekannt, link: `${basisadresse(c)}/registrieren/bestaetigen/${geheim.id}?schluessel=${geheim.schluessel}${mitZiel}` }),
    })
    return redirect(`/registrieren/bestaetigen/${id}${mitZiel.replace('&', '?')}`)
  },
})

const bestaetigen = form({
  path: '/registrieren/bestaetigen/:id', access: access.public, beispiel: '/registrieren/bestaetigen/01900000-0000-7000-8000-000000000000',
  async show(c, zustand) {
    return bestaetigenSeite(c, zustand, { id: c.params['id'] ?? '', schluessel: c.suche.get('schluessel') ?? wert(zustand.werte, 'schluessel'), ziel: zielVon(c) })
  },
  async submit(c, werte) {
    await limit(c.app.db, `bestaetigen:${c.kennungIp}`, { max: 60, seconds: VIERTELSTUNDE })
    const schluessel = wert(werte, 'schluessel')
    const code = await codePruefen(c.app, c.mandant.id, 'registrierung', c.params['id'] ?? '', { schluessel, code: wert(werte, 'code') })
    if (!code?.siegel) throw new Invalid(schluessel ? [] : [{ feld: 'code', text: 'Dieser Code stimmt nicht oder gilt nicht mehr. Bitte prüfen Sie ihn oder registrieren Sie sich noch einmal.' }], 'Dieser Link gilt nicht mehr. Bitte registrieren Sie sich noch einmal.')
    const { daten } = inhaltOeffnen<Versand<Registrierung>>(c.app, code.siegel)
    // By link alone the owner of an address could confirm what a stranger has entered and chosen a password for.
    if (schluessel && !(await passwortStimmt(roh(werte['passwort']), daten.passwortHash))) throw new Invalid([{ feld: 'passwort', text: 'Dieses Passwort stimmt nicht. Bitte geben Sie das Passwort ein, das Sie beim Registrieren gewählt haben.' }])
    const gast = gastHex(c)
    const { id, kennung } = await c.app.execute(anmeldeActor(c), registrierungBestaetigen, { codeId: code.id, ...daten })
    await versenden(c, { art: 'hinweis', kontoId: id, an: daten.email, mail: () => ({ art: 'registriert', kennung, link: `${basisadresse(c)}/anmelden` }) })
    const sitzung = await c.app.execute(anmeldeActor(c), anmelden, { kontoId: id, verfahren: 'passwort', ...(gast ? { gast } : {}) })
    return redirect(zielVon(c), { sitzung, hinweis: `Ihr Konto ist angelegt. Ihre Kennung lautet ${kennung}.` })
  },
})

export const routes: readonly Route[] = [...registrieren, ...bestaetigen]
