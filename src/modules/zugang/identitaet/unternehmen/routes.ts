import { Invalid, NotFound } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { access, action, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { reichtAus, vertrauensniveauVon } from '../../../../platform/usecases/actor.js'
import { hashVon } from '../anmelden/versuch.js'
import { wegeFuer } from '../anmelden/wege.js'
import { identitaet } from '../db/tables.js'
import { einladungAnnehmen, kontoWechseln, mitgliedEinladen, mitgliedEntfernen, neueEinladung, unternehmenAnlegen } from './command.js'
import { einladungVersiegeln } from './einladung-senden.js'
import { BASIS, einladungSeite, neuSeite, unternehmenSeite } from './page.js'
import { einladungenVon, mitgliederVon, mitgliedschaften, rolleIn } from './unternehmen.js'

const personId = (c: RequestContext): string => c.actor.durch?.id ?? c.actor.id

async function uebersicht(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  return unternehmenSeite(c, await c.app.db.withMandant(c.mandant.id, async (tx) => {
    const verwaltet = c.actor.durch ? await rolleIn(tx, c.actor.id, c.actor.durch.id) === 'verwaltung' : false
    return {
      mitgliedschaften: await mitgliedschaften(tx, personId(c)), verwaltet,
      mitglieder: c.actor.durch ? await mitgliederVon(tx, c.actor.id) : [], einladungen: verwaltet ? await einladungenVon(tx, c.actor.id) : [],
    }
  }), zustand)
}

async function wechseln(c: RequestContext, unternehmenId: string): Promise<Reply> {
  if (!c.sitzung) throw new NotFound()
  const sitzung = await c.execute(kontoWechseln, { ...(unternehmenId ? { unternehmenId } : {}), sitzung: c.sitzung.tokenHash.toString('hex'), daten: { ...c.sitzung.daten } })
  return redirect(BASIS, { sitzung, hinweis: unternehmenId ? 'Sie handeln jetzt für das Unternehmen.' : 'Sie sind wieder in Ihrem eigenen Konto.' })
}

/** What the link of a mail opens: the name of the company, if the key is right. */
async function eingeladenVon(c: RequestContext, schluessel: string): Promise<string> {
  const id = c.params['id'] ?? ''
  const row = isUuid(id) ? await c.app.db.withMandant(c.mandant.id, (tx) => identitaet(tx).selectFrom('identitaet.einladung as e')
    .innerJoin('identitaet.unternehmen as u', (join) => join.onRef('u.mandant_id', '=', 'e.mandant_id').onRef('u.konto_id', '=', 'e.unternehmen_id'))
    .select('u.name').where('e.id', '=', id).where('e.geheimnis_hash', '=', hashVon(schluessel)).executeTakeFirst()) : undefined
  if (!row) throw new NotFound()
  return row.name
}

/** Who has to prove more first, and with whom. */
const ausweiswege = async (c: RequestContext) => (reichtAus(vertrauensniveauVon(c.actor), 'substantiell') ? undefined : wegeFuer(c, { ziel: `${BASIS}/neu`, niveau: 'substantiell' }))

export const routes: readonly Route[] = [
  ...form({
    path: BASIS, access: access.citizen, show: uebersicht,
    async submit(c, werte) {
      const [email, rolle] = [wert(werte, 'email'), wert(werte, 'rolle')]
      const fehler = [...(email === '' ? [{ feld: 'email', text: 'Bitte geben Sie die E-Mail-Adresse an.' }] : []), ...(rolle === 'verwaltung' || rolle === 'mitarbeit' ? [] : [{ feld: 'rolle', text: 'Bitte wählen Sie eine Rolle.' }])]
      if (fehler.length > 0) throw new Invalid(fehler)
      const { id, geheimnis } = neueEinladung()
      await c.execute(mitgliedEinladen, { id, email, rolle: rolle as 'verwaltung', geheimnisHash: hashVon(geheimnis).toString('hex'), siegel: einladungVersiegeln(c.app, geheimnis) })
      return redirect(BASIS, { hinweis: 'Die Einladung ist unterwegs.' })
    },
  }),
  action({ path: `${BASIS}/wechseln`, access: access.citizen, handle: (c) => wechseln(c, wert(c.werte, 'unternehmenId')) }),
  action({
    path: `${BASIS}/entfernen`, access: access.citizen,
    async handle(c) {
      const { selbst } = await c.execute(mitgliedEntfernen, { unternehmenId: c.actor.id, kontoId: wert(c.werte, 'kontoId') })
      // The own session for the company is over with it.
      return selbst ? redirect('/anmelden', { sitzung: null, hinweis: 'Sie handeln nicht mehr für das Unternehmen. Bitte melden Sie sich neu an.' }) : redirect(BASIS, { hinweis: 'Die Person handelt nicht mehr für das Unternehmen.' })
    },
  }),
  ...form({
    path: `${BASIS}/neu`, access: access.citizen,
    show: async (c, zustand) => neuSeite(c, zustand, await ausweiswege(c)),
    async submit(c, werte) {
      const [name, register] = [wert(werte, 'name'), wert(werte, 'register')]
      const anschrift = wert(werte, 'anschrift').split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== '')
      const fehler = [
        ...(name === '' ? [{ feld: 'name', text: 'Bitte geben Sie den Namen des Unternehmens an.' }] : name.length > 200 ? [{ feld: 'name', text: 'Bitte geben Sie höchstens 200 Zeichen ein.' }] : []),
        ...(register.length > 200 ? [{ feld: 'register', text: 'Bitte geben Sie höchstens 200 Zeichen ein.' }] : []),
        ...(anschrift.length > 6 || anschrift.some((zeile) => zeile.length > 200) ? [{ feld: 'anschrift', text: 'Bitte geben Sie höchstens 6 Zeilen mit je höchstens 200 Zeichen an.' }] : []),
      ]
      if (fehler.length > 0) throw new Invalid(fehler)
      const { id } = await c.execute(unternehmenAnlegen, { name, anschrift, ...(register ? { register } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
      return wechseln(c, id)
    },
  }),
  ...form({
    path: '/konto/einladung/:id', access: access.citizen, beispiel: async () => undefined,
    async show(c, zustand) {
      const schluessel = wert(zustand.werte, 'schluessel') || (c.suche.get('schluessel') ?? '')
      return einladungSeite(c, await eingeladenVon(c, schluessel), schluessel, zustand)
    },
    async submit(c, werte) {
      await c.execute(einladungAnnehmen, { einladungId: c.params['id'] ?? '', geheimnis: wert(werte, 'schluessel') })
      return redirect(BASIS, { hinweis: 'Sie können jetzt für das Unternehmen handeln.' })
    },
  }),
]
