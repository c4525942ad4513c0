import { formatEuro } from '../../../../../platform/money/index.js'
import { BAUSTEINARTEN, darfUnter } from '../arten.js'
import { pruefeFelder } from '../felder.js'
import { ordneKlassen, type Kostenklasse } from '../kostenklasse.js'
import { leseBausteinplan } from './bausteinplan.js'
import { leseEigenes } from './eigenes.js'
import { sammler, type Befund, type Einlesung, type Objektangabe, type Sammler, type Strategieangabe } from './einlesung.js'
import { leseRessourcenplan } from './ressourcenplan.js'
import { istListenname, leseVorhabenlisten } from './vorhabenlisten.js'
import { GRENZEN, leseYaml, Unlesbar } from './yaml.js'

export interface Gelesen extends Omit<Einlesung, 'kostenklassen'> { readonly kostenklassen: readonly Kostenklasse[] | undefined }

/**
 * Reads a plan of a town, whichever kind it is, and says everything that is doubled, dangling, circular or missing.
 * @param quelle the file's name without folder and ending; it becomes the name where the file gives none
 * @throws Unlesbar
 */
export function lesePlan(text: string, quelle: string): Gelesen {
  const wurzel = leseYaml(text)
  const schluessel = typeof wurzel === 'object' && wurzel !== null && !Array.isArray(wurzel) ? Object.keys(wurzel) : []
  const s = sammler()
  const lies = schluessel.includes('programm') ? leseEigenes : schluessel.includes('bausteine') ? leseBausteinplan : schluessel.includes('loesungsbausteine') ? leseRessourcenplan
    : schluessel.some(istListenname) ? leseVorhabenlisten : undefined
  if (!lies) throw new Unlesbar('Diese Datei ist kein bekannter Plan. Erwartet wird „programm“, „bausteine“, „loesungsbausteine“ oder eine Liste wie „stadt_2024“.')
  const einlesung = lies(wurzel, quelle, s)
  const anzahl = einlesung.strategien.reduce((summe, { objekte, finanzplan }) => summe + objekte.length + finanzplan.length, 0)
  if (anzahl > GRENZEN.eintraege) throw new Unlesbar(`Die Datei hat ${anzahl} Einträge; höchstens ${GRENZEN.eintraege} sind möglich.`)
  const strategien = einlesung.strategien.map((strategie) => pruefeStrategie(strategie, s))
  const klassen = einlesung.kostenklassen && ordneKlassen(einlesung.kostenklassen, formatEuro)
  for (const { nummer, text: klage } of klassen?.befunde ?? []) s.melde('klassengrenze', `Kostenklasse ${nummer}`, klage)
  return { strategien, kostenklassen: klassen?.klassen, ebenen: einlesung.ebenen, befunde: s.befunde }
}

function pruefeStrategie(strategie: Strategieangabe, s: Sammler): Strategieangabe {
  const objekte = ordentlicheNummern(amRichtigenOrt(strategie.objekte, s).map((objekt) => ohneFalsches(objekt, s)), s)
  const bekannt = new Set(objekte.map(({ kennung }) => kennung))
  for (const { kennung, verknuepfungen } of objekte) {
    for (const { art, nach } of verknuepfungen) {
      if (nach === kennung) s.melde('kreis', kennung, `${kennung} verweist auf sich selbst. Dieser Verweis wurde nicht übernommen.`)
      else if (!bekannt.has(nach)) s.melde('ungeloesterVerweis', kennung, `${VERWEISWORT[art]} „${nach}“, das es in der Quelle nicht gibt. Der Verweis bleibt als ungelöst stehen.`)
    }
  }
  meldeKreise(objekte, s)
  return { ...strategie, objekte: objekte.map((objekt) => ({ ...objekt, verknuepfungen: objekt.verknuepfungen.filter(({ nach }) => nach !== objekt.kennung) })) }
}

const VERWEISWORT = { zielbezug: 'Bezug auf das Ziel', korrespondiert: 'Korrespondiert mit', benoetigt: 'Benötigt' } as const

/** What cannot lie where the source puts it becomes an object of its own, and that is said. */
function amRichtigenOrt(objekte: readonly Objektangabe[], s: Sammler): Objektangabe[] {
  const artVon = new Map(objekte.map(({ kennung, art }) => [kennung, art]))
  return objekte.map((objekt) => {
    const oben = objekt.ober === undefined ? undefined : artVon.get(objekt.ober)
    if (!oben || darfUnter(objekt.art, oben)) return objekt
    s.melde('ungueltigerWert', objekt.kennung, `„${objekt.felder['name']}“ passt mit seiner Ebene nicht unter ${objekt.ober} und steht jetzt für sich.`)
    const { ober: _, ...rest } = objekt
    return rest
  })
}

