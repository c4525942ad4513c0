import { Type, type Static } from 'typebox'
import type { RequestContext } from '../../../../platform/http/route.js'
import { nachweisVon, strasseUndNummer, type Nachweis, type Personenangaben } from '../../identitaet/index.js'
import { gefragteAngaben, type Formular, type Nutzerangaben as Formularangaben } from '../../formulare/index.js'

/** What an account delivered, in the form's words; made by the server from the own sign-in and by nobody else. */
export const Nutzerangaben = Type.Object({
  werte: Type.Record(Type.String({ maxLength: 40 }), Type.Unknown(), { maxProperties: 10 }),
  quelle: Type.Object({ quelle: Type.String({ maxLength: 100 }), niveau: Type.String({ maxLength: 20 }), abgerufenAm: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
}, { additionalProperties: false })

/** Attributes of an account behind an answer of a form, for asking a provider for no more than that (A2-02). */
const ATTRIBUTE = {
  name: ['vornamen', 'familienname', 'geburtsname', 'doktorgrad'], anschrift: ['strasse', 'plz', 'ort'], geburtsdatum: ['geburtsdatum'], email: ['email'],
} as const

export const gefragteAttribute = (formular: Formular): string[] => gefragteAngaben(formular).flatMap((angabe) => [...ATTRIBUTE[angabe]])

/** The attributes as answers. A person with one name has it as the family name; an address needs street, code and place. */
export function alsAntworten({ vornamen, familienname, geburtsname, doktorgrad, strasse, plz, ort, geburtsdatum, email }: Personenangaben): Formularangaben {
  const einzelname = familienname === undefined || vornamen === undefined
  const name = familienname ?? vornamen
  return {
    ...(name ? { name: { ...(doktorgrad ? { doktorgrad } : {}), ...(einzelname ? { keineVornamen: true } : { vornamen }), familienname: name, ...(geburtsname ? { geburtsname } : {}) } } : {}),
    ...(strasse && plz && ort ? { anschrift: { art: 'strasse', ...strasseUndNummer(strasse), plz, ort } } : {}),
    ...(geburtsdatum ? { geburtsdatum } : {}), ...(email ? { email } : {}),
  }
}

const alsAngaben = ({ angaben, anbieter, niveau, abgerufenAm }: Nachweis): Static<typeof Nutzerangaben> =>
  ({ werte: { ...alsAntworten(angaben) }, quelle: { quelle: anbieter, niveau, abgerufenAm: abgerufenAm.toString() } })

/** What the visitor's own sign-in brought along; undefined for a password of our own. */
export async function eigeneAngaben(c: RequestContext): Promise<Static<typeof Nutzerangaben> | undefined> {
  // Who acts for a company does not fill its forms with the own address.
  if (c.actor.art !== 'buerger' || c.actor.durch) return undefined
  const nachweis = await c.app.db.withMandant(c.mandant.id, (tx) => nachweisVon(c.app, tx, c.actor))
  return nachweis && alsAngaben(nachweis)
}
