import { limit } from '../../../platform/auth/limit.js'
import { isUuid } from '../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type RequestContext, type Route, type Werte } from '../../../platform/http/route.js'
import { formatDateLong } from '../../../platform/time/index.js'
import { systemActor } from '../../../platform/usecases/actor.js'
import { kontoPasswortStimmt } from '../../grundlagen/konten/index.js'
import { auskunftAbrufen, auskunftAnfordern, eigeneAuskuenfte } from './auskunft/command.js'
import { kontoLoeschen, loeschungZuruecknehmen, loeschvorschau, schluesselStimmt } from './loeschen/command.js'
import { datenSeite, loeschSeite, PFAD, ruecknahmeSeite } from './page.js'

const VIERTELSTUNDE = 900

/** So long after it a sign-in confirms a deletion, where the account has no password. Real time, as all of sessions. */
const FRISCH_MINUTEN = 10
const frischAngemeldet = ({ sitzung }: RequestContext): boolean => sitzung !== undefined && Temporal.Instant.compare(sitzung.begonnenAm.add({ minutes: FRISCH_MINUTEN }), Temporal.Now.instant()) > 0

/** What has to be confirmed; the password last, because checking it costs. @throws Invalid with every field */
async function pruefeBestaetigung(c: RequestContext, werte: Werte): Promise<string[]> {
  const { laufende, anschriftNoetig, mitPasswort } = await c.ask(loeschvorschau, {})
  const anschrift = wert(werte, 'anschrift').split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== '')
  const fehler = [
    ...(anschriftNoetig && (anschrift.length < 2 || anschrift.length > 6 || anschrift.some((zeile) => zeile.length > 100)) ? [{ feld: 'anschrift', text: 'Bitte geben Sie Straße und Hausnummer an, in der nächsten Zeile Postleitzahl und Ort. Höchstens sechs Zeilen mit je 100 Zeichen.' }] : []),
    ...(laufende.length > 0 && wert(werte, 'post') !== 'ja' ? [{ feld: 'post', text: 'Bitte bestätigen Sie, dass Ihre laufenden Anträge mit der Post weitergehen.' }] : []),
    ...(!mitPasswort && wert(werte, 'sicher') !== 'ja' ? [{ feld: 'sicher', text: 'Bitte bestätigen Sie, dass Sie Ihr Konto löschen wollen.' }] : []),
    ...(mitPasswort && wert(werte, 'passwort') === '' ? [{ feld: 'passwort', text: 'Bitte geben Sie Ihr Passwort ein.' }] : []),
  ]
  if (fehler.length > 0) throw new Invalid(fehler)
  await limit(c.app.db, `kontoloeschen:${c.mandant.id}:${c.actor.id}`, { max: 10, seconds: VIERTELSTUNDE })
  if (!mitPasswort) {
    if (!frischAngemeldet(c)) throw new Invalid([], `Bitte melden Sie sich ab und wieder an. Danach haben Sie ${FRISCH_MINUTEN} Minuten Zeit, Ihr Konto zu löschen.`)
    return anschriftNoetig ? anschrift : []
  }
  const stimmt = await kontoPasswortStimmt(c.app, c.mandant.id, c.actor.id, wert(werte, 'passwort'))
  if (!stimmt) throw new Invalid([{ feld: 'passwort', text: 'Das Passwort stimmt nicht. Bitte versuchen Sie es noch einmal.' }])
  return anschriftNoetig ? anschrift : []
}

const auskuenfte: readonly Route[] = [
  page({ path: PFAD, access: access.citizen, handle: async (c) => datenSeite(c, await c.ask(eigeneAuskuenfte, {})) }),
  action({
    path: `${PFAD}/auskunft`, access: access.citizen,
    async handle(c) {
      await c.execute(auskunftAnfordern, {})
      return redirect(PFAD, { hinweis: 'Wir stellen Ihre Kopie zusammen und schicken Ihnen eine E-Mail, sobald sie fertig ist.' })
    },
  }),
  page({
    path: `${PFAD}/auskunft/:id`, access: access.citizen, beispiel: async () => undefined,
    async handle(c) {
      const auskunftId = c.params['id'] ?? ''
      if (!isUuid(auskunftId)) throw new NotFound()
      const { sha256 } = await c.execute(auskunftAbrufen, { auskunftId })
      const { stream, size } = await c.app.blobs.open(c.mandant.id, sha256)
      return { stream: { body: stream, size, mime: 'application/zip', dateiname: `meine-daten-${c.mandant.schluessel}-${c.today.toString()}.zip` } }
    },
  }),
]

export const routes: readonly Route[] = [
  ...auskuenfte,
  ...form({
    path: `${PFAD}/loeschen`, access: access.citizen,
    show: async (c, zustand) => loeschSeite(c, await c.ask(loeschvorschau, {}), frischAngemeldet(c), zustand),
    async submit(c, werte) {
      const { vollzugAm } = await c.execute(kontoLoeschen, { anschrift: await pruefeBestaetigung(c, werte) })
      return redirect('/', { sitzung: null, hinweis: `Ihr Konto ist gelöscht. Bis zum ${formatDateLong(Temporal.PlainDate.from(vollzugAm))} können Sie das mit dem Link in unserer E-Mail rückgängig machen.` })
    },
  }),
  ...form({
    path: '/konto-loeschung/:id', access: access.guest, beispiel: '/konto-loeschung/01900000-0000-7000-8000-000000000000?schluessel=muster',
    async show(c, zustand) {
      const schluessel = c.suche.get('schluessel') ?? wert(zustand.werte, 'schluessel')
      if (!isUuid(c.params['id']) || !schluessel || schluessel.length > 100) throw new NotFound()
      return ruecknahmeSeite(c, schluessel, zustand)
    },
    async submit(c, werte) {
      await limit(c.app.db, `loeschungzurueck:${c.mandant.id}:${c.kennungIp}`, { max: 30, seconds: VIERTELSTUNDE })
      const loeschungId = c.params['id'] ?? ''
      if (!isUuid(loeschungId) || !schluesselStimmt(c.app, c.mandant.id, loeschungId, wert(werte, 'schluessel'))) throw new Invalid([], 'Dieser Link stimmt nicht oder gilt nicht mehr. Bitte öffnen Sie ihn noch einmal aus der E-Mail.')
      await c.app.execute(systemActor(c.mandant.id, 'kontodaten'), loeschungZuruecknehmen, { loeschungId })
      return redirect('/anmelden', { hinweis: 'Ihr Konto bleibt. Sie können sich jetzt wieder anmelden.' })
    },
  }),
]
