import { alsJson, angaben, eindeutig, kennungAus, type Angaben, type Einlesung, type Finanzangabe, type Objektangabe, type Sammler, type Strategieangabe } from './einlesung.js'

/** Lists of projects of several strategies in one file, each under a key like `wuppertal_2018` (name and year). */
export function leseVorhabenlisten(wurzel: unknown, quelle: string, s: Sammler): Einlesung {
  const a = angaben(wurzel, quelle, s)
  const strategien = a.schluessel().filter(istListenname).map((schluessel): Strategieangabe => {
    const inhalt = a.roh(schluessel)
    const teile = Array.isArray(inhalt) ? { angaben: {}, ...leseProjekte(inhalt, schluessel, s) } : leseMischung(angaben(inhalt, schluessel, s), schluessel, s)
    return { kennung: kennungAus(schluessel), name: schluessel.replace(/_(\d{4})$/, ' $1').replace(/^./, (buchstabe) => buchstabe.toUpperCase()), jahrVon: Number(schluessel.slice(-4)), gremien: [], ...teile }
  })
  a.rest()
  return { kostenklassen: undefined, ebenen: {}, befunde: s.befunde, strategien }
}

export const istListenname = (schluessel: string): boolean => /^[a-z][a-z0-9_]{0,50}_(19|20)\d{2}$/.test(schluessel)

type Teile = Pick<Strategieangabe, 'objekte' | 'finanzplan' | 'angaben'>

function leseProjekte(liste: readonly unknown[], schluessel: string, s: Sammler): Pick<Teile, 'objekte' | 'finanzplan'> {
  const kennung = eindeutig(s)
  const gelesen = liste.flatMap((eintrag, index) => {
    const p = angaben(eintrag, `${schluessel}, Eintrag ${index + 1}`, s)
    const name = p.text('name')
    if (!name) { s.melde('fehlenderWert', `${schluessel}, Eintrag ${index + 1}`, 'Der Eintrag hat keinen Namen und wurde nicht übernommen.'); return [] }
    const eigene = kennung(kennungAus(name), name)
    const finanzplan = leseHaushalt(p, eigene, name, s)
    if (finanzplan.length === 0) s.melde('fehlenderWert', eigene, `Zu „${name}“ ist kein Haushaltsansatz angegeben. Er bleibt offen und zählt nicht als 0.`)
    const termine = [...(p.hat('umsetzung_bis') ? [`Umsetzung bis ${p.text('umsetzung_bis')}`] : []), ...(p.hat('quartal') ? [`Quartal ${p.text('quartal')}`] : [])]
    if (termine.length > 0) s.melde('ungenauerTermin', eigene, `„${name}“: ${termine.join(', ')} ist kein Tag. Die Angabe steht im Steckbrief, Beginn und Ende bleiben offen.`)
    p.rest()
    const objekt: Objektangabe = { kennung: eigene, art: 'projekt', felder: { name, ...(termine.length > 0 ? { 'texte.quellenangabe': termine.join('\n') } : {}) }, verknuepfungen: [], erfolgskriterien: [] }
    return [{ objekt, finanzplan }]
  })
  return { objekte: gelesen.map(({ objekt }) => objekt), finanzplan: gelesen.flatMap(({ finanzplan }) => finanzplan) }
}

/** Amounts under `haushalt_2020_eur`, `haushalt_eur` (over several years), `haushalt_jaehrlich_eur` and `folgejahre_eur`. */
function leseHaushalt(p: Angaben, objekt: string, bezeichnung: string, s: Sammler): Finanzangabe[] {
  const produkt = p.text('produkt') ?? null
  const grund = { objekt, bezeichnung, stand: 'plan' as const, vzaeHundertstel: null, produkt, quelle: null }
  const zeilen: Finanzangabe[] = []
  for (const feld of p.schluessel()) {
    const jahr = Number(/^haushalt_(\d{4})_eur$/.exec(feld)?.[1])
    if (!jahr) continue
    const betragCent = p.cent(feld)
    if (betragCent !== undefined) zeilen.push({ ...grund, kennung: `${objekt}/haushalt-${jahr}`, spalte: 'haushalt', jahrVon: jahr, jahrBis: jahr, bezug: 'einzeln', betragCent })
    const folge = p.cent('folgejahre_eur')
    if (folge !== undefined) zeilen.push({ ...grund, kennung: `${objekt}/folgejahre`, spalte: 'laufend', jahrVon: jahr + 1, jahrBis: null, bezug: 'jaehrlich', betragCent: folge })
  }
  const gesamt = p.cent('haushalt_eur')
  const jahre = p.ganz('verteilt_auf_jahre', 1, 50)
  if (gesamt !== undefined) {
    zeilen.push({ ...grund, kennung: `${objekt}/haushalt`, spalte: 'haushalt', jahrVon: null, jahrBis: null, bezug: 'kumuliert', betragCent: gesamt, quelle: jahre ? `verteilt auf ${jahre} Jahre` : null })
    s.melde('fehlenderWert', objekt, `Zu „${bezeichnung}“ steht ein Betrag${jahre ? ` für ${jahre} Jahre` : ''}, aber kein erstes Jahr. Er ist keinem Jahr zugeordnet.`)
  }
  const jaehrlich = p.cent('haushalt_jaehrlich_eur')
  if (jaehrlich !== undefined) {
    zeilen.push({ ...grund, kennung: `${objekt}/haushalt-jaehrlich`, spalte: 'haushalt', jahrVon: null, jahrBis: null, bezug: 'jaehrlich', betragCent: jaehrlich })
    s.melde('fehlenderWert', objekt, `Zu „${bezeichnung}“ steht ein Jahresbetrag ohne erstes Jahr.`)
  }
  return zeilen
}

