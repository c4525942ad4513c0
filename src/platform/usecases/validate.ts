import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Invalid, type Feldfehler } from '../errors.js'

type Compiled = ReturnType<typeof Compile>
const compiled = new WeakMap<TSchema, Compiled>()

/** Checks input against a schema; throws Invalid with every wrong field and a sentence for each, in German and in English. */
export function validate<S extends TSchema>(schema: S, value: unknown): Static<S> {
  let check = compiled.get(schema)
  if (!check) { check = Compile(schema as TSchema) as Compiled; compiled.set(schema, check) }
  if (check.Check(value)) return value as Static<S>
  throw new Invalid(readable(check.Errors(value) as unknown as SchemaError[]))
}

interface SchemaError { keyword: string; instancePath: string; params: Record<string, unknown>; message: string }

function readable(errors: readonly SchemaError[]): Feldfehler[] {
  const felder = new Map<string, Satz>()
  for (const error of errors) {
    const base = error.instancePath.slice(1).replaceAll('/', '.')
    const names = error.keyword === 'required' ? (error.params['requiredProperties'] as string[]).map((name) => (base ? `${base}.${name}` : name)) : [base]
    for (const name of names) if (!felder.has(name)) felder.set(name, sentence(error))
  }
  // What TypeBox says about the whole object repeats what it said about the fields.
  if (felder.size > 1) felder.delete('')
  return [...felder].map(([feld, [text, en]]) => ({ feld, text, en }))
}

type Satz = readonly [de: string, en: string]

const LEER: Satz = ['Bitte füllen Sie dieses Feld aus.', 'Please fill in this field.']

function sentence({ keyword, params }: SchemaError): Satz {
  const limit = String(params['limit'] ?? '')
  switch (keyword) {
    case 'required': return LEER
    case 'minLength': return limit === '1' ? LEER : [`Bitte geben Sie mindestens ${limit} Zeichen ein.`, `Please enter at least ${limit} characters.`]
    case 'maxLength': return [`Bitte geben Sie höchstens ${limit} Zeichen ein.`, `Please enter no more than ${limit} characters.`]
    case 'minimum': return [`Der Wert muss mindestens ${limit} sein.`, `The value has to be at least ${limit}.`]
    case 'maximum': return [`Der Wert darf höchstens ${limit} sein.`, `The value can be ${limit} at most.`]
    case 'minItems': return [`Bitte geben Sie mindestens ${limit} an.`, `Please give at least ${limit}.`]
    case 'maxItems': return [`Bitte geben Sie höchstens ${limit} an.`, `Please give no more than ${limit}.`]
    case 'enum': case 'const': case 'anyOf': return ['Bitte wählen Sie einen der angebotenen Werte.', 'Please choose one of the values offered.']
    case 'type': return ['Dieser Wert hat nicht die erwartete Art.', 'This value is not of the expected kind.']
    case 'additionalProperties': case 'boolean': return ['Dieses Feld ist nicht bekannt.', 'This field is not known.']
    default: return ['Bitte prüfen Sie diese Angabe.', 'Please check this entry.']
  }
}
