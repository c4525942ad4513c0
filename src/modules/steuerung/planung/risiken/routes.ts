import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { risikoErfassen, risikoStatusSetzen } from './command.js'
import type { Teilzustand } from '../formfelder.js'
import { risikenSeite, standFormular } from './page.js'
import { risikoliste } from './query.js'

const PFAD = '/arbeitsplatz/planung/:planId/risiken'

async function zeige(c: RequestContext, zustand: Teilzustand): Promise<Reply> {
  const ansicht = await c.ask(risikoliste, { planId: idAus(c, 'planId') })
  const gewaehlt = wert(c.werte, 'risikoId') || c.suche.get('risiko')
  return risikenSeite(c, ansicht, ansicht.risiken.find(({ id }) => id === gewaehlt), zustand)
}

const stufeAus = (werte: Werte, name: string): number | undefined => (/^[1-5]$/.test(wert(werte, name)) ? Number(wert(werte, name)) : undefined)

export const routes: readonly Route[] = [
  ...form({
    path: PFAD, access: access.staff('planung.lesen'), beispiel: planbeispiel('/risiken'), show: zeige,
    async submit(c, werte) {
      const planId = idAus(c, 'planId')
      const [wahrscheinlichkeit, auswirkung] = [stufeAus(werte, 'wahrscheinlichkeit'), stufeAus(werte, 'auswirkung')]
      if (!wahrscheinlichkeit || !auswirkung) throw new Invalid([...(wahrscheinlichkeit ? [] : [{ feld: 'wahrscheinlichkeit', text: 'Wie wahrscheinlich ist das? Wählen Sie 1 bis 5.' }]), ...(auswirkung ? [] : [{ feld: 'auswirkung', text: 'Wie schlimm wäre das? Wählen Sie 1 bis 5.' }])])
      const [rw, ra, risikoId, eignerId, version] = [stufeAus(werte, 'restWahrscheinlichkeit'), stufeAus(werte, 'restAuswirkung'), wert(werte, 'risikoId'), wert(werte, 'eignerId'), /^[1-9]\d{0,6}$/.exec(wert(werte, 'version'))?.[0]]
      const { nummer } = await c.execute(risikoErfassen, {
        planId, wahrscheinlichkeit, auswirkung, beschreibung: wert(werte, 'beschreibung'), ursache: wert(werte, 'ursache'), auswirkungText: wert(werte, 'auswirkungText'), massnahme: wert(werte, 'massnahme'), faellig: wert(werte, 'faellig'), pruefungAm: wert(werte, 'pruefungAm'),
        ...(rw ? { restWahrscheinlichkeit: rw } : {}), ...(ra ? { restAuswirkung: ra } : {}), ...(isUuid(risikoId) ? { risikoId } : {}), ...(isUuid(eignerId) ? { eignerId } : {}), ...(version ? { version: Number(version) } : {}),
      }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/planung/${planId}/risiken`, { hinweis: `Das Risiko R${nummer} ist gespeichert.` })
    },
  }),
  action({
    path: `${PFAD}/:risikoId/stand`, access: access.staff('planung.bearbeiten'),
    handle: (c) => submitOrShowAgain(c, async () => {
      const planId = idAus(c, 'planId')
      await c.execute(risikoStatusSetzen, { planId, risikoId: idAus(c, 'risikoId'), status: wert(c.werte, 'status'), problem: wert(c.werte, 'problem') })
      return redirect(`/arbeitsplatz/planung/${planId}/risiken`, { hinweis: 'Der Stand ist gesetzt.' })
    }, (zustand) => zeige(c, { ...zustand, formular: standFormular(idAus(c, 'risikoId')) })),
  }),
]
