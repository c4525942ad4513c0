import type { Client } from 'pg'
import type { App } from '../../../../platform/app.js'
import { leseMuster, leseStadt, nummernzeilen, tabellenDerStadt, uebersetze, type Ersetzungen, type Mengenregeln, type Musterzeile, type Vorlage } from '../../../../platform/mengen/index.js'
import { aktenzeichenMuster } from '../../../akte/aktenplan/index.js'
import type { Gewichtet, Rahmen, Vorbild } from './plan.js'
import { legeVorbilderAn, PLATZ } from './vorbilder.js'

export interface Uebersetzt {
  readonly vorlagen: ReadonlyMap<number, Vorlage>
  readonly rahmen: Omit<Rahmen, 'staedte' | 'vergeben' | 'texte'>
  readonly textspalten: readonly string[]
  readonly suchspalten: readonly string[]
  /** Tables that were written to. */
  readonly tabellen: readonly string[]
  /** Hashes of the files that patterns name. */
  readonly dateien: ReadonlySet<string>
}

/** What all rooms say about their tables, as one. */
export function regelnDerRaeume(app: App): Mengenregeln {
  const alle = app.module.flatMap((modul) => modul.mengen ?? [])
  return {
    stammdaten: alle.flatMap((one) => one.stammdaten ?? []), spalten: Object.assign({}, ...alle.map((one) => one.spalten ?? {})) as NonNullable<Mengenregeln['spalten']>,
    eigeneIds: alle.flatMap((one) => one.eigeneIds ?? []), nummern: alle.flatMap((one) => one.nummern ?? []), auchOhneIndexe: alle.flatMap((one) => one.auchOhneIndexe ?? []), vorher: alle.flatMap((one) => one.vorher ?? []), jeStueck: alle.flatMap((one) => one.jeStueck ?? []), nachher: alle.flatMap((one) => one.nachher ?? []), proben: alle.flatMap((one) => one.proben ?? []),
  }
}

const AKTE = ['akten.akte', 'suche.eintrag', 'suche.inhalt', 'platform.ereignis']
const KONTO = ['konten.konto']
const FESTE = ['akte_id', 'einheit_id', 'konto_id', 'bearbeiter_id', 'aktenzeichen_such', 'vorname', 'nachname', 'vorname_json', 'nachname_json', 'email', 'kennung', 'datum_iso', 'datum_de', 'volltext'] as const
const SUCHBARE = ['aktenzeichen', 'kennzeichen', 'person', 'strasse'] as const

/** Makes the patterns, reads them and those that the demo has, and turns them into statements. */
export async function uebersetzeVorbilder(app: App, client: Client, mandantId: string, regeln: Mengenregeln): Promise<Uebersetzt> {
  const vorbilder = await legeVorbilderAn(app, mandantId)
  const muster = await app.db.withMandant(mandantId, (tx) => aktenzeichenMuster(tx, app.clock.today()))
  const stadt = await leseStadt(client, await tabellenDerStadt(client), mandantId)
  const vorlagen = new Map<number, Vorlage>()
  const nummern = regeln.nummern ?? []
  const aufnehmen = (id: string, zeilen: readonly Musterzeile[], ersetzungen: Ersetzungen, tag: Temporal.PlainDate): Vorbild => {
    const vorlage = uebersetze(vorlagen.size, zeilen, ersetzungen, regeln)
    vorlagen.set(vorlagen.size, vorlage)
    return {
      nummer: vorlagen.size - 1, tag, nummern: nummern.map((regel) => nummernzeilen(regel, zeilen).length), idVon: (a, b) => vorlage.idVon(id, a, b),
    }
  }
  const zeileVon = (tabelle: string, id: string) => stadt.find((one) => one.tabelle.name === tabelle && one.zeile['id'] === id)?.zeile ?? {}
  const akte = (id: string): Vorbild => {
    const zeile = zeileVon('akten.akte', id)
    return aufnehmen(id, leseMuster(stadt, id, AKTE), new Map([[zeile['kennzeichen'] ?? '', 'aktenzeichen'], [zeile['einheit_id'] ?? '', 'einheit_id'], [PLATZ.strasse, 'strasse'], ...tage(zeile['begonnen_am'])]), Temporal.PlainDate.from(zeile['begonnen_am'] ?? ''))
  }
  const vorgang = (id: string): Vorbild & { readonly zeilen: readonly Musterzeile[] } => {
    const zeilen = leseMuster(stadt, id)
    const zeile = zeileVon('akten.vorgang', id)
    return { zeilen, ...aufnehmen(id, zeilen, ersetzungenVon(stadt, zeilen, zeile, regeln, vorbilder.bearbeitet), Temporal.PlainDate.from(zeile['begonnen_am'] ?? '')) }
  }
  const kontoId = stadt.find((one) => one.tabelle.name === 'konten.konto' && one.zeile['art'] === 'buerger')?.zeile['id'] ?? ''
  const kontoTag = zeileVon('konten.konto', kontoId)['created_at']?.slice(0, 10) ?? app.clock.today().toString()
  const rahmen: Uebersetzt['rahmen'] = {
    heute: app.clock.today(), muster, regeln: nummern, konto: aufnehmen(kontoId, leseMuster(stadt, kontoId, KONTO), new Map(), Temporal.PlainDate.from(kontoTag)),
    ablagen: vorbilder.ablagen.map((ablage) => ({ ablage, offen: akte(ablage.offen), zu: akte(ablage.zu) })),
    ...gewichtet(stadt, vorbilder, vorgang),
  }
  const hoechstens = nummern.map((_, index) => Math.max(...[...rahmen.zu, ...rahmen.offen].map(({ vorbild }) => vorbild.nummern[index] ?? 0)))
  const zeichen = nummern.flatMap((regel, index) => (regel.zeichen ? Array.from({ length: hoechstens[index] ?? 0 }, (_, lauf) => `z${index}_${lauf}`) : []))
  const tabellen = [...new Set([...vorlagen.values()].flatMap((vorlage) => [...vorlage.zeilen.keys()]))].sort()
  return { vorlagen, rahmen, textspalten: [...FESTE, ...SUCHBARE, ...zeichen], suchspalten: [...SUCHBARE, ...zeichen], tabellen, dateien: hashesIn(stadt.filter(({ tabelle }) => tabellen.includes(tabelle.name))) }
}

