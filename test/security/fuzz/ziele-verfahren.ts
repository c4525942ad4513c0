/** What a service is made of comes in as a package; what people answer, as forms and JSON. */
import { createHash } from 'node:crypto'
import { lesePaket, type Paketdateien } from '../../../src/modules/grundlagen/leistungen/domain/paket.js'
import { leseZip } from '../../../src/modules/grundlagen/leistungen/importieren/paket-lesen.js'
import { pruefePaket } from '../../../src/modules/verfahren/automatik/domain/paket.js'
import { fuelle, leseVorlage } from '../../../src/modules/verfahren/bescheide/domain/vorlage.js'
import { pruefeBescheidVorlage, unbekanntePlatzhalter } from '../../../src/modules/verfahren/bescheide/vorlage-pruefen.js'
import { checkModel, feel, FeelFehler, feelProblem, ModellFehler, parseModel, readDiagram } from '../../../src/modules/verfahren/workflow/domain/index.js'
import { pruefeModell } from '../../../src/modules/verfahren/workflow/modelle.js'
import { FeelFehler as FormularFehler, rechneBedingung } from '../../../src/modules/zugang/formulare/domain/feel.js'
import { checkFormular, formularAus, normalise, parsePage, prune, texteAusYaml, validateSubmission } from '../../../src/modules/zugang/formulare/index.js'
import { isTooDeep } from '../../../src/platform/http/json.js'
import { YamlError } from '../../../src/platform/yaml/index.js'
import { parseQuery } from './anfragen.js'
import type { Probe } from './mutanten.js'
import { demodatei, paketdateien, zip } from './proben.js'
import { XML_KLAMMERN, XML_WOERTER, YAML_KLAMMERN, YAML_WOERTER } from './ziele-finanzen.js'
import type { Ziel } from './ziel.js'

const LEISTUNGEN = ['bewohnerparkausweis', 'hundesteueranmeldung', 'sondernutzung']
const pakete = new Map(LEISTUNGEN.map((leistung) => [leistung, paketdateien(leistung)]))
const JSON_WOERTER = ['"__proto__":', '"constructor":{"prototype":', 'null', '[]', '{}', '""', '"\\u0000"', '"\\ud800"', '-0', '1e400', ',', ':', '"@x"', '"wenn":"a = b"']
const JSON_KLAMMERN = [['[', ']'], ['{"a":', '}'], ['{"seiten":[', ']}'], ['"', '"'], ['{"fragen":[{"typ":"gruppe","fragen":[', ']}]}']] as const
const FEEL_WOERTER = ['for i in 1..1000000000 return i', 'some x in ', 'every x in ', ' satisfies ', 'if ', ' then ', ' else ', ' and ', ' or ', 'between ', '..', '**', '1e999', 'date("2026-02-30")', 'duration("P99999999Y")', 'matches(x, "(a+)+$")', 'replace(', 'string join(', 'function(x) x', '[1..9]', '@"2026-11-22"', 'substring("a", -1, 1e9)', 'heute', 'sum([', 'count(', 'null', '{a: ', 'list contains(', 'concatenate(']
const FEEL_KLAMMERN = [['(', ')'], ['[', ']'], ['{a: ', '}'], ['not(', ')'], ['-', ''], ['if true then ', ' else 1'], ['a.', 'a'], ['for i in [1,2] return ', '']] as const

/** The whole package with one file changed, as an import checks it. */
async function paket({ name, bytes }: Probe): Promise<void> {
  const [leistung = '', datei = ''] = name.split('/')
  const dateien: Record<string, string> = Object.fromEntries((pakete.get(leistung) ?? []).map((eine) => [eine.name, (eine.name === datei ? bytes : eine.bytes).toString()]))
  await ganzesPaket(dateien)
}

async function ganzesPaket(dateien: Paketdateien): Promise<void> {
  await lesePaket(dateien, pruefeModell)
  pruefePaket(dateien)
  const vorlage = dateien['bescheid.typ']
  if (vorlage !== undefined) { unbekanntePlatzhalter(vorlage, ['name']); await vorlageEinmal(vorlage) }
}

