import { sql } from 'kysely'
import { Type, type Static } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { unawaited } from '../../../../platform/database/unawaited.js'
import { Conflict, Forbidden, Invalid, NotFound } from '../../../../platform/errors.js'
import { legalDate, newId } from '../../../../platform/time/index.js'
import { holds, reichtAus, vertrauensniveauVon, VERTRAUENSNIVEAUS, type Actor } from '../../../../platform/usecases/actor.js'
import type { Allow } from '../../../../platform/usecases/allow.js'
import { Datum, Id, Text } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { akteFuer, dokumentAblegen, vorgangAnlegen } from '../../../akte/akten/index.js'
import { eingangRegistrieren } from '../../../akte/eingang/index.js'
import { geschlossenAm, leistungsversionById, type Leistungsversion } from '../../../grundlagen/leistungen/index.js'
import { findEinheitByKuerzel } from '../../../grundlagen/organisation/index.js'
import type { Formular } from '../../../zugang/formulare/index.js'
import { verfahrenStarten, type Json } from '../../workflow/index.js'
import type { Antrag } from '../antrag.js'
import { anhaengeVon } from '../antrag.js'
import { antraege } from '../db/tables.js'
import type { AntragStatus } from '../domain/status.js'
import { antragEingereicht } from '../events.js'
import { schreibeWechsel } from '../status/status.js'
import { bestaetigungErstellen } from './bestaetigung.js'
import { pruefeErklaerung, type Erklaerung } from './pruefung.js'

/** A file that already lies in the blob store (`storeUpload`). */
export const AnhangEingabe = Type.Object({
  slot: Text(100), dateiname: Text(255), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }), size: Type.Integer({ minimum: 0 }), mime: Text(200),
  pruefstatus: Type.Enum(['sauber', 'ungeprueft', 'befallen']),
}, { additionalProperties: false })

const AntragEingabe = Type.Object({
  leistungsversionId: Id,
  daten: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { maxProperties: 500 }),
  anhaenge: Type.Array(AnhangEingabe, { maxItems: 50 }),
  kanal: Type.Enum(['portal', 'api', 'post', 'schalter', 'telefon']),
  /** Without it the form says who it is. */
  kontakt: Type.Optional(Type.Object({ name: Text(300), email: Type.Optional(Type.String({ maxLength: 254, pattern: '^[^@\\s]+@[^@\\s]+$' })) }, { additionalProperties: false })),
  zustellung: Type.Enum(['postfach', 'post']),
  /** Lines for letters; without them the first address in the form counts. */
  anschrift: Type.Optional(Type.Array(Text(200), { maxItems: 6 })),
  entwurfId: Type.Optional(Id),
  /** Of paper that a clerk types in later: the day on which it was received; periods run from it (A4-10). */
  eingangTag: Type.Optional(Datum),
  sprache: Type.Optional(Type.Enum(['de', 'en'])),
  /** By question: what an account delivered. Only the portal sends it, from a draft it kept itself. */
  herkunft: Type.Optional(Type.Record(Type.String({ maxLength: 100 }), Type.Object({ quelle: Text(100), niveau: Text(20), abgerufenAm: Text(40), wert: Type.Unknown() }, { additionalProperties: false }), { maxProperties: 100 })),
  /** For whom it is declared; `zeile` stands below the name in letters, because the representative is the addressee (X2-04). */
  vertretung: Type.Optional(Type.Object({
    art: Type.Enum(['kind', 'vollmacht']), name: Text(300), geburtsdatum: Text(10), zeile: Text(400), sorge: Type.Optional(Type.Enum(['allein', 'gemeinsam'])),
    zustimmung: Type.Optional(Type.Object({ art: Type.Enum(['elternteil', 'vertretene']), name: Text(300), niveau: Type.Enum([...VERTRAUENSNIVEAUS]), anbieter: Type.Optional(Text(100)), am: Text(40) }, { additionalProperties: false })),
  }, { additionalProperties: false })),
  /** The sign-in with which it was declared; without it the actor's own counts. */
  identitaet: Type.Optional(Type.Object({ niveau: Type.Enum([...VERTRAUENSNIVEAUS]), anbieter: Type.Optional(Text(100)), abgerufenAm: Type.Optional(Text(40)), unternehmen: Type.Optional(Text(300)), handelnd: Type.Optional(Text(300)) }, { additionalProperties: false })),
}, { additionalProperties: false })
type AntragEingabe = Static<typeof AntragEingabe>
type Vollstaendig = AntragEingabe & { readonly kontakt: NonNullable<AntragEingabe['kontakt']> }

