import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { adresse, PFAD } from '../anzeige.js'
import { beispielZeile } from '../beispiel.js'
import { FELDER } from '../domain/eingabe.js'
import { zeileAendern, zeileAnlegen, zeileEntfernen } from './command.js'
import { ENTFERNEN, neueZeilePage, zeilePage } from './page.js'
import { zeileAnsehen, zeileVorbereiten } from './query.js'

const lesen = access.staff('finanzplan.lesen')
const bearbeiten = access.staff('finanzplan.bearbeiten')

function idAus(c: RequestContext): string {
  const id = c.params['zeileId'] ?? ''
  if (!isUuid(id)) throw new NotFound()
  return id
}

const texte = (werte: Werte) => Object.fromEntries(FELDER.map((feld) => [feld, wert(werte, feld)]))

export const routes: readonly Route[] = [
  ...form({
    path: `${PFAD}/zeilen/neu`, access: bearbeiten,
    show: async (c, zustand) => { const strategie = c.suche.get('strategie') || wert(zustand.werte, 'strategie'); return neueZeilePage(c, await c.ask(zeileVorbereiten, strategie ? { strategie: strategie.slice(0, 60) } : {}), zustand) },
    async submit(c, werte) {
      const strategieId = wert(werte, 'strategieId')
      if (!isUuid(strategieId)) throw new Invalid([], 'Diese Anfrage ist unvollständig angekommen. Bitte beginnen Sie noch einmal.')
      const { zeileId } = await c.execute(zeileAnlegen, { strategieId, felder: texte(werte) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`${PFAD}/zeilen/${zeileId}`, { hinweis: 'Die Zeile ist angelegt.' })
    },
  }),
  ...form({
    path: `${PFAD}/zeilen/:zeileId`, access: lesen, beispiel: beispielZeile,
    show: async (c, zustand) => zeilePage(c, await c.ask(zeileAnsehen, { zeileId: idAus(c) }), zustand),
    async submit(c, werte) {
      const version = /^[1-9]\d{0,8}$/.exec(wert(werte, 'version'))?.[0]
      if (!version) throw new Invalid([], 'Diese Anfrage ist unvollständig angekommen. Bitte beginnen Sie noch einmal.')
      await c.execute(zeileAendern, { zeileId: idAus(c), version: Number(version), felder: texte(werte) })
      return redirect(`${PFAD}/zeilen/${idAus(c)}`, { hinweis: 'Die Zeile ist gespeichert.' })
    },
  }),
  action({
    path: `${PFAD}/zeilen/:zeileId/entfernen`, access: bearbeiten,
    handle: (c) => submitOrShowAgain(c, async () => {
      const grund = wert(c.werte, 'grund')
      if (!grund) throw new Invalid([{ feld: 'grund', text: 'Sagen Sie kurz, warum die Zeile aus dem Plan fällt.' }])
      const { strategie } = await c.ask(zeileAnsehen, { zeileId: idAus(c) })
      await c.execute(zeileEntfernen, { zeileId: idAus(c), grund })
      return redirect(adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung }), { hinweis: 'Die Zeile steht nicht mehr im Plan.' })
    }, async (zustand) => zeilePage(c, await c.ask(zeileAnsehen, { zeileId: idAus(c) }), { ...zustand, formular: ENTFERNEN })),
  }),
]