// Printing an example takes milliseconds; the same template need not be printed for every mutant of another file.
const gedruckt = new Set<string>()
async function vorlageEinmal(vorlage: string): Promise<void> {
  const hash = createHash('sha256').update(vorlage).digest('hex')
  if (gedruckt.has(hash)) return
  gedruckt.add(hash)
  await pruefeBescheidVorlage(vorlage)
}

const teile = (endung: RegExp): Probe[] => [...pakete].flatMap(([leistung, dateien]) => dateien.filter(({ name }) => endung.test(name)).map(({ name, bytes }) => ({ name: `${leistung}/${name}`, bytes })))
const bpmn = teile(/\.bpmn$/)

const quellen = pakete.get('bewohnerparkausweis') ?? []
const alsText = (name: string): string => quellen.find((eine) => eine.name === name)?.bytes.toString() ?? ''
const texte = texteAusYaml({ de: alsText('texte.de.yaml') })
const formular = formularAus(JSON.parse(alsText('formular.json')), texte)
const heute = Temporal.PlainDate.from('2026-11-22')
const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
const fragen = formular.seiten.flatMap((seite) => seite.fragen)
const beispiel = Object.fromEntries(fragen.map(({ name, typ }) => [name, typ === 'ja_nein' ? true : typ === 'datum' ? '2026-11-22' : typ === 'gruppe' ? [{}] : typ === 'name' ? { vornamen: 'Erika', familienname: 'Muster' } : typ === 'anschrift' ? { strasse: 'Am Markt', hausnummer: '1', plz: '45999', ort: 'Musterstadt' } : '1']))
const ausdruecke = [...pakete.values()].flat().flatMap(({ bytes }) => [...bytes.toString().matchAll(/(?:"wenn"|"feel"|wenn|cent|bedingung|ausdruck)"?[:=]\s*["']?([^"'\n<>]{3,200})/g)].map(([, text = '']) => ({ name: 'feel', bytes: Buffer.from(text) })))

