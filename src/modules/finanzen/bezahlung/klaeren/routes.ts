import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, page, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { KASSE } from '../../forderungen/index.js'
import { abgleichStarten, klaerungErledigen } from './command.js'
import { klaerungSeite } from './page.js'
import { klaerungslisteLesen } from './query.js'

async function liste(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const erledigt = c.suche.get('sicht') === 'erledigt'
  return klaerungSeite(c, await c.ask(klaerungslisteLesen, { erledigt }), erledigt, zustand)
}

export const routes: readonly Route[] = [
  page({ path: KASSE, access: access.staff('kasse.lesen'), handle: (c) => liste(c, { werte: {}, fehler: [] }) }),
  action({
    path: `${KASSE}/klaerung/:id`, access: access.staff('kasse.klaeren'), beispiel: async () => undefined,
    handle: (c) => submitOrShowAgain(c, async () => {
      const klaerungId = c.params['id'] ?? ''
      if (!isUuid(klaerungId)) throw new NotFound()
      const grund = wert(c.werte, 'grund')
      if (grund === '') throw new Invalid([{ feld: 'grund', text: 'Bitte sagen Sie kurz, wie Sie es geklärt haben.' }])
      await c.execute(klaerungErledigen, { klaerungId, grund })
      return redirect(KASSE, { hinweis: 'Der Eintrag ist erledigt.' })
    }, (zustand) => liste(c, zustand)),
  }),
  action({
    path: `${KASSE}/abgleich`, access: access.staff('kasse.klaeren'),
    async handle(c) {
      await c.execute(abgleichStarten, {})
      return redirect(KASSE, { hinweis: 'Der Abgleich läuft. Bitte laden Sie die Seite in einem Moment neu.' })
    },
  }),
]
