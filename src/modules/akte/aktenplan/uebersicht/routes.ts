import { text as streamText } from 'node:stream/consumers'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { leseAktenplanCsv } from '../domain/csv.js'
import { aktenplanImportieren } from '../importieren/command.js'
import { aktenplanSeite } from './page.js'
import { aktenplanAnsehen } from './query.js'

async function ansicht(c: RequestContext) {
  const text = (c.suche.get('text') ?? '').trim().slice(0, 200)
  const fassung = /^[1-9]\d{0,4}$/.exec(c.suche.get('fassung') ?? '')?.[0]
  return { text, plan: await c.ask(aktenplanAnsehen, { ...(text ? { text } : {}), ...(fassung ? { fassung: Number(fassung) } : {}) }) }
}

export const routes: readonly Route[] = form({
  path: '/verwaltung/aktenplan', access: access.staff('aktenplan.verwalten'), multipart: true,
  async show(c, zustand) {
    const { plan, text } = await ansicht(c)
    return aktenplanSeite(c, plan, text, zustand)
  },
  async submit(c) {
    let inhalt = ''
    const werte = await c.multipart(async (teil) => { inhalt = await streamText(teil.stream) }, { fileSize: 2_000_000, files: 1 })
    if (!inhalt) throw new Invalid([{ feld: 'datei', text: 'Bitte wählen Sie eine CSV-Datei aus.' }])
    const { einheiten, fehler } = leseAktenplanCsv(inhalt)
    if (fehler.length > 0) throw new Invalid(fehler)
    const probe = wert(werte, 'probe') !== ''
    const vergleich = await c.execute(aktenplanImportieren, { einheiten, probe })
    if (!probe) return redirect('/verwaltung/aktenplan', { hinweis: `Eingelesen: ${vergleich.neu.length} neu, ${vergleich.geaendert.length} geändert.` })
    const { plan, text } = await ansicht(c)
    return aktenplanSeite(c, plan, text, { werte, fehler: [] }, vergleich)
  },
})
