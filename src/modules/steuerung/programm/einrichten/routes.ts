import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { parseEuro } from '../../../../platform/money/index.js'
import { PFAD } from '../anzeige.js'
import { OBJEKTARTEN } from '../domain/arten.js'
import { strategieAnlegen } from '../strategie-anlegen/command.js'
import { ebenenBenennen, kostenklassenFestlegen } from './command.js'
import { einrichtenPage } from './page.js'
import { einrichtungAnsehen } from './query.js'

const zugang = access.staff('programm.verwalten')
const zeige = async (c: RequestContext, zustand: Formularzustand = { werte: {}, fehler: [] }): Promise<Reply> => einrichtenPage(c, await c.ask(einrichtungAnsehen, {}), zustand)

async function benenne(c: RequestContext, werte: Werte): Promise<Reply> {
  const namen = OBJEKTARTEN.map((art) => ({ art, einzahl: wert(werte, `${art}.einzahl`), mehrzahl: wert(werte, `${art}.mehrzahl`) }))
  const fehler = namen.flatMap(({ art, einzahl, mehrzahl }) => [...(einzahl && einzahl.length <= 60 ? [] : [`${art}.einzahl`]), ...(mehrzahl && mehrzahl.length <= 60 ? [] : [`${art}.mehrzahl`])].map((feld) => ({ feld, text: 'Bitte geben Sie einen Namen mit höchstens 60 Zeichen ein.' })))
  if (fehler.length > 0) throw new Invalid(fehler)
  await c.execute(ebenenBenennen, { namen })
  return redirect(`${PFAD}/einrichten`, { hinweis: 'Die Namen der Ebenen sind gespeichert.' })
}

async function legeKlassenFest(c: RequestContext, werte: Werte): Promise<Reply> {
  const fehler: Feldfehler[] = []
  const cent = (feld: string): string => {
    const gelesen = parseEuro(wert(werte, feld) || '0')
    if (!gelesen.ok) { fehler.push({ feld, text: gelesen.message }); return '0' }
    if (gelesen.value < 0n) { fehler.push({ feld, text: 'Bitte geben Sie einen Betrag ab 0 ein.' }); return '0' }
    return String(gelesen.value)
  }
  const klassen: { ueberCent: string; bisCent: string }[] = []
  for (let nummer = 1; nummer <= 20; nummer++) {
    if (wert(werte, `ueber${nummer}`) === '' && wert(werte, `bis${nummer}`) === '') continue
    if (klassen.length < nummer - 1) fehler.push({ feld: `ueber${nummer}`, text: 'Bitte füllen Sie die Klassen der Reihe nach aus.' })
    klassen.push({ ueberCent: cent(`ueber${nummer}`), bisCent: cent(`bis${nummer}`) })
  }
  if (fehler.length > 0) throw new Invalid(fehler)
  await c.execute(kostenklassenFestlegen, { klassen })
  return redirect(`${PFAD}/einrichten`, { hinweis: 'Die Kostenklassen sind gespeichert.' })
}

async function legeStrategieAn(c: RequestContext, werte: Werte): Promise<Reply> {
  const [name, kennung] = [wert(werte, 'name'), wert(werte, 'kennung')]
  const fehler: Feldfehler[] = [
    ...(name.length >= 2 && name.length <= 300 ? [] : [{ feld: 'name', text: 'Bitte geben Sie einen Namen mit 2 bis 300 Zeichen ein.' }]),
    ...(/^[a-z0-9][a-z0-9_-]{0,59}$/.test(kennung) ? [] : [{ feld: 'kennung', text: 'Bitte nehmen Sie nur Kleinbuchstaben, Ziffern und Bindestriche.' }]),
  ]
  const jahr = (feld: 'jahrVon' | 'jahrBis') => {
    const text = wert(werte, feld)
    if (text && !/^(19[9]\d|20\d\d|21\d\d|2200)$/.test(text)) fehler.push({ feld, text: 'Bitte geben Sie ein Jahr mit vier Ziffern ein.' })
    return text ? { [feld]: Number(text) } : {}
  }
  const eingabe = { name, kennung, ...jahr('jahrVon'), ...jahr('jahrBis') }
  if (fehler.length > 0) throw new Invalid(fehler)
  await c.execute(strategieAnlegen, eingabe)
  return redirect(`${PFAD}?strategie=${kennung}`, { hinweis: 'Die Strategie ist angelegt.' })
}

export const routes: readonly Route[] = [
  page({ path: `${PFAD}/einrichten`, access: zugang, handle: (c) => zeige(c) }),
  ...form({ path: `${PFAD}/einrichten/ebenen`, access: zugang, show: zeige, submit: benenne }),
  ...form({ path: `${PFAD}/einrichten/kostenklassen`, access: zugang, show: zeige, submit: legeKlassenFest }),
  ...form({ path: `${PFAD}/einrichten/strategie`, access: zugang, show: zeige, submit: legeStrategieAn }),
]
