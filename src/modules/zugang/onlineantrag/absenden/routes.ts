import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { antragsende, fristVorbei } from '../../../grundlagen/leistungen/index.js'
import { ersteOffeneSeite } from '../../formulare/index.js'
import { neuereFassung } from '../fassung/command.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'
import { forderungZu } from '../../../finanzen/forderungen/index.js'
import { absendenUndBezahlen } from '../bezahlen/command.js'
import { gebuehrDesEntwurfs } from '../bezahlen/query.js'
import { zuNiedrig, zurAnmeldestufe } from '../anmeldestufe/hindernis.js'
import { findFall, ohneFall, pfadVon, type Fall } from '../zugang.js'
import { noetigeZustimmung, vertretungFehlt } from '../domain/vertretung.js'
import { erbitten } from '../zustimmung/ablauf.js'
import { wartetAuf } from '../domain/entwurf.js'
import { woerter } from '../woerter.js'
import { entwurfEinreichen } from './command.js'
import { fristseite } from './fristseite.js'
import { bestaetigungsseite, pruefseite } from './page.js'

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const fall = await findFall(c)
  if (!fall) return unauffindbarSeite(c)
  const { entwurf, formular, dateien } = fall
  if (entwurf.status === 'eingereicht') return redirect(pfadVon(entwurf, 'bestaetigung'), { hinweis: woerter(c.sprache).schonAbgesendet })
  if (await c.app.db.withMandant(c.mandant.id, (tx) => neuereFassung(tx, entwurf, c.today))) return redirect(pfadVon(entwurf, 'fassung'))
  if (wartetAuf(entwurf)) return redirect(pfadVon(entwurf, wartetAuf(entwurf)))
  if (zuNiedrig(c, fall)) return zurAnmeldestufe(fall, c.path)
  const [schluss, ende] = await c.app.db.withMandant(c.mandant.id, async (tx) => [await fristVorbei(tx, fall.version, c.now), (await antragsende(tx, fall.version, c.now)).bis] as const)
  if (schluss) return fristseite(c, fall, schluss)
  const offen = ersteOffeneSeite(formular, entwurf.antworten, { heute: c.today, lang: c.sprache, uploads: dateien })
  if (offen) return redirect(`${pfadVon(entwurf, offen.name)}?zurueck=pruefen`, { hinweis: woerter(c.sprache).pruefenFehlt })
  if (vertretungFehlt(entwurf.vertretung, fall.version.stammdaten.vertretung, dateien)) return redirect(pfadVon(entwurf, 'vertretung'))
  return pruefseite(c, fall, zustand, (await c.ask(gebuehrDesEntwurfs, { entwurfId: entwurf.id })).gebuehr, ende)
}

const pruefen = form({
  path: '/leistungen/:key/antrag/:entwurf/pruefen', access: access.guest, beispiel: async () => undefined,
  show: zeigen,
  async submit(c, werte) {
    const fall = await findFall(c)
    if (!fall) return ohneFall(c, woerter(c.sprache).sitzungAbgelaufen)
    if (!fall.entwurf.absendewunsch && fall.entwurf.status === 'offen' && zuNiedrig(c, fall)) return zurAnmeldestufe(fall, c.path)
    const wunsch = { entwurfId: fall.entwurf.id, stand: Number.parseInt(wert(werte, '_stand'), 10) || 1, sprache: c.sprache }
    if (fall.entwurf.status === 'offen' && noetigeZustimmung(fall.entwurf.vertretung, fall.version.stammdaten.vertretung) && !fall.entwurf.absendewunsch) {
      await erbitten(c, fall.entwurf.id, wunsch.stand)
      return redirect(pfadVon(fall.entwurf, 'zustimmung'))
    }
    const { kassenzeichen } = await c.execute(absendenUndBezahlen, wunsch)
    if (kassenzeichen) return redirect(`/konto/zahlungen/${kassenzeichen}`)
    await c.execute(entwurfEinreichen, wunsch)
    return redirect(pfadVon(fall.entwurf, 'bestaetigung'), fall.entwurf.status === 'eingereicht' ? { hinweis: woerter(c.sprache).schonAbgesendet } : {})
  },
})

const forderungDazu = (c: RequestContext, { entwurf: { bestaetigung: beleg } }: Fall) => (beleg ? c.app.db.withMandant(c.mandant.id, (tx) => forderungZu(tx, { vorgangId: beleg.vorgangId })) : undefined)

const bestaetigung = page({
  path: '/leistungen/:key/antrag/:entwurf/bestaetigung', access: access.guest, beispiel: async () => undefined,
  async handle(c) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    return fall.entwurf.bestaetigung ? bestaetigungsseite(c, fall, await forderungDazu(c, fall)) : redirect(pfadVon(fall.entwurf))
  },
})

export const routes: readonly Route[] = [...pruefen, bestaetigung]
