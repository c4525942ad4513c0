import type { Route } from '../../../../platform/http/route.js'

interface Eintrag { readonly raum: string; readonly route: Pick<Route, 'method' | 'path' | 'access' | 'art' | 'api'> }

const problem = (text: string) => ({ description: text, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

/** The API of all rooms as OpenAPI 3.1: made from the routes themselves, so that it cannot say anything else than they do. */
export function beschreibung(eintraege: readonly Eintrag[], stadt: string): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const { raum, route } of eintraege) {
    if (route.art !== 'api' || !route.api) continue
    const pfad = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[pfad] = { ...paths[pfad], [route.method.toLowerCase()]: vorgang(raum, route, route.api) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `Stadtkern ${stadt}`, version: '1', description: 'Schnittstelle des digitalen Rathauses. Fehler kommen als Problembeschreibung nach RFC 9457.' },
    paths,
    components: {
      securitySchemes: { zugangsschluessel: { type: 'http', scheme: 'bearer', description: 'Schlüssel eines Dienstkontos' } },
      schemas: {
        Problem: {
          type: 'object', required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string', format: 'uri' }, title: { type: 'string' }, status: { type: 'integer' }, instance: { type: 'string' },
            felder: { type: 'array', items: { type: 'object', required: ['feld', 'text'], properties: { feld: { type: 'string' }, text: { type: 'string' } } } },
          },
        },
      },
    },
  }
}

const dateischema = (typ: string) => typ.startsWith('multipart/')
  ? { type: 'object', required: ['datei'], properties: { datei: { type: 'string', format: 'binary' } } }
  : { type: 'string', format: 'binary' }

function vorgang(raum: string, route: Eintrag['route'], { titel, body, antwort, dateitypen }: NonNullable<Route['api']>): object {
  const namen = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const schreibt = route.method !== 'GET' && !dateitypen
  return {
    summary: titel, tags: [raum], operationId: `${route.method.toLowerCase()}_${route.path.replaceAll(/\W+/g, '_').replace(/^_|_$/g, '')}`,
    ...(route.access.art === 'oeffentlich' ? { security: [] } : { security: [{ zugangsschluessel: [] }] }),
    parameters: [
      ...namen.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...(schreibt ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 }, description: 'Derselbe Schlüssel noch einmal gibt dieselbe Antwort und tut nichts.' }] : []),
    ],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(dateitypen ? { requestBody: { required: true, content: Object.fromEntries(dateitypen.map((typ) => [typ, { schema: dateischema(typ) }])) } } : {}),
    responses: {
      [schreibt ? '201' : '200']: { description: titel, ...(antwort ? { content: { 'application/json': { schema: antwort } } } : {}) },
      ...(route.access.art === 'oeffentlich' ? {} : { 401: problem('Ein gültiger Zugangsschlüssel fehlt'), 403: problem('Das Recht fehlt'), 404: problem('Gibt es hier nicht') }),
      ...(dateitypen ? { 413: problem('Zu groß'), 422: problem('Die Datei ist nicht das, was hier erwartet wird'), 429: problem('Zu viele Anfragen') } : {}),
      ...(schreibt ? { 409: problem('Schlüssel mit anderem Inhalt verwendet, oder der Stand lässt es nicht zu'), 413: problem('Zu groß'), 422: problem('Angaben falsch, mit allen Feldern') } : {}),
    },
  }
}