/** A value that cannot be is left out and said; the object stays. */
function ohneFalsches(objekt: Objektangabe, s: Sammler): Objektangabe {
  const falsch = pruefeFelder(objekt.felder)
  for (const { feld, text } of falsch) s.melde('ungueltigerWert', objekt.kennung, `${feld}: ${text} Der Wert bleibt offen.`)
  const weg = new Set(falsch.map(({ feld }) => feld))
  if (weg.has('name')) return { ...objekt, felder: { name: (objekt.felder['name'] ?? '').slice(0, 300) } }
  return weg.size === 0 ? objekt : { ...objekt, felder: Object.fromEntries(Object.entries(objekt.felder).filter(([feld]) => !weg.has(feld))) }
}

/** The same number under different kinds of Baustein stays and is said (H1-05); under the same kind the second loses its number. */
function ordentlicheNummern(objekte: readonly Objektangabe[], s: Sammler): Objektangabe[] {
  const artVon = new Map<string, string>()
  for (const { kennung, ober, felder } of objekte) artVon.set(kennung, felder['bausteinart'] ?? artVon.get(ober ?? '') ?? '')
  const wort = (kennung: string) => BAUSTEINARTEN[artVon.get(kennung) as keyof typeof BAUSTEINARTEN] ?? 'ohne Bausteinart'
  const traeger = new Map<string, Objektangabe[]>()
  const ergebnis = objekte.map((objekt) => {
    const nummer = objekt.felder['nummer']
    if (!nummer) return objekt
    const bisher = traeger.get(`${objekt.art} ${nummer}`) ?? []
    traeger.set(`${objekt.art} ${nummer}`, [...bisher, objekt])
    const gleiche = bisher.find(({ kennung }) => artVon.get(kennung) === artVon.get(objekt.kennung))
    if (!gleiche) return objekt
    s.melde('doppelteNummer', nummer, `Die Nummer ${nummer} tragen „${gleiche.felder['name']}“ und „${objekt.felder['name']}“ (beide ${wort(objekt.kennung)}). „${objekt.felder['name']}“ bleibt ohne Nummer.`)
    const { nummer: _, ...felder } = objekt.felder
    return { ...objekt, felder }
  })
  for (const alle of traeger.values()) {
    const arten = new Set(alle.map(({ kennung }) => artVon.get(kennung)))
    const nummer = alle[0]?.felder['nummer'] ?? ''
    if (arten.size > 1) s.melde('doppelteNummer', nummer, `Die Nummer ${nummer} gibt es mehrmals: ${alle.map(({ kennung, felder }) => `„${felder['name']}“ (${wort(kennung)})`).join(' und ')}. Alle bleiben, unterschieden durch die Bausteinart.`)
  }
  return ergebnis
}

function meldeKreise(objekte: readonly Objektangabe[], s: Sammler): void {
  const braucht = new Map(objekte.map(({ kennung, verknuepfungen }) => [kennung, verknuepfungen.filter(({ art, nach }) => art === 'benoetigt' && nach !== kennung).map(({ nach }) => nach)]))
  const grad = new Map([...braucht.keys()].map((kennung) => [kennung, 0]))
  for (const nach of [...braucht.values()].flat()) if (grad.has(nach)) grad.set(nach, (grad.get(nach) ?? 0) + 1)
  const frei = [...grad].filter(([, zahl]) => zahl === 0).map(([kennung]) => kennung)
  for (let kennung = frei.pop(); kennung !== undefined; kennung = frei.pop()) {
    grad.delete(kennung)
    for (const nach of braucht.get(kennung) ?? []) {
      const rest = (grad.get(nach) ?? 0) - 1
      if (grad.has(nach)) grad.set(nach, rest)
      if (rest === 0) frei.push(nach)
    }
  }
  // What is left is on a circle or needed by one; peel off the latter from the other side.
  const imKreis = new Set(grad.keys())
  for (let weiter = true; weiter;) {
    weiter = false
    for (const kennung of imKreis) if (!(braucht.get(kennung) ?? []).some((nach) => imKreis.has(nach))) { imKreis.delete(kennung); weiter = true }
  }
  if (imKreis.size > 0) s.melde('kreis', [...imKreis].slice(0, 20).join(', '), `Diese ${imKreis.size} brauchen einander im Kreis. Die Verweise bleiben stehen, planen lässt sich das so nicht.`)
}

export { Unlesbar, type Befund }
