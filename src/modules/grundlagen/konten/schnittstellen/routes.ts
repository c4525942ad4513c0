import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, action, form, mehrere, page, redirect, wert, type Formularzustand, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { idVon, statusVon } from '../benutzer/routes.js'
import { dienstAnlegen } from '../dienst-anlegen/command.js'
import { neuerDienstschluessel } from '../domain/schluessel.js'
import { kontoStatusSetzen } from '../konto-sperren/command.js'
import { schluesselAusstellen, schluesselWiderruf } from './command.js'
import { schluesselSeite, schnittstelleNeuSeite, schnittstelleSeite, schnittstellenSeite } from './page.js'
import { schnittstelleById, schnittstellen } from './query.js'

const PFAD = '/verwaltung/schnittstellen'
const zugang = access.staff('konten.verwalten')
const heute = () => Temporal.Now.plainDateISO('Europe/Berlin')
const beispiel = `${PFAD}/01900000-0000-7000-8000-00000000e001`

const zeigen = async (c: RequestContext, zustand: Formularzustand) => schnittstelleSeite(c, zustand, await c.ask(schnittstelleById, { id: idVon(c) }), heute())

const neu = form({
  path: `${PFAD}/neu`, access: zugang,
  show: async (c, zustand) => schnittstelleNeuSeite(c, zustand),
  async submit(c, werte) {
    const bekannt = new Set(c.app.module.flatMap((modul) => modul.rechte ?? []).map(({ name }) => name))
    const rechte = mehrere(werte, 'rechte').filter((name) => bekannt.has(name))
    if (rechte.length === 0) throw new Invalid([{ feld: 'rechte', text: 'Bitte wählen Sie mindestens ein Recht.' }])
    const { id } = await c.execute(dienstAnlegen, { kennung: wert(werte, 'kennung'), name: wert(werte, 'name'), rechte, stufe: Number(wert(werte, 'stufe')) || 0 }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`${PFAD}/${id}`, { hinweis: 'Die Schnittstelle ist angelegt. Stellen Sie jetzt ihren ersten Schlüssel aus.' })
  },
})

const ausstellen = form({
  path: `${PFAD}/:id/schluessel`, access: zugang, beispiel: `${beispiel}/schluessel`, show: zeigen,
  async submit(c, werte) {
    const gueltigBis = wert(werte, 'gueltigBis')
    if (!/^\d{4}-\d{2}-\d{2}$/.test(gueltigBis)) throw new Invalid([{ feld: 'gueltigBis', text: 'Bitte wählen Sie einen Tag.' }])
    const { schluessel, praefix, hash } = neuerDienstschluessel()
    await c.execute(schluesselAusstellen, { kontoId: idVon(c), hash: hash.toString('hex'), praefix, gueltigBis })
    return schluesselSeite(c, await c.ask(schnittstelleById, { id: idVon(c) }), schluessel)
  },
})

const widerruf = action({
  path: `${PFAD}/:id/widerruf`, access: zugang, beispiel: `${beispiel}/widerruf`,
  async handle(c) {
    const id = wert(c.werte, 'schluessel')
    if (!isUuid(id)) throw new NotFound()
    await c.execute(schluesselWiderruf, { id, grund: wert(c.werte, 'grund') || 'ohne Angabe' })
    return redirect(`${PFAD}/${idVon(c)}`, { hinweis: 'Der Schlüssel ist widerrufen.' })
  },
})

const status = form({
  path: `${PFAD}/:id/status`, access: zugang, beispiel: `${beispiel}/status`, show: zeigen,
  async submit(c, werte) {
    const [gewaehlt, grund] = [statusVon(wert(werte, 'status')), wert(werte, 'grund')]
    if (!gewaehlt || !grund) throw new Invalid([...(gewaehlt ? [] : [{ feld: 'status', text: 'Bitte wählen Sie den neuen Status.' }]), ...(grund ? [] : [{ feld: 'grund', text: 'Bitte nennen Sie den Grund.' }])])
    await c.execute(kontoStatusSetzen, { id: idVon(c), status: gewaehlt, grund })
    return redirect(`${PFAD}/${idVon(c)}`, { hinweis: 'Der Status ist geändert.' })
  },
})

export const routes: readonly Route[] = [
  page({ path: PFAD, access: zugang, handle: async (c) => schnittstellenSeite(c, await c.ask(schnittstellen, {}), heute()) }),
  ...neu, page({ path: `${PFAD}/:id`, access: zugang, beispiel, handle: (c) => zeigen(c, { werte: {}, fehler: [] }) }), ...ausstellen, widerruf, ...status,
]
