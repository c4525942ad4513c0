import { limit } from '../../../../platform/auth/limit.js'
import { NotFound } from '../../../../platform/errors.js'
import { redirect, safeTarget, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { systemActor, istVertrauensniveau, type Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import { vomBrowser } from '../../../grundlagen/konten/index.js'
import { angabenVersiegeln, findAnbieter, pseudonymHash, type Anbieter } from '../anbieter/anbieter.js'
import { angabenAus, istAttribut, niveauAus, worteAb, type Personenangaben } from '../domain/attribute.js'
import type { Ablehnungsgrund } from '../events.js'
import { AnbieterFehler, gleich, oidcAnfrage, oidcAntwort, type Behauptung } from '../oidc/client.js'
import { ablehnungsseite } from './ablehnung.js'
import { anmeldungAblehnen, anmeldungAbschliessen } from './command.js'
import { dienstkontoAbschliessen } from './personal.js'
import { beginne, findVersuch, geheimVon, istAbgelaufen, type NeuerVersuch, type Versuch } from './versuch.js'

/** The sign-in itself at work; it keeps the class of the caller's address for the record. */
export const anmeldeActor = (c: RequestContext) => ({ ...systemActor(c.mandant.id, 'anmeldung'), ...(c.actor.ipKlasse ? { ipKlasse: c.actor.ipKlasse } : {}) })

export async function ladeAnbieter(c: RequestContext): Promise<Anbieter> {
  const anbieter = await c.app.db.withMandant(c.mandant.id, (tx) => findAnbieter(c.app, tx, c.params['anbieter'] ?? ''))
  if (!anbieter?.aktiv) throw new NotFound()
  return anbieter
}

/** Attributes that every sign-in of a citizen asks for: who it is, for the name of the account. */
const IMMER = ['pseudonym', 'vornamen', 'familienname'] as const

/** What a link to a provider says: which level, which attributes, and where the person goes on. */
export function wunschAus(c: RequestContext, anbieter: Anbieter): { niveau: Vertrauensniveau; attribute: string[]; ziel: string } {
  const niveau = c.suche.get('niveau')
  const gefragt = (c.suche.get('angaben') ?? '').split(',').filter(istAttribut)
  return {
    niveau: istVertrauensniveau(niveau) ? niveau : 'niedrig',
    attribute: [...new Set([...IMMER, 'email', 'postfach', ...(anbieter.kontoart === 'personal' ? ['gruppen', 'kennung'] : gefragt)])],
    ziel: safeTarget(c.suche.get('ziel'), anbieter.kontoart === 'personal' ? '/arbeitsplatz' : '/konto'),
  }
}

/** The person who is signed in, and the company they act for: its account never gets a sign-in of its own. */
const wer = ({ actor }: RequestContext, { kontoart }: Anbieter): Pick<NeuerVersuch, 'kontoId' | 'fuerKonto'> => (actor.art !== 'buerger' || kontoart !== 'buerger' ? { kontoId: null }
  : actor.durch ? { kontoId: actor.durch.id, fuerKonto: actor.id } : { kontoId: actor.id })

/** An attempt of this browser. Somebody who is signed in stays that account: a stronger sign-in changes nobody into somebody else. */
export function neuerVersuch(c: RequestContext, anbieter: Anbieter): NeuerVersuch {
  const { niveau, attribute, ziel } = wunschAus(c, anbieter)
  const bindung = c.sitzung?.tokenHash
  if (!bindung) throw new NotFound()
  return { anbieterId: anbieter.id, bindung, ...wer(c, anbieter), niveau, attribute, ziel }
}

/** Sends the browser to a provider of OpenID Connect. */
export async function beginneOidc(c: RequestContext, anbieter: Anbieter): Promise<Reply> {
  await limit(c.app.db, `identitaet:${c.mandant.id}:${c.kennungIp}`, { max: 100, seconds: 900 })
  const neu = neuerVersuch(c, anbieter)
  const versuch = await beginne(c.app, c.mandant.id, neu)
  try {
    const claims = neu.attribute.flatMap((name) => { const dort = istAttribut(name) ? anbieter.attribute[name] : undefined; return dort && dort !== 'sub' ? [dort] : [] })
    return redirect(await oidcAnfrage(c, anbieter, versuch, worteAb(anbieter.niveaus, neu.niveau), claims))
  } catch (error) {
    return ablehnen(c, anbieter, fehlerVon(error), { id: versuch.id, ziel: neu.ziel })
  }
}

/** What is known to be an answer of the provider that cannot be believed; anything else is a bug of ours and thrown on. */
export function fehlerVon(error: unknown): Ablehnungsgrund {
  if (error instanceof AnbieterFehler) return error.grund
  throw error
}

/** Refuses: the record first, then the page. */
export async function ablehnen(c: RequestContext, anbieter: Anbieter, grund: Ablehnungsgrund, versuch?: { readonly id: string; readonly ziel: string }): Promise<Reply> {
  c.app.log.info('identitaet.abgelehnt', { anbieter: anbieter.id, grund, versuch: versuch?.id ?? null })
  await c.app.execute(anmeldeActor(c), anmeldungAblehnen, { anbieterId: anbieter.id, grund, ...(versuch ? { versuchId: versuch.id } : {}) })
  return abgelehnt(c, anbieter, grund, versuch?.ziel)
}

const abgelehnt = (c: RequestContext, anbieter: Anbieter, grund: Ablehnungsgrund, ziel = anbieter.kontoart === 'personal' ? '/arbeitsplatz' : '/konto'): Reply =>
  ablehnungsseite(c, grund, { ziel, personal: anbieter.kontoart === 'personal' })

/** Why an attempt cannot be gone on with; undefined when it can. It must be the browser that began it. */
export function hindernis(c: RequestContext, versuch: Versuch | undefined): Ablehnungsgrund | undefined {
  if (!versuch) return 'unbekannt'
  if (versuch.verbraucht_am) return 'wiederholt'
  if (!c.sitzung || !gleich(c.sitzung.tokenHash, versuch.bindung)) return 'andererBrowser'
  return istAbgelaufen(versuch) ? 'abgelaufen' : undefined
}

/** The browser comes back from a provider of OpenID Connect. */
export async function oidcRueckkehr(c: RequestContext, anbieter: Anbieter): Promise<Reply> {
  const state = c.suche.get('state') ?? ''
  const versuch = await c.app.db.withMandant(c.mandant.id, (tx) => findVersuch(tx, { anbieterId: anbieter.id, state }))
  const grund = hindernis(c, versuch)
  // Another browser's attempt stays good: whoever only knows its address must not end it.
  if (grund || !versuch) return ablehnen(c, anbieter, grund ?? 'unbekannt', grund === 'andererBrowser' || !versuch ? undefined : versuch)
  const behauptung = await oidcAntwort(c, anbieter, geheimVon(c.app, versuch)).catch(fehlerVon)
  return typeof behauptung === 'string' ? ablehnen(c, anbieter, behauptung, versuch) : abschliessen(c, anbieter, versuch, behauptung)
}

/** Opens the session of the person that was proved. */
export async function abschliessen(c: RequestContext, anbieter: Anbieter, versuch: Versuch, { roh, wort }: Behauptung): Promise<Reply> {
  const angaben = angabenAus(anbieter.attribute, roh, versuch.attribute)
  const niveau = niveauAus(anbieter.niveaus, wort) ?? (versuch.niveau === 'niedrig' ? 'niedrig' : undefined)
  if (!angaben.pseudonym) return ablehnen(c, anbieter, 'unlesbar', versuch)
  if (!niveau) return ablehnen(c, anbieter, 'niveau', versuch)
  const { pseudonym, postfach, vornamen, familienname, email } = angaben
  if (anbieter.kontoart === 'personal') return personalAbschliessen(c, anbieter, versuch, { pseudonym, angaben, niveau })
  const { pseudonym: _pseudonym, postfach: _postfach, gruppen: _gruppen, kennung: _kennung, ...behalten } = angaben
  const ergebnis = await c.app.execute(anmeldeActor(c), anmeldungAbschliessen, {
    versuchId: versuch.id, pseudonymHash: pseudonymHash(c.app, anbieter, pseudonym).toString('hex'), niveau, ...(postfach ? { postfach } : {}),
    name: { ...(vornamen ? { vornamen } : {}), ...(familienname ? { familienname } : {}), ...(email ? { email } : {}) },
    siegel: angabenVersiegeln(c.app, behalten).toString('base64'), ...vomBrowser(c),
  })
  if ('grund' in ergebnis) return abgelehnt(c, anbieter, ergebnis.grund, versuch.ziel)
  return redirect(versuch.ziel, { sitzung: ergebnis, hinweis: `Sie sind mit ${anbieter.bezeichnung} angemeldet.` })
}

/** Opens the session of an employee; the directory's groups say which roles they have here. */
async function personalAbschliessen(c: RequestContext, anbieter: Anbieter, versuch: Versuch, { pseudonym, angaben, niveau }: { pseudonym: string; angaben: Personenangaben; niveau: Vertrauensniveau }): Promise<Reply> {
  const { kennung, vornamen, familienname, email, gruppen = [] } = angaben
  const name = [vornamen, familienname].filter(Boolean).join(' ')
  const ergebnis = await c.app.execute(anmeldeActor(c), dienstkontoAbschliessen, {
    versuchId: versuch.id, pseudonymHash: pseudonymHash(c.app, anbieter, pseudonym).toString('hex'), niveau, gruppen: [...gruppen],
    ...(kennung ? { kennung: kennung.toLowerCase() } : {}), ...(name ? { name } : {}), ...(email ? { email } : {}), ...vomBrowser(c),
  })
  if ('grund' in ergebnis) return abgelehnt(c, anbieter, ergebnis.grund, versuch.ziel)
  return redirect(versuch.ziel, { sitzung: ergebnis })
}
