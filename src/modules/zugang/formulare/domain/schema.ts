import { Ajv2020 } from 'ajv/dist/2020.js'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { istEmail } from '../fragen/email/typ.js'
import { istGeburtsdatum } from '../fragen/geburtsdatum/typ.js'
import { istIban } from '../fragen/iban/pruefziffer.js'
import { typVon } from '../fragen/index.js'
import { istKennzeichen } from '../fragen/kennzeichen/typ.js'
import { istTelefon } from '../fragen/telefon/typ.js'
import { alleFragen } from './formular.js'
import type { Formular, Frage, JsonSchema, Meldung } from './formular.js'

const FORMATE: Readonly<Record<string, (wert: string) => boolean>> = {
  'date': (wert) => wert.length === 10 && istGeburtsdatum(wert),
  'geburtsdatum': istGeburtsdatum,
  'email': istEmail,
  'telefon': istTelefon,
  'iban': istIban,
  'kennzeichen': istKennzeichen,
  'plz': (wert) => /^\d{5}$/u.test(wert),
}

/**
 * Strict, without `$data`, and without a loader, so that no schema can reach out to a network. Only `strictRequired` is
 * off: an address requires in `then` what its `properties` describe one level up.
 */
export const neuesAjv = (): Ajv2020 =>
  new Ajv2020({ strict: true, strictRequired: false, allErrors: true, $data: false, validateFormats: true,
    formats: FORMATE })

export const schemaVon = (frage: Frage): JsonSchema | undefined => typVon(frage.typ).schema(frage, schemaVon)

/**
 * The contract of a submission as JSON Schema 2020-12 (B2-09), the same for browser, API, FIT-Connect and archive.
 * Unconditional mandatory questions are `required`; conditions are FEEL and checked by `validateSubmission`.
 */
export const submissionSchema = (formular: Formular): JsonSchema => {
  const fragen = alleFragen(formular).map(({ seite, frage }) => ({ seite, frage, schema: schemaVon(frage) }))
    .filter(({ schema }) => schema !== undefined)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:stadtkern:formular:${formular.name}:${formular.version}`,
    title: typeof formular.titel === 'string' ? formular.titel : formular.titel.de,
    type: 'object',
    additionalProperties: false,
    required: fragen.filter(({ seite, frage }) =>
      frage.pflicht === true && frage.typ !== 'datei' && frage.wenn === undefined && seite.wenn === undefined)
      .map(({ frage }) => frage.name),
    properties: Object.fromEntries(fragen.map(({ frage, schema }) => [frage.name, schema])),
  }
}

interface Geprueft { readonly ganz: ValidateFunction, readonly einzeln: Map<string, ValidateFunction | undefined>,
  readonly ajv: Ajv2020 }
/** Compiling takes milliseconds, a form is one object for its life: so it is done once. */
const geprueft = new WeakMap<Formular, Geprueft>()

const pruefer = (formular: Formular): Geprueft => {
  const vorhanden = geprueft.get(formular)
  if (vorhanden !== undefined) return vorhanden
  const ajv = neuesAjv()
  const neu = { ganz: ajv.compile(submissionSchema(formular)), einzeln: new Map(), ajv }
  geprueft.set(formular, neu)
  return neu
}

const CODES: Readonly<Record<string, string>> = {
  maxLength: 'zu_lang', minLength: 'zu_kurz', pattern: 'muster', minimum: 'zu_klein', maximum: 'zu_gross',
  minItems: 'zu_wenige', maxItems: 'zu_viele', uniqueItems: 'doppelt', enum: 'auswahl_unbekannt', const: 'bestaetigung',
  type: 'typ', additionalProperties: 'unbekannt', unevaluatedProperties: 'unbekannt', minProperties: 'pflicht',
  required: 'pflicht_text',
}
const FORMAT_CODES: Readonly<Record<string, string>> = { date: 'datum', geburtsdatum: 'datum' }

/** A finding of Ajv with the path from the root, in the words of this room. */
export interface SchemaMeldung extends Meldung { readonly pfad: readonly string[], readonly laenge?: boolean }

const uebersetzt = ({ keyword, instancePath, params }: ErrorObject): SchemaMeldung[] => {
  // `if` only says that one of its branches failed, which is reported by itself.
  if (keyword === 'if') return []
  const unten: unknown = params['missingProperty'] ?? params['additionalProperty']
  const pfad = [...instancePath.split('/').slice(1).map((teil) => teil.replaceAll('~1', '/').replaceAll('~0', '~')),
    ...(typeof unten === 'string' ? [unten] : [])]
  const format: unknown = params['format']
  if (typeof format === 'string') return [{ pfad, code: FORMAT_CODES[format] ?? format }]
  const limit: unknown = params['limit']
  return [{
    pfad, code: CODES[keyword] ?? 'typ',
    ...(typeof limit === 'number' ? { werte: { grenze: limit } } : {}),
    ...(keyword.endsWith('Length') ? { laenge: true } : {}),
  }]
}

/** All findings of the schema on a whole submission. */
export const schemaMeldungen = (formular: Formular, daten: unknown): SchemaMeldung[] => {
  const { ganz } = pruefer(formular)
  return ganz(daten) ? [] : (ganz.errors ?? []).flatMap(uebersetzt)
}

/** The same schema on the value of one question; the path begins inside the question. */
export const frageMeldungen = (formular: Formular, frage: Frage, wert: unknown): SchemaMeldung[] => {
  const { einzeln, ajv } = pruefer(formular)
  if (!einzeln.has(frage.name)) {
    const schema = schemaVon(frage)
    einzeln.set(frage.name, schema === undefined ? undefined : ajv.compile(schema))
  }
  const pruefe = einzeln.get(frage.name)
  return pruefe === undefined || pruefe(wert) ? [] : (pruefe.errors ?? []).flatMap(uebersetzt)
}
