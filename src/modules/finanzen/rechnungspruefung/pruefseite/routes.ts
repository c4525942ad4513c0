import { Type } from 'typebox'
import { Invalid } from '../../../../platform/errors.js'
import { access, antwort, api, form, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { ergebnisSeite, pruefSeite } from './page.js'
import { begrenze, empfangen, GRENZE, HOECHSTENS_BYTES, pruefe, zulassen, type Datei } from './pruefen.js'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(typ: T) => Type.Union([typ, Type.Null()])

const Befund = Type.Object({
  rule: Type.String({ description: 'Amtliche Kennung wie BR-DE-15; XSD für den Aufbau, XML und PDF für unlesbare Dateien, BT-24 für die Spezifikation' }),
  level: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('information')]),
  location: Type.String({ description: 'XPath' }), bt: Type.String({ description: 'Betroffene Angaben, zum Beispiel BT-31, BT-32' }),
  message: Type.String({ description: 'Englisch' }), text: Type.String({ description: 'Deutsch, mit dem, was zu tun ist' }),
})

const Pruefbericht = Type.Object({
  file: nullable(Type.String()), valid: Type.Boolean({ description: 'Die Rechnung würde angenommen' }),
  syntax: nullable(Type.String()), profile: nullable(Type.String()), customizationId: nullable(Type.String()),
  findings: Type.Array(Befund), ms: Type.Number(),
})

async function dateiDerAnfrage(c: RequestContext): Promise<Datei | undefined> {
  if (c.bytes) return { name: '', bytes: c.bytes }
  return c.header('content-type')?.startsWith('multipart/') ? empfangen(c) : undefined
}

export const routes: readonly Route[] = [
  ...form({
    path: '/e-rechnung', access: access.public, multipart: true,
    show: async (c, zustand) => pruefSeite(c, zustand),
    async submit(c) {
      await begrenze(c)
      const datei = zulassen(await empfangen(c))
      return ergebnisSeite(c, datei.name, await pruefe(c, datei, true))
    },
  }),
  api({
    method: 'POST', path: '/api/rechnung/pruefung', access: access.public, multipart: true,
    // Room for the frame of a multipart body and for a clear answer to what is a little too large.
    bodyLimit: HOECHSTENS_BYTES * 1.5, grenze: GRENZE,
    api: { titel: 'E-Rechnung prüfen', antwort: Pruefbericht, dateitypen: ['application/xml', 'application/pdf', 'multipart/form-data'] },
    async handle(c) {
      const { report } = await pruefe(c, zulassen(await dateiDerAnfrage(c)), false)
      const { file, valid, syntax, profile, customizationId, findings, ms } = report
      if (!syntax) throw new Invalid(findings.map(({ text }) => ({ feld: 'datei', text })), 'Die Datei ist keine E-Rechnung.')
      return antwort({ file: file ?? null, valid, syntax, profile: profile ?? null, customizationId: customizationId ?? null, findings, ms })
    },
  }),
]
