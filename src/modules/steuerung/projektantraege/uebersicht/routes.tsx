import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound, type Feldfehler } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, submitOrShowAgain, wert, type Route } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { registerFallTeil } from '../../../verfahren/fallbearbeitung/index.js'
import { offeneAbfragen } from '../hausabfrage/query.js'
import { ideeMelden } from '../melden/command.js'
import { Fallteil, ideenPage, meldenPage, PFAD } from './page.js'
import { genehmigungZurueckziehen } from '../zurueckziehen/command.js'
import { ideenAnsehen, projektantragAmFall } from './query.js'

export function registriereFallteil(): void {
  registerFallTeil({
    name: 'projektantrag', rang: 10, bereich: 'haupt',
    async laden(c, vorgang) {
      if (vorgang.typ !== 'projektantrag' || !holds(c.actor, 'vorgang.lesen', { einheitId: vorgang.einheitId })) return null
      const ansicht = await c.ask(projektantragAmFall, { vorgangId: vorgang.id })
      return ansicht ? <Fallteil ansicht={ansicht} /> : null
    },
  })
}

export const routes: readonly Route[] = [
  page({ path: PFAD, access: access.staff(), handle: async (c) => ideenPage(c, await c.ask(ideenAnsehen, {}), await c.ask(offeneAbfragen, {})) }),
  action({
    path: `${PFAD}/:id/zurueckziehen`, access: access.staff('projektantrag.zurueckziehen'),
    async handle(c) {
      const [id, grund] = [c.params['id'] ?? '', wert(c.werte, 'grund')]
      if (!isUuid(id)) throw new NotFound()
      return submitOrShowAgain(c, async () => {
        await c.execute(genehmigungZurueckziehen, { id, grund })
        return redirect(PFAD, { hinweis: 'Die Genehmigung ist zurückgezogen. Das Vorhaben ist zurückgestellt, und wer die Idee hatte, ist informiert.' })
      }, async (zustand) => ideenPage(c, await c.ask(ideenAnsehen, {}), await c.ask(offeneAbfragen, {}), { ...zustand, antragId: id }))
    },
  }),
  ...form({
    path: `${PFAD}/neu`, access: access.staff(), show: async (c, zustand) => meldenPage(c, await c.ask(ideenAnsehen, {}), zustand),
    async submit(c, werte) {
      const [titel, mitteilung, weg] = [wert(werte, 'titel'), wert(werte, 'mitteilung'), wert(werte, 'weg')]
      const fehler: Feldfehler[] = [
        ...(titel.length >= 3 && titel.length <= 300 ? [] : [{ feld: 'titel', text: 'Bitte nennen Sie die Idee mit 3 bis 300 Zeichen.' }]),
        ...(mitteilung.length >= 1 && mitteilung.length <= 10_000 ? [] : [{ feld: 'mitteilung', text: 'Bitte beschreiben Sie die Idee mit ein paar Sätzen, höchstens 10.000 Zeichen.' }]),
      ]
      if (fehler.length > 0) throw new Invalid(fehler)
      const { vorgangsnummer } = await c.execute(ideeMelden, { titel, mitteilung, ...(weg ? { weg } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(PFAD, { hinweis: `Danke. Ihre Idee hat die Nummer ${vorgangsnummer}.` })
    },
  }),
]
