import { toDecimalString, formatEuro, type Cents } from '../../../../../platform/money/index.js'
import { summiere } from '../finanzplan.js'
import { alsJson, angaben, eindeutig, kennungAus, type Angaben, type Einlesung, type Finanzangabe, type Objektangabe, type Sammler } from './einlesung.js'

const zeile = (kennung: string, bezeichnung: string, teil: Partial<Finanzangabe> & Pick<Finanzangabe, 'spalte'>): Finanzangabe => ({
  kennung, bezeichnung, objekt: null, stand: 'plan', jahrVon: null, jahrBis: null, bezug: 'kumuliert', betragCent: null, vzaeHundertstel: null, produkt: null, quelle: null, ...teil,
})

/** A framework finance plan by Lösungsbausteine (the Dorsten kind, H3-04 and H3-05). Sums that the paper states are checked, never taken. */
export function leseRessourcenplan(wurzel: unknown, quelle: string, s: Sammler): Einlesung {
  const a = angaben(wurzel, quelle, s)
  const zeitraum = angaben(a.roh('zeitraum') ?? {}, 'Zeitraum', s)
  const [jahrVon = null, jahrBis = null] = [zeitraum.ganz('von', 1990, 2200), zeitraum.ganz('bis', 1990, 2200)]
  zeitraum.rest()
  const kennung = eindeutig(s)
  const bausteine = a.liste('loesungsbausteine').flatMap((eintrag, index) => leseBaustein(angaben(eintrag, `Lösungsbaustein ${index + 1}`, s), { s, kennung, jahrVon, jahrBis }))
  const finanzplan = [...bausteine.flatMap(({ zeilen }) => zeilen), ...leseUebergreifendes(a, { s, jahrVon, jahrBis })]
  const ziele = a.schluessel().filter((feld) => /^ziele(_\d{4})?$/.test(feld)).flatMap((feld) => leseZiele(a, feld, s, kennung))
  pruefeSummen(a, finanzplan, s)
  const ueberpruefung = a.text('ueberpruefung')
  a.rest()
  const objekte = [...ziele, ...bausteine.map(({ objekt }) => objekt)]
  s.melde('fehlenderWert', quelle, 'Zu den Lösungsbausteinen sind weder Status noch Verantwortliche noch Termine angegeben. Sie bleiben offen.')
  return {
    kostenklassen: undefined, ebenen: {}, befunde: s.befunde,
    strategien: [{
      kennung: kennungAus(quelle), name: quelle, ...(jahrVon === null ? {} : { jahrVon }), ...(jahrBis === null ? {} : { jahrBis }),
      angaben: ueberpruefung ? { ueberpruefung: alsJson(ueberpruefung) } : {}, gremien: [], objekte, finanzplan,
    }],
  }
}

interface Umfeld { readonly s: Sammler; readonly jahrVon: number | null; readonly jahrBis: number | null }

function leseBaustein(b: Angaben, { s, kennung, jahrVon, jahrBis }: Umfeld & { kennung: (kennung: string, name: string) => string }): { objekt: Objektangabe; zeilen: Finanzangabe[] }[] {
  const [id, name] = [b.text('id'), b.text('name')]
  if (!name) { s.melde('fehlenderWert', id ?? 'Lösungsbaustein', 'Der Lösungsbaustein hat keinen Namen und wurde nicht übernommen.'); return [] }
  const eigene = kennung(id ?? kennungAus(name), name)
  const [einmalig, laufend, vzae] = [b.cent('einmalig'), b.cent('laufend'), b.hundertstel('dezentrale_mitwirkung_vzae')]
  b.rest()
  for (const [was, wert] of [['einmalige Kosten', einmalig], ['laufende Kosten', laufend], ['dezentrale Mitwirkung in VZÄ', vzae]] as const) {
    if (wert === undefined) s.melde('fehlenderWert', eigene, `Zu „${name}“ fehlt: ${was}. Der Wert bleibt offen und zählt nicht als 0.`)
  }
  const teil = { objekt: eigene, jahrVon, jahrBis }
  return [{
    objekt: { kennung: eigene, art: 'baustein', felder: { name, ...(id ? { nummer: id } : {}), bausteinart: 'loesung' }, verknuepfungen: [], erfolgskriterien: [] },
    zeilen: [
      ...(einmalig === undefined ? [] : [zeile(`${eigene}/einmalig`, name, { ...teil, spalte: 'einmalig', betragCent: einmalig })]),
      ...(laufend === undefined ? [] : [zeile(`${eigene}/laufend`, name, { ...teil, spalte: 'laufend', betragCent: laufend })]),
      ...(vzae === undefined ? [] : [zeile(`${eigene}/vzae-dezentral`, name, { ...teil, spalte: 'vzae_dezentral', bezug: 'einzeln', vzaeHundertstel: vzae })]),
    ],
  }]
}

