import type { App } from '../../../platform/app.js'
import type { JobContext } from '../../../platform/jobs/job.js'
import { systemActor, type Actor } from '../../../platform/usecases/actor.js'
import { vermerkVerfassen, vorgangById, wiedervorlageSetzen } from '../../akte/akten/index.js'
import { belegErstellen, forderungZu, zahlungErfassen } from '../../finanzen/forderungen/index.js'
import { gebuehrErheben } from '../../finanzen/gebuehren/index.js'
import { aufgabeErledigen, aufgabeUebernehmen, offeneAufgaben } from '../../grundlagen/aufgaben/index.js'
import { findKonto, findPersonal } from '../../grundlagen/konten/index.js'
import { findLeistung } from '../../grundlagen/leistungen/index.js'
import { rollenbildVon } from '../../grundlagen/organisation/index.js'
import { antragEinreichen, antragZuVorgang, bestaetigungErstellen, demoAngaben, istUnbeantwortet, rueckfragenBeantworten, rueckfragenVon } from '../antraege/index.js'
import { vorgangAbschliessen } from '../fallbearbeitung/index.js'
import { diensteJetztAusfuehren } from '../workflow/index.js'
import { bescheidZuVorgang } from './bescheid.js'
import { entwurfSpeichern, zurZeichnungGeben } from './entwerfen/command.js'
import { vorbelegung } from './entwerfen/vorbelegung.js'
import { ausfertigen } from './erlassen/job.js'
import { bescheidZeichnen } from './zeichnen/command.js'

const LEISTUNG = 'bewohnerparkausweis'

/** How far an application of the demo has come. Each includes the ones before it that lie on its way. */
type Ziel = 'neu' | 'uebernommen' | 'rueckfrage' | 'beantwortet' | 'entwurf' | 'zurZeichnung' | 'erlassen' | 'zda'

/** Fixed ids make the seed repeatable. Without `kennung`: declared at the counter, answered by letter. Nobody here exists. */
const FAELLE: readonly { nr: number; ziel: Ziel; kennung?: string; vornamen: string; familienname: string; geburtsdatum: string; hausnummer: string; kfz: string }[] = [
  { nr: 11, ziel: 'zda', kennung: 'max.muster', vornamen: 'Max', familienname: 'Muster', geburtsdatum: '1984-07-09', hausnummer: '12 a', kfz: 'MU-M 1984' },
  { nr: 12, ziel: 'erlassen', kennung: 'deniz.yilmaz', vornamen: 'Deniz', familienname: 'Yılmaz', geburtsdatum: '1991-11-03', hausnummer: '4', kfz: 'MU-DY 91' },
  { nr: 13, ziel: 'erlassen', vornamen: 'Karl-Heinz', familienname: 'Schulze-Überwasser', geburtsdatum: '1949-05-23', hausnummer: '31', kfz: 'MU-KH 49' },
  { nr: 14, ziel: 'zurZeichnung', vornamen: 'Jolanta', familienname: 'Wiśniewska', geburtsdatum: '1978-01-17', hausnummer: '7 b', kfz: 'MU-JW 78' },
  { nr: 15, ziel: 'entwurf', vornamen: 'Aylin', familienname: 'Demir', geburtsdatum: '1996-09-30', hausnummer: '22', kfz: 'MU-AD 96' },
  { nr: 16, ziel: 'beantwortet', kennung: 'deniz.yilmaz', vornamen: 'Deniz', familienname: 'Yılmaz', geburtsdatum: '1991-11-03', hausnummer: '4', kfz: 'MU-DY 92' },
  { nr: 17, ziel: 'rueckfrage', kennung: 'erika.muster', vornamen: 'Erika', familienname: 'Muster', geburtsdatum: '1986-02-28', hausnummer: '12 a', kfz: 'MU-E 1986' },
  { nr: 18, ziel: 'uebernommen', vornamen: 'Thảo', familienname: 'Nguyễn', geburtsdatum: '2001-04-12', hausnummer: '9', kfz: 'MU-TN 1' },
  { nr: 19, ziel: 'neu', vornamen: 'Friederike', familienname: 'von der Aue', geburtsdatum: '1967-12-06', hausnummer: '1', kfz: 'MU-FA 67' },
  { nr: 20, ziel: 'neu', kennung: 'deniz.yilmaz', vornamen: 'Deniz', familienname: 'Yılmaz', geburtsdatum: '1991-11-03', hausnummer: '4', kfz: 'MU-DY 93' },
]

interface Buehne { readonly app: App; readonly mandantId: string; readonly sommer: Actor; readonly thal: Actor; readonly lenz: Actor; readonly context: JobContext }