export interface Einreichung {
  readonly vorgangsnummer: string; readonly aktenzeichen: string; readonly vorgangId: string; readonly status: AntragStatus
  /** Instant, ISO 8601 in UTC. */
  readonly eingangAm: string
  readonly anhaenge: readonly { readonly dateiname: string; readonly sha256: string }[]
}

/** Citizens for themselves, with or without an account; machines and clerks with the permission. */
const einreichende: Allow<unknown> = {
  satz: 'Bürgerinnen und Bürger, auch ohne Anmeldung; Schnittstellen mit dem Recht „antrag.einreichen“; Beschäftigte mit „antrag.bearbeiten“',
  rechte: ['antrag.einreichen', 'antrag.bearbeiten'], arten: ['buerger', 'gast', 'dienst', 'personal', 'system'],
  async check(actor) {
    if (actor.art === 'system' || actor.art === 'buerger' || (actor.art === 'gast' && actor.id !== '')) return
    if (actor.art === 'dienst' && holds(actor, 'antrag.einreichen')) return
    if (actor.art === 'personal' && holds(actor, 'antrag.bearbeiten')) return
    throw new Forbidden()
  },
}

/**
 * Takes an application in: Eingang, Akte, Vorgang, documents, process and confirmation, all of it or nothing (A4-12). A draft that
 * is sent twice gives the first application again (A4-11). The day of receipt is the day in Germany on which this commits (X1-01),
 * or the day that a clerk names for paper.
 * @throws Invalid with every wrong field (422), Conflict when the service is not offered (any more), NotFound
 */
export const antragEinreichen = command({
  name: 'antraege.antragEinreichen',
  input: AntragEingabe,
  allow: einreichende,
  async run(ctx, gesendet): Promise<Einreichung> {
    const frueher = gesendet.entwurfId ? await schonEingereicht(ctx, gesendet.entwurfId) : undefined
    if (frueher) { ctx.unchanged(); return frueher }
    const eingang = eingangsmoment(ctx, gesendet.eingangTag)
    const { version, formular, modellId } = await angeboten(ctx, gesendet, eingang.am)
    const erklaerung = pruefeErklaerung(formular, gesendet, { heute: ctx.today, lang: gesendet.sprache ?? 'de', entwurf: gesendet.entwurfId !== undefined })
    const eingabe = { ...gesendet, kontakt: gesendet.kontakt ?? { name: ctx.actor.name, ...erklaerung.person } }
    pruefeZustellung(ctx.actor, eingabe, erklaerung)
    const einheit = await findEinheitByKuerzel(ctx.tx, version.stammdaten.einheit)
    if (!einheit) throw new Conflict('leistung.einheitFehlt', 'Für diese Leistung ist gerade keine Stelle zuständig. Bitte wenden Sie sich an die Stadt.')
    const ablage = { version, einheitId: einheit.id, eingabe, erklaerung, eingang }
    const akte = await legeVorgangAn(ctx, ablage)
    const id = newId()
    schreibeAntrag(ctx, { id, formular, ...ablage, ...akte })
    await legeAnhaengeAb(ctx, { id, vorgangId: akte.vorgangId }, ablage)
    schreibeWechsel(ctx, { id, vorgangId: akte.vorgangId }, null, 'EINGEGANGEN')
    await verfahrenStarten(ctx, {
      modellId, vorgangId: akte.vorgangId, einheitId: einheit.id, titel: version.bezeichnung,
      variablen: { antrag: erklaerung.antworten as Json, leistung: version.schluessel, kanal: eingabe.kanal, zustellung: eingabe.zustellung, eingangDatum: eingang.tag.toString(), rueckfrageFrist: null },
      kontext: { vorgangsnummer: akte.vorgangsnummer, betreff: version.bezeichnung, person: eingabe.kontakt.name },
    })
    ctx.enqueue(bestaetigungErstellen, { antragId: id })
    ctx.emit(antragEingereicht(id, akte.vorgangId, {
      leistung: version.schluessel, leistungsversionId: version.id, kanal: eingabe.kanal, eingangId: akte.eingangId, eingangDatum: eingang.tag.toString(), anhaenge: eingabe.anhaenge.length,
    }))
    return {
      vorgangsnummer: akte.vorgangsnummer, aktenzeichen: akte.aktenzeichen, vorgangId: akte.vorgangId, status: 'EINGEGANGEN', eingangAm: eingang.am.toString(),
      anhaenge: eingabe.anhaenge.map(({ dateiname, sha256 }) => ({ dateiname, sha256 })),
    }
  },
})

