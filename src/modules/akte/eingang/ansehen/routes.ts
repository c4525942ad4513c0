import type { App } from '../../../../platform/app.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { ausliefern } from '../../akten/index.js'
import { eingang } from '../db/tables.js'
import { eingangAblegen, eingangErledigen, eingangVerteilen, eingangZurueckgeben } from '../verteilen/command.js'
import { eingangSeite, type Eingangsfehler } from './page.js'
import { anhangLesen, eingangAnsehen } from './query.js'

const PFAD = '/arbeitsplatz/eingaenge'

function idVon(c: RequestContext): string {
  const id = c.params['id']
  if (!isUuid(id)) throw new NotFound()
  return id
}

async function zeige(c: RequestContext, fehler?: Eingangsfehler) {
  const ansicht = await c.ask(eingangAnsehen, { eingangId: idVon(c) })
  return eingangSeite(c, ansicht, await c.app.db.withMandant(c.mandant.id, (tx) => alleEinheiten(tx, c.today)), fehler)
}

const beispiel = (rest = '') => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => eingang(tx).selectFrom('eingang.eingang').select('id').orderBy('id').limit(1).executeTakeFirst())
  return row && `${PFAD}/${row.id}${rest}`
}

async function anhangBeispiel(app: App): Promise<string | undefined> {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => eingang(tx).selectFrom('eingang.anhang').select(['eingang_id', 'lfd']).orderBy('eingang_id').orderBy('lfd').limit(1).executeTakeFirst())
  return row && `${PFAD}/${row.eingang_id}/anhang/${row.lfd}`
}

/** One of the small forms on the page of an Eingang. A refusal shows that page with what was wrong. */
function handlung(verb: string, feld: string, recht: string, tun: (c: RequestContext, eingangId: string, werte: Werte) => Promise<{ hinweis: string; zurListe?: true }>): Route[] {
  return form({
    path: `${PFAD}/:id/${verb}`, access: access.staff(recht), beispiel: beispiel(`/${verb}`),
    show: (c, { werte, fehler, meldung }) => zeige(c, fehler.length > 0 || meldung ? { verb, texte: fehler.length > 0 ? fehler : [{ feld, text: meldung ?? '' }], wert: wert(werte, feld) } : undefined),
    async submit(c, werte) {
      const eingangId = idVon(c)
      const { hinweis, zurListe } = await tun(c, eingangId, werte)
      return redirect(zurListe ? PFAD : `${PFAD}/${eingangId}`, { hinweis })
    },
  })
}

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/:id`, access: access.staff('eingang.lesen'), beispiel: beispiel(), handle: (c) => zeige(c) }),
  page({
    path: `${PFAD}/:id/anhang/:lfd`, access: access.staff('eingang.lesen'), beispiel: anhangBeispiel,
    async handle(c) {
      const lfd = /^[1-9]\d{0,3}$/.exec(c.params['lfd'] ?? '')?.[0]
      if (!lfd) throw new NotFound()
      return ausliefern(c.app, c.mandant.id, await c.ask(anhangLesen, { eingangId: idVon(c), lfd: Number(lfd) }), c.suche.has('speichern'))
    },
  }),
  ...handlung('ablegen', 'vorgangsnummer', 'eingang.lesen', async (c, eingangId, werte) => {
    const { vorgangsnummer } = await c.execute(eingangAblegen, { eingangId, vorgangsnummer: wert(werte, 'vorgangsnummer') })
    return { hinweis: `Der Eingang liegt jetzt im Vorgang ${vorgangsnummer}.` }
  }),
  ...handlung('verteilen', 'einheitId', 'eingang.verteilen', async (c, eingangId, werte) => {
    const einheitId = wert(werte, 'einheitId')
    if (!isUuid(einheitId)) throw new Invalid([{ feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit.' }])
    await c.execute(eingangVerteilen, { eingangId, einheitId })
    // Afterwards it may lie where the person does not see it any more.
    return { hinweis: 'Der Eingang ist verteilt.', zurListe: true }
  }),
  ...handlung('zurueckgeben', 'grund', 'eingang.lesen', async (c, eingangId, werte) => {
    await c.execute(eingangZurueckgeben, { eingangId, grund: wert(werte, 'grund') })
    return { hinweis: 'Der Eingang ist an die Poststelle zurückgegeben.', zurListe: true }
  }),
  ...handlung('erledigen', 'grund', 'eingang.verteilen', async (c, eingangId, werte) => {
    await c.execute(eingangErledigen, { eingangId, grund: wert(werte, 'grund') })
    return { hinweis: 'Der Eingang ist erledigt.' }
  }),
]
