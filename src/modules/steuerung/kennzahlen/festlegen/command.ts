import { Type } from 'typebox'
import { Conflict, Forbidden, Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { formatDate, newId } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { command, type CommandContext } from '../../../../platform/usecases/usecase.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import { findObjekt } from '../../programm/index.js'
import { kennzahlen } from '../db/tables.js'
import { ANGABEN, ANGABENNAMEN, leseFestlegung, type Angaben, type Festlegung } from '../domain/angaben.js'
import { alsEingabe, alsText } from '../domain/zahl.js'
import { kennzahlFestgelegt, kennzahlGeaendert } from '../events.js'
import { sperreKennzahl, zugriffAufKennzahl, type Kennzahl } from '../lesen.js'

const kurz = (maxLength: number) => Type.String({ maxLength })
const Felder = {
  name: kurz(200), definition: kurz(2000), zielId: kurz(36),
  quelle: Type.String({ maxLength: 80, pattern: '^([a-z]+(\\.[a-z0-9-]+)+)?$' }), art: kurz(10), masseinheit: kurz(40),
  nachkomma: kurz(1), richtung: kurz(10),
  summierbar: kurz(2), einheitId: kurz(36), haeufigkeit: kurz(20), ausgangswert: kurz(40), ausgangAm: kurz(20),
  zielwert: kurz(40), zielAm: kurz(20),
} as const satisfies Record<keyof Angaben, unknown>

/**
 * Settles what is measured, by whom and what is wanted. `kriteriumId`: the Erfolgskriterium of the paper that it comes
 * from.
 */
export const kennzahlFestlegen = command({
  name: 'kennzahlen.kennzahlFestlegen',
  input: Type.Object(
    { id: Type.Optional(Id), kriteriumId: Type.Optional(Id), ...Felder }, { additionalProperties: false }
  ),
  allow: can('kennzahlen.verwalten')(),
  async run(ctx, { id: eigene, kriteriumId, ...angaben }) {
    const neu = await pruefe(ctx, angaben)
    const id = eigene ?? newId()
    await kennzahlen(ctx.tx).insertInto('kennzahlen.kennzahl').values({
      id, kriterium_id: kriteriumId ?? null, created_at: ctx.now, stillgelegt_am: null, stillgelegt_grund: null,
      ...spalten(neu),
    }).execute()
    ctx.emit(kennzahlFestgelegt(id, { zielId: neu.zielId, quelle: neu.quelle }))
    return { id }
  },
})

/** Changes a definition; old and new value of every field stay readable. `version` is the one that the person saw. */
export const kennzahlAendern = command({
  name: 'kennzahlen.kennzahlAendern',
  input: Type.Object({ id: Id, version: Type.Integer({ minimum: 1 }), ...Felder }, { additionalProperties: false }),
  allow: can('kennzahlen.verwalten').on(zugriffAufKennzahl, { sehen: 'kennzahlen.lesen' }),
  async run(ctx, { id, version, ...angaben }) {
    const alt = await sperreKennzahl(ctx.tx, id)
    if (alt.version !== version) throw new Conflict(
      'kennzahlen.geaendert',
      'Jemand hat diese Kennzahl inzwischen geändert. Ihre Eingaben stehen noch im Formular. Öffnen Sie die Kennzahl in einem zweiten Fenster, vergleichen Sie, und ändern Sie sie noch einmal.'
    )
    const neu = await pruefe(ctx, angaben, alt)
    const [vorher, nachher] = [alsAngaben(alt), alsAngaben(neu)]
    const felder = ANGABENNAMEN.filter((feld) => vorher[feld] !== nachher[feld])
    if (felder.length === 0) return ctx.unchanged()
    await kennzahlen(ctx.tx)
      .updateTable('kennzahlen.kennzahl')
      .set({ ...spalten(neu), version: version + 1 })
      .where('id', '=', id)
      .execute()
    await kennzahlen(ctx.tx).insertInto('kennzahlen.aenderung').values(felder.map((feld) => ({
      id: newId(), kennzahl_id: id, version: version + 1, feld: ANGABEN[feld], alt: vorher[feld], neu: nachher[feld],
      akteur_id: ctx.actor.id, am: ctx.now,
    }))).execute()
    ctx.emit(kennzahlGeaendert(id, { version: version + 1, felder }))
  },
})

async function pruefe({ tx, actor, today }: CommandContext, angaben: Angaben, alt?: Kennzahl): Promise<Festlegung> {
  const fehler: Feldfehler[] = []
  const neu = leseFestlegung(angaben, today, fehler)
  if (angaben.zielId !== '' && angaben.zielId !== alt?.zielId && (await findObjekt(
    tx, uuidOderNichts(angaben.zielId)
  ))?.art !== 'ziel') fehler.push({ feld: 'zielId', text: 'Bitte wählen Sie ein Ziel aus der Liste.' })
  if (angaben.einheitId !== '' && !(await einheitenById(tx, [uuidOderNichts(angaben.einheitId)])).size) fehler.push({
    feld: 'einheitId', text: 'Bitte wählen Sie eine Einheit aus der Liste.',
  })
  if (alt && neu && neu.art !== alt.art && await hatWerte(tx, alt.id)) fehler.push({
    feld: 'art', text: 'Diese Kennzahl hat schon Werte. Legen Sie für eine andere Art eine neue Kennzahl an.',
  })
  const gleicher = await kennzahlen(tx)
    .selectFrom('kennzahlen.kennzahl')
    .select('id')
    .where((where) => where(where.fn('lower', ['name']), '=', angaben.name.toLowerCase()))
    .where('stillgelegt_am', 'is', null)
    .executeTakeFirst()
  if (gleicher && gleicher.id !== alt?.id && alt?.stillgelegtAm == null) fehler.push({
    feld: 'name', text: 'Eine Kennzahl mit diesem Namen gibt es schon. Wählen Sie einen anderen.',
  })
  if (!neu || fehler.length > 0) throw new Invalid(fehler)
  if (actor.art !== 'system' && !holds(
    actor, 'kennzahlen.verwalten', { einheitId: neu.einheitId }
  )) throw new Forbidden()
  return neu
}

const NIEMAND = '00000000-0000-0000-0000-000000000000'
const uuidOderNichts = (text: string): string =>
  (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : NIEMAND)

const hatWerte = async (tx: CommandContext['tx'], id: string): Promise<boolean> =>
  (await kennzahlen(tx)
    .selectFrom('kennzahlen.wert')
    .select('id')
    .where('kennzahl_id', '=', id)
    .limit(1)
    .executeTakeFirst()) !== undefined

const spalten = (neu: Festlegung) => ({
  ziel_id: neu.zielId, name: neu.name, definition: neu.definition, art: neu.art, masseinheit: neu.masseinheit,
  nachkomma: neu.nachkomma, richtung: neu.richtung, summierbar: neu.summierbar, einheit_id: neu.einheitId,
  haeufigkeit: neu.haeufigkeit, quelle: neu.quelle,
  ausgangswert: neu.ausgangswert === null ? null : alsText(neu.ausgangswert), ausgang_am: neu.ausgangAm,
  zielwert: neu.zielwert === null ? null : alsText(neu.zielwert), ziel_am: neu.zielAm,
})

/** As a form shows it, and as the history keeps it. */
export const alsAngaben = (eine: Festlegung): Angaben => ({
  name: eine.name, definition: eine.definition, zielId: eine.zielId ?? '', quelle: eine.quelle ?? '', art: eine.art,
  masseinheit: eine.masseinheit, nachkomma: String(eine.nachkomma), richtung: eine.richtung,
  summierbar: eine.summierbar ? 'ja' : '', einheitId: eine.einheitId ?? '', haeufigkeit: eine.haeufigkeit,
  ausgangswert: eine.ausgangswert === null ? '' : alsEingabe(eine.ausgangswert),
  ausgangAm: eine.ausgangAm ? formatDate(eine.ausgangAm) : '',
  zielwert: eine.zielwert === null ? '' : alsEingabe(eine.zielwert), zielAm: eine.zielAm ? formatDate(eine.zielAm) : '',
})