const LISTEN = { im_einsatz: ['abgeschlossen', 'im Einsatz'], im_test: ['laufend', 'im Test'], geplant: ['geplant', 'geplant'] } as const

function leseMischung(a: Angaben, schluessel: string, s: Sammler): Teile {
  const kennung = eindeutig(s)
  const handlungsfelder = a.texte('handlungsfelder').map((name): Objektangabe => ({ kennung: kennung(kennungAus(name), name), art: 'handlungsfeld', felder: { name }, verknuepfungen: [], erfolgskriterien: [] }))
  const vorhaben = (Object.keys(LISTEN) as (keyof typeof LISTEN)[]).filter((liste) => a.hat(liste)).flatMap((liste) => {
    const [status, wort] = LISTEN[liste]
    if (status !== wort) s.melde('zuordnung', `${schluessel}/${liste}`, `Was die Quelle „${wort}“ nennt, steht hier als „${status}“. Das Wort der Quelle steht im Steckbrief.`)
    return a.liste(liste).flatMap((eintrag) => leseVorhaben(eintrag, { status, wort: status === wort ? '' : wort, ort: `${schluessel}/${liste}`, s, kennung }))
  })
  const finanzplan = leseFoerderung(a, s)
  const bekannt = Object.fromEntries(['roadmap_status', 'projektstammblatt_weg', 'berichte'].flatMap((feld) => (a.hat(feld) ? [[feld, alsJson(a.roh(feld))]] : [])))
  a.rest()
  return { objekte: [...handlungsfelder, ...vorhaben], finanzplan, angaben: bekannt }
}

interface Vorhabenumfeld { readonly status: 'abgeschlossen' | 'laufend' | 'geplant'; readonly wort: string; readonly ort: string; readonly s: Sammler; readonly kennung: (kennung: string, name: string) => string }

function leseVorhaben(eintrag: unknown, umfeld: Vorhabenumfeld): Objektangabe[] {
  const { status, wort, ort, s, kennung } = umfeld
  const objekt = (name: string, ober?: string): Objektangabe => ({
    kennung: kennung(kennungAus(name), name), art: 'projekt', status, felder: { name, ...(wort ? { 'texte.quellenangabe': wort } : {}) }, verknuepfungen: [], erfolgskriterien: [], ...(ober ? { ober } : {}),
  })
  if (typeof eintrag === 'string' && eintrag.trim()) return [objekt(eintrag.trim())]
  const a = angaben(eintrag, ort, s)
  const name = a.text('projekt')
  if (!name) { s.melde('fehlenderWert', ort, 'Ein Vorhaben hat keinen Namen und wurde nicht übernommen.'); return [] }
  const projekt = objekt(name)
  const teile = a.texte('teilprojekte').map((teil) => objekt(teil, projekt.kennung))
  a.rest()
  return [projekt, ...teile]
}

/** `landesfoerderung_…_mio_eur`: millions by year. */
function leseFoerderung(a: Angaben, s: Sammler): Finanzangabe[] {
  return a.schluessel().filter((feld) => /foerderung.*_mio_eur$/.test(feld)).flatMap((feld) => {
    const jahre = angaben(a.roh(feld), feld, s)
    const bezeichnung = feld.replace(/_mio_eur$/, '').replaceAll('_', ' ')
    return jahre.schluessel().flatMap((schluessel): Finanzangabe[] => {
      const [jahr, mio] = [Number(schluessel), jahre.cent(schluessel)]
      if (!/^\d{4}$/.test(schluessel) || mio === undefined) { s.melde('ungueltigerWert', feld, `„${schluessel}“ ist kein Jahr mit einem Betrag.`); return [] }
      return [{ kennung: `${feld}/${jahr}`, objekt: null, bezeichnung, spalte: 'foerderung', stand: 'plan', jahrVon: jahr, jahrBis: jahr, bezug: 'einzeln', betragCent: mio * 1_000_000n, vzaeHundertstel: null, produkt: null, quelle: null }]
    })
  })
}