interface Eingangsmoment { readonly am: Temporal.Instant; readonly tag: Temporal.PlainDate }

/** Now; of an earlier day that somebody typed only the day is known, and its noon stands for it. @throws Invalid, Forbidden */
function eingangsmoment({ now, actor }: CommandContext, eingangTag: string | undefined): Eingangsmoment {
  const heute = legalDate(now)
  if (eingangTag === undefined || eingangTag === heute.toString()) return { am: now, tag: heute }
  if (actor.art !== 'personal') throw new Forbidden()
  const tag = alsTag(eingangTag)
  if (!tag) throw new Invalid([{ feld: 'eingangTag', text: 'Bitte geben Sie einen Tag an, den es gibt.' }])
  if (Temporal.PlainDate.compare(tag, heute) > 0) throw new Invalid([{ feld: 'eingangTag', text: 'Der Tag liegt in der Zukunft. Bitte prüfen Sie ihn.' }])
  return { am: tag.toZonedDateTime({ timeZone: 'Europe/Berlin', plainTime: '12:00' }).toInstant(), tag }
}

/** The day of an ISO date; undefined for one that no calendar has, like the 31st of February. */
function alsTag(text: string): Temporal.PlainDate | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const tag = Temporal.PlainDate.from({ year, month: Math.max(month, 1), day: Math.max(day, 1) }, { overflow: 'constrain' })
  return tag.toString() === text ? tag : undefined
}

/** Locks the draft's id first: whoever sends it at the same moment waits, and then finds the application. */
async function schonEingereicht(ctx: CommandContext, entwurfId: string): Promise<Einreichung | undefined> {
  unawaited(ctx.tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.mandantId}:antrag:${entwurfId}`}, 0))`.compile(ctx.tx))
  const row = await antraege(ctx.tx).selectFrom('antraege.antrag').selectAll().where('entwurf_id', '=', entwurfId).executeTakeFirst()
  if (!row) return undefined
  if (row.einreicher_id !== ctx.actor.id && row.inhaber_id !== ctx.actor.id) throw new NotFound()
  const anhaenge = await anhaengeVon(ctx.tx, row.id)
  return {
    vorgangsnummer: row.vorgangsnummer, aktenzeichen: row.aktenzeichen, vorgangId: row.vorgang_id, status: row.status, eingangAm: row.eingang_am.toString(),
    anhaenge: anhaenge.filter(({ rueckfrageId }) => !rueckfrageId).map(({ dateiname, sha256 }) => ({ dateiname, sha256 })),
  }
}

/** The version, if an application can be made with it: a draft finishes with the one it began with (A1-09), a new one needs the public one. */
async function angeboten(ctx: CommandContext, { leistungsversionId, entwurfId, identitaet }: AntragEingabe, am: Temporal.Instant): Promise<{ version: Leistungsversion; formular: Formular; modellId: string }> {
  const version = await leistungsversionById(ctx.tx, leistungsversionId)
  if (!version) throw new NotFound()
  const { formular, modellId, status } = version
  if (status === 'entwurf' || (status === 'frueher' && !entwurfId) || !formular || !modellId) {
    throw new Conflict('leistung.nichtOnline', 'Diese Leistung gibt es im Moment nicht online. Bitte sehen Sie auf der Seite der Leistung nach, welche anderen Wege es gibt.')
  }
  const zu = entwurfId ? undefined : await geschlossenAm(ctx.tx, version, am)
  if (zu) throw new Conflict('leistung.geschlossen', `Diese Leistung können Sie gerade nicht online beantragen: ${zu.grund}`)
  if (ctx.actor.art === 'gast' && version.stammdaten.vertrauensniveau !== 'niedrig') {
    throw new Forbidden('anmeldungNoetig', 'Für diesen Antrag müssen Sie sich anmelden. Ihr Entwurf bleibt erhalten.')
  }
  const person = ctx.actor.art === 'buerger' || ctx.actor.art === 'gast'
  if (person && !reichtAus(identitaet?.niveau ?? vertrauensniveauVon(ctx.actor), version.stammdaten.vertrauensniveau)) {
    throw new Forbidden('niveauZuNiedrig', 'Für diesen Antrag brauchen wir eine stärkere Anmeldung. Ihr Entwurf bleibt erhalten.')
  }
  if (person && version.stammdaten.nurUnternehmen && !ctx.actor.durch && !identitaet?.handelnd) throw new Forbidden('nurUnternehmen', 'Diesen Antrag stellen nur Unternehmen.')
  return { version, formular, modellId }
}

