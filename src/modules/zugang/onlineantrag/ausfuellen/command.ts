import { Type } from 'typebox'
import { json } from '../../../../platform/database/database.js'
import { unawaited } from '../../../../platform/database/unawaited.js'
import { Conflict, NotFound } from '../../../../platform/errors.js'
import { newId } from '../../../../platform/time/index.js'
import { inhaber } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { leistungsfassungById } from '../../../grundlagen/leistungen/index.js'
import {
  alsFelder, DATEI_ENTFERNEN, ersteOffeneSeite, gesperrteFragen, gueltigeHerkunft, nextPage, pagesFor, parsePage, type Antworten, type Fehler, type Formular, type Gesendet, type Seite, type SeiteGelesen, type SeitenKontext,
} from '../../formulare/index.js'
import { onlineantrag } from '../db/tables.js'
import { letzterTag } from '../domain/aufbewahrung.js'
import { kontaktAus } from '../domain/kontakt.js'
import { gleicheAntworten, type Entwurf, type Entwurfsdatei } from '../domain/entwurf.js'
import { dateienVon, lockEntwurfMitDateien, nichtBeimBezahlen, zugriffAufEntwurf } from '../entwuerfe.js'
import { seiteGespeichert } from '../events.js'

export const Datei = Type.Object({
  slot: Type.String({ maxLength: 100 }), dateiname: Type.String({ minLength: 1, maxLength: 200 }), sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  size: Type.Integer({ minimum: 1 }), mime: Type.String({ maxLength: 200 }), pruefstatus: Type.Union([Type.Literal('sauber'), Type.Literal('ungeprueft')]),
}, { additionalProperties: false })

export interface Gespeichert {
  readonly art: 'gespeichert'
  readonly version: number
  readonly fehler: readonly Fehler[]
  readonly hinweise: readonly Fehler[]
  /** A button for one more entry or one less was pressed: the same page comes again. */
  readonly bleiben: boolean
  readonly anzahl: Readonly<Record<string, number>>
  /** Name of the page that comes next; 'pruefen' is the check page. */
  readonly weiter: string
}

/** Another window changed this page meanwhile. Nothing was overwritten; `meine` is what this window sent, as far as it could be read. */
export interface Konflikt { readonly art: 'konflikt'; readonly version: number; readonly gespeichert: Antworten; readonly meine: Antworten; readonly fehler: readonly Fehler[] }

/**
 * Saves what one page sent: answers that are right, typing that is not (so that it comes back), new files, a removed file. A page
 * that was loaded before another window changed the same page is not saved but answered with both (A3, "two tabs").
 */
