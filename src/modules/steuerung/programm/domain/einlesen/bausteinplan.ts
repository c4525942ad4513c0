import type { Bausteinart } from '../arten.js'
import { alsJson, angaben, eindeutig, kennungAus, type Angaben, type Einlesung, type Objektangabe, type Sammler } from './einlesung.js'

const ARTEN: Readonly<Record<string, Bausteinart>> = { Basisbaustein: 'basis', Umsetzungsbaustein: 'umsetzung', Lösungsbaustein: 'loesung' }

/** A plan of Bausteine with Maßnahmen, Ziele and Kostenklassen (the Remscheid kind, H1-02 and H1-03). */
export function leseBausteinplan(wurzel: unknown, quelle: string, s: Sammler): Einlesung {
  const a = angaben(wurzel, quelle, s)
  const kennung = eindeutig(s)
  const ziele = a.texte('ziele').map((name): Objektangabe => ({ kennung: kennung(`ziel-${kennungAus(name)}`, name), art: 'ziel', felder: { name }, verknuepfungen: [], erfolgskriterien: [] }))
  const zielVon = new Map(ziele.map((ziel) => [ziel.felder['name'], ziel.kennung]))
  const bausteine = a.liste('bausteine').flatMap((eintrag, index) => leseBaustein(angaben(eintrag, `Baustein ${index + 1}`, s), { s, kennung, zielVon }))
  const gremien = a.liste('gremien').flatMap((eintrag) => {
    const g = angaben(eintrag, 'Gremium', s)
    const name = g.text('name')
    const gremium = name ? [{ name, rolle: g.text('rolle') ?? null, bericht: g.text('bericht') ?? null }] : []
    g.rest()
    return gremium
  })
  const kostenklassen = a.hat('kostenklassen') ? leseKlassen(a.roh('kostenklassen'), s) : undefined
  const berichtsfelder = a.texte('statusbericht_felder')
  a.rest()
  const objekte = [...ziele, ...bausteine]
  meldeFehlendes(objekte, quelle, s)
  return {
    kostenklassen, ebenen: {}, befunde: s.befunde,
    strategien: [{ kennung: kennungAus(quelle), name: quelle, angaben: berichtsfelder.length > 0 ? { statusberichtFelder: alsJson(berichtsfelder) } : {}, gremien, objekte, finanzplan: [] }],
  }
}

interface Umfeld { readonly s: Sammler; readonly kennung: (kennung: string, name: string) => string; readonly zielVon: ReadonlyMap<string | undefined, string> }

function leseBaustein(b: Angaben, { s, kennung, zielVon }: Umfeld): Objektangabe[] {
  const [id, name] = [b.text('id') ?? '', b.text('name') ?? '']
  const ort = id || name || 'Baustein ohne Namen'
  if (!name) { s.melde('fehlenderWert', ort, 'Der Baustein hat keinen Namen und wurde nicht übernommen.'); return [] }
  const art = b.text('art')
  const bausteinart = art ? ARTEN[art] : undefined
  if (art && !bausteinart) s.melde('ungueltigerWert', ort, `Die Bausteinart „${art}“ ist unbekannt.`)
  if (!b.hat('kostenklasse')) s.melde('fehlenderWert', ort, 'Zur Kostenklasse ist nichts angegeben. Sie bleibt offen.')
  const klasse = b.ganz('kostenklasse', 0, 99)
  const eigene = kennung(id || kennungAus(name), name)
  const objekt: Objektangabe = {
    kennung: eigene, art: 'baustein',
    felder: { name, ...(id ? { nummer: id } : {}), ...(bausteinart ? { bausteinart } : {}), ...(klasse === undefined ? {} : { kostenklasse: String(klasse) }), ...texteVon(b) },
    verknuepfungen: [
      ...b.texte('ziele').map((ziel) => ({ art: 'zielbezug' as const, nach: zielVon.get(ziel) ?? ziel })),
      ...b.texte('korrespondiert').map((nach) => ({ art: 'korrespondiert' as const, nach })),
    ],
    erfolgskriterien: [],
  }
  const massnahmen = b.liste('massnahmen').flatMap((eintrag, index) => leseMassnahme(angaben(eintrag, `${ort}, Maßnahme ${index + 1}`, s), eigene, { s, kennung, zielVon }))
  b.rest()
  return [objekt, ...massnahmen]
}

const texteVon = (a: Angaben): Record<string, string> => Object.fromEntries(['beschreibung', 'begruendung', 'rahmenbedingungen', 'effekte'].flatMap((feld) => { const text = a.text(feld); return text ? [[`texte.${feld}`, text]] : [] }))

