import { Conflict, Invalid } from '../../../../platform/errors.js'
import {
  access, action, page, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext,
  type Route,
} from '../../../../platform/http/route.js'
import { csvOf } from '../../../../platform/spreadsheet/index.js'
import { beispielKennzahl, idAus } from '../beispiel.js'
import { zahlAus } from '../domain/kennzahl.js'
import { formatZahl } from '../domain/zahl.js'
import { findQuelle, messtage } from '../messen/quellen.js'
import { messeUndHalteFest } from '../messen/messung.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import { kennzahlStilllegen, kennzahlWiederaufnehmen } from '../stilllegen/command.js'
import { kennzahlPage } from './page.js'
import { kennzahlAnsehen } from './query.js'

const [lesen, verwalten] = [access.staff('kennzahlen.lesen'), access.staff('kennzahlen.verwalten')]

async function zeige(c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> {
  const ansicht = await c.ask(kennzahlAnsehen, { id: idAus(c) })
  return kennzahlPage(c, ansicht, findQuelle(c.app, ansicht.kennzahl.quelle), zustand)
}

/** Every value ever, with its versions: a correction stands beside what it corrects. */
async function ausfuhr(c: RequestContext): Promise<Reply> {
  const { kennzahl, fassungen, einheitname, person } = await c.ask(kennzahlAnsehen, { id: idAus(c) })
  return csvOf({
    name: `kennzahl-${kennzahl.id}`,
    heads: [
      'Kennzahl', 'Einheit', 'Beginn', 'Stichtag', 'Fassung', 'Gültig', 'Wert', 'Maßeinheit', 'Zähler', 'Nenner',
      'Kein Wert, weil', 'Herkunft', 'Nachweis', 'Verweis', 'Grund der Berichtigung', 'Erfasst von', 'Erfasst am (UTC)',
    ],
    rows: fassungen.map((eine, i) => {
      const { messung } = eine
      const [zahl, davor] = [zahlAus(messung), fassungen[i - 1]]
      const gilt = !davor || davor.einheitId !== eine.einheitId || !davor.stichtag.equals(eine.stichtag)
      return [
        kennzahl.name, eine.einheitId ? einheitname(eine.einheitId) : 'Stadt', eine.von, eine.stichtag, eine.fassung,
        gilt ? 'ja' : 'nein', zahl === null ? null : formatZahl(zahl, 4).replaceAll('.', ''), kennzahl.masseinheit,
        'zaehler' in messung ? formatZahl(messung.zaehler, 4).replaceAll('.', '') : null,
        'zaehler' in messung ? formatZahl(messung.nenner, 4).replaceAll('.', '') : null,
        'fehlt' in messung ? messung.fehlt : zahl === null ? 'nicht berechenbar (0 von 0)' : null,
        eine.herkunft === 'quelle' ? eine.quelle : 'von Hand', eine.nachweis, eine.nachweisLink, eine.grund,
        person(eine.erfasstVon), eine.erfasstAm.toString()]
    }),
  })
}

async function messen(c: RequestContext): Promise<Reply> {
  const { kennzahl } = await c.ask(kennzahlAnsehen, { id: idAus(c) })
  const [
    quelle, tag, grund,
  ] = [findQuelle(c.app, kennzahl.quelle), wert(c.werte, 'messtag'), wert(c.werte, 'messgrund')]
  if (!quelle) throw new Conflict('kennzahlen.ohneQuelle', 'Diese Kennzahl hat keine Quelle, die zählen könnte.')
  const stichtag = messtage(c.today, kennzahl, quelle).find((einer) => einer.toString() === tag)
  const fehler = [
    ...(stichtag ? [] : [{ feld: 'messtag', text: 'Bitte wählen Sie einen Stichtag aus der Liste.' }]),
    ...(grund.length > 1000 ? [{ feld: 'messgrund', text: 'Bitte geben Sie höchstens 1000 Zeichen ein.' }] : []),
  ]
  if (!stichtag || fehler.length > 0) throw new Invalid(fehler)
  const { neu } = await messeUndHalteFest(c.app, c.actor, kennzahl, quelle, stichtag, grund)
  return redirect(
    kennzahlPfad(kennzahl.id),
    { hinweis: neu > 0 ? 'Der gemessene Wert ist festgehalten.' : 'Gemessen: Der Wert ist derselbe wie bisher.' }
  )
}

/** The command calls its fields otherwise than this page, where several forms stand side by side. */
const MESSFELDER: Readonly<Record<string, string>> = { grund: 'messgrund', stichtag: 'messtag' }
const zeigeMessung = (c: RequestContext) => (zustand: Formularzustand): Promise<Reply> =>
  zeige(c, { ...zustand, fehler: zustand.fehler.map(({ feld, text }) => ({ feld: MESSFELDER[feld] ?? feld, text })) })

async function setzeStand(c: RequestContext): Promise<Reply> {
  const [id, wieder] = [idAus(c), wert(c.werte, 'stand') === 'wiederaufnehmen']
  await c.execute(wieder ? kennzahlWiederaufnehmen : kennzahlStilllegen, { id, grund: wert(c.werte, 'grund') })
  return redirect(
    kennzahlPfad(id), { hinweis: wieder ? 'Die Kennzahl nimmt wieder Werte auf.' : 'Die Kennzahl ist stillgelegt.' }
  )
}

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/:id`, access: lesen, beispiel: beispielKennzahl('', true), handle: (c) => zeige(c) }),
  page({ path: `${PFAD}/:id/werte.csv`, access: lesen, beispiel: beispielKennzahl('/werte.csv'), handle: ausfuhr }),
  action({
    path: `${PFAD}/:id/messen`, access: verwalten, beispiel: beispielKennzahl('/messen', true),
    handle: (c) => submitOrShowAgain(c, () => messen(c), zeigeMessung(c)),
  }),
  action({
    path: `${PFAD}/:id/stand`, access: verwalten, beispiel: beispielKennzahl('/stand'),
    handle: (c) => submitOrShowAgain(c, () => setzeStand(c), (zustand) => zeige(c, zustand)),
  }),
]
