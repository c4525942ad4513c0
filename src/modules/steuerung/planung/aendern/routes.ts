import type { App } from '../../../../platform/app.js'
import { Type } from 'typebox'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { newId } from '../../../../platform/time/index.js'
import { idAus, planbeispiel } from '../ansehen/routes.js'
import { planung } from '../db/tables.js'
import type { Aenderung } from '../domain/aenderung.js'
import { isoAus } from '../domain/datum.js'
import { LEER, type Felder } from '../domain/felder.js'
import { verdeckt } from '../eingabe.js'
import { aenderungBeantragen } from '../genehmigen/command.js'
import { aenderungPruefen, AenderungSchema, planAendern } from './command.js'
import { folgenSeite, type Folgenansicht } from './folgenseite.js'
import { eintragsformular, felderAus, fuerAnzeige, versionAus } from './formular.js'
import { eintragSeite } from './page.js'
import type { Feldkonflikt } from './vorschau.js'

const PLAN = '/arbeitsplatz/planung/:planId'
const Aenderungen = Type.Array(AenderungSchema, { minItems: 1, maxItems: 500 })
const Versionen = Type.Record(Type.String(), Type.Integer({ minimum: 1 }))

async function eintragBeispiel(app: App): Promise<string | undefined> {
  for (const mandant of app.mandanten.all()) {
    const row = await app.db.withMandant(mandant.id, (tx) => planung(tx).selectFrom('planung.eintrag').select(['id', 'plan_id']).where('entfernt_am', 'is', null).orderBy('geaendert_am').orderBy('nummer').limit(1).executeTakeFirst())
    if (row) return `/arbeitsplatz/planung/${row.plan_id}/eintrag/${row.id}`
  }
  return undefined
}

/** Shows the effects of a change, or the form again where two people changed the same field. */
export async function zeigeFolgen(c: RequestContext, planId: string, aenderungen: readonly Aenderung[], versionen: Readonly<Record<string, number>>, rest: { zurueck?: Folgenansicht['zurueck']; zustand?: Pick<Formularzustand, 'fehler' | 'meldung'>; konflikt?: (geprueft: { konflikte: readonly Feldkonflikt[]; aenderungen: readonly Aenderung[] }) => Promise<Reply> } = {}): Promise<Reply> {
  const geprueft = await c.ask(aenderungPruefen, { planId, aenderungen: [...aenderungen] as never, versionen })
  if (!geprueft.folgen) {
    if (rest.konflikt) return rest.konflikt(geprueft)
    throw new Invalid(geprueft.konflikte.map(({ titel, anderer }) => ({ feld: '', text: `${titel} hat inzwischen jemand auf „${anderer || 'leer'}“ geändert. Laden Sie den Plan neu.` })))
  }
  return folgenSeite(c, { plan: geprueft.plan, aenderungen, versionen, uebernommen: geprueft.uebernommen, folgen: geprueft.folgen, ...(rest.zurueck ? { zurueck: rest.zurueck } : {}) }, rest.zustand)
}

async function zeigeFormular(c: RequestContext, zustand: Formularzustand, felder?: Felder): Promise<Reply> {
  const eintragId = c.params['eintragId'] === undefined ? undefined : idAus(c, 'eintragId')
  const formular = await c.ask(eintragsformular, { planId: idAus(c, 'planId'), ...(eintragId ? { eintragId } : {}) })
  const getippt = felder ?? (c.method === 'POST' ? felderAus(c.werte) : undefined)
  return eintragSeite(c, { ...formular, ...(getippt ? { werte: fuerAnzeige(getippt), version: versionAus(c) } : {}) }, zustand)
}