export const zieleVerfahren: readonly Ziel[] = [
  { name: 'paket.zip', langsam: true, proben: await Promise.all([...pakete].flatMap(([leistung, dateien]) => [6, 0].map(async (stufe) => ({ name: leistung, bytes: await zip(dateien, stufe) })))), woerter: ['PK\x03\x04', 'PK\x01\x02', 'PK\x05\x06', 'PK\x06\x06', 'leistung.yaml', '../'], pruefe: async ({ bytes }) => ganzesPaket(await leseZip(bytes)), liest: ['modules/grundlagen/leistungen/importieren/paket-lesen.ts'] },
  { name: 'paket.yaml', langsam: true, proben: teile(/\.yaml$/), woerter: YAML_WOERTER, klammern: YAML_KLAMMERN, pruefe: paket, liest: ['modules/grundlagen/leistungen/domain/paket.ts', 'modules/zugang/formulare/domain/texte.ts', 'modules/verfahren/automatik/domain/paket.ts'] },
  { name: 'paket.json', langsam: true, json: true, proben: teile(/\.json$/), woerter: [...JSON_WOERTER, ...FEEL_WOERTER], klammern: [...JSON_KLAMMERN, ...FEEL_KLAMMERN], pruefe: paket, liest: ['modules/zugang/formulare/domain/freigabe.ts', 'modules/verfahren/bescheide/module.ts'] },
  { name: 'paket.typ', langsam: true, proben: teile(/\.typ$/), woerter: [...YAML_WOERTER, '{{name}}', '/*---', '---*/', '#', '#let x = ', '#for x in range(9) {', '#while true {}', '$ x $', '#panic()'], klammern: [...YAML_KLAMMERN, ['#{', '}'], ['*', '*'], ['$', '$']], pruefe: ({ bytes }) => pruefeBescheidVorlage(bytes.toString()), liest: ['modules/verfahren/bescheide/domain/vorlage.ts'] },
  {
    name: 'bpmn', langsam: true, proben: [...bpmn, demodatei('projektwege', 'wesel.bpmn')], woerter: [...XML_WOERTER, '<bpmn:subProcess id="s">', '<bpmn:sequenceFlow id="x" sourceRef="a" targetRef="b"/>', 'id="__proto__"', 'stadtkern:frist="P1D"', 'attachedToRef="x"', '<bpmn:loopCardinality>999999999</bpmn:loopCardinality>', ...FEEL_WOERTER],
    klammern: [...XML_KLAMMERN, ['<bpmn:subProcess id="s">', '</bpmn:subProcess>'], ['<bpmn:laneSet><bpmn:lane><bpmn:childLaneSet>', '</bpmn:childLaneSet></bpmn:lane></bpmn:laneSet>'], ['(', ')']], erklaert: [ModellFehler],
    pruefe: async ({ bytes }) => { const xml = bytes.toString(); checkModel(await parseModel(xml)); await readDiagram(xml) }, liest: ['modules/verfahren/workflow/domain/moddle.ts', 'modules/verfahren/workflow/domain/parse.ts', 'modules/verfahren/workflow/domain/diagram.ts'],
  },
  {
    name: 'feel', proben: ausdruecke, woerter: FEEL_WOERTER, klammern: FEEL_KLAMMERN, erklaert: [FeelFehler], liest: ['modules/verfahren/workflow/domain/feel.ts', 'platform/feel/index.ts'],
    pruefe: ({ bytes }) => { const text = bytes.toString(); feelProblem(text); feel(text, { ...beispiel, liste: Array.from({ length: 100 }, (_, n) => n) } as never, { now }) },
  },
  {
    name: 'feel.formular', langsam: true, proben: ausdruecke, woerter: FEEL_WOERTER, klammern: FEEL_KLAMMERN, erklaert: [FormularFehler], liest: ['modules/zugang/formulare/domain/feel.ts'],
    pruefe: ({ bytes }) => { const frage = { ...fragen[0], wenn: bytes.toString() }; checkFormular({ ...(JSON.parse(alsText('formular.json')) as object), seiten: [{ ...formular.seiten[0], fragen: [frage] }] }, texte); rechneBedingung(bytes.toString(), beispiel) },
  },
  {
    name: 'antrag.json', json: true, proben: [{ name: 'antrag.json', bytes: Buffer.from(JSON.stringify(beispiel)) }], woerter: [...JSON_WOERTER, ...fragen.map(({ name }) => `"${name}":`)], klammern: JSON_KLAMMERN, liest: [],
    pruefe({ bytes }) {
      let daten: never
      try { daten = JSON.parse(bytes.toString()) as never } catch { return }
      // As the server does at the door.
      if (isTooDeep(daten)) return
      validateSubmission(formular, normalise(daten), { heute, uploads: [] })
    },
  },
  {
    name: 'antrag.seite', langsam: true, proben: [{ name: 'seite', bytes: Buffer.from(fragen.map(({ name }) => `${name}=1&${name}.0.name=x&${name}.tag=22&${name}.monat=11&${name}.jahr=2026`).join('&')) }], woerter: ['&', '=', '%00', '%ff', '.0.', '.999999999.', '_hinzufuegen=', '_entfernen=x.0', ...fragen.map(({ name }) => `&${name}=`)], klammern: [['a.', ''], ['&a=', '']], liest: [],
    pruefe: ({ bytes }) => { for (const seite of formular.seiten) { const { antworten } = parsePage(formular, seite, parseQuery(bytes.toString('latin1')), {}, { heute }); prune(formular, antworten, { heute }) } },
  },
  { name: 'bescheidtext', proben: [{ name: 'text', bytes: Buffer.from('{{name}} vom {{tag}}, {{liste.0}} und {{Grund der Ablehnung}}\u00002026-11-22') }], woerter: ['{{', '}}', '.', '2026-02-30', '9999-99-99', '{{a}}', '{{__proto__}}', '{{constructor.name}}'], klammern: [['{{', '}}'], ['{', '}'], ['{{ ', '']], liest: [], pruefe: ({ bytes }) => { const [text = '', wert = ''] = bytes.toString().split('\0'); fuelle(text, { name: wert, tag: wert, a: [wert, { b: wert }], liste: [1] }) } },
  { name: 'vorlage', proben: teile(/\.typ$/), woerter: YAML_WOERTER, klammern: YAML_KLAMMERN, liest: [], erklaert: [YamlError], pruefe: ({ bytes }) => leseVorlage(bytes.toString()) },
]