/** Technical id and display number are two things (H1-05): the id B1-A is the number 1A, and so is U1-A. */
export function anzeigenummer(id: string): string {
  const treffer = /^[A-ZÄÖÜ]+(\d{1,3})-([A-Z])$/.exec(id)
  return treffer ? `${treffer[1]}${treffer[2]}` : id
}

function leseMassnahme(m: Angaben, ober: string, { s, kennung, zielVon }: Umfeld): Objektangabe[] {
  const [id, name] = [m.text('id') ?? '', m.text('name') ?? '']
  const ort = id || name || 'Maßnahme ohne Namen'
  if (!name) { s.melde('fehlenderWert', ort, 'Die Maßnahme hat keinen Namen und wurde nicht übernommen.'); return [] }
  const prioritaet = m.text('prioritaet')
  const bekannt = prioritaet === undefined || ['niedrig', 'mittel', 'hoch'].includes(prioritaet)
  if (!bekannt) s.melde('ungueltigerWert', ort, `Die Priorität „${prioritaet}“ ist unbekannt und bleibt offen.`)
  const monate = m.ganz('laufzeit_monate', 1, 600)
  const [verantwortlich, frist, beteiligte] = [m.text('verantwortlich'), m.text('frist'), m.texte('beteiligte')]
  const fortlaufend = m.text('fortlaufend')
  const objekt: Objektangabe = {
    kennung: kennung(id || kennungAus(name), name), art: 'massnahme', ober,
    felder: {
      name, ...(id ? { nummer: anzeigenummer(id) } : {}), ...(prioritaet && bekannt ? { prioritaet } : {}), ...(monate === undefined ? {} : { dauerMonate: String(monate) }),
      ...(verantwortlich ? { verantwortlich } : {}), ...(frist ? { frist } : {}), ...(fortlaufend === 'true' || fortlaufend === 'ja' ? { fortlaufend: 'ja' } : {}),
      ...(beteiligte.length > 0 ? { beteiligte: beteiligte.join('\n') } : {}), ...texteVon(m),
    },
    verknuepfungen: [
      ...m.texte('ziele').map((ziel) => ({ art: 'zielbezug' as const, nach: zielVon.get(ziel) ?? ziel })),
      ...m.texte('benoetigt').map((nach) => ({ art: 'benoetigt' as const, nach })),
      ...m.texte('korrespondiert').map((nach) => ({ art: 'korrespondiert' as const, nach })),
    ],
    erfolgskriterien: [],
  }
  m.rest()
  return [objekt]
}

function leseKlassen(roh: unknown, s: Sammler) {
  const k = angaben(roh, 'Kostenklassen', s)
  return k.schluessel().flatMap((schluessel) => {
    const eine = angaben(k.roh(schluessel), `Kostenklasse ${schluessel}`, s)
    const [vonCent, bisCent] = [eine.cent('von') ?? 0n, eine.cent('bis')]
    eine.rest()
    if (!/^[1-9]\d?$/.test(schluessel)) { s.melde('ungueltigerWert', `Kostenklasse ${schluessel}`, 'Klassen haben Nummern von 1 bis 99.'); return [] }
    if (bisCent === undefined) { s.melde('fehlenderWert', `Kostenklasse ${schluessel}`, 'Die obere Grenze fehlt. Die Klasse wurde nicht übernommen.'); return [] }
    return [{ nummer: Number(schluessel), vonCent, bisCent }]
  })
}

const ERWARTET: readonly (readonly [string, string])[] = [['prioritaet', 'die Priorität'], ['dauerMonate', 'die Laufzeit'], ['verantwortlich', 'wer verantwortlich ist'], ['beginn', 'ein Beginn'], ['texte.beschreibung', 'eine Beschreibung']]

/** What some have and others lack is said one by one; what no Maßnahme of the source has is said once. */
function meldeFehlendes(objekte: readonly Objektangabe[], quelle: string, s: Sammler): void {
  const massnahmen = objekte.filter(({ art }) => art === 'massnahme')
  if (massnahmen.length === 0) return
  for (const [feld, wort] of ERWARTET) {
    const ohne = massnahmen.filter(({ felder }) => !felder[feld] && !(feld === 'dauerMonate' && felder['fortlaufend']))
    if (ohne.length === massnahmen.length) s.melde('fehlenderWert', quelle, `Bei keiner der ${massnahmen.length} Maßnahmen ist ${wort} angegeben.`)
    else for (const { kennung, felder } of ohne) s.melde('fehlenderWert', kennung, `Bei „${felder['name']}“ fehlt ${wort}.`)
  }
  s.melde('fehlenderWert', quelle, 'Ein Status ist nirgends angegeben. Alle Vorhaben bleiben ohne Status.')
}