/** Applications on every step of the way, so that lists, files and mailboxes have something to show. Nobody opens a message. */
export async function seed(app: App, mandantId: string): Promise<void> {
  const version = await app.db.withMandant(mandantId, (tx) => findLeistung(tx, LEISTUNG, app.clock.today()))
  const [sommer, thal, lenz] = await Promise.all(['s.sommer', 't.thal', 'l.lenz'].map((kennung) => beschaeftigte(app, mandantId, kennung)))
  if (!version?.formular || !version.modellId || version.status !== 'veroeffentlicht' || !sommer || !thal || !lenz) return
  const buehne: Buehne = { app, mandantId, sommer, thal, lenz, context: { app, mandantId, actor: systemActor(mandantId, 'demo'), signal: new AbortController().signal } }
  for (const { nr, ziel, kennung, ...person } of FAELLE) {
    const konto = kennung === undefined ? undefined : await app.db.withMandant(mandantId, (tx) => findKonto(tx, 'buerger', kennung))
    if (kennung !== undefined && !konto) continue
    const buerger: Actor | undefined = konto && { art: 'buerger', mandantId, id: konto.id, name: konto.name, zuweisungen: [], stufe: 0 }
    const { vorgangId } = await app.execute(buerger ?? sommer, antragEinreichen, {
      leistungsversionId: version.id, daten: demoAngaben(app.clock.today(), { ...person, mitNachweis: false, perPost: !konto }), anhaenge: [], kanal: konto ? 'portal' : 'schalter',
      kontakt: { name: `${person.vornamen} ${person.familienname}`, ...(konto?.email ? { email: konto.email } : {}) }, zustellung: konto ? 'postfach' : 'post',
      entwurfId: `01900000-0000-7000-8000-00000000f0${nr}`,
    })
    await fuehreBis(buehne, vorgangId, ziel, buerger)
  }
}

async function beschaeftigte(app: App, mandantId: string, kennung: string): Promise<Actor | undefined> {
  return app.db.withMandant(mandantId, async (tx): Promise<Actor | undefined> => {
    const konto = await findPersonal(tx, kennung)
    if (!konto) return undefined
    const { zuweisungen, stufe } = await rollenbildVon(tx, konto.id, app.clock.today())
    return { art: 'personal', mandantId, id: konto.id, name: konto.name, stufe, zuweisungen: zuweisungen.filter(({ vertretungFuer }) => !vertretungFuer) }
  })
}

/** Every step looks whether it is still to be done: the seed runs at every start. */
async function fuehreBis(buehne: Buehne, vorgangId: string, ziel: Ziel, buerger: Actor | undefined): Promise<void> {
  const { app, sommer, thal } = buehne
  if (ziel === 'neu') return
  if (ziel === 'uebernommen') {
    const aufgabe = await aufgabeMit(buehne, vorgangId, 'antrag.pruefen')
    if (!aufgabe || aufgabe.zugewiesenAn) return
    await app.execute(thal, aufgabeUebernehmen, { aufgabeId: aufgabe.id })
    await app.execute(thal, wiedervorlageSetzen, { vorgangId, faelligAm: app.clock.today().add({ days: 7 }).toString(), grund: 'Meldebestätigung abwarten', kontoId: thal.id })
    return
  }
  if (ziel === 'rueckfrage' || ziel === 'beantwortet') return fragen(buehne, vorgangId, ziel, buerger)
  const pruefen = await aufgabeMit(buehne, vorgangId, 'antrag.pruefen')
  if (pruefen) {
    await app.execute(sommer, vermerkVerfassen, { vorgangId, text: 'Hauptwohnung im Gebiet laut Melderegister, Fahrzeugschein lag vor.' })
    await app.execute(sommer, aufgabeErledigen, { aufgabeId: pruefen.id, ergebnis: 'genehmigen' })
  }
  await entscheide(buehne, vorgangId, ziel)
}

const aufgabeMit = async ({ app, mandantId }: Buehne, vorgangId: string, maske: string) =>
  (await app.db.withMandant(mandantId, (tx) => offeneAufgaben(tx, vorgangId))).find((aufgabe) => aufgabe.maske === maske)

