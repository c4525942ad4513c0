import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { alleEinheiten } from '../../../grundlagen/organisation/index.js'
import { dateiAufnehmen, HOECHSTENS_BYTES, type Aufgenommen } from '../../akten/index.js'
import { eingangErfassen } from './command.js'
import { erfassenSeite } from './page.js'

export const routes: readonly Route[] = form({
  path: '/arbeitsplatz/eingaenge/neu', access: access.staff('eingang.verteilen'), multipart: true,
  show: async (c, zustand) => erfassenSeite(c, zustand, await c.app.db.withMandant(c.mandant.id, (tx) => alleEinheiten(tx, c.today))),
  async submit(c) {
    const dateien: Aufgenommen[] = []
    const werte = await c.multipart(async (teil) => { dateien.push(await dateiAufnehmen(c.app, c.mandant.id, teil)) }, { fileSize: HOECHSTENS_BYTES, files: 10 })
    const abgelehnt = dateien.find((datei) => !datei.ok)
    if (abgelehnt && !abgelehnt.ok) throw new Invalid([{ feld: 'datei', text: abgelehnt.text }])
    const einheitId = wert(werte, 'einheitId')
    const { eingangId, nummer } = await c.execute(eingangErfassen, {
      kanal: wert(werte, 'kanal') as 'post' | 'schalter' | 'email', absender: wert(werte, 'absender'), betreff: wert(werte, 'betreff'), notiz: wert(werte, 'notiz'),
      ...(isUuid(einheitId) ? { einheitId } : {}),
      anhaenge: dateien.flatMap((datei) => (datei.ok ? [{ ...datei.datei, pruefstatus: datei.pruefstatus === 'sauber' ? 'sauber' as const : 'ungeprueft' as const }] : [])),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/arbeitsplatz/eingaenge/${eingangId}`, { hinweis: `Der Eingang hat die Nummer ${nummer}.` })
  },
})
