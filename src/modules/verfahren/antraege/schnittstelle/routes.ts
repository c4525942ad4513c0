import { Readable } from 'node:stream'
import { Type, type Static } from 'typebox'
import { Invalid, StorageFull } from '../../../../platform/errors.js'
import { access, antwort, api, type RequestContext } from '../../../../platform/http/route.js'
import { tryStoreUpload, type UploadType } from '../../../../platform/uploads/index.js'
import { Text } from '../../../../platform/usecases/schema.js'
import { validate } from '../../../../platform/usecases/validate.js'
import { antragEinreichen, type AnhangEingabe } from '../einreichen/command.js'
import { beispielNummer } from '../konto/beispiel.js'
import { beschreibung } from './openapi.js'
import { antragAuskunft, leistungFuerAntrag, vorgangAuskunft } from './query.js'

/** One file: what the form allows may be less. */
const MAX_DATEI = 20_000_000
const ARTEN: readonly UploadType[] = ['pdf', 'jpg', 'png', 'heic', 'tif']

const Antrag = Type.Object({
  daten: Type.Record(Type.String({ maxLength: 100 }), Type.Unknown(), { description: 'Antworten nach dem Schema des Formulars' }),
  anhaenge: Type.Optional(Type.Array(Type.Object({
    slot: Text(100), dateiname: Text(255), inhaltBase64: Type.String({ maxLength: Math.ceil(MAX_DATEI / 3) * 4, description: 'RFC 4648, Abschnitt 4' }),
  }, { additionalProperties: false }), { maxItems: 20 })),
  kontakt: Type.Optional(Type.Object({ name: Text(300), email: Type.Optional(Text(254)) }, { additionalProperties: false })),
  anschrift: Type.Optional(Type.Array(Text(200), { maxItems: 6 })),
}, { additionalProperties: false })

const Eingereicht = Type.Object({
  vorgangsnummer: Type.String(), aktenzeichen: Type.String(), status: Type.String(), eingangAm: Type.String({ format: 'date-time' }),
  anhaenge: Type.Array(Type.Object({ dateiname: Type.String(), sha256: Type.String() })),
})
const Dokument = Type.Object({
  betreff: Type.String(), typ: Type.String(), richtung: Type.String(), datum: Type.String({ format: 'date' }), dateiname: Type.String(), mime: Type.String(),
  groesse: Type.Integer(), sha256: Type.String(),
})
const Antragstand = Type.Object({
  vorgangsnummer: Type.String(), aktenzeichen: Type.String(), leistung: Type.String(), status: Type.String(), statusText: Type.String(),
  eingangAm: Type.String({ format: 'date-time' }), eingangDatum: Type.String({ format: 'date' }),
  verlauf: Type.Array(Type.Object({ status: Type.String(), seit: Type.String({ format: 'date-time' }) })), dokumente: Type.Array(Dokument),
})
const Vorgangstand = Type.Object({
  vorgangsnummer: Type.String(), kennzeichen: Type.String(), betreff: Type.String(), akte: Type.Object({ aktenzeichen: Type.String() }), dokumente: Type.Array(Dokument),
  aufgaben: Type.Array(Type.Object({ titel: Type.String(), gruppe: Type.String(), status: Type.String() })),
  ereignisse: Type.Array(Type.Object({ typ: Type.String(), zeitpunkt: Type.String({ format: 'date-time' }), akteur: Type.String() })),
})

/** Decodes and stores the files before the command; what is wrong with any of them is said for all at once. */
async function speichere(c: RequestContext, anhaenge: NonNullable<Static<typeof Antrag>['anhaenge']>): Promise<Static<typeof AnhangEingabe>[]> {
  const fehler: { feld: string; text: string }[] = []
  const gespeichert: Static<typeof AnhangEingabe>[] = []
  for (const [index, { slot, dateiname, inhaltBase64 }] of anhaenge.entries()) {
    const feld = `anhaenge.${index}.inhaltBase64`
    if (inhaltBase64.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(inhaltBase64)) { fehler.push({ feld, text: `„${dateiname}“ ist nicht in Base64 nach RFC 4648 kodiert.` }); continue }
    const stored = await tryStoreUpload(c.app, c.mandant.id, { feld, dateiname, stream: Readable.from([Buffer.from(inhaltBase64, 'base64')]) }, { allowed: ARTEN, maxBytes: MAX_DATEI })
    if (!stored.ok && stored.code === 'speicherVoll') throw new StorageFull()
    if (!stored.ok) { fehler.push({ feld, text: `„${stored.dateiname}“: ${stored.text}` }); continue }
    const { sha256, size, mime, pruefstatus } = stored
    gespeichert.push({ slot, dateiname: stored.dateiname, sha256, size, mime, pruefstatus })
  }
  if (fehler.length > 0) throw new Invalid(fehler)
  return gespeichert
}

function schluesselVon(c: RequestContext): string {
  const schluessel = c.header('idempotency-key')
  if (!schluessel || !/^[\x21-\x7e]{1,200}$/.test(schluessel)) {
    throw new Invalid([{ feld: 'Idempotency-Key', text: 'Bitte senden Sie im Kopf „Idempotency-Key“ einen eigenen Schlüssel je Antrag mit 1 bis 200 Zeichen, zum Beispiel eine UUID.' }])
  }
  // Two interfaces may by chance use the same key.
  return `${c.actor.id}:${schluessel}`
}

export const routes = [
  api({
    method: 'POST', path: '/api/antraege/:leistung', access: access.service('antrag.einreichen'), api: { titel: 'Antrag einreichen', body: Antrag, antwort: Eingereicht },
    async handle(c) {
      const schluessel = schluesselVon(c)
      const { daten, anhaenge = [], kontakt, anschrift } = validate(Antrag, c.json)
      const { leistungsversionId } = await c.ask(leistungFuerAntrag, { leistung: c.params['leistung'] ?? '' })
      const { vorgangId: _, ...ergebnis } = await c.execute(antragEinreichen, {
        leistungsversionId, daten, anhaenge: await speichere(c, anhaenge), kanal: 'api', zustellung: 'post', ...(kontakt ? { kontakt } : {}), ...(anschrift ? { anschrift } : {}),
      }, { schluessel })
      return antwort(ergebnis, 201, { headers: { location: `/api/antraege/${ergebnis.vorgangsnummer}` } })
    },
  }),
  api({
    method: 'GET', path: '/api/antraege/:vorgangsnummer', access: access.service(), api: { titel: 'Stand eines Antrags', antwort: Antragstand }, beispiel: beispielNummer('/api/antraege/'),
    handle: async (c) => antwort(await c.ask(antragAuskunft, { nummer: c.params['vorgangsnummer'] ?? '' })),
  }),
  api({
    method: 'GET', path: '/api/vorgaenge/:vorgangsnummer', access: access.service('vorgang.lesen'), api: { titel: 'Ein Vorgang mit Dokumenten, Aufgaben und Ereignissen', antwort: Vorgangstand },
    beispiel: beispielNummer('/api/vorgaenge/'),
    handle: async (c) => antwort(await c.ask(vorgangAuskunft, { nummer: c.params['vorgangsnummer'] ?? '' })),
  }),
  api({
    method: 'GET', path: '/api/openapi.json', access: access.public,
    handle: async (c) => antwort(beschreibung(c.app.module.flatMap(({ name, routes = [] }) => routes.map((route) => ({ raum: name, route }))), c.mandant.name)),
  }),
]
