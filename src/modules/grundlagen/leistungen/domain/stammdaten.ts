import { Type, type Static } from 'typebox'
import { VERTRAUENSNIVEAUS } from '../../../../platform/usecases/actor.js'
import { fallregeln, fehlendeNormen } from './fallregeln.js'
import { reifegradeSchema } from './reifegrad.js'

const wort = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const absatz = wort(4000)
const woerter = Type.Array(wort(500), { maxItems: 30 })
const einer = <const T extends readonly string[]>(...values: T) => Type.Unsafe<T[number]>(Type.Enum([...values]))
const genau = { additionalProperties: false } as const
const verweis = Type.Object({ text: wort(300), url: Type.Optional(Type.String({ pattern: '^https://[^\\s]{3,500}$' })) }, genau)

/** A day of every year ('12-24') or one certain day ('2026-12-24'). */
const tag = Type.String({ pattern: '^(\\d{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** A moment in Berlin's local time: '2026-12-04T15:00' or with seconds. */
const zeitpunkt = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' })

/** How a Schriftform is replaced (A4-04); the same words as in `formular.json`. */
export const SCHRIFTFORMEN = ['keine', 'ozg_9a5', 'vwvfg_3a', 'papier'] as const
export const ZIELGRUPPEN = ['buerger', 'unternehmen', 'verwaltung'] as const
const REGELN = [
  'VWVFG_POST', 'VWVFG_ELEK', 'VWVFG_ABRUF', 'OZG_9', 'EGOVG_NRW_5_3', 'AO_POST', 'AO_122A_OLD', 'AO_122A_NEW', 'SGBX_37', 'LZG_EINSCHREIBEN', 'PZU',
] as const

const texteEn = Type.Object({
  bezeichnung: Type.Optional(wort(200)), kurztext: Type.Optional(wort(400)), beschreibung: Type.Optional(absatz),
  bearbeitungsdauer: Type.Optional(wort(300)), voraussetzungen: Type.Optional(woerter), unterlagen: Type.Optional(woerter),
  ablauf: Type.Optional(woerter), fristen: Type.Optional(woerter), kosten: Type.Optional(woerter), begriffe: Type.Optional(woerter),
}, genau)

/**
 * The content of `leistung.yaml`: names after FIM Leistung (B1-03), checked strictly, unknown keys are refused. Optional
 * here means "a draft may lack it"; what a public service needs is said by `luecken` (A1-01).
 */
export const stammdatenSchema = Type.Object({
  schluessel: Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' }),
  /** Of the federal catalogue: 14 digits that start with 99. In quotes, else YAML reads a number. */
  leistungsschluessel: Type.Optional(Type.String({ pattern: '^99\\d{12}$' })),
  bezeichnung: wort(200),
  kurztext: wort(400),
  beschreibung: Type.Optional(absatz),
  /** `anzeige`: something is told to the town and noted there; nothing is decided and there is no Bescheid. Without it: `antrag`. */
  art: Type.Optional(einer('antrag', 'anzeige')),
  typisierung: Type.Optional(Type.String({ pattern: '^(10|[1-9])[ab]?$' })),
  rechtsgrundlagen: Type.Optional(Type.Array(verweis, { minItems: 1, maxItems: 20 })),
  einheit: Type.Optional(wort(20)),
  /** Another authority decides: the page names it instead of the own unit (A1-08). */
  andereStelle: Type.Optional(Type.Object({ name: wort(200), hinweis: Type.Optional(wort(500)), url: Type.Optional(Type.String({ pattern: '^https://[^\\s]{3,500}$' })) }, genau)),
  /** Offered online by somebody else (EfA, A1-07): the page links there. */
  onlinedienst: Type.Optional(Type.Object({ name: wort(200), url: Type.String({ pattern: '^https://[^\\s]{3,500}$' }) }, genau)),
  zielgruppe: Type.Optional(Type.Array(einer(...ZIELGRUPPEN), { minItems: 1, maxItems: 3 })),
  /** Where `zielgruppe` leaves people out: what they are to do instead, and with which other service (its key). */
  stattdessen: Type.Optional(Type.Object({ text: wort(1000), leistung: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,79}$' })) }, genau)),
  /** eIDAS level that the sign-in must have. `niedrig`: a name is enough, so it also works without an account (A2-03). */
  vertrauensniveau: Type.Optional(einer(...VERTRAUENSNIVEAUS)),
  /**
   * For whom one may apply besides oneself; `zweiteZustimmung`: with joint custody the other parent agrees first (A2-08, A2-09);
   * `selbst: false`: never for oneself, because the right is a child's, for instance.
   */
  vertretung: Type.Optional(Type.Object({
    selbst: Type.Optional(Type.Boolean()), kind: Type.Optional(Type.Boolean()), person: Type.Optional(Type.Boolean()), zweiteZustimmung: Type.Optional(Type.Boolean()),
  }, genau)),
  /** Only companies apply, by somebody who acts for one (A2-04). */
  nurUnternehmen: Type.Optional(Type.Boolean()),
  schriftform: Type.Optional(Type.Object({ art: einer(...SCHRIFTFORMEN), norm: Type.Optional(wort(300)) }, genau)),
  gebuehrenmodell: Type.Optional(wort(500)),
  bekanntgabe: Type.Optional(Type.Object({ post: einer(...REGELN), elektronisch: Type.Optional(einer(...REGELN)) }, genau)),
  rechtsbehelf: Type.Optional(Type.Object({
    art: einer('KLAGE', 'WIDERSPRUCH', 'EINSPRUCH', 'EINSPRUCH_AO'),
    /** In the dative, as after „bei“: 'dem Verwaltungsgericht Gelsenkirchen'. */
    stelle: wort(200), anschrift: wort(300), elektronisch: Type.Optional(wort(300)),
  }, genau)),
  aktenplaneinheit: Type.Optional(wort(40)),
  /** One Akte per year or one per case. */
  akte: Type.Optional(einer('jahr', 'fall')),
  /** The portal's own copy goes early; the file copy follows the Aktenplan (A10-02). */
  loeschregel: Type.Optional(Type.Object({ portalkopieTage: Type.Integer({ minimum: 1, maximum: 3650 }), hinweis: Type.Optional(wort(500)) }, genau)),
  entwurfsfrist: Type.Optional(Type.Object({ tage: Type.Integer({ minimum: 1, maximum: 365 }), grund: wort(300) }, genau)),
  lebenslagen: Type.Optional(Type.Array(wort(40), { minItems: 1, maxItems: 6 })),
  /** Words people say for it (Begriffe im Kontext): found by the search as surely as the title. */
  begriffe: Type.Optional(Type.Array(wort(80), { maxItems: 60 })),
  beliebtheit: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
  voraussetzungen: Type.Optional(woerter),
  unterlagen: Type.Optional(Type.Array(Type.Object({ name: wort(200), hinweis: Type.Optional(wort(500)) }, genau), { maxItems: 20 })),
  ablauf: Type.Optional(woerter),
  bearbeitungsdauer: Type.Optional(wort(300)),
  fristen: Type.Optional(woerter),
  /** Only where there is no `gebuehr.yaml`: fees have one source (B1-08). */
  kosten: Type.Optional(Type.Array(Type.Object({ text: wort(300), betrag: Type.Optional(wort(60)) }, genau), { maxItems: 20 })),
  /** Every service has a way without computer (A1-10). */
  kanaele: Type.Optional(Type.Object({
    telefon: Type.Optional(wort(50)), persoenlich: Type.Optional(wort(500)), post: Type.Optional(wort(500)), email: Type.Optional(Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$' })),
    behoerdennummer115: Type.Optional(Type.Boolean()), termin: Type.Optional(einer('moeglich', 'noetig')),
  }, genau)),
  /** For what one has to come in person: why, where, and the ways to an appointment (F2). */
  termin: Type.Optional(Type.Object({
    warum: wort(500), ort: wort(500), wege: Type.Array(wort(500), { minItems: 1, maxItems: 10 }), dauer: Type.Optional(wort(200)), ohneTermin: Type.Optional(wort(500)),
    vertretung: Type.Optional(wort(500)), barrierefrei: Type.Optional(wort(500)), zahlung: Type.Optional(wort(300)),
    en: Type.Optional(Type.Object({ warum: wort(500), wege: woerter }, genau)),
  }, genau)),
  /** Only in these times can it be applied for, to the second; the administration may enter its own instead. */
  antragszeiten: Type.Optional(Type.Array(Type.Object({ anlass: wort(200), von: zeitpunkt, bis: zeitpunkt }, genau), { minItems: 1, maxItems: 20 })),
  /** What to do outside of these times: before, after, and where no time is known. */
  ausserhalb: Type.Optional(Type.Object({ vorher: Type.Optional(wort(1000)), nachher: wort(1000), nie: Type.Optional(wort(1000)) }, genau)),
  /** Season and planned pauses of the online way; unplanned ones are entered in the administration. */
  schliessungen: Type.Optional(Type.Array(Type.Object({ von: tag, bis: tag, grund: wort(300), alternative: Type.Optional(wort(500)) }, genau), { maxItems: 20 })),
  /** Art. 13 DSGVO, where the form does not already say it. */
  datenschutz: Type.Optional(Type.Object({ zweck: absatz, rechtsgrundlage: absatz, empfaenger: absatz, speicherdauer: absatz }, genau)),
  weiterfuehrend: Type.Optional(Type.Array(verweis, { maxItems: 20 })),
  gueltigVon: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  gueltigBis: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  /** How far the service is online, by model and day; levels of the two models are kept apart (A1-04). */
  reifegrade: Type.Optional(reifegradeSchema),
  ...fallregeln,
  en: Type.Optional(texteEn),
}, genau)

/** As imported; a draft may have gaps. */
export type StammdatenEntwurf = Static<typeof stammdatenSchema>

type Pflichtangabe =
  | 'typisierung' | 'rechtsgrundlagen' | 'einheit' | 'zielgruppe' | 'vertrauensniveau' | 'schriftform' | 'bekanntgabe' | 'rechtsbehelf'
  | 'aktenplaneinheit' | 'akte' | 'loeschregel' | 'lebenslagen' | 'kanaele'

/** Of a version that was ever public: nothing of A1-01 is missing. */
export type Stammdaten = StammdatenEntwurf & { [K in Pflichtangabe]-?: NonNullable<StammdatenEntwurf[K]> }

const PFLICHT: readonly (readonly [Pflichtangabe, string])[] = [
  ['typisierung', 'die Typisierung (wer regelt, wer vollzieht)'], ['rechtsgrundlagen', 'die Rechtsgrundlage'], ['einheit', 'die zuständige Organisationseinheit'],
  ['zielgruppe', 'die Zielgruppe'], ['vertrauensniveau', 'das Vertrauensniveau'], ['schriftform', 'die Angabe, ob Schriftform vorgeschrieben ist'],
  ['bekanntgabe', 'die Regel für die Bekanntgabe'], ['rechtsbehelf', 'der Rechtsbehelf'], ['aktenplaneinheit', 'die Aktenplaneinheit'],
  ['akte', 'die Regel für die Akte (jahr oder fall)'], ['loeschregel', 'die Löschregel'], ['lebenslagen', 'mindestens eine Lebenslage'],
  ['kanaele', 'der Weg ohne Internet'],
]

export interface Luecke { readonly feld: string; readonly text: string }

/** What keeps a service from being published (A1-01, A1-10), as a list for the editor; empty when nothing is missing. */
export function luecken(stammdaten: StammdatenEntwurf, paket: { readonly gebuehr: boolean; readonly online: boolean }): Luecke[] {
  const fehlt: Luecke[] = PFLICHT.filter(([feld]) => stammdaten[feld] === undefined).map(([feld, was]) => ({ feld, text: `Es fehlt: ${was}.` }))
  const { schriftform, kanaele } = stammdaten
  if (!paket.gebuehr && !stammdaten.gebuehrenmodell) fehlt.push({ feld: 'gebuehrenmodell', text: 'Es fehlt: das Gebührenmodell (gebuehr.yaml oder ein Satz, auch „gebührenfrei“).' })
  if (schriftform && schriftform.art !== 'keine' && !schriftform.norm) fehlt.push({ feld: 'schriftform.norm', text: 'Es fehlt: die Norm, die die Schriftform vorschreibt.' })
  if (kanaele && !kanaele.telefon && !kanaele.persoenlich && !kanaele.post && !kanaele.behoerdennummer115) {
    fehlt.push({ feld: 'kanaele', text: 'Es fehlt: ein Weg ohne Internet (Telefon, persönlich, Post oder 115).' })
  }
  if (stammdaten.antragszeiten && !stammdaten.ausserhalb) fehlt.push({ feld: 'ausserhalb', text: 'Es fehlt: was die Menschen nach dem Ende der Antragszeit tun können.' })
  if (stammdaten.zielgruppe && !stammdaten.zielgruppe.includes('buerger') && paket.online && !stammdaten.stattdessen && !stammdaten.nurUnternehmen) {
    fehlt.push({ feld: 'stattdessen', text: 'Es fehlt: was Privatpersonen stattdessen tun können.' })
  }
  if (kanaele?.termin === 'noetig' && !paket.online && !stammdaten.onlinedienst && !stammdaten.termin) {
    fehlt.push({ feld: 'termin', text: 'Es fehlt: wie man den Termin bekommt, der nötig ist.' })
  }
  return [...fehlt, ...fehlendeNormen(stammdaten)]
}

/** Days after the last edit until a draft is deleted (A3-04). */
export const entwurfsfristTage = (stammdaten: StammdatenEntwurf): number => stammdaten.entwurfsfrist?.tage ?? 30