/** The form was sent: shows the effects. Nothing is saved yet. */
async function pruefe(c: RequestContext): Promise<Reply> {
  if (wert(c.werte, 'schritt') === 'zurueck') return zeigeFormular(c, { werte: {}, fehler: [] })
  const planId = idAus(c, 'planId')
  const neu = c.params['eintragId'] === undefined
  const id = neu ? newId() : idAus(c, 'eintragId')
  const felder = felderAus(c.werte)
  const aenderung: Aenderung = neu ? { art: 'neu', id, felder: { ...LEER, ...felder } } : { art: 'eintrag', id, felder }
  const version = versionAus(c)
  const konflikt = async ({ konflikte, aenderungen: [gemischt] }: { konflikte: readonly Feldkonflikt[]; aenderungen: readonly Aenderung[] }): Promise<Reply> => {
    const formular = await c.ask(eintragsformular, { planId, eintragId: id })
    // With the version of today and what the other one changed elsewhere: who saves again has seen it all.
    const werte = { ...felder, ...(gemischt?.art === 'eintrag' ? gemischt.felder : {}) }
    return eintragSeite(c, { ...formular, werte: fuerAnzeige(werte) }, { fehler: [] }, konflikte)
  }
  return zeigeFolgen(c, planId, [aenderung], neu ? {} : { [id]: version }, { konflikt, zurueck: { pfad: c.path, werte: { ...felder, version: String(version) } } })
}

async function uebernimm(c: RequestContext): Promise<Reply> {
  const planId = idAus(c, 'planId')
  const aenderungen = verdeckt(Aenderungen, wert(c.werte, 'aenderungen'))
  const versionen = verdeckt(Versionen, wert(c.werte, 'versionen') || '{}')
  const gesehen = Number(/^[1-9]\d{0,8}$/.exec(wert(c.werte, 'gesehen'))?.[0] ?? '0')
  const once = c.formToken ? { schluessel: c.formToken } : {}
  return submitOrShowAgain(c, async () => {
    if (wert(c.werte, 'schritt') === 'beantragen') {
      const { nummer } = await c.execute(aenderungBeantragen, { planId, aenderungen, versionen, grund: wert(c.werte, 'grund') }, once)
      return redirect(`/arbeitsplatz/planung/${planId}/genehmigung`, { hinweis: `Der Änderungsantrag ${nummer} ist gestellt. Bis zur Genehmigung bleibt der Plan, wie er ist.` })
    }
    await c.execute(planAendern, { planId, aenderungen, versionen, ...(gesehen > 0 ? { gesehen } : {}) }, once)
    return redirect(`/arbeitsplatz/planung/${planId}`, { hinweis: 'Die Änderung ist gespeichert.' })
  }, (zustand) => zeigeFolgen(c, planId, aenderungen as readonly Aenderung[], versionen, { zustand }))
}

export const routes: readonly Route[] = [
  ...form({ path: `${PLAN}/eintrag/neu`, access: access.staff('planung.bearbeiten'), beispiel: planbeispiel('/eintrag/neu'), show: zeigeFormular, submit: pruefe }),
  ...form({ path: `${PLAN}/eintrag/:eintragId`, access: access.staff('planung.lesen'), beispiel: eintragBeispiel, show: zeigeFormular, submit: pruefe }),
  action({ path: `${PLAN}/eintrag/:eintragId/entfernen`, access: access.staff('planung.bearbeiten'), handle: (c) => zeigeFolgen(c, idAus(c, 'planId'), [{ art: 'entfernen', id: idAus(c, 'eintragId') }], {}) }),
  action({
    path: `${PLAN}/verschieben`, access: access.staff('planung.bearbeiten'),
    async handle(c) {
      const [planId, eintragId, beginn] = [idAus(c, 'planId'), wert(c.werte, 'eintragId'), isoAus(wert(c.werte, 'beginn'))]
      if (!isUuid(eintragId) || !beginn) throw new Invalid([{ feld: 'beginn', text: 'Diesen Tag gibt es nicht. Öffnen Sie den Eintrag und tragen Sie das Datum ein.' }])
      const { werte } = await c.ask(eintragsformular, { planId, eintragId })
      return zeigeFolgen(c, planId, [{ art: 'eintrag', id: eintragId, felder: werte.fest ? { fest: beginn } : { nichtVor: beginn } }], { [eintragId]: versionAus(c) })
    },
  }),
  action({ path: `${PLAN}/uebernehmen`, access: access.staff('planung.bearbeiten'), handle: uebernimm }),
]
