import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, mehrere, redirect, type Formularzustand, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { datePartsToIso, readDateParts } from '../../../../design/index.js'
import { postAufgeben } from '../post-aufgeben/command.js'
import { postausgangSeite } from './page.js'
import { postausgangLesen, type Ansicht } from './query.js'

async function zeige(c: RequestContext, zustand: Formularzustand) {
  const wunsch = c.suche.get('ansicht')
  const ansicht: Ansicht = wunsch === 'buch' || wunsch === 'klaerung' ? wunsch : 'offen'
  const vor = c.suche.get('vor')
  const daten = await c.ask(postausgangLesen, { ansicht, ...(isUuid(vor) ? { vor } : {}) })
  return postausgangSeite(c, daten, ansicht, holds(c.actor, 'ausgang.aufgeben'), zustand, isUuid(vor))
}

export const postausgangRoutes: readonly Route[] = form({
  path: '/arbeitsplatz/postausgang', access: access.staff('ausgang.lesen'),
  show: zeige,
  async submit(c, werte) {
    const sendungIds = mehrere(werte, 'sendung').filter(isUuid)
    const teile = readDateParts(werte, 'am')
    const am = teile && datePartsToIso(teile)
    if (!am) throw new Invalid([{ feld: 'am', text: 'Bitte geben Sie einen Tag an, zum Beispiel 3 11 2026.' }])
    if (sendungIds.length === 0) throw new Invalid([{ feld: '', text: 'Bitte wählen Sie mindestens einen Brief aus.' }])
    await c.execute(postAufgeben, { sendungIds, am }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect('/arbeitsplatz/postausgang', { hinweis: sendungIds.length === 1 ? 'Ein Brief ist als zur Post gegeben vermerkt.' : `${sendungIds.length} Briefe sind als zur Post gegeben vermerkt.` })
  },
})
