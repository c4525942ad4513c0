import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { verantwortungUebergeben } from './command.js'
import { UEBERGABE, uebergabePage } from './page.js'
import { uebergabeAnsehen } from './query.js'

async function zeige(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const kontoId = wert(zustand.werte, 'vonId') || (c.suche.get('person') ?? '')
  return uebergabePage(c, await c.ask(uebergabeAnsehen, isUuid(kontoId) ? { kontoId } : {}), zustand)
}

async function uebergib(c: RequestContext, werte: Werte): Promise<Reply> {
  const [vonId, anId] = [wert(werte, 'vonId'), wert(werte, 'anId')]
  if (!isUuid(vonId)) throw new Invalid([], 'Diese Anfrage ist unvollständig angekommen. Bitte beginnen Sie noch einmal.')
  if (!isUuid(anId)) throw new Invalid([{ feld: 'anId', text: 'Wer übernimmt? Wählen Sie eine Person.' }])
  const { anzahl } = await c.execute(verantwortungUebergeben, { vonId, anId, arbeitszeit: wert(werte, 'arbeitszeit') === 'ja' }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(UEBERGABE, { hinweis: anzahl === 1 ? 'Eine Zuständigkeit ist übergeben.' : `${anzahl} Zuständigkeiten sind übergeben.` })
}

export const routes: readonly Route[] = form({ path: UEBERGABE, access: access.staff('programm.verwalten'), show: zeige, submit: uebergib })