function pruefeZustellung(actor: Actor, { zustellung, anschrift, kanal }: AntragEingabe, erklaerung: Erklaerung): void {
  if (zustellung === 'postfach' && actor.art !== 'buerger') {
    throw new Invalid([{ feld: 'zustellung', text: 'Ein Postfach haben Sie nur mit einem Konto. Bitte wählen Sie die Zustellung per Post.' }])
  }
  if (zustellung === 'post' && kanal === 'portal' && (anschrift ?? erklaerung.anschrift).length === 0) {
    throw new Invalid([{ feld: 'anschrift', text: 'Bitte geben Sie eine Anschrift an, damit wir Ihnen den Bescheid schicken können.' }])
  }
}

interface Ablage { readonly version: Leistungsversion; readonly einheitId: string; readonly eingabe: Vollstaendig; readonly erklaerung: Erklaerung; readonly eingang: Eingangsmoment }
interface Abgelegt { readonly eingangId: string; readonly vorgangId: string; readonly vorgangsnummer: string; readonly aktenzeichen: string }

/** Into the book of receipts, and from there into the Akte that the service's rule names. */
async function legeVorgangAn(ctx: CommandContext, { version, einheitId, eingabe, erklaerung, eingang }: Ablage): Promise<Abgelegt> {
  const { kontakt, entwurfId } = eingabe
  const kontoId = ctx.actor.art === 'buerger' ? ctx.actor.id : undefined
  const eingangId = newId()
  const { akteId, aktenzeichen } = await akteFuer(ctx, {
    aktenplaneinheit: version.stammdaten.aktenplaneinheit, regel: version.stammdaten.akte as 'jahr' | 'fall', einheitId,
    betreff: version.stammdaten.akte === 'jahr' ? `${version.bezeichnung} ${ctx.today.year}` : `${version.bezeichnung}: ${kontakt.name}`,
    ...(version.stammdaten.akte === 'fall' ? { fallSchluessel: eingangId } : {}),
  })
  const neuerVorgang = {
    akteId, betreff: `${version.bezeichnung}: ${kontakt.name}`, einheitId, typ: 'antrag', leistung: version.schluessel, ...(kontoId ? { inhaberId: kontoId } : {}),
  }
  let angelegt: Awaited<ReturnType<typeof vorgangAnlegen>> | undefined
  await eingangRegistrieren(ctx, {
    kanal: eingabe.kanal, betreff: version.bezeichnung, einheitId, eingangAm: eingang.am, ...(entwurfId ? { transportId: entwurfId } : {}),
    absender: { name: kontakt.name, ...(kontakt.email ? { email: kontakt.email } : {}), ...(kontoId ? { kontoId } : {}) },
    inhalt: { art: 'antrag', daten: { leistung: version.schluessel, leistungsversionId: version.id, antworten: erklaerung.antworten } },
    anhaenge: eingabe.anhaenge.map(({ dateiname, sha256, size, mime, pruefstatus }) => ({ dateiname, sha256, size, mime, pruefstatus })),
  }, {
    id: eingangId,
    async vorgang() {
      angelegt = await vorgangAnlegen(ctx, neuerVorgang)
      return { vorgangId: angelegt.vorgangId, einheitId }
    },
  })
  if (!angelegt) throw new Conflict('antrag.schonDa', 'Dieser Antrag ist schon eingegangen. Bitte laden Sie die Seite neu.')
  return { eingangId, vorgangId: angelegt.vorgangId, vorgangsnummer: angelegt.vorgangsnummer, aktenzeichen }
}

