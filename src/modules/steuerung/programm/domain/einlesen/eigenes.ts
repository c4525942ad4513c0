import { OBJEKTARTEN, type Objektart } from '../arten.js'
import { FELDER } from '../felder.js'
import { SPALTEN, type Spalte } from '../finanzplan.js'
import { ALLE_STATUS, type Status } from '../status.js'
import { TEXTFELDER } from '../steckbrief.js'
import { alsJson, angaben, eindeutig, kennungAus, type Angaben, type Einlesung, type Finanzangabe, type Objektangabe, type Sammler, type Strategieangabe } from './einlesung.js'

/** This program's own notation (`programm: 1`): strategies with a tree of objects; what the demo and an export of another town use. */
export function leseEigenes(wurzel: unknown, quelle: string, s: Sammler): Einlesung {
  const a = angaben(wurzel, quelle, s)
  a.roh('programm')
  const kostenklassen = a.hat('kostenklassen') ? a.liste('kostenklassen').flatMap((eintrag) => {
    const k = angaben(eintrag, 'Kostenklasse', s)
    const [nummer, vonCent = 0n, bisCent] = [k.ganz('nummer', 1, 99), k.cent('ueber'), k.cent('bis')]
    k.rest()
    return nummer === undefined || bisCent === undefined ? [] : [{ nummer, vonCent, bisCent, ausschliesslich: true }]
  }) : undefined
  const strategien = a.liste('strategien').flatMap((eintrag) => leseStrategie(angaben(eintrag, 'Strategie', s), s))
  const ebenen = leseEbenen(a, s)
  a.rest()
  return { strategien, kostenklassen, ebenen, befunde: s.befunde }
}

function leseEbenen(a: Angaben, s: Sammler): Einlesung['ebenen'] {
  const ebenen = angaben(a.roh('ebenen') ?? {}, 'ebenen', s)
  return Object.fromEntries(OBJEKTARTEN.flatMap((art) => {
    if (!ebenen.hat(art)) return []
    const name = angaben(ebenen.roh(art), `ebenen/${art}`, s)
    const [einzahl, mehrzahl] = [name.text('einzahl'), name.text('mehrzahl')]
    return einzahl && mehrzahl ? [[art, { einzahl, mehrzahl }]] : []
  }))
}

function leseStrategie(a: Angaben, s: Sammler): Strategieangabe[] {
  const [kennung, name, jahrVon, jahrBis, quelle] = [a.text('kennung'), a.text('name'), a.ganz('jahrVon', 1990, 2200), a.ganz('jahrBis', 1990, 2200), a.text('quelle')]
  if (!kennung || !name) { s.melde('fehlenderWert', 'Strategie', 'Eine Strategie braucht Kennung und Namen.'); return [] }
  const gremien = a.liste('gremien').flatMap((eintrag) => {
    const g = angaben(eintrag, 'Gremium', s)
    const [gremium, rolle, bericht] = [g.text('name'), g.text('rolle'), g.text('bericht')]
    g.rest()
    return gremium ? [{ name: gremium, rolle: rolle ?? null, bericht: bericht ?? null }] : []
  })
  const umfeld: Umfeld = { s, kennung: eindeutig(s), finanzplan: leseKosten(a, '', name, s) }
  const objekte = a.liste('objekte').flatMap((eintrag) => leseObjekt(angaben(eintrag, kennung, s), undefined, umfeld))
  const weitere = a.roh('angaben')
  a.rest()
  return [{
    kennung: kennungAus(kennung), name, gremien, objekte, finanzplan: umfeld.finanzplan, angaben: weitere === undefined ? {} : alsJson(weitere) as Record<string, unknown>,
    ...(jahrVon ? { jahrVon } : {}), ...(jahrBis ? { jahrBis } : {}), ...(quelle ? { quelle } : {}),
  }]
}

interface Umfeld { readonly s: Sammler; readonly kennung: (kennung: string, name: string) => string; readonly finanzplan: Finanzangabe[] }

const SACHLICH = Object.keys(FELDER).filter((feld) => !feld.startsWith('texte.') && !['name', 'oberId', 'einheitId', 'verantwortlichKontoId', 'beteiligte', 'fortlaufend'].includes(feld))

