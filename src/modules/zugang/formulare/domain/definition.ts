import { FRAGETYPEN } from '../fragen/index.js'
import type { JsonSchema } from './formular.js'
import type { FrageTyp } from './fragetyp.js'

/** Names stand in FEEL, in JSON and in HTML; so they are simple. */
const NAME = { type: 'string', pattern: '^[a-z][a-zA-Z0-9_]{0,59}$' }
const TEXT = { $ref: '#/$defs/text' }
const FEEL = { type: 'string', minLength: 1, maxLength: 1000 }

const GEMEINSAM: JsonSchema = {
  name: NAME, label: TEXT, ausgabe: TEXT, hilfe: TEXT, erlaeuterung: TEXT, wenn: FEEL, pflicht: { type: 'boolean' },
  regeln: {
    type: 'array',
    items: {
      type: 'object', required: ['feel', 'text'], additionalProperties: false,
      properties: { feel: FEEL, text: TEXT, stufe: { type: 'string', enum: ['fehler', 'hinweis'] } },
    },
  },
  fehlertexte: { type: 'object', additionalProperties: TEXT },
  feldId: { type: 'string', pattern: String.raw`^[FG]\d{3,12}$` },
  rechtsgrundlage: { type: 'string', minLength: 3 },
  autocomplete: { type: 'string' },
  nutzerkonto: {
    type: 'object', required: ['angabe'], additionalProperties: false,
    properties: { angabe: { type: 'string', enum: ['name', 'anschrift', 'geburtsdatum', 'email'] }, gesperrt: { type: 'boolean' } },
  },
  frueher: { type: 'array', items: NAME },
  unterschrift: { type: 'boolean' },
}

const frageSchema = (typ: string, { eigenschaften, noetig = [] }: FrageTyp): JsonSchema => ({
  type: 'object',
  required: ['typ', 'name', 'label', ...noetig],
  additionalProperties: false,
  properties: { typ: { type: 'string', const: typ }, ...GEMEINSAM, ...eigenschaften },
})

const ART13 = ['verantwortlich', 'datenschutzbeauftragte', 'zweck', 'rechtsgrundlage', 'empfaenger', 'speicherdauer',
  'rechte']

/** JSON Schema 2020-12 of `formular.json`, put together from the kinds of questions. */
export const definitionSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:stadtkern:formular-definition:1',
  title: 'Stadtkern: Definition eines Formulars',
  type: 'object',
  required: ['format', 'name', 'version', 'titel', 'schriftform', 'datenschutz', 'seiten'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    format: { type: 'string', const: 'stadtkern-formular/1' },
    name: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,79}$' },
    version: { type: 'string', pattern: String.raw`^\d+\.\d+(?:\.\d+)?$` },
    titel: TEXT,
    leistung: { type: 'string', pattern: String.raw`^99\d{12}$` },
    schriftform: { type: 'string', enum: ['keine', 'ozg_9a5', 'vwvfg_3a', 'papier'] },
    datenschutz: {
      type: 'object', required: ART13, additionalProperties: false,
        properties: Object.fromEntries(ART13.map((feld) => [feld, TEXT])),
    },
    seiten: { type: 'array', minItems: 1, items: { $ref: '#/$defs/seite' } },
  },
  $defs: {
    text: {
      oneOf: [
        { type: 'string', minLength: 1 },
        {
          type: 'object', required: ['de'], additionalProperties: false,
          properties: { de: { type: 'string', minLength: 1 }, en: { type: 'string', minLength: 1 } },
        },
      ],
    },
    seite: {
      type: 'object', required: ['name', 'titel', 'fragen'], additionalProperties: false,
      properties: {
        name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,59}$' }, titel: TEXT, einleitung: TEXT, wenn: FEEL,
        art: { type: 'string', enum: ['fragen', 'vorpruefung', 'ergebnis', 'datenschutz'] },
        fragen: { type: 'array', items: { $ref: '#/$defs/frage' } },
      },
    },
    frage: {
      type: 'object', required: ['typ'],
      discriminator: { propertyName: 'typ' },
      oneOf: Object.keys(FRAGETYPEN).map((typ) => ({ $ref: `#/$defs/frage_${typ}` })),
    },
    ...Object.fromEntries(Object.entries(FRAGETYPEN).map(([typ, art]) => [`frage_${typ}`, frageSchema(typ, art)])),
  },
})
