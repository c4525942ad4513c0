import { NotFound } from '../../../../platform/errors.js'
import { access, page, redirect, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { fristVorbei } from '../../../grundlagen/leistungen/index.js'
import { DATEI_ENTFERNEN, type Fehler, type Gesendet, type Seite } from '../../formulare/index.js'
import { neuereFassung } from '../fassung/command.js'
import { codeseite, unauffindbarSeite } from '../fortsetzen/page.js'
import { codeFuer } from '../fortsetzen/routes.js'
import { verborgen, zurAnmeldestufe } from '../anmeldestufe/hindernis.js'
import { findFall, findFallUnd, ohneFall, pfadVon, type Fall } from '../zugang.js'
import { wartetAuf } from '../domain/entwurf.js'
import { woerter } from '../woerter.js'
import { seiteSpeichern, type Gespeichert } from './command.js'
import { dateienEmpfangen, type Empfangen } from './empfang.js'
import { formularseite, konfliktseite, seitenVon } from './page.js'

const PFAD = '/leistungen/:key/antrag/:entwurf/:seite'

async function zeigen(c: RequestContext): Promise<Reply> {
  const gefunden = await findFallUnd(c, async (tx, { entwurf, version }) => ({ frist: await fristVorbei(tx, version, c.now), neuere: await neuereFassung(tx, entwurf, c.today) }))
  if (!gefunden) return unauffindbarSeite(c)
  const { fall, fall: { entwurf }, dazu: { frist, neuere } } = gefunden
  if (entwurf.status === 'eingereicht') return redirect(pfadVon(entwurf, 'bestaetigung'))
  if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
  if (wartetAuf(entwurf)) return redirect(pfadVon(entwurf, wartetAuf(entwurf)))
  // Nobody goes on filling in what cannot be sent any more.
  if (frist) return redirect(pfadVon(entwurf, 'pruefen'))
  if (neuere) return redirect(pfadVon(entwurf, 'fassung'))
  const seite = seitenVon(c, fall).find(({ name }) => name === c.params['seite'])
  // A page that the own answers have made irrelevant leads to where the person was; a made-up one does not exist.
  if (!seite) { if (fall.formular.seiten.some(({ name }) => name === c.params['seite'])) return redirect(pfadVon(entwurf, 'pruefen')); throw new NotFound() }
  const gesendet = entwurf.eingaben[seite.name]
  return formularseite(c, fall, seite, { zurPruefung: c.suche.get('zurueck') === 'pruefen', ...(gesendet ? { gesendet } : {}) })
}

async function empfangen(c: RequestContext): Promise<Reply> {
  const fall = await findFall(c)
  if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
  if (fall.entwurf.status === 'eingereicht') return redirect(pfadVon(fall.entwurf, 'bestaetigung'), { hinweis: woerter(c.sprache).schonAbgesendet })
  if (verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
  if (wartetAuf(fall.entwurf)) return redirect(pfadVon(fall.entwurf, wartetAuf(fall.entwurf)))
  const seite = seitenVon(c, fall).find(({ name }) => name === c.params['seite'])
  if (!seite) throw new NotFound()
  const post = await dateienEmpfangen(c, fall, seite)
  return post.abgebrochen ? zuGross(c, fall, seite, post.abgebrochen) : speichern(c, fall, seite, post)
}

/** Far too much: reading stopped in the middle, so the typing of this page did not arrive; what was saved is there. */
async function zuGross(c: RequestContext, fall: Fall, seite: Seite, fehler: Fehler): Promise<Reply> {
  const antwort = formularseite(c, fall, seite, { status: 413, fehler: [fehler], zurPruefung: false })
  return { ...antwort, headers: { ...antwort.headers, connection: 'close' } }
}

async function speichern(c: RequestContext, fall: Fall, seite: Seite, { werte, dateien, fehler: dateifehler, zuGross: gross }: Empfangen): Promise<Reply> {
  const zurPruefung = wert(werte, '_zurueck') === 'pruefen'
  const gesendet = alsGesendet(werte)
  const ergebnis = await c.execute(seiteSpeichern, {
    entwurfId: fall.entwurf.id, seite: seite.name, stand: Number.parseInt(wert(werte, '_stand'), 10) || 0, gesendet, dateien: [...dateien], sprache: c.sprache,
    ...(wert(werte, '_ersetzen') === 'ja' ? { ersetzen: true } : {}), ...(zurPruefung ? { ziel: 'pruefen' as const } : {}),
  })
  if (ergebnis.art === 'konflikt') return konfliktseite(c, fall, seite, { ...ergebnis, gesendet, zurPruefung })
  const aufDerSeite = dateifehler.length > 0 || ergebnis.fehler.length > 0 || ergebnis.bleiben || gesendet[DATEI_ENTFERNEN] !== undefined || ['hochladen', 'speichern'].includes(String(gesendet['_aktion']))
  if (!aufDerSeite) return zurNaechsten(fall, ergebnis, zurPruefung)
  return bleibeMit(c, seite, ergebnis, { gesendet, dateifehler, gross, zurPruefung, neu: dateien.length })
}

type Folge = { gesendet: Record<string, string | string[]>; dateifehler: readonly Fehler[]; gross: boolean; zurPruefung: boolean; neu: number }

/** Nothing of what is shown next comes from this draft as it is now: it is not read again. */
function zurNaechsten({ entwurf }: Fall, { weiter, hinweise }: Gespeichert, zurPruefung: boolean): Reply {
  const hinweis = hinweise.map(({ text }) => text).join(' ')
  return redirect(`${pfadVon(entwurf, weiter)}${zurPruefung && weiter !== 'pruefen' ? '?zurueck=pruefen' : ''}`, hinweis ? { hinweis } : {})
}

/** What a saved page shows that does not lead to the next one, by the button that was pressed. */
async function bleibeMit(c: RequestContext, seite: Seite, ergebnis: Gespeichert, { gesendet, dateifehler, gross, zurPruefung, neu }: Folge): Promise<Reply> {
  const w = woerter(c.sprache)
  const fall = await findFall(c)
  if (!fall) throw new NotFound()
  const { entwurf } = fall
  const hier = `${pfadVon(entwurf, seite.name)}${zurPruefung ? '?zurueck=pruefen' : ''}`
  const neueSeite = seitenVon(c, fall).find(({ name }) => name === seite.name) ?? seite
  if (dateifehler.length > 0) return formularseite(c, fall, neueSeite, { status: gross ? 413 : 422, fehler: [...ohneDoppelte(ergebnis.fehler, dateifehler), ...dateifehler], gesendet, zurPruefung })
  if (gesendet[DATEI_ENTFERNEN]) return redirect(hier, { hinweis: w.entfernt })
  if (gesendet['_aktion'] === 'hochladen') {
    return neu > 0 ? redirect(hier, { hinweis: w.hochgeladen }) : formularseite(c, fall, neueSeite, { status: 422, fehler: [{ feld: ersterSlot(seite), code: 'pflicht', text: w.auswahlSchliessen }], gesendet, zurPruefung })
  }
  if (gesendet['_aktion'] === 'speichern') return c.actor.art === 'gast' ? codeseite(c, fall, { code: await codeFuer(c, entwurf.id), offen: ergebnis.fehler.some(({ code }) => code !== 'pflicht') }) : redirect(pfadVon(entwurf, 'gespeichert'))
  if (ergebnis.bleiben) return formularseite(c, fall, neueSeite, { anzahl: ergebnis.anzahl, gesendet: {}, zurPruefung })
  return formularseite(c, fall, neueSeite, { status: 422, fehler: ergebnis.fehler, hinweise: ergebnis.hinweise, gesendet, zurPruefung })
}

/** A slot whose file was refused gets that message and not also "please upload a file". */
const ohneDoppelte = (fehler: readonly Fehler[], dateifehler: readonly Fehler[]) => fehler.filter(({ feld }) => !dateifehler.some((andere) => andere.feld === feld))
const ersterSlot = (seite: Seite) => seite.fragen.find(({ typ }) => typ === 'datei')?.name ?? ''

const alsGesendet = (werte: Werte): Record<string, string | string[]> =>
  Object.fromEntries(Object.entries(werte as Gesendet).filter(([name, inhalt]) => inhalt !== undefined && name !== '_csrf' && name !== '_token').map(([name, inhalt]) => [name, typeof inhalt === 'string' ? inhalt : [...inhalt ?? []]]))

/** An upload of the own draft, as it was sent: people make sure that they chose the right one. What is no picture and no PDF is saved, not shown. */
const datei = page({
  path: '/leistungen/:key/antrag/:entwurf/dateien/:datei', access: access.guest, beispiel: async () => undefined,
  async handle(c) {
    const fall = await findFall(c)
    if (fall && verborgen(c, fall)) return zurAnmeldestufe(fall, c.path)
    const eine = fall?.dateien.find(({ id }) => id === c.params['datei'])
    if (!eine) throw new NotFound()
    const { stream, size } = await c.app.blobs.open(c.mandant.id, eine.sha256)
    return { stream: { body: stream, size, mime: eine.mediaType, dateiname: eine.dateiname, inline: ANSEHBAR.includes(eine.mediaType) } }
  },
})

const ANSEHBAR = ['application/pdf', 'image/jpeg', 'image/png']

export const routes: readonly Route[] = [
  datei,
  { method: 'GET', art: 'form', path: PFAD, access: access.guest, beispiel: async () => undefined, handle: zeigen },
  { method: 'POST', art: 'form', path: PFAD, access: access.guest, multipart: true, handle: empfangen },
]
