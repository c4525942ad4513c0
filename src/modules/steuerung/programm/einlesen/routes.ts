import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { PFAD } from '../anzeige.js'
import { alsText, quellname } from '../cli.js'
import { GRENZEN } from '../domain/einlesen/yaml.js'
import { planEinlesen } from './command.js'
import { einlesenPage, pruefberichtPage } from './page.js'
import { planPruefen } from './query.js'

const zugang = access.staff('programm.verwalten')

async function pruefe(c: RequestContext): Promise<Reply> {
  let [bytes, name] = [Buffer.alloc(0), 'plan']
  await c.multipart(async ({ stream, dateiname }) => {
    const teile: Buffer[] = []
    for await (const teil of stream as AsyncIterable<Buffer>) teile.push(teil)
    bytes = Buffer.concat(teile)
    name = quellname(dateiname)
  }, { fileSize: GRENZEN.bytes, files: 1 })
  if (bytes.length === 0) throw new Invalid([{ feld: 'datei', text: 'Bitte wählen Sie eine YAML-Datei aus.' }])
  const datei = { quelle: name, text: alsText(bytes) }
  return pruefberichtPage(c, await c.ask(planPruefen, datei), datei)
}

export const routes: readonly Route[] = [
  ...form({ path: `${PFAD}/einlesen`, access: zugang, multipart: true, show: async (c, zustand) => einlesenPage(c, zustand), submit: pruefe }),
  action({
    path: `${PFAD}/einlesen/uebernehmen`, access: zugang, bodyLimit: 7_000_000,
    async handle(c) {
      // Not trimmed: the first line of a plan may begin with blanks.
      const roh = (name: string) => { const value = c.werte[name]; return typeof value === 'string' ? value : '' }
      const bericht = await c.execute(planEinlesen, { quelle: roh('quelle') || 'plan', text: roh('text').replaceAll('\r\n', '\n') })
      return redirect(PFAD, { hinweis: `Übernommen: ${bericht.created} neu, ${bericht.changed} geändert, ${bericht.unchanged} unverändert.` })
    },
  }),
]
