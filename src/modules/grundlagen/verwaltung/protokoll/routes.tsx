import { Readable } from 'node:stream'
import { arbeitsplatzSeite, datePartsToIso, EmptyState, FilterBar, formatDate, formatInstant, KeysetPager, LinkButton, SelectField, Table, TextField, type Column } from '../../../../design/index.js'
import { eventTypen, titelVon } from '../../../../platform/events/index.js'
import { access, page, type RequestContext } from '../../../../platform/http/route.js'
import { CSV_BOM, csvRow } from '../../../../platform/text/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { protokollLesen, type Protokollzeile } from './query.js'

const zugang = access.staff('protokoll.lesen')
const SEITE = 50
/** One file of the log; more is asked for in parts, by time. */
const CSV_HOECHSTENS = 100_000

const FILTER = { typ: 'Ereignis', wer: 'Wer', objekt: 'Vorgang oder Objekt', von: 'Von', bis: 'Bis' } as const
type Filtername = keyof typeof FILTER

const wertVon = (c: RequestContext, name: Filtername | 'vor') => c.suche.get(name)?.trim().slice(0, name === 'vor' ? 36 : 100) || undefined
function istTag(text: string | undefined): boolean {
  const [, jahr = '', monat = '', tag = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '') ?? []
  return datePartsToIso({ tag, monat, jahr }) !== undefined
}

/** What the address says; a day that is none filters nothing. */
function filterAus(c: RequestContext) {
  const [typ, wer, objekt, von, bis, vor] = [wertVon(c, 'typ'), wertVon(c, 'wer'), wertVon(c, 'objekt'), wertVon(c, 'von'), wertVon(c, 'bis'), wertVon(c, 'vor')]
  return { ...(typ ? { typ } : {}), ...(wer ? { wer } : {}), ...(objekt ? { objekt } : {}), ...(istTag(von) ? { von: von ?? '' } : {}), ...(istTag(bis) ? { bis: bis ?? '' } : {}), ...(vor ? { vor } : {}) }
}

/** The same address with one thing changed; always from the first page. */
function adresse(c: RequestContext, change: Readonly<Record<string, string | undefined>>): string {
  const suche = new URLSearchParams([...c.suche].filter(([name, value]) => name in FILTER && value.trim()))
  for (const [name, value] of Object.entries(change)) if (value === undefined) suche.delete(name); else suche.set(name, value)
  return suche.size > 0 ? `/verwaltung/protokoll?${suche}` : '/verwaltung/protokoll'
}

const spalten = (c: RequestContext): Column<Protokollzeile>[] => [
  { key: 'zeit', label: 'Zeit', nowrap: true, cell: (zeile) => formatInstant(zeile.zeitpunkt) },
  { key: 'wer', label: 'Wer', cell: (zeile) => <>{zeile.kennung ? <a href={adresse(c, { wer: zeile.kennung })}>{zeile.wer}</a> : zeile.wer}{zeile.fuer ? <span class="sk-meta sk-line"><abbr title="in Vertretung">i. V.</abbr> für {zeile.fuer}</span> : null}</> },
  { key: 'was', label: 'Was', rowHeader: true, cell: (zeile) => <>{zeile.satz}{zeile.grund ? <span class="sk-meta sk-line">Grund: {zeile.grund}</span> : null}</> },
  { key: 'objekt', label: 'Woran', cell: (zeile) => <><Objekt c={c} zeile={zeile} />{zeile.vorgang ? <span class="sk-meta sk-line"><a href={adresse(c, { objekt: zeile.vorgang })}>{zeile.vorgang}</a></span> : null}</> },
]

/** A link for whoever may follow it, the sign alone for everybody else. */
function Objekt({ c, zeile }: { c: RequestContext; zeile: Protokollzeile }) {
  const text = `${zeile.objektart} ${zeile.objekt}`.trim()
  return zeile.objektHref && (!zeile.objektRecht || holds(c.actor, zeile.objektRecht)) ? <a href={zeile.objektHref}>{text}</a> : <>{text}</>
}

