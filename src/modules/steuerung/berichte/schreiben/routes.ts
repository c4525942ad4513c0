import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { berichtPfad, PFAD, schreibPfad } from '../anzeige.js'
import { mitarbeitPfad } from '../../programm/index.js'
import { beispielSchreiben, beispielVonAussen } from '../beispiel.js'
import { berichtEinreichen } from '../einreichen/command.js'
import { entwurfSpeichern } from './command.js'
import { anFelder, angabenAus } from './eingabe.js'
import { schreibPage } from './page.js'
import { berichtSchreiben } from './query.js'

function idsAus(c: RequestContext): { zeitraumId: string; objektId: string } {
  const { zeitraumId = '', objektId = '' } = c.params
  if (!isUuid(zeitraumId) || !isUuid(objektId)) throw new NotFound()
  return { zeitraumId, objektId }
}

const MITARBEIT = '/arbeitsplatz/mitarbeit'

const zahl = (werte: Werte, name: string) => { const n = Number.parseInt(wert(werte, name), 10); return n >= 0 && n <= 10_000 ? n : 0 }

/** People of other houses write from their own pages and come back there. */
const vonAussen = (c: RequestContext): boolean => c.path.startsWith(`${MITARBEIT}/`)

async function zeige(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const tisch = await c.ask(berichtSchreiben, idsAus(c))
  const getippt = 'tun' in zustand.werte
  return schreibPage(c, { tisch, angaben: getippt ? angabenAus(zustand.werte) : tisch.angaben, zustand, korrektur: wert(zustand.werte, 'korrektur'), vonAussen: vonAussen(c) })
}

async function speichere(c: RequestContext, werte: Werte): Promise<Reply> {
  const ids = idsAus(c)
  const einmal = c.formToken ? { schluessel: c.formToken } : {}
  if (wert(werte, 'tun') === 'speichern') {
    await anFelder(c.execute(entwurfSpeichern, { ...ids, version: zahl(werte, 'entwurfVersion'), angaben: angabenAus(werte) }, einmal))
    return redirect(vonAussen(c) ? c.path : schreibPfad(ids.zeitraumId, ids.objektId), { hinweis: 'Entwurf gespeichert. Eingereicht ist er noch nicht.' })
  }
  const { id, version } = await anFelder(c.execute(berichtEinreichen, { ...ids, version: zahl(werte, 'version'), korrektur: wert(werte, 'korrektur'), angaben: angabenAus(werte) }, einmal))
  return redirect(vonAussen(c) ? mitarbeitPfad(ids.objektId) : berichtPfad(id), { hinweis: version > 1 ? `Berichtigt. Jetzt gilt Fassung ${version}.` : 'Eingereicht. Der Bericht ist jetzt eingefroren.' })
}

export const routes: readonly Route[] = [
  ...form({ path: `${PFAD}/schreiben/:zeitraumId/:objektId`, access: access.staff('berichte.schreiben'), beispiel: beispielSchreiben, show: zeige, submit: speichere }),
  ...form({ path: `${MITARBEIT}/:objektId/bericht/:zeitraumId`, access: access.staff('programm.mitwirken'), beispiel: beispielVonAussen, show: zeige, submit: speichere }),
]