function schreibeAntrag(ctx: CommandContext, neu: Ablage & Abgelegt & { readonly id: string; readonly formular: Formular }): void {
  const { eingabe, erklaerung, version } = neu
  const inhaber: Antrag['inhaber'] = ctx.actor.art === 'buerger' || ctx.actor.art === 'gast' ? { art: ctx.actor.art, id: ctx.actor.id } : null
  unawaited(ctx.tx, antraege(ctx.tx).insertInto('antraege.antrag').values({
    id: neu.id, vorgang_id: neu.vorgangId, vorgangsnummer: neu.vorgangsnummer, aktenzeichen: neu.aktenzeichen, eingang_id: neu.eingangId, einheit_id: neu.einheitId,
    leistung: version.schluessel, leistungsversion_id: version.id, bezeichnung: version.bezeichnung, kanal: eingabe.kanal,
    einreicher_art: ctx.actor.art, einreicher_id: ctx.actor.id, inhaber_art: inhaber?.art ?? null, inhaber_id: inhaber?.id ?? null,
    kontakt_name: eingabe.kontakt.name, kontakt_email: eingabe.kontakt.email ?? null, zustellung: eingabe.zustellung, anschrift: [...(eingabe.vertretung ? [eingabe.vertretung.zeile] : []), ...eingabe.anschrift ?? erklaerung.anschrift],
    sprache: eingabe.sprache ?? 'de', formular_version: neu.formular.version, daten: json(erklaerung.antworten), zusammenfassung: json(erklaerung.zusammenfassung), herkunft: json(erklaerung.herkunft), identitaet: inhaber ? json(eingabe.identitaet ?? { niveau: vertrauensniveauVon(ctx.actor) }) : null,
    vertretung: eingabe.vertretung ? json(ohneZeile(eingabe.vertretung)) : null,
    entwurf_id: eingabe.entwurfId ?? null, eingang_am: neu.eingang.am, eingang_datum: neu.eingang.tag, status: 'EINGEGANGEN', bestaetigung_id: null, kopie_id: null, created_at: ctx.now,
  }))
}

const ohneZeile = ({ zeile: _zeile, ...vertretung }: NonNullable<AntragEingabe['vertretung']>) => vertretung

async function legeAnhaengeAb(ctx: CommandContext, antrag: { readonly id: string; readonly vorgangId: string }, { eingabe: { anhaenge, kontakt }, erklaerung: { slots }, eingang }: Ablage): Promise<void> {
  for (const anhang of anhaenge) await legeNachweisAb(ctx, antrag, { anhang, bezeichnung: slots.get(anhang.slot) ?? anhang.slot, absender: kontakt.name, datum: eingang.tag })
}

/** Files one upload as a document and notes it with the application; the scan has refused infected ones before. */
export async function legeNachweisAb(ctx: CommandContext, antrag: { readonly id: string; readonly vorgangId: string }, neu: {
  readonly anhang: Static<typeof AnhangEingabe>; readonly bezeichnung: string; readonly absender: string; readonly rueckfrageId?: string
  /** Day of receipt; today unless said otherwise. */
  readonly datum?: Temporal.PlainDate
}): Promise<{ dokumentId: string }> {
  const { anhang: { slot, pruefstatus, dateiname, sha256, size, mime } } = neu
  if (pruefstatus === 'befallen') throw new Invalid([{ feld: slot, text: `Die Datei „${dateiname}“ enthält Schadsoftware. Bitte entfernen Sie sie.` }])
  const datum = neu.datum ?? legalDate(ctx.now)
  const { dokumentId } = await dokumentAblegen(ctx, {
    vorgangId: antrag.vorgangId, betreff: `${neu.bezeichnung}: ${dateiname}`.slice(0, 300), typ: 'nachweis', richtung: 'eingang', datum, datei: { sha256, size, mime, dateiname },
    absender: neu.absender, pruefstatus, fuerInhaber: true, slot,
  })
  unawaited(ctx.tx, antraege(ctx.tx).insertInto('antraege.anhang').values({
    id: newId(), antrag_id: antrag.id, rueckfrage_id: neu.rueckfrageId ?? null, slot, bezeichnung: neu.bezeichnung, dateiname, sha256, size: BigInt(size), mime, pruefstatus,
    dokument_id: dokumentId, eingang_datum: datum, bewertung: null, bewertung_grund: null, bewertet_am: null, bewertet_von: null,
  }))
  return { dokumentId }
}
