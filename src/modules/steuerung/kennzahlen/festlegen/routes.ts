import { isUuid } from '../../../../platform/database/database.js'
import { Invalid } from '../../../../platform/errors.js'
import {
  access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte,
} from '../../../../platform/http/route.js'
import { beispielKennzahl, idAus } from '../beispiel.js'
import { ANGABENNAMEN, type Angaben } from '../domain/angaben.js'
import { alleQuellen, findQuelle } from '../messen/quellen.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import { alsAngaben, kennzahlAendern, kennzahlFestlegen } from './command.js'
import { festlegenPage } from './page.js'
import { kennzahlauswahl, type Auswahl } from './query.js'

const zugang = access.staff('kennzahlen.verwalten')
const NEU = { art: 'zahl', nachkomma: '0', richtung: 'hoch', summierbar: 'ja', haeufigkeit: 'monatlich' }

/** What the paper says of the Erfolgskriterium goes into the form; what it does not say stays empty. */
function ausKriterium({ kriterium }: Auswahl): Readonly<Record<string, string>> {
  if (!kriterium) return {}
  const anteil = kriterium.einheit === 'Prozent'
  return {
    kriteriumId: kriterium.id, name: kriterium.kennzahl.slice(0, 200), zielId: kriterium.zielId,
    art: anteil ? 'anteil' : 'zahl', nachkomma: anteil ? '1' : '0', masseinheit: anteil ? '' : kriterium.einheit ?? '',
    zielwert: kriterium.zielwert === null ? '' : Number(kriterium.zielwert).toLocaleString(
      'de-DE', { useGrouping: false, maximumFractionDigits: 4 }
    ), zielAm: kriterium.bisJahr ? `31.12.${kriterium.bisJahr}` : '',
  }
}

async function zeigeNeu(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const [kriterium, ziel] = [c.suche.get('kriterium'), c.suche.get('ziel') ?? '']
  const auswahl = await c.ask(kennzahlauswahl, isUuid(kriterium) ? { kriterium } : {})
  return festlegenPage(c, auswahl, alleQuellen(c.app), { ...NEU, zielId: ziel, ...ausKriterium(auswahl) }, zustand)
}

async function zeigeAendern(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const auswahl = await c.ask(kennzahlauswahl, { id: idAus(c) })
  const { kennzahl } = auswahl
  return festlegenPage(
    c, auswahl, alleQuellen(c.app), kennzahl ? { ...alsAngaben(kennzahl), version: String(kennzahl.version) } : {},
    zustand
  )
}

/**
 * A source settles how it counts; the form cannot say otherwise. What was stored stays, also where its room is gone.
 */
function angabenAus(c: RequestContext, werte: Werte, bisher: string | null): Angaben {
  const angaben = Object.fromEntries(ANGABENNAMEN.map((feld) => [feld, wert(werte, feld)])) as Angaben
  const quelle = findQuelle(c.app, angaben.quelle)
  if (!quelle && angaben.quelle !== '' && angaben.quelle !== bisher) throw new Invalid([{
    feld: 'quelle', text: 'Bitte wählen Sie eine Quelle aus der Liste.',
  }])
  return quelle
    ? { ...angaben, art: quelle.art, masseinheit: quelle.masseinheit, summierbar: quelle.summierbar ? 'ja' : '' }
    : angaben
}

export const routes: readonly Route[] = [
  ...form({
    path: `${PFAD}/neu`, access: zugang, show: zeigeNeu,
    async submit(c, werte) {
      const kriteriumId = wert(werte, 'kriteriumId')
      const { id } = await c.execute(
        kennzahlFestlegen, { ...angabenAus(c, werte, null), ...(isUuid(kriteriumId) ? { kriteriumId } : {}) },
        c.formToken ? { schluessel: c.formToken } : {}
      )
      return redirect(kennzahlPfad(id), { hinweis: 'Die Kennzahl ist festgelegt.' })
    },
  }),
  ...form({
    path: `${PFAD}/:id/aendern`, access: zugang, beispiel: beispielKennzahl('/aendern'), show: zeigeAendern,
    async submit(c, werte) {
      const id = idAus(c)
      const { kennzahl } = await c.ask(kennzahlauswahl, { id })
      const version = /^[1-9]\d{0,8}$/.exec(wert(werte, 'version'))?.[0]
      await c.execute(
        kennzahlAendern, { id, version: Number(version ?? 1), ...angabenAus(c, werte, kennzahl?.quelle ?? null) }
      )
      return redirect(kennzahlPfad(id), { hinweis: 'Die Kennzahl ist geändert.' })
    },
  }),
]
