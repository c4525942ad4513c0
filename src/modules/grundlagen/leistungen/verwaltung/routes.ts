import { Readable } from 'node:stream'
import { Invalid } from '../../../../platform/errors.js'
import { access, action, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { alsZip, paketExportieren } from '../exportieren/query.js'
import { paketEinspielen } from '../importieren/einspielen.js'
import { GRENZEN, leseZip } from '../importieren/paket-lesen.js'
import { antragszeitEintragen, antragszeitStreichen } from '../antragszeit/command.js'
import { leistungSchliessen, schliessungAufheben } from '../schliessen/command.js'
import { suchluecken } from '../suchen/query.js'
import { leistungVeroeffentlichen, leistungZurueckziehen } from '../veroeffentlichen/command.js'
import { detailPage, einspielenPage, listePage, suchlueckenPage } from './page.js'
import { leistungenVerwalten, leistungVerwalten } from './query.js'

const zugang = access.staff('leistung.verwalten')
const PFAD = '/verwaltung/leistungen'
const beispiel = `${PFAD}/bewohnerparkausweis`
const key = (c: RequestContext) => (c.params['key'] ?? '').slice(0, 80)

/** Three fields of a date as ISO text; '' when all are empty. */
function datum(werte: Werte, feld: string): string {
  const teile = ['jahr', 'monat', 'tag'].map((teil) => wert(werte, `${feld}.${teil}`))
  return teile.every((teil) => teil === '') ? '' : teile.map((teil, index) => teil.padStart(index === 0 ? 4 : 2, '0')).join('-')
}

const lade = (c: RequestContext) => c.ask(leistungVerwalten, { schluessel: key(c) })

/** The page of a service; both of its forms show it again with what was entered. */
async function zeige(c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> {
  return detailPage(c, await lade(c), zustand)
}

async function schliesse(c: RequestContext, werte: Werte): Promise<Reply> {
  const { leistungId } = await lade(c)
  const [bis, alternative] = [datum(werte, 'bis'), wert(werte, 'alternative')]
  await c.execute(leistungSchliessen, {
    leistungId, von: datum(werte, 'von'), grund: wert(werte, 'grund'), ...(bis ? { bis } : {}), ...(alternative ? { alternative } : {}),
  }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Schließung ist eingetragen.' })
}

async function trageZeitEin(c: RequestContext, werte: Werte): Promise<Reply> {
  const { leistungId } = await lade(c)
  const am = (feld: string) => `${datum(werte, feld)}T${wert(werte, `${feld}Uhr`)}`.slice(0, 30)
  await c.execute(antragszeitEintragen, { leistungId, anlass: wert(werte, 'anlass'), von: am('beginn'), bis: am('ende') }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Antragszeit ist eingetragen.' })
}

async function zieheZurueck(c: RequestContext, werte: Werte): Promise<Reply> {
  const { leistungId } = await lade(c)
  const grund = wert(werte, 'zurueckziehenGrund')
  if (grund === '') throw new Invalid([{ feld: 'zurueckziehenGrund', text: 'Bitte nennen Sie den Grund.' }])
  await c.execute(leistungZurueckziehen, { leistungId, grund })
  return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Leistung ist nicht mehr im Portal.' })
}

async function spieleEin(c: RequestContext): Promise<Reply> {
  let zip = Buffer.alloc(0)
  const werte = await c.multipart(async ({ stream }) => {
    const teile: Buffer[] = []
    for await (const teil of stream as AsyncIterable<Buffer>) teile.push(teil)
    zip = Buffer.concat(teile)
  }, { fileSize: GRENZEN.zipBytes, files: 1 })
  if (zip.length === 0) throw new Invalid([{ feld: 'paket', text: 'Bitte wählen Sie die ZIP-Datei des Pakets aus.' }])
  const ergebnis = await paketEinspielen(c.app, c.actor, { dateien: await leseZip(zip), veroeffentlichen: wert(werte, 'wie') === 'veroeffentlichen' })
  const was = ergebnis.neu ? `Version ${ergebnis.version} ist eingespielt${ergebnis.veroeffentlicht ? ' und veröffentlicht' : ''}.` : 'Genau dieses Paket ist schon da. Es hat sich nichts geändert.'
  return redirect(`${PFAD}/${ergebnis.schluessel}`, { hinweis: was })
}

export const routes: readonly Route[] = [
  page({ path: PFAD, access: zugang, handle: async (c) => listePage(c, await c.ask(leistungenVerwalten, {})) }),
  page({ path: `${PFAD}/suchluecken`, access: zugang, handle: async (c) => suchlueckenPage(c, await c.ask(suchluecken, {})) }),
  ...form({ path: `${PFAD}/einspielen`, access: zugang, multipart: true, show: async (c, zustand) => einspielenPage(c, zustand), submit: spieleEin }),
  page({ path: `${PFAD}/:key`, access: zugang, beispiel, handle: (c) => zeige(c) }),
  ...form({ path: `${PFAD}/:key/schliessen`, access: zugang, beispiel: `${beispiel}/schliessen`, show: zeige, submit: schliesse }),
  ...form({ path: `${PFAD}/:key/zurueckziehen`, access: zugang, beispiel: `${beispiel}/zurueckziehen`, show: zeige, submit: zieheZurueck }),
  ...form({ path: `${PFAD}/:key/antragszeit`, access: zugang, beispiel: `${beispiel}/antragszeit`, show: zeige, submit: trageZeitEin }),
  action({
    path: `${PFAD}/:key/antragszeit-streichen`, access: zugang,
    async handle(c) {
      await c.execute(antragszeitStreichen, { antragszeitId: wert(c.werte, 'antragszeitId') })
      return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Antragszeit ist gestrichen.' })
    },
  }),
  action({
    path: `${PFAD}/:key/veroeffentlichen`, access: zugang,
    async handle(c) {
      await c.execute(leistungVeroeffentlichen, { versionId: wert(c.werte, 'versionId') })
      return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Version ist jetzt öffentlich.' })
    },
  }),
  action({
    path: `${PFAD}/:key/aufheben`, access: zugang,
    async handle(c) {
      await c.execute(schliessungAufheben, { schliessungId: wert(c.werte, 'schliessungId') })
      return redirect(`${PFAD}/${key(c)}`, { hinweis: 'Die Schließung ist aufgehoben.' })
    },
  }),
  page({
    path: `${PFAD}/:key/paket/:version`, access: zugang,
    async handle(c) {
      const { version, dateien } = await c.ask(paketExportieren, { schluessel: key(c), versionId: c.params['version'] ?? '' })
      const zip = await alsZip(dateien)
      return { stream: { body: Readable.from([zip]), mime: 'application/zip', dateiname: `${key(c)}-${version}.zip`, size: zip.length } }
    },
  }),
]
