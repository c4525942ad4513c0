import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { aktivesPersonal, kontenById } from '../../../grundlagen/konten/index.js'
import { BUNDID_VORGABE, OIDC_VORGABE, STORK_VORGABE } from '../domain/attribute.js'
import { neuerSchluessel } from '../saml/zertifikat.js'
import { alleAnbieter, findAnbieter, geheimnisVersiegeln, type Anbieter } from './anbieter.js'
import { anbieterFestlegen } from './command.js'
import { eingabeAus, type Art } from './eingabe.js'
import { alleNotfallkonten, notfallkontoBenennen, notfallkontoEntfernen } from './notfallkonten.js'
import { anbieterSeite, BASIS, uebersichtsseite } from './page.js'
import { verbindungPruefen } from './pruefen.js'

const darf = access.staff('identitaet.verwalten')

async function uebersicht(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  return uebersichtsseite(c, await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const ids = await alleNotfallkonten(tx)
    const konten = await kontenById(tx, ids)
    return { anbieter: await alleAnbieter(c.app, tx), notfallkonten: ids.flatMap((id) => konten.get(id) ?? []), personal: (await aktivesPersonal(tx)).filter(({ id }) => !ids.includes(id)) }
  }), zustand)
}

function neueArt(c: RequestContext): Art {
  const kontoart = c.suche.get('kontoart') === 'personal' ? 'personal' : 'buerger'
  return { kontoart, protokoll: c.suche.get('protokoll') === 'saml' && kontoart === 'buerger' ? 'saml' : 'oidc', simulator: false }
}

const vorgabeFuer = ({ protokoll, kontoart }: Art): Pick<Anbieter, 'attribute' | 'niveaus'> =>
  ({ attribute: protokoll === 'saml' ? BUNDID_VORGABE : OIDC_VORGABE, niveaus: kontoart === 'buerger' ? STORK_VORGABE : {} })

async function lade(c: RequestContext): Promise<Anbieter> {
  const anbieter = await c.app.db.withMandant(c.mandant.id, (tx) => findAnbieter(c.app, tx, c.params['id'] ?? ''))
  if (!anbieter) throw new NotFound()
  return anbieter
}

/** A SAML provider needs a key of ours; it is made here, before the transaction. */
async function eigenerSchluessel(c: RequestContext, { protokoll }: Art) {
  if (protokoll !== 'saml') return {}
  const { schluessel, zertifikat } = await neuerSchluessel(c.mandant.name)
  return { schluessel: geheimnisVersiegeln(c.app, schluessel).toString('base64'), eigenesZertifikat: zertifikat }
}

const beispiel = async () => `${BASIS}/01900000-0000-7000-8000-00000001d001`

export const routes: readonly Route[] = [
  ...form({
    path: BASIS, access: darf, show: uebersicht,
    async submit(c, werte) {
      await c.execute(notfallkontoBenennen, { kontoId: wert(werte, 'kontoId') })
      return redirect(BASIS, { hinweis: 'Das Notfallkonto ist benannt.' })
    },
  }),
  action({
    path: `${BASIS}/notfallkonten/entfernen`, access: darf,
    async handle(c) {
      await c.execute(notfallkontoEntfernen, { kontoId: wert(c.werte, 'kontoId') })
      return redirect(BASIS, { hinweis: 'Das Notfallkonto ist entfernt.' })
    },
  }),
  ...form({
    path: `${BASIS}/neu`, access: darf,
    show: async (c, zustand) => anbieterSeite(c, neueArt(c), undefined, vorgabeFuer(neueArt(c)), zustand),
    async submit(c, werte) {
      const art = neueArt(c)
      const eingabe = eingabeAus(c.app, art, werte)
      const { id } = await c.execute(anbieterFestlegen, { ...eingabe, ...await eigenerSchluessel(c, art) }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`${BASIS}/${id}`, { hinweis: 'Gespeichert. Prüfen Sie jetzt die Verbindung.' })
    },
  }),
  ...form({
    path: `${BASIS}/:id`, access: darf, beispiel,
    async show(c, zustand) { const anbieter = await lade(c); return anbieterSeite(c, anbieter, anbieter, anbieter, zustand) },
    async submit(c, werte) {
      const anbieter = await lade(c)
      await c.execute(anbieterFestlegen, { id: anbieter.id, ...eingabeAus(c.app, anbieter, werte) })
      return redirect(`${BASIS}/${anbieter.id}`, { hinweis: 'Gespeichert.' })
    },
  }),
  action({
    path: `${BASIS}/:id/pruefen`, access: darf, beispiel: async () => undefined,
    async handle(c) {
      const anbieter = await lade(c)
      return anbieterSeite(c, anbieter, anbieter, anbieter, { werte: {}, fehler: [] }, await verbindungPruefen(c, anbieter))
    },
  }),
]
