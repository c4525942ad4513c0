import { Type } from 'typebox'
import { findObjekt, kontenIn, objektart, objektbezuege, satzVon, searchEvents, titelVon, type StoredEvent } from '../../../../platform/events/index.js'
import { can } from '../../../../platform/usecases/allow.js'
import { isUuid, type Tx } from '../../../../platform/database/database.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { kontenById, personalSuchen, type Konto } from '../../konten/index.js'

/** One line of the log as a person reads it. */
export interface Protokollzeile {
  readonly id: string; readonly zeitpunkt: Temporal.Instant; readonly typ: string; readonly titel: string
  readonly wer: string
  /** Sign-in name of the employee, to ask for all that this person did. */
  readonly kennung: string | undefined
  /** The absent person in whose place it was done (i. V.). */
  readonly fuer: string | undefined
  readonly satz: string; readonly grund: string | undefined
  readonly objektart: string; readonly objektId: string; readonly objekt: string; readonly objektHref: string | undefined; readonly objektRecht: string | undefined
  readonly vorgang: string | undefined
}

const Eingabe = Type.Object({
  typ: Type.Optional(Type.String({ maxLength: 100 })), wer: Type.Optional(Type.String({ maxLength: 100 })), objekt: Type.Optional(Type.String({ maxLength: 120 })),
  von: Type.Optional(Type.String({ maxLength: 10 })), bis: Type.Optional(Type.String({ maxLength: 10 })), vor: Type.Optional(Type.String({ maxLength: 36 })), limit: Type.Integer({ minimum: 1, maximum: 1001 }),
}, { additionalProperties: false })

/** The log, newest first. Reading it is on record too: it says what people did (K4-01). */
export const protokollLesen = query({
  name: 'verwaltung.protokollLesen',
  input: Eingabe,
  allow: can('protokoll.lesen')(),
  personenbezogen: ({ wer, objekt }) => `protokoll:${wer ?? ''}:${objekt ?? ''}`,
  async run({ tx }, { typ, wer, objekt, von, bis, vor, limit }): Promise<Protokollzeile[]> {
    const objektId = objekt && !isUuid(objekt) ? await findObjekt(tx, objekt) ?? objekt : objekt
    const events = await searchEvents(tx, { typ, akteurIds: wer ? await personalSuchen(tx, wer) : undefined, objektId, von, bis, vor }, limit)
    return inWorten(tx, events)
  },
})

async function inWorten(tx: Tx, events: readonly StoredEvent[]): Promise<Protokollzeile[]> {
  const konten = await kontenById(tx, kontenIn(events))
  const bezuege = await objektbezuege(tx, [...events.map(({ objekt }) => objekt), ...events.flatMap(({ vorgangId }) => (vorgangId ? [{ art: 'vorgang', id: vorgangId }] : []))])
  const namen = (id: string) => nameVon(konten.get(id))
  return events.map((event) => {
    const { objekt } = event
    const bezug = bezuege.get(`${objekt.art}:${objekt.id}`)
    return {
      id: event.id, zeitpunkt: event.zeitpunkt, typ: event.typ, titel: titelVon(event.typ), wer: werWar(event, konten), kennung: personalkennung(event, konten), fuer: event.akteur.fuer ? namen(event.akteur.fuer) : undefined,
      satz: satzVon(event, namen), grund: event.grund, objektart: objektart(objekt.art).name, objektId: objekt.id, objekt: bezug?.text ?? '', objektHref: bezug?.href, objektRecht: objektart(objekt.art).recht,
      vorgang: event.vorgangId && objekt.art !== 'vorgang' ? bezuege.get(`vorgang:${event.vorgangId}`)?.text : undefined,
    }
  })
}

/** The name of a citizen has no business in a list of all that happened. */
const nameVon = (konto: Konto | undefined): string => (konto === undefined ? 'früheres Konto' : konto.art === 'buerger' ? 'Bürgerkonto' : konto.name)

function personalkennung({ akteur }: StoredEvent, konten: ReadonlyMap<string, Konto>): string | undefined {
  const konto = akteur.id ? konten.get(akteur.id) : undefined
  return konto?.art === 'personal' ? konto.kennung : undefined
}

function werWar({ akteur: { art, id } }: StoredEvent, konten: ReadonlyMap<string, Konto>): string {
  const konto = id ? konten.get(id) : undefined
  if (konto) return nameVon(konto)
  return { buerger: 'Bürgerkonto', gast: 'Gast', system: 'System', verfahren: 'Verfahren', dienst: 'Schnittstelle' }[art] ?? 'Konto'
}