/** What no single Lösungsbaustein bears: training, staff, and what the budget already holds. */
function leseUebergreifendes(a: Angaben, { s, jahrVon, jahrBis }: Umfeld): Finanzangabe[] {
  const zeilen: Finanzangabe[] = []
  const schulung = angaben(a.roh('summen') ?? {}, 'summen', s).cent('schulung_jaehrlich')
  if (schulung !== undefined) zeilen.push(zeile('schulung', 'Schulungen', { spalte: 'schulung', bezug: 'jaehrlich', jahrVon, jahrBis, betragCent: schulung }))
  for (const feld of a.schluessel()) {
    const jahr = Number(/^haushalt_(\d{4})_bereits_beruecksichtigt$/.exec(feld)?.[1])
    if (!jahr) continue
    const h = angaben(a.roh(feld), feld, s)
    for (const spalte of ['einmalig', 'laufend'] as const) {
      const betragCent = h.cent(spalte)
      if (betragCent !== undefined) zeilen.push(zeile(`veranschlagt-${jahr}/${spalte}`, `Im Haushalt ${jahr} bereits berücksichtigt`, { spalte, stand: 'veranschlagt', jahrVon: jahr, jahrBis: jahr, bezug: 'einzeln', betragCent }))
    }
    h.rest()
  }
  if (a.hat('personal_vzae')) {
    const p = angaben(a.roh('personal_vzae'), 'personal_vzae', s)
    for (const [feld, spalte, name] of [['ist', 'vzae_ist', 'Personal Ist'], ['soll', 'vzae_soll', 'Personal Soll']] as const) {
      const vzaeHundertstel = p.hundertstel(feld)
      if (vzaeHundertstel === undefined) s.melde('fehlenderWert', 'personal_vzae', `${name} fehlt.`)
      else zeilen.push(zeile(`personal/${feld}`, name, { spalte, bezug: 'einzeln', jahrVon, jahrBis, vzaeHundertstel }))
    }
    p.roh('differenz'); p.roh('dezentrale_mitwirkung'); p.rest()
  }
  return zeilen
}

function leseZiele(a: Angaben, feld: string, s: Sammler, kennung: (kennung: string, name: string) => string): Objektangabe[] {
  const bisJahr = Number(/\d{4}$/.exec(feld)?.[0]) || null
  return a.liste(feld).flatMap((eintrag, index) => {
    const z = angaben(eintrag, `${feld} ${index + 1}`, s)
    const [name, zielwert, einheit] = [z.text('kennzahl'), z.dezimal('zielwert'), z.text('einheit')]
    z.rest()
    if (!name) { s.melde('fehlenderWert', `${feld} ${index + 1}`, 'Das Ziel hat keine Kennzahl und wurde nicht übernommen.'); return [] }
    return [{ kennung: kennung(`ziel-${kennungAus(name)}`, name), art: 'ziel' as const, felder: { name }, verknuepfungen: [], erfolgskriterien: [{ kennzahl: name, zielwert: zielwert ?? null, einheit: einheit ?? null, bisJahr }] }]
  })
}

const vzaeText = (hundertstel: number) => toDecimalString(BigInt(hundertstel)).replace('.', ',')

/** The paper's own sums against ours. */
function pruefeSummen(a: Angaben, finanzplan: readonly Finanzangabe[], s: Sammler): void {
  const summen = summiere(finanzplan)
  const [gesamt, zusatz, personal] = [angaben(a.roh('summen') ?? {}, 'summen', s), angaben(a.roh('zusatzbedarf_2024ff') ?? {}, 'zusatzbedarf_2024ff', s), angaben(a.roh('personal_vzae') ?? {}, 'personal_vzae', s)]
  const vergleiche = (was: string, genannt: Cents | undefined, errechnet: Cents, wort: (value: Cents) => string = formatEuro) => {
    if (genannt !== undefined && genannt !== errechnet) s.melde('summe', was, `Die Quelle nennt ${wort(genannt)}, die Zeilen ergeben ${wort(errechnet)}.`)
  }
  vergleiche('Summe einmalig', gesamt.cent('einmalig'), summen.einmaligCent)
  vergleiche('Summe laufend', gesamt.cent('laufend_kumuliert'), summen.laufendCent)
  vergleiche('Zusatzbedarf einmalig', zusatz.cent('einmalig'), summen.zusatzEinmaligCent)
  vergleiche('Zusatzbedarf laufend', zusatz.cent('laufend'), summen.zusatzLaufendCent)
  vergleiche('Zusatzbedarf Schulung', zusatz.cent('schulung'), finanzplan.find(({ spalte }) => spalte === 'schulung')?.betragCent ?? 0n)
  const vzae = (value: Cents) => `${vzaeText(Number(value))} VZÄ`
  const differenz = personal.hundertstel('differenz')
  if (differenz !== undefined) vergleiche('Personal Differenz', BigInt(differenz), BigInt(summen.vzaeDifferenzHundertstel ?? 0), vzae)
  const dezentral = personal.hundertstel('dezentrale_mitwirkung')
  if (dezentral !== undefined) vergleiche('Dezentrale Mitwirkung', BigInt(dezentral), BigInt(finanzplan.reduce((summe, { spalte, vzaeHundertstel }) => (spalte === 'vzae_dezentral' ? summe + (vzaeHundertstel ?? 0) : summe), 0)), vzae)
  gesamt.roh('schulung_jaehrlich'); gesamt.rest(); zusatz.rest()
}
