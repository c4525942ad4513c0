import type { RequestContext } from '../../../../platform/http/route.js'
import type { Vertrauensniveau } from '../../../../platform/usecases/actor.js'
import type { Anmeldeerweiterung, Anmeldeweg } from '../../../grundlagen/konten/index.js'
import { alleAnbieter, findAnbieter } from '../anbieter/anbieter.js'
import { identitaet } from '../db/tables.js'
import { worteAb } from '../domain/attribute.js'
import { oidcAbmeldung } from '../oidc/client.js'

/** Links to the providers that can prove a person at this level, with the attributes that are wanted from them. */
export async function wegeFuer(c: RequestContext, wunsch: { readonly ziel: string; readonly niveau: Vertrauensniveau; readonly angaben?: readonly string[] }, art: 'buerger' | 'personal' = 'buerger'): Promise<Anmeldeweg[]> {
  const anbieter = await c.app.db.withMandant(c.mandant.id, (tx) => alleAnbieter(c.app, tx, art))
  return anbieter.filter(({ niveaus }) => wunsch.niveau === 'niedrig' || worteAb(niveaus, wunsch.niveau).length > 0).map(({ id, bezeichnung, simulator }) => {
    const frage = new URLSearchParams({ ziel: wunsch.ziel, ...(wunsch.niveau === 'niedrig' ? {} : { niveau: wunsch.niveau }), ...(wunsch.angaben?.length ? { angaben: wunsch.angaben.join(',') } : {}) })
    return { href: `/anmelden/mit/${id}?${frage.toString()}`, text: `Weiter mit ${bezeichnung}`, ...(simulator ? { hinweis: 'Nur in dieser Vorführung: ein nachgebildetes Nutzerkonto mit erfundenen Personen.' } : {}) }
  })
}

/** What this room adds to signing in and out. */
export const anmeldung: Anmeldeerweiterung = {
  wege: (c, art, ziel) => wegeFuer(c, { ziel, niveau: 'niedrig' }, art),
  async lokalErlaubt(tx, kontoId) {
    const nur = await identitaet(tx).selectFrom('identitaet.anbieter').select('id').where('kontoart', '=', 'personal').where('aktiv', '=', true).where('nur_anbieter', '=', true).executeTakeFirst()
    if (!nur) return true
    return Boolean(await identitaet(tx).selectFrom('identitaet.notfallkonto').select('konto_id').where('konto_id', '=', kontoId).executeTakeFirst())
  },
  async nachAbmeldung(c) {
    const anbieterId = c.sitzung?.daten['anbieterId']
    return typeof anbieterId === 'string' ? `/abgemeldet/${anbieterId}` : undefined
  },
}

/** Where the provider signs out, for the page after signing out here. */
export async function abmeldeort(c: RequestContext, id: string): Promise<{ bezeichnung: string; href: string } | undefined> {
  const anbieter = await c.app.db.withMandant(c.mandant.id, (tx) => findAnbieter(c.app, tx, id))
  const href = anbieter?.protokoll === 'oidc' ? await oidcAbmeldung(c, anbieter) : undefined
  return anbieter && href ? { bezeichnung: anbieter.bezeichnung, href } : undefined
}