function Filter({ c }: { c: RequestContext }) {
  const gezeigt = (name: Filtername, value: string) => (name === 'typ' ? titelVon(value) : (name === 'von' || name === 'bis') && istTag(value) ? formatDate(Temporal.PlainDate.from(value)) : value)
  const aktiv = (Object.keys(FILTER) as Filtername[]).flatMap((name) => { const value = wertVon(c, name); return value ? [{ label: FILTER[name], value: gezeigt(name, value), removeHref: adresse(c, { [name]: undefined }) }] : [] })
  const typen = [...eventTypen()].map((typ) => ({ value: typ, label: titelVon(typ) })).toSorted((a, b) => a.label.localeCompare(b.label, 'de'))
  return (
    <FilterBar action="/verwaltung/protokoll" resetHref="/verwaltung/protokoll" active={aktiv} submitLabel="Anzeigen">
      <TextField name="wer" label="Wer" optional value={wertVon(c, 'wer') ?? ''} />
      <TextField name="objekt" label="Vorgang oder Objekt" optional value={wertVon(c, 'objekt') ?? ''} />
      <SelectField name="typ" label="Ereignis" optional emptyLabel="alle" value={wertVon(c, 'typ') ?? ''} options={typen} />
      <TextField name="von" type="date" label="Von" optional value={wertVon(c, 'von') ?? ''} width={10} />
      <TextField name="bis" type="date" label="Bis" optional value={wertVon(c, 'bis') ?? ''} width={10} />
    </FilterBar>
  )
}

const liste = page({
  path: '/verwaltung/protokoll', access: zugang,
  async handle(c) {
    const zeilen = await c.ask(protokollLesen, { ...filterAus(c), limit: SEITE + 1 })
    const seite = zeilen.slice(0, SEITE)
    return arbeitsplatzSeite(c, { title: 'Protokoll', actions: <LinkButton small variant="secondary" icon="download" href={adresse(c, {}).replace('/protokoll', '/protokoll.csv')}>Als CSV laden</LinkButton> }, (
      <>
        <p>Wer hat wann was getan. Die Einträge lassen sich nicht ändern; sie werden jede Minute versiegelt. Auch das Lesen des Protokolls wird vermerkt. Sie können nach einer Person fragen (Name oder Kennung) und nach einem Vorgang oder Objekt (Nummer, Aktenzeichen oder Kürzel).</p>
        <Filter c={c} />
        <Table caption="Ereignisse, neueste zuerst" captionHidden dense rows={seite} rowKey={(zeile) => zeile.id} columns={spalten(c)}
          empty={<EmptyState icon="search" title="Nichts gefunden"><p>Zu diesen Angaben gibt es keinen Eintrag. Nehmen Sie einen Filter weg.</p></EmptyState>} />
        <KeysetPager {...(wertVon(c, 'vor') ? { previousHref: adresse(c, {}) } : {})} {...(zeilen.length > SEITE ? { nextHref: adresse(c, { vor: seite.at(-1)?.id }) } : {})} />
      </>
    ))
  },
})

/** Line by line as it is read, so that a year of log needs no memory; every cell is safe against formulas. */
async function* csvZeilen(c: RequestContext): AsyncGenerator<string> {
  yield CSV_BOM + csvRow(['Zeit', 'Wer', 'In Vertretung für', 'Was', 'Ereignis', 'Objektart', 'Objekt', 'Objekt-Id', 'Vorgang', 'Grund'])
  let gelesen = 0
  for (let filter: ReturnType<typeof filterAus> = filterAus(c), weiter = true; weiter;) {
    const seite = await c.ask(protokollLesen, { ...filter, limit: 1000 })
    for (const zeile of seite) yield csvRow([zeile.zeitpunkt.toString(), zeile.wer, zeile.fuer, zeile.satz, zeile.typ, zeile.objektart, zeile.objekt, zeile.objektId, zeile.vorgang ?? (zeile.objektart === 'Vorgang' ? zeile.objekt : ''), zeile.grund])
    gelesen += seite.length
    weiter = seite.length === 1000 && gelesen < CSV_HOECHSTENS
    filter = { ...filter, vor: seite.at(-1)?.id ?? '' }
    if (!weiter && seite.length === 1000) yield csvRow([`Hier endet die Datei nach ${CSV_HOECHSTENS} Zeilen. Bitte wählen Sie einen kürzeren Zeitraum.`])
  }
}

const csv = page({
  path: '/verwaltung/protokoll.csv', access: zugang,
  handle: (c) => Promise.resolve({ stream: { body: Readable.from(csvZeilen(c)), mime: 'text/csv; charset=utf-8', dateiname: 'protokoll.csv' } }),
})

export const routes = [liste, csv]
