import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { objektauswahl } from '../ansehen/query.js'
import { PFAD, steckbriefPfad } from '../anzeige.js'
import { beispielObjekt } from '../beispiel.js'
import { OBJEKTARTEN, type Objektart } from '../domain/arten.js'
import { FELDER, pruefeFelder } from '../domain/felder.js'
import { bekannteFelder, objektAnlegen } from '../objekt-anlegen/command.js'
import { strategien } from '../lesen.js'
import { waehleStrategie } from '../strategiewahl.js'
import { objektAendern } from './command.js'
import { ebenenwahlPage, formularPage, GRUND_MAX } from './page.js'
import { objektFormular } from './query.js'

const zugang = access.staff('programm.bearbeiten')

/** The fields of the form that were posted; a box that is not ticked posts nothing and means no. */
function felderAus(werte: Werte): Record<string, string> {
  const felder = Object.fromEntries(Object.keys(FELDER).filter((feld) => werte[feld] !== undefined).map((feld) => [feld, wert(werte, feld)]))
  return 'dauerMonate' in felder ? { ...felder, fortlaufend: felder['fortlaufend'] ?? '' } : felder
}

export const idAus = (c: RequestContext): string => { const id = c.params['id'] ?? ''; if (!isUuid(id)) throw new NotFound(); return id }

async function zeige(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const id = idAus(c)
  const version = Number(wert(zustand.werte, 'version'))
  const formular = await c.ask(objektFormular, { id, ...(Number.isInteger(version) && version > 0 && version < 1_000_000_000 ? { version, eingaben: felderAus(zustand.werte) } : {}) })
  const auswahl = await c.ask(objektauswahl, { strategieId: formular.objekt.strategieId })
  return formularPage(c, { auswahl, art: formular.objekt.art, zustand, ...formular })
}

/** Complaints at the fields of the form, before the command would speak of them by its own names. @throws Invalid with all of them */
function geprueft(werte: Werte, grund: string): Record<string, string> {
  const felder = felderAus(werte)
  const zuLang = grund.length > GRUND_MAX ? [{ feld: 'grund', text: `Bitte kürzen Sie den Grund auf ${GRUND_MAX} Zeichen.` }] : []
  const fehler = [...pruefeFelder(bekannteFelder(felder)), ...zuLang]
  if (fehler.length > 0) throw new Invalid(fehler)
  return felder
}

async function speichere(c: RequestContext, werte: Werte): Promise<Reply> {
  const id = idAus(c)
  const grund = wert(werte, 'grund')
  const felder = geprueft(werte, grund)
  await c.execute(objektAendern, { id, version: Math.min(1_000_000_000, Math.max(1, Number.parseInt(wert(werte, 'version'), 10) || 1)), felder, ...(grund ? { grund } : {}) })
  return redirect(steckbriefPfad(id), { hinweis: 'Gespeichert.' })
}

async function gewaehlt(c: RequestContext, werte: Werte): Promise<{ auswahl: Parameters<typeof ebenenwahlPage>[1]; art: Objektart | undefined }> {
  const name = (feld: string) => wert(werte, feld) || (c.suche.get(feld) ?? '')
  const strategie = waehleStrategie(await c.app.db.withMandant(c.mandant.id, (tx) => strategien(tx)), name('strategie'))
  if (!strategie) throw new NotFound()
  return { auswahl: await c.ask(objektauswahl, { strategieId: strategie.id }), art: OBJEKTARTEN.find((art) => art === name('art')) }
}

async function zeigeNeu(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const { auswahl, art } = await gewaehlt(c, zustand.werte)
  if (!art) return ebenenwahlPage(c, auswahl)
  const ober = c.suche.get('ober')
  return formularPage(c, { auswahl, art, objekt: undefined, werte: { ...(isUuid(ober) ? { oberId: ober } : {}), ...felderAus(zustand.werte) }, konflikte: [], zustand })
}

async function legeAn(c: RequestContext, werte: Werte): Promise<Reply> {
  const { auswahl, art } = await gewaehlt(c, werte)
  if (!art) return zeigeNeu(c, { werte, fehler: [] })
  const { id } = await c.execute(objektAnlegen, { strategieId: auswahl.strategie.id, art, felder: geprueft({ ...werte, name: wert(werte, 'name') }, '') }, c.formToken ? { schluessel: c.formToken } : {})
  return redirect(steckbriefPfad(id), { hinweis: 'Angelegt.' })
}

export const routes: readonly Route[] = [
  ...form({ path: `${PFAD}/objekte/neu`, access: zugang, show: zeigeNeu, submit: legeAn }),
  ...form({ path: `${PFAD}/objekte/:id/bearbeiten`, access: zugang, beispiel: beispielObjekt('/bearbeiten'), show: zeige, submit: speichere }),
]
