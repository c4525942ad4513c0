import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { parseDate } from '../../../../platform/time/index.js'
import { strategien } from '../../programm/index.js'
import { adresse, PFAD } from '../anzeige.js'
import { GRENZEN } from '../domain/tabelle.js'
import { ZIELE } from '../domain/zuordnung.js'
import { zahlenEinlesen } from './command.js'
import { liesDatei } from './datei.js'
import { einlesenPage, pruefberichtPage } from './page.js'
import type { Einleseangabe } from './pruefung.js'
import { zahlenPruefen } from './query.js'

const zugang = access.staff('finanzplan.verwalten')

/** What the forms send; the text of the file is taken as it is, not trimmed. */
function angabeAus(werte: Werte, text: string, quelle: string): Einleseangabe {
  const tag = parseDate(wert(werte, 'stichtag'), 2026)
  if (!tag.ok) throw new Invalid([{ feld: 'stichtag', text: 'Diesen Tag gibt es nicht. Geben Sie ein Datum wie 22.11.2026 ein.' }])
  const [jahr, dezimal] = [wert(werte, 'jahr'), wert(werte, 'dezimal')]
  if (jahr !== '' && !/^(199\d|2[01]\d\d)$/.test(jahr)) throw new Invalid([{ feld: 'jahr', text: 'Geben Sie ein Jahr mit vier Ziffern ein, zum Beispiel 2026.' }])
  const spalten = Object.keys(ZIELE).flatMap((ziel) => { const nummer = /^(-1|\d{1,2})$/.exec(wert(werte, `spalte_${ziel}`))?.[0]; return nummer ? [[ziel, Number(nummer)] as const] : [] })
  return {
    strategie: wert(werte, 'strategie').slice(0, 60) || '-', quelle: quelle.slice(0, 200) || 'Datei', text, stichtag: tag.value.toString(),
    ...(jahr ? { jahr: Number(jahr) } : {}), ...(dezimal === 'komma' || dezimal === 'punkt' ? { dezimal } : {}), ...(spalten.length > 0 ? { zuordnung: Object.fromEntries(spalten) } : {}),
  }
}

async function pruefeDatei(c: RequestContext): Promise<Reply> {
  let [bytes, name] = [Buffer.alloc(0), '']
  const werte = await c.multipart(async ({ stream, dateiname }) => {
    const teile: Buffer[] = []
    for await (const teil of stream as AsyncIterable<Buffer>) teile.push(teil)
    bytes = Buffer.concat(teile)
    name = dateiname
  }, { fileSize: GRENZEN.bytes, files: 1 })
  const { text, hinweise } = await liesDatei(name, bytes)
  const angabe = angabeAus(werte, text, name)
  return pruefberichtPage(c, angabe, await c.ask(zahlenPruefen, angabe), hinweise)
}

function mitgegeben(c: RequestContext): Einleseangabe {
  const text = c.werte['text']
  return angabeAus(c.werte, (typeof text === 'string' ? text : '').replaceAll('\r\n', '\n'), wert(c.werte, 'quelle'))
}

export const routes: readonly Route[] = [
  ...form({ path: `${PFAD}/einlesen`, access: zugang, multipart: true, show: async (c, zustand) => einlesenPage(c, await c.app.db.withMandant(c.mandant.id, (tx) => strategien(tx)), zustand), submit: pruefeDatei }),
  action({ path: `${PFAD}/einlesen/pruefen`, access: zugang, bodyLimit: 12_000_000, async handle(c) { const angabe = mitgegeben(c); return pruefberichtPage(c, angabe, await c.ask(zahlenPruefen, angabe), []) } }),
  action({
    path: `${PFAD}/einlesen/uebernehmen`, access: zugang, bodyLimit: 12_000_000,
    async handle(c) {
      const angabe = mitgegeben(c)
      const { neu, geaendert, unveraendert, abgelehnt } = await c.execute(zahlenEinlesen, angabe)
      return redirect(adresse(`${PFAD}/soll-ist`, { strategie: angabe.strategie }), { hinweis: `Übernommen: ${neu} neu, ${geaendert} geändert, ${unveraendert} unverändert${abgelehnt > 0 ? `, ${abgelehnt} Zeilen nicht lesbar` : ''}.` })
    },
  }),
]