/** All Vorgänge of applications that the demo has, beside the patterns made here; how often each comes. */
function gewichtet(stadt: readonly Musterzeile[], { zu, offen }: { zu: readonly string[]; offen: readonly string[] }, vorgang: (id: string) => Vorbild & { readonly zeilen: readonly Musterzeile[] }): { zu: Gewichtet[]; offen: Gewichtet[] } {
  const antraege = stadt.filter(({ tabelle, zeile }) => tabelle.name === 'akten.vorgang' && zeile['typ'] === 'antrag').map(({ zeile }) => ({ zu: zeile['zda_am'] !== null, vorbild: vorgang(zeile['id'] ?? '') }))
  const anteil = (liste: readonly unknown[], gesamt: number) => gesamt / Math.max(1, liste.length)
  const von = (gruppe: typeof antraege, gesamt: number): Gewichtet[] => gruppe.map(({ vorbild }) => ({ vorbild, gewicht: anteil(gruppe, gesamt), hoechstalter: mitUhr(vorbild.zeilen) ? 5 : 40, stufen: false, konto: true }))
  const schlicht = (ids: readonly string[], gesamt: number): Gewichtet[] => ids.map((id) => ({ vorbild: vorgang(id), gewicht: anteil(ids, gesamt), hoechstalter: 40, stufen: true, konto: false }))
  return {
    zu: [...schlicht(zu, 98), ...von(antraege.filter((one) => one.zu), 2)],
    offen: [...schlicht(offen, 65), ...von(antraege.filter((one) => !one.zu), 35)],
  }
}

/** What waits for a day would go off at once if it were copied into the past. */
const mitUhr = (zeilen: readonly Musterzeile[]): boolean => zeilen.some(({ tabelle, zeile }) =>
  tabelle.name === 'workflow.zeitgeber' || (tabelle.name === 'fristen.frist' && zeile['status'] === 'offen'))

function ersetzungenVon(stadt: readonly Musterzeile[], zeilen: readonly Musterzeile[], vorgang: Musterzeile['zeile'], regeln: Mengenregeln, bearbeitet: readonly string[]): Ersetzungen {
  const finde = (tabelle: string, id: string | null | undefined) => stadt.find((one) => one.tabelle.name === tabelle && one.zeile['id'] === id)?.zeile ?? {}
  const konto = finde('konten.konto', vorgang['inhaber_id'])
  const person = konto['name'] ?? zeilen.find(({ tabelle, zeile }) => tabelle.name === 'aufgaben.aufgabe' && zeile['person'])?.zeile['person'] ?? PLATZ.person
  const vorname = konto['vorname'] ?? person.split(' ')[0]
  const nachname = konto['nachname'] ?? person.split(' ').slice(1).join(' ')
  return new Map<string, string>([
    [vorgang['kennzeichen'] ?? '', 'kennzeichen'], [vorgang['akte_id'] ?? '', 'akte_id'], [finde('akten.akte', vorgang['akte_id'])['kennzeichen'] ?? '', 'aktenzeichen'], [vorgang['einheit_id'] ?? '', 'einheit_id'],
    ...bearbeitet.map((id): [string, string] => [id, 'bearbeiter_id']), [vorgang['inhaber_id'] ?? '', 'konto_id'], [person, 'person'], [PLATZ.strasse, 'strasse'], [PLATZ.volltext, 'volltext'],
    [`"${vorname}"`, 'vorname_json'], [`"${nachname}"`, 'nachname_json'],
    ...(konto['email'] ? [[konto['email'], 'email']] as [string, string][] : []),
    ...tage(vorgang['begonnen_am']),
    ...(regeln.nummern ?? []).flatMap((regel, index) => nummernzeilen(regel, zeilen).map((zeile, lauf): [string, string] => [regel.zeichen?.alt(zeile) ?? '', `z${index}_${lauf}`])),
  ].filter(([alt]) => alt !== '') as [string, string][])
}

function tage(tag: string | null | undefined): [string, string][] {
  return tag ? [[tag, 'datum_iso'], [tag.split('-').reverse().join('.'), 'datum_de']] : []
}

const hashesIn = (zeilen: readonly Musterzeile[]): ReadonlySet<string> => new Set(zeilen.flatMap(({ zeile }) => Object.values(zeile).filter((wert): wert is string => wert !== null && /^[0-9a-f]{64}$/.test(wert))))