async function fragen(buehne: Buehne, vorgangId: string, ziel: 'rueckfrage' | 'beantwortet', buerger: Actor | undefined): Promise<void> {
  const { app, mandantId, sommer } = buehne
  const gestellt = () => app.db.withMandant(mandantId, async (tx) => {
    const antrag = await antragZuVorgang(tx, vorgangId)
    return { nummer: antrag?.vorgangsnummer ?? '', fragen: antrag ? (await rueckfragenVon(tx, [antrag.id])).get(antrag.id) ?? [] : [] }
  })
  const aufgabe = await aufgabeMit(buehne, vorgangId, 'antrag.pruefen')
  if (aufgabe && (await gestellt()).fragen.length === 0) {
    await app.execute(sommer, aufgabeErledigen, {
      aufgabeId: aufgabe.id, ergebnis: 'rueckfrage',
      variablen: { rueckfragen: [{ frage: 'Bitte schicken Sie uns den Fahrzeugschein (Zulassungsbescheinigung Teil I).', bezug: 'fahrzeugschein' }], rueckfrageFrist: app.clock.today().add({ days: 21 }).toString() },
    })
  }
  const { nummer, fragen: alle } = await gestellt()
  const offene = alle.filter(istUnbeantwortet)
  if (ziel === 'rueckfrage' || !buerger || offene.length === 0) return
  await app.execute(buerger, rueckfragenBeantworten, { nummer, antworten: offene.map(({ id }) => ({ rueckfrageId: id, text: 'Das Auto ist erst seit gestern zugelassen. Der Schein kommt nächste Woche, ich bringe ihn vorbei.', anhaenge: [] })) })
}

/** Drafted, handed over, signed by a second person, issued; the file itself is made by the worker. */
async function entscheide(buehne: Buehne, vorgangId: string, ziel: Ziel): Promise<void> {
  const { app, mandantId, sommer, lenz } = buehne
  const entwerfen = await aufgabeMit(buehne, vorgangId, 'bescheid.entwerfen')
  if (entwerfen) {
    const inhalt = await app.db.withMandant(mandantId, async (tx) => {
      const vorgang = await vorgangById(tx, vorgangId)
      return vorgang && (await vorbelegung(tx, vorgang, undefined)).inhalt
    })
    if (!inhalt) return
    await app.execute(sommer, ziel === 'entwurf' ? entwurfSpeichern : zurZeichnungGeben, { vorgangId, aufgabeId: entwerfen.id, inhalt })
  }
  if (ziel === 'entwurf' || ziel === 'zurZeichnung') return
  const zeichnen = await aufgabeMit(buehne, vorgangId, 'bescheid.zeichnen')
  const fassung = (await app.db.withMandant(mandantId, (tx) => bescheidZuVorgang(tx, vorgangId)))?.fassungen.at(-1)
  if (zeichnen && fassung) await app.execute(lenz, bescheidZeichnen, { vorgangId, aufgabeId: zeichnen.id, fassungNr: fassung.nr, fassungHash: fassung.hash, ergebnis: 'gezeichnet' })
  if (ziel === 'zda') await schliesse(buehne, vorgangId)
}

/** Only what is complete goes to the files, so this one does not wait for the worker. */
async function schliesse(buehne: Buehne, vorgangId: string): Promise<void> {
  const { app, mandantId, sommer, context } = buehne
  await diensteJetztAusfuehren(context, vorgangId)
  const abschliessen = await aufgabeMit(buehne, vorgangId, 'vorgang.schliessen')
  if (!abschliessen) return
  const { antrag, bescheid } = await app.db.withMandant(mandantId, async (tx) => ({ antrag: await antragZuVorgang(tx, vorgangId), bescheid: await bescheidZuVorgang(tx, vorgangId) }))
  if (antrag) await bestaetigungErstellen.run(context, { antragId: antrag.id })
  if (bescheid) await ausfertigen.run(context, { bescheidId: bescheid.id })
  await bezahle(buehne, vorgangId)
  await app.execute(sommer, vorgangAbschliessen, { aufgabeId: abschliessen.id, schlussvermerk: 'Ausweis erteilt, Bescheid im Postfach.' })
}

/** What is not paid does not go to the files: the fee of this one came by transfer. */
async function bezahle({ app, mandantId, context }: Buehne, vorgangId: string): Promise<void> {
  await app.execute(context.actor, gebuehrErheben, { vorgangId })
  const forderung = await app.db.withMandant(mandantId, (tx) => forderungZu(tx, { vorgangId }))
  if (!forderung || forderung.saldo <= 0n) return
  await app.execute(context.actor, zahlungErfassen, { forderungId: forderung.id, cent: Number(forderung.saldo), weg: 'ueberweisung', wertstellung: app.clock.today().toString(), referenz: `Auszug ${forderung.kassenzeichen}` })
  await belegErstellen.run(context, { forderungId: forderung.id })
}
