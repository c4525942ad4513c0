import { changeSession } from '../../../../platform/auth/session.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, action, mehrere, page, redirect, submitOrShowAgain, safeTarget, wert, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { ARBEITET } from '../permissions.js'
import { aufgabeUebernehmen, aufgabeZurueckgeben } from '../uebernehmen/command.js'
import { aufgabenZuweisen } from '../zuweisen/command.js'
import { drucklistenSeite } from './druck.js'
import { adresse, liesFilter, type Listenfilter } from './filter.js'
import { arbeitslistenSeite, type Listenansicht } from './page.js'
import { listennamen } from './personen.js'
import { arbeitsliste, type Arbeitsliste } from './query.js'

const GEMERKT = 'arbeitsliste'

/** The address of the work list as the person last had it in this session: where the way back from a case leads. */
export const letzteArbeitsliste = (c: RequestContext): string => safeTarget(c.sitzung?.daten[GEMERKT] as string | undefined, '/arbeitsplatz')

async function zeige(c: RequestContext, filter: Listenfilter, fehler?: string, eingabe?: Listenansicht['eingabe']): Promise<Reply> {
  const liste = await c.ask(arbeitsliste, filter)
  return arbeitslistenSeite(c, { liste, filter, namen: await c.ask(listennamen, namenVon(c, liste, filter)), ...(fehler ? { fehler } : {}), ...(eingabe ? { eingabe } : {}) })
}

function namenVon(c: RequestContext, { zeilen, einheiten }: Arbeitsliste, filter: Listenfilter) {
  const gruppen = new Map(zeilen.filter((zeile) => holds(c.actor, 'aufgabe.zuweisen', { einheitId: zeile.einheitId, stufe: zeile.stufe }))
    .map(({ gruppe, einheitId }) => [`${gruppe} ${einheitId}`, { gruppe, einheitId }]))
  return {
    konten: [...new Set(zeilen.flatMap(({ zugewiesenAn, vertretungFuer }) => [zugewiesenAn, vertretungFuer]).filter((id) => id !== null && id !== undefined))],
    einheiten: [...new Set([...einheiten, ...zeilen.map(({ einheitId }) => einheitId), ...(filter.einheit && /^[0-9a-f-]{36}$/.test(filter.einheit) ? [filter.einheit] : [])])].slice(0, 1000),
    gruppen: [...gruppen.values()].slice(0, 50),
  }
}

/** Remembered per session, written only when it changes; the bare address brings it back. */
async function filterOf(c: RequestContext): Promise<Listenfilter> {
  const gemerkt = letzteArbeitsliste(c)
  if (c.suche.size === 0) return liesFilter(new URL(gemerkt, c.url).searchParams)
  const filter = liesFilter(c.suche)
  const jetzt = adresse(filter)
  const { sitzung } = c
  if (sitzung && jetzt !== gemerkt) await c.app.db.withMandant(c.mandant.id, (tx) => changeSession(tx, sitzung.tokenHash, { daten: { ...sitzung.daten, [GEMERKT]: jetzt } }))
  return filter
}

/** Where people begin who have no work list, such as auditors and administrators: with the first entry that their rights open to them. */
function anderswo(c: RequestContext): Reply | undefined {
  if (ARBEITET.some((recht) => holds(c.actor, recht))) return undefined
  const ziel = [...c.navigation('arbeitsplatz'), ...c.navigation('verwaltung')].find(({ recht }) => recht)
  return ziel && redirect(ziel.pfad, c.hinweis ? { hinweis: c.hinweis } : {})
}

const zurueck = (c: RequestContext) => safeTarget(wert(c.werte, 'zurueck'), letzteArbeitsliste(c))
const staff = access.staff('aufgabe.bearbeiten')

export const arbeitslistenRoutes: readonly Route[] = [
  page({ path: '/arbeitsplatz', access: access.staff(), handle: async (c) => anderswo(c) ?? zeige(c, await filterOf(c)) }),
  page({
    path: '/arbeitsplatz/druckliste', access: access.staff(),
    async handle(c) {
      const { nach: _nach, ...filter } = liesFilter(c.suche)
      const liste = await c.ask(arbeitsliste, { ...filter, druck: true })
      const { zeilen, weiter } = liste
      const namen = await c.ask(listennamen, { konten: [...new Set(zeilen.flatMap(({ zugewiesenAn }) => (zugewiesenAn ? [zugewiesenAn] : [])))].slice(0, 200), einheiten: [], gruppen: [] })
      return drucklistenSeite(c, { zeilen, namen, filter, weitere: weiter !== undefined })
    },
  }),
  action({
    path: '/arbeitsplatz/aufgaben/:id/uebernehmen', access: staff,
    async handle(c) {
      await c.execute(aufgabeUebernehmen, { aufgabeId: c.params['id'] ?? '' }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(zurueck(c), { hinweis: 'Sie haben die Aufgabe übernommen.' })
    },
  }),
  action({
    path: '/arbeitsplatz/aufgaben/:id/zurueckgeben', access: staff,
    async handle(c) {
      await c.execute(aufgabeZurueckgeben, { aufgabeId: c.params['id'] ?? '' }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(zurueck(c), { hinweis: 'Die Aufgabe ist wieder frei.' })
    },
  }),
  action({
    path: '/arbeitsplatz/aufgaben/zuweisen', access: access.staff('aufgabe.zuweisen'),
    async handle(c) {
      const [aufgabeIds, kontoId, grund] = [mehrere(c.werte, 'aufgabe'), wert(c.werte, 'kontoId'), wert(c.werte, 'grund')]
      return submitOrShowAgain(c, async () => {
        if (aufgabeIds.length === 0) throw new Invalid([{ feld: 'aufgabe', text: 'Bitte wählen Sie mindestens eine Aufgabe aus.' }])
        if (!kontoId) throw new Invalid([{ feld: 'kontoId', text: 'Bitte wählen Sie, wer die Aufgaben bekommt.' }])
        const { zugewiesen } = await c.execute(aufgabenZuweisen, { aufgabeIds: [...aufgabeIds], kontoId, ...(grund ? { grund } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
        return redirect(zurueck(c), { hinweis: zugewiesen === 1 ? 'Die Aufgabe ist zugewiesen.' : `${zugewiesen} Aufgaben sind zugewiesen.` })
      }, ({ fehler, meldung }) => zeige(c, liesFilter(new URL(zurueck(c), c.url).searchParams), meldung ?? fehler.map(({ text }) => text).join(' '), { kontoId, grund }))
    },
  }),
]