function leseObjekt(a: Angaben, ober: string | undefined, umfeld: Umfeld): Objektangabe[] {
  const { s } = umfeld
  const [name, art] = [a.text('name') ?? '', a.text('art') as Objektart | undefined]
  if (!name || !art || !OBJEKTARTEN.includes(art)) { s.melde('fehlenderWert', name || 'Objekt', 'Ein Objekt braucht Namen und Ebene (art).'); return [] }
  const kennung = umfeld.kennung(a.text('kennung') ?? kennungAus(name), name)
  const status = a.text('status') as Status | undefined
  if (status && !ALLE_STATUS.includes(status)) s.melde('ungueltigerWert', kennung, `Der Status „${status}“ ist unbekannt.`)
  const texte = angaben(a.roh('texte') ?? {}, `${kennung}, texte`, s)
  const felder: Record<string, string> = { name }
  for (const feld of SACHLICH) { const text = a.text(feld); if (text) felder[feld] = text }
  for (const feld of Object.keys(TEXTFELDER)) { const text = texte.text(feld); if (text) felder[`texte.${feld}`] = text }
  texte.rest()
  if (a.text('fortlaufend') === 'true') felder['fortlaufend'] = 'ja'
  const beteiligte = a.texte('beteiligte')
  if (beteiligte.length > 0) felder['beteiligte'] = beteiligte.join('\n')
  const verknuepfungen = ([['ziele', 'zielbezug'], ['korrespondiert', 'korrespondiert'], ['benoetigt', 'benoetigt']] as const).flatMap(([feld, wie]) => a.texte(feld).map((nach) => ({ art: wie, nach })))
  const oeffentlich = a.hat('oeffentlich') ? a.texte('oeffentlich') : undefined
  const einheit = a.text('einheit')
  umfeld.finanzplan.push(...leseKosten(a, kennung, name, s))
  const objekt: Objektangabe = {
    kennung, art, felder, verknuepfungen, erfolgskriterien: leseKriterien(a, kennung, s), ...(ober ? { ober } : {}), ...(status && ALLE_STATUS.includes(status) ? { status } : {}),
    ...(oeffentlich ? { oeffentlich } : {}), ...(einheit ? { einheit } : {}),
  }
  const kinder = a.liste('kinder').flatMap((kind) => leseObjekt(angaben(kind, kennung, s), kennung, umfeld))
  a.rest()
  return [objekt, ...kinder]
}

function leseKriterien(a: Angaben, ort: string, s: Sammler): Objektangabe['erfolgskriterien'] {
  return a.liste('erfolgskriterien').flatMap((eintrag) => {
    const k = angaben(eintrag, `${ort}, Erfolgskriterium`, s)
    const [kennzahl, zielwert, einheit, bisJahr] = [k.text('kennzahl'), k.dezimal('zielwert'), k.text('einheit'), k.ganz('bisJahr', 1990, 2200)]
    k.rest()
    return kennzahl ? [{ kennzahl, zielwert: zielwert ?? null, einheit: einheit ?? null, bisJahr: bisJahr ?? null }] : []
  })
}

function leseKosten(a: Angaben, objekt: string, name: string, s: Sammler): Finanzangabe[] {
  return a.liste('kosten').flatMap((eintrag, index) => {
    const k = angaben(eintrag, `${objekt || name}, Kosten ${index + 1}`, s)
    const [spalte, stand, bezug] = [k.text('spalte') as Spalte | undefined, k.text('stand'), k.text('bezug')]
    const [betragCent, vzaeHundertstel, jahrVon, jahrBis] = [k.cent('betrag'), k.hundertstel('vzae'), k.ganz('jahrVon', 1990, 2200), k.ganz('jahrBis', 1990, 2200)]
    const [bezeichnung, produkt, quelle] = [k.text('bezeichnung'), k.text('produkt'), k.text('quelle')]
    k.rest()
    if (!spalte || !Object.hasOwn(SPALTEN, spalte)) { s.melde('ungueltigerWert', objekt || name, 'Eine Zeile des Finanzplans hat keine bekannte Spalte.'); return [] }
    return [{
      kennung: `${objekt || 'plan'}/${spalte}/${index + 1}`, objekt: objekt || null, bezeichnung: bezeichnung ?? name, spalte, stand: stand === 'veranschlagt' ? 'veranschlagt' as const : 'plan' as const,
      bezug: bezug === 'jaehrlich' || bezug === 'kumuliert' ? bezug : 'einzeln' as const, betragCent: betragCent ?? null, vzaeHundertstel: vzaeHundertstel ?? null,
      jahrVon: jahrVon ?? null, jahrBis: jahrBis ?? null, produkt: produkt ?? null, quelle: quelle ?? null,
    }]
  })
}
