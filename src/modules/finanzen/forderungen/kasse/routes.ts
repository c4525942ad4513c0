import { Invalid } from '../../../../platform/errors.js'
import { isUuid } from '../../../../platform/database/database.js'
import { access, action, page, redirect, submitOrShowAgain, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { forderungAnsehen } from '../ansehen/query.js'
import { beispielForderung } from '../beispiel.js'
import { centAus, tagAus } from '../eingabe.js'
import { ruecklastschriftErfassen, zahlungErfassen } from '../erfassen/command.js'
import { erstattungBeantragen } from '../erstatten/command.js'
import { forderungStornieren } from '../stornieren/command.js'
import { blattPfad, forderungslisteSeite, kassenblattSeite, KASSE } from './page.js'
import { forderungslisteLesen, istSicht } from './query.js'

const blatt = async (c: RequestContext, zustand: Formularzustand): Promise<Reply> => kassenblattSeite(c, await c.ask(forderungAnsehen, { kassenzeichen: c.params['kassenzeichen'] ?? '' }), zustand)

const pflicht = (werte: Werte, feld: string): string => {
  const text = wert(werte, feld)
  if (text === '') throw new Invalid([{ feld, text: 'Bitte füllen Sie dieses Feld aus.' }])
  if (text.length > 500) throw new Invalid([{ feld, text: 'Bitte geben Sie höchstens 500 Zeichen ein.' }])
  return text
}

/** One form of the sheet: does it and comes back, or shows the sheet with what was entered. */
const buchung = (danach: string, recht: string, hinweis: string, tue: (c: RequestContext, forderungId: string, werte: Werte) => Promise<unknown>): Route => action({
  path: `${KASSE}/forderungen/:kassenzeichen/${danach}`, access: access.staff(recht), beispiel: async () => undefined,
  handle: (c) => submitOrShowAgain(c, async () => {
    const { forderung } = await c.ask(forderungAnsehen, { kassenzeichen: c.params['kassenzeichen'] ?? '' })
    await tue(c, forderung.id, c.werte)
    return redirect(blattPfad(forderung), { hinweis })
  }, (zustand) => blatt(c, zustand)),
})

const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})
const WEGE = ['bar', 'ec', 'ueberweisung'] as const

export const routes: readonly Route[] = [
  page({
    path: `${KASSE}/forderungen`, access: access.staff('kasse.lesen'),
    async handle(c) {
      const wunsch = c.suche.get('sicht')
      const sicht = istSicht(wunsch) ? wunsch : 'offen'
      const gesucht = (c.suche.get('kassenzeichen') ?? '').trim().slice(0, 40)
      const nach = c.suche.get('nach')
      return forderungslisteSeite(c, { sicht, gesucht, ...await c.ask(forderungslisteLesen, { sicht, ...(gesucht ? { kassenzeichen: gesucht } : {}), ...(isUuid(nach) ? { nach } : {}) }) })
    },
  }),
  page({ path: `${KASSE}/forderungen/:kassenzeichen`, access: access.staff('kasse.lesen'), beispiel: beispielForderung(`${KASSE}/forderungen/`), handle: (c) => blatt(c, { werte: {}, fehler: [] }) }),
  buchung('zahlung', 'kasse.buchen', 'Die Zahlung ist gebucht.', (c, forderungId, werte) => c.execute(zahlungErfassen, {
    forderungId, weg: WEGE.find((weg) => weg === wert(werte, 'weg')) ?? 'bar', cent: centAus(werte, 'betrag'), wertstellung: tagAus(werte, 'wertstellung'), referenz: pflicht(werte, 'referenz'),
  }, einmal(c))),
  buchung('ruecklastschrift', 'kasse.buchen', 'Die Rücklastschrift ist gebucht. Die Forderung ist wieder offen.', (c, forderungId, werte) => c.execute(ruecklastschriftErfassen, {
    forderungId, cent: centAus(werte, 'rbetrag'), wertstellung: c.today.toString(), referenz: pflicht(werte, 'rreferenz'), grund: pflicht(werte, 'rgrund'),
  }, einmal(c))),
  buchung('storno', 'kasse.buchen', 'Die Forderung ist aufgehoben.', (c, forderungId, werte) => c.execute(forderungStornieren, { forderungId, grund: pflicht(werte, 'stornogrund') }, einmal(c))),
  buchung('erstattung', 'erstattung.beantragen', 'Der Vorschlag wartet jetzt auf die Freigabe durch eine zweite Person.', (c, forderungId, werte) => c.execute(erstattungBeantragen, {
    forderungId, zahlungId: isUuid(wert(werte, 'zahlung')) ? wert(werte, 'zahlung') : forderungId, cent: centAus(werte, 'erstattung'), grund: pflicht(werte, 'erstattungsgrund'),
  }, einmal(c))),
]