export const seiteSpeichern = command({
  name: 'onlineantrag.seiteSpeichern',
  input: Type.Object({
    entwurfId: Id, seite: Type.String({ maxLength: 100 }),
    /** Version of the draft that the window had loaded. */
    stand: Type.Integer({ minimum: 0 }),
    gesendet: Type.Record(Type.String(), Type.Union([Type.String(), Type.Array(Type.String())])),
    dateien: Type.Array(Datei, { maxItems: 60 }),
    sprache: Type.Union([Type.Literal('de'), Type.Literal('en')]),
    /** The person saw both and chose the own one. */
    ersetzen: Type.Optional(Type.Boolean()),
    /** Where the person goes on after this page. */
    ziel: Type.Optional(Type.Literal('pruefen')),
  }, { additionalProperties: false }),
  allow: inhaber(zugriffAufEntwurf),
  async run(ctx, input): Promise<Gespeichert | Konflikt> {
    const { tx, today } = ctx
    const { entwurf, dateien } = await lockEntwurfMitDateien(tx, input.entwurfId)
    if (entwurf.status !== 'offen') throw new Conflict('onlineantrag.eingereicht', 'Dieser Antrag ist schon abgesendet.')
    nichtBeimBezahlen(entwurf)
    const formular = (await leistungsfassungById(tx, ctx.mandantId, entwurf.leistungsversionId))?.formular
    const seite = formular && pagesFor(formular, entwurf.antworten, { heute: today }).find(({ name }) => name === input.seite)
    if (!formular || !seite) throw new NotFound()
    const geaendert = dateienAendern(ctx, entwurf, dateien, formular, input)
    const kontext = { heute: today, lang: input.sprache, uploads: geaendert > 0 ? await dateienVon(tx, entwurf.id) : dateien }
    const gelesen = ohneGesperrte(formular, entwurf, parsePage(formular, seite, mitGesperrten(formular, entwurf, input.gesendet), entwurf.antworten, kontext), seite)
    const fragen = formular.seiten.find(({ name }) => name === seite.name)?.fragen.map(({ name }) => name) ?? []
    const gleich = gleicheAntworten(entwurf.antworten, gelesen.antworten, fragen)
    if (!gleich && !input.ersetzen && (entwurf.seitenstand[seite.name] ?? 0) > input.stand) {
      if (geaendert > 0) schreiben(ctx, entwurf, { seite: seite.name })
      ereignis(ctx, entwurf, { seite: seite.name, fehler: gelesen.fehler.length, dateien: geaendert }, geaendert > 0)
      return { art: 'konflikt', version: entwurf.version, gespeichert: entwurf.antworten, meine: gelesen.antworten, fehler: gelesen.fehler }
    }
    const version = gleich ? entwurf.version : entwurf.version + 1
    const { [seite.name]: frueher, ...eingaben } = entwurf.eingaben
    const weiter = gelesen.fehler.length > 0 ? seite.name : naechste(formular, gelesen.antworten, seite, kontext, input.ziel)
    const fertig = input.gesendet['_aktion'] === 'weiter' && !gelesen.bleiben && !input.gesendet[DATEI_ENTFERNEN]
    schreiben(ctx, entwurf, {
      seite: fertig && weiter !== 'pruefen' ? weiter : seite.name, antworten: gelesen.antworten, herkunft: gueltigeHerkunft(entwurf.herkunft, gelesen.antworten), version,
      eingaben: gelesen.fehler.length > 0 ? { ...eingaben, [seite.name]: ohnePlattformfelder(input.gesendet) } : eingaben,
      seitenstand: gleich ? entwurf.seitenstand : { ...entwurf.seitenstand, [seite.name]: version },
      ...mailFuerErinnerung(entwurf, formular, gelesen.antworten),
    })
    ereignis(ctx, { ...entwurf, version }, { seite: seite.name, fehler: gelesen.fehler.length, dateien: geaendert }, !gleich || geaendert > 0 || gelesen.fehler.length > 0 || frueher !== undefined || entwurf.seite !== weiter)
    return { art: 'gespeichert', version, fehler: gelesen.fehler, hinweise: gelesen.hinweise, bleiben: gelesen.bleiben, anzahl: gelesen.anzahl, weiter }
  },
})

/** What the form locks is not posted; conditions of the page see it all the same. */
function mitGesperrten(formular: Formular, { herkunft, antworten }: Entwurf, gesendet: Gesendet): Gesendet {
  const gesperrt = [...gesperrteFragen(formular, gueltigeHerkunft(herkunft, antworten))]
  const ohne = Object.fromEntries(Object.entries(gesendet).filter(([name]) => !gesperrt.includes(name.split('.')[0] ?? name)))
  return { ...ohne, ...Object.assign({}, ...gesperrt.map((name) => alsFelder(name, antworten[name]))) as Gesendet }
}

/** Answers that the form locks stay as the account delivered them, whatever was posted. */
function ohneGesperrte(formular: Formular, { herkunft, antworten }: Entwurf, gelesen: SeiteGelesen, seite: Seite): SeiteGelesen {
  const gesperrt = gesperrteFragen(formular, gueltigeHerkunft(herkunft, antworten))
  const hier = seite.fragen.map(({ name }) => name).filter((name) => gesperrt.has(name))
  if (hier.length === 0) return gelesen
  return {
    ...gelesen, antworten: { ...gelesen.antworten, ...Object.fromEntries(hier.flatMap((name) => { const wert = antworten[name]; return wert === undefined ? [] : [[name, wert] as const] })) },
    fehler: gelesen.fehler.filter(({ feld }) => !gesperrt.has(feld.split('.')[0] ?? feld)),
  }
}

const ohnePlattformfelder = (gesendet: Gesendet): Gesendet => Object.fromEntries(Object.entries(gesendet).filter(([name]) => !name.startsWith('_')))

