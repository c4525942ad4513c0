import { limit } from '../../../../platform/auth/limit.js'
import { openSession } from '../../../../platform/auth/session.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { gastActor, reichtAus, vertrauensniveauVon, type Actor } from '../../../../platform/usecases/actor.js'
import { antragsende, entwurfsfristTage, findLeistung, geschlossenAm } from '../../../grundlagen/leistungen/index.js'
import { wegeFuer } from '../../identitaet/index.js'
import { eigeneAngaben, gefragteAttribute } from '../anmeldestufe/angaben.js'
import { entwuerfeVon } from '../entwuerfe.js'
import { antragPfad, findFall, gastEntwuerfeMitnehmen, inhaberVon, pfadVon } from '../zugang.js'
import { entwurfBeginnen } from './command.js'
import { startseite } from './page.js'
import { unauffindbarSeite } from '../fortsetzen/page.js'

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  await gastEntwuerfeMitnehmen(c)
  const inhaber = inhaberVon(c)
  const { version, pause, ende, entwuerfe } = await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const version = await findLeistung(tx, c.params['key'] ?? '', c.today)
    return { version, pause: version && await geschlossenAm(tx, version, c.now), ende: version && (await antragsende(tx, version, c.now)).bis, entwuerfe: version && inhaber ? await entwuerfeVon(tx, inhaber, version.schluessel) : [] }
  })
  if (!version) throw new NotFound()
  // Described but not offered online: the page of the service says how it is done instead.
  if (!version.formular) return redirect(`/leistungen/${version.schluessel}`)
  if (version.schluessel !== c.params['key']) return redirect(antragPfad(version.schluessel))
  const wege = c.actor.art === 'gast' ? await wegeFuer(c, { ziel: antragPfad(version.schluessel), niveau: version.stammdaten.vertrauensniveau, angaben: gefragteAttribute(version.formular) }) : []
  return startseite(c, zustand, { version: { ...version, formular: version.formular }, entwuerfe, pause, ende, fristTage: entwurfsfristTage(version.stammdaten), wege })
}

/** A guest gets a session when the application begins and not before: looking at the page leaves no trace. */
async function mitSitzung(c: RequestContext): Promise<{ actor: Actor; sitzung?: { token: string; art: 'gast' } }> {
  if (c.actor.art !== 'gast' || c.actor.id !== '') return { actor: c.actor }
  const token = await c.app.db.withMandant(c.mandant.id, (tx) => openSession(tx, Temporal.Now.instant(), { art: 'gast', kontoId: null }))
  const { createHash } = await import('node:crypto')
  return { actor: { ...gastActor(c.mandant.id, createHash('sha256').update(token).digest('hex')), ...(c.actor.ipKlasse ? { ipKlasse: c.actor.ipKlasse } : {}) }, sitzung: { token, art: 'gast' } }
}

const beginnen = form({
  path: '/leistungen/:key/antrag', access: access.public, beispiel: '/leistungen/bewohnerparkausweis/antrag',
  show: zeigen,
  async submit(c) {
    const { actor, sitzung } = await mitSitzung(c)
    // A program that fills in forms in somebody's name does not fill the town's desks. Who comes for the first time is nobody's second.
    if (!sitzung) await limit(c.app.db, `antrag:${c.mandant.id}:${actor.id}`, { max: c.app.config.applications.perPersonAndHour, seconds: 3_600 })
    // A double click on "begin" is one draft: the form token is the key.
    const angaben = await eigeneAngaben(c)
    const { id, leistung, seite, verlangt } = await c.app.execute(actor, entwurfBeginnen, { leistung: c.params['key'] ?? '', ...(angaben ? { angaben } : {}) }, c.formToken && !sitzung ? { schluessel: c.formToken } : {})
    // Whoever has to prove more does it first: then name and address are filled in.
    if (!reichtAus(vertrauensniveauVon(actor), verlangt)) return redirect(`${pfadVon({ id, leistung }, 'anmeldestufe')}?zurueck=${seite}`)
    return redirect(pfadVon({ id, leistung }, seite), sitzung ? { sitzung } : {})
  },
})

/** The address of a draft leads to where the person was. */
const oeffnen = page({
  path: '/leistungen/:key/antrag/:entwurf', access: access.guest, beispiel: async () => undefined,
  async handle(c) {
    const fall = await findFall(c)
    if (!fall) return unauffindbarSeite(c)
    return redirect(pfadVon(fall.entwurf, fall.entwurf.status === 'eingereicht' ? 'bestaetigung' : fall.entwurf.seite))
  },
})

export const routes: readonly Route[] = [...beginnen, oeffnen]
