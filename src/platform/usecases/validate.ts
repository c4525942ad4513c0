import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Invalid, type Feldfehler } from '../errors.js'

type Compiled = ReturnType<typeof Compile>
const compiled = new WeakMap<TSchema, Compiled>()

/** Checks input against a schema; throws Invalid with every wrong field and a German sentence for each. */
export function validate<S extends TSchema>(schema: S, value: unknown): Static<S> {
  let check = compiled.get(schema)
  if (!check) { check = Compile(schema as TSchema) as Compiled; compiled.set(schema, check) }
  if (check.Check(value)) return value as Static<S>
  throw new Invalid(readable(check.Errors(value) as unknown as SchemaError[]))
}

interface SchemaError { keyword: string; instancePath: string; params: Record<string, unknown>; message: string }

function readable(errors: readonly SchemaError[]): Feldfehler[] {
  const felder = new Map<string, string>()
  for (const error of errors) {
    const base = error.instancePath.slice(1).replaceAll('/', '.')
    const names = error.keyword === 'required' ? (error.params['requiredProperties'] as string[]).map((name) => (base ? `${base}.${name}` : name)) : [base]
    for (const name of names) if (!felder.has(name)) felder.set(name, sentence(error))
  }
  // What TypeBox says about the whole object repeats what it said about the fields.
  if (felder.size > 1) felder.delete('')
  return [...felder].map(([feld, text]) => ({ feld, text }))
}

function sentence({ keyword, params }: SchemaError): string {
  const limit = String(params['limit'] ?? '')
  switch (keyword) {
    case 'required': return 'Bitte füllen Sie dieses Feld aus.'
    case 'minLength': return limit === '1' ? 'Bitte füllen Sie dieses Feld aus.' : `Bitte geben Sie mindestens ${limit} Zeichen ein.`
    case 'maxLength': return `Bitte geben Sie höchstens ${limit} Zeichen ein.`
    case 'minimum': return `Der Wert muss mindestens ${limit} sein.`
    case 'maximum': return `Der Wert darf höchstens ${limit} sein.`
    case 'minItems': return `Bitte geben Sie mindestens ${limit} an.`
    case 'maxItems': return `Bitte geben Sie höchstens ${limit} an.`
    case 'enum': case 'const': case 'anyOf': return 'Bitte wählen Sie einen der angebotenen Werte.'
    case 'type': return 'Dieser Wert hat nicht die erwartete Art.'
    case 'additionalProperties': case 'boolean': return 'Dieses Feld ist nicht bekannt.'
    default: return 'Bitte prüfen Sie diese Angabe.'
  }
}