function naechste(formular: Formular, antworten: Antworten, seite: Seite, kontext: SeitenKontext, ziel: 'pruefen' | undefined): string {
  if (ziel === 'pruefen') return ersteOffeneSeite(formular, antworten, kontext)?.name ?? 'pruefen'
  return nextPage(formular, antworten, seite.name, kontext)?.name ?? 'pruefen'
}

interface Dateiwunsch { readonly dateien: readonly { slot: string; dateiname: string; sha256: string; size: number; mime: string; pruefstatus: 'sauber' | 'ungeprueft' }[]; readonly gesendet: Gesendet }

/** Adds and removes files. The same bytes twice in one slot stay one file: sending a page again must not double it. */
function dateienAendern({ tx, now }: CommandContext, entwurf: Entwurf, vorhanden: readonly Entwurfsdatei[], formular: Formular, { dateien, gesendet }: Dateiwunsch): number {
  const slots = new Set(formular.seiten.flatMap(({ fragen }) => fragen).filter(({ typ }) => typ === 'datei').map(({ name }) => name))
  const neu = dateien.filter((datei, index) => slots.has(datei.slot) && !gleicheDatei(vorhanden, datei) && dateien.findIndex((andere) => andere.slot === datei.slot && andere.sha256 === datei.sha256) === index)
  if (neu.length > 0) {
    unawaited(tx, onlineantrag(tx).insertInto('onlineantrag.entwurf_datei').values(neu.map((datei) => ({
      id: newId(), entwurf_id: entwurf.id, slot: datei.slot, dateiname: datei.dateiname, sha256: datei.sha256, bytes: BigInt(datei.size), mime: datei.mime,
      pruefstatus: datei.pruefstatus, hochgeladen_am: now,
    }))))
  }
  const weg = gesendet[DATEI_ENTFERNEN]
  const entfernt = typeof weg === 'string' && vorhanden.some(({ id }) => id === weg) ? 1 : 0
  if (entfernt > 0) unawaited(tx, onlineantrag(tx).deleteFrom('onlineantrag.entwurf_datei').where('id', '=', weg as string))
  return neu.length + entfernt
}

const gleicheDatei = (vorhanden: readonly Entwurfsdatei[], datei: { slot: string; sha256: string }) => vorhanden.some((andere) => andere.slot === datei.slot && andere.sha256 === datei.sha256)

/** A guest who gave an address in the form is reminded there before the draft is deleted (A3-04), as one who asked for a code is. */
function mailFuerErinnerung(entwurf: Entwurf, formular: Formular, antworten: Antworten): { email?: string } {
  const { email } = entwurf.inhaberArt === 'gast' && entwurf.email === null ? kontaktAus(formular, antworten) : {}
  return email ? { email } : {}
}

type Stand = Pick<Entwurf, 'seite'> & Partial<Pick<Entwurf, 'antworten' | 'version' | 'eingaben' | 'seitenstand' | 'herkunft'>> & { readonly email?: string }

/** Every save starts the period anew and takes back a reminder. */
function schreiben({ tx, now }: CommandContext, entwurf: Entwurf, { seite, antworten, version, eingaben, seitenstand, email, herkunft }: Stand): void {
  unawaited(tx, onlineantrag(tx).updateTable('onlineantrag.entwurf').set({
    seite, letzte_aenderung: now, loeschen_ab: letzterTag(now, entwurf.fristTage), erinnert_am: null,
    ...(antworten ? { antworten: json(antworten) } : {}), ...(herkunft ? { herkunft: json(herkunft) } : {}), ...(version ? { version } : {}), ...(eingaben ? { eingaben: json(eingaben) } : {}), ...(seitenstand ? { seitenstand: json(seitenstand) } : {}), ...(email ? { email } : {}),
  }).where('id', '=', entwurf.id))
}

function ereignis(ctx: CommandContext, entwurf: Entwurf, daten: { seite: string; fehler: number; dateien: number }, neues: boolean): void {
  if (neues) ctx.emit(seiteGespeichert(entwurf.id, { leistung: entwurf.leistung, version: entwurf.version, ...daten }))
  else ctx.unchanged()
}
