import { Forbidden } from '../../../../platform/errors.js'
import { access, page, redirect, type Route } from '../../../../platform/http/route.js'
import { ansichtenlisteAnsehen } from '../ansichten/query.js'
import { filterAus } from '../domain/filter.js'
import { ALLE_SICHTEN, SICHTEN } from '../domain/sicht.js'
import { ansichtPfad, PFAD, sichtPfad } from '../pfade.js'
import { sichtenVon } from '../zugriff.js'
import { lagebildPage } from './page.js'
import { lageAnsehen } from './query.js'

export const routes: readonly Route[] = [
  // Where a person begins: the chosen view, otherwise the widest one that the person may see.
  page({
    path: PFAD, access: access.staff('lagebild.lesen'),
    async handle(c) {
      const start = (await c.ask(ansichtenlisteAnsehen, {})).find((ansicht) => ansicht.start)
      const [erste] = sichtenVon(c.actor)
      if (!erste) throw new Forbidden()
      return redirect(start ? ansichtPfad(start) : sichtPfad(erste))
    },
  }),
  ...ALLE_SICHTEN.map((sicht) => page({
    path: `${PFAD}/${sicht}`, access: access.staff(SICHTEN[sicht].recht),
    handle: async (c) => lagebildPage(c, await c.ask(lageAnsehen, { sicht, filter: filterAus(c.suche) })),
  })),
]
