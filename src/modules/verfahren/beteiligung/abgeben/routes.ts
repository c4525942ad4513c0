import { Invalid, NotFound } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { access, form, page, redirect, wert, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { ausliefern, dateiAufnehmen, HOECHSTENS_BYTES, type Aufgenommen } from '../../../akte/akten/index.js'
import { beteiligungBeispiel } from '../beispiel.js'
import { stellungnahmeAbgeben } from './command.js'
import { beteiligungSeite } from './page.js'
import { beteiligungAnsehen, beteiligungsdokumentLesen } from './query.js'

const idAus = (wert: string | undefined): string => { if (!isUuid(wert)) throw new NotFound(); return wert }
const ansehen = (c: RequestContext) => c.ask(beteiligungAnsehen, { beteiligungId: idAus(c.params['id']) })

/** The fields and at most one file. @throws Invalid at field 'datei' */
async function lese(c: RequestContext) {
  const dateien: Aufgenommen[] = []
  const werte = await c.multipart(async (teil) => {
    if (teil.dateiname === '') { teil.stream.resume(); return }
    dateien.push(await dateiAufnehmen(c.app, c.mandant.id, teil))
  }, { fileSize: HOECHSTENS_BYTES, files: 1 })
  const [datei] = dateien
  if (datei && !datei.ok) throw new Invalid([{ feld: 'datei', text: datei.text }])
  return { werte, datei }
}

export const abgebenRoutes: readonly Route[] = [
  ...form({
    path: '/arbeitsplatz/beteiligungen/:id', access: access.staff('beteiligung.stellungnehmen'), multipart: true, beispiel: beteiligungBeispiel(),
    show: async (c, zustand) => beteiligungSeite(c, zustand, await ansehen(c)),
    async submit(c) {
      const { werte, datei } = await lese(c)
      const beteiligungId = idAus(c.params['id'])
      await c.execute(stellungnahmeAbgeben, {
        beteiligungId, votum: wert(werte, 'votum'), text: wert(werte, 'text'), auflagen: wert(werte, 'auflagen'),
        ...(datei?.ok ? { datei: { ...datei.datei, pruefstatus: datei.pruefstatus === 'sauber' ? 'sauber' : 'ungeprueft' } } : {}),
      }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(`/arbeitsplatz/beteiligungen/${beteiligungId}`, { hinweis: 'Ihre Stellungnahme ist abgegeben.' })
    },
  }),
  page({
    path: '/arbeitsplatz/beteiligungen/:id/dokumente/:dokument', access: access.staff('beteiligung.stellungnehmen'), beispiel: beteiligungBeispiel('dokument'),
    async handle(c) {
      const datei = await c.ask(beteiligungsdokumentLesen, { beteiligungId: idAus(c.params['id']), dokumentId: idAus(c.params['dokument']) })
      return ausliefern(c.app, c.mandant.id, datei, c.suche.has('speichern'))
    },
  }),
]
