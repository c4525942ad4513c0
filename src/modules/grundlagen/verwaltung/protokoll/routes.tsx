import { Readable } from 'node:stream'
import { arbeitsplatzSeite, EmptyState, FilterBar, formatInstant, KeysetPager, LinkButton, SelectField, Table, TextField } from '../../../../design/index.js'
import { searchEvents, type EventFilter, type StoredEvent } from '../../../../platform/events/index.js'
import { access, page, type RequestContext } from '../../../../platform/http/route.js'
import { CSV_BOM, csvRow } from '../../../../platform/text/index.js'
import { kontenById } from '../../konten/index.js'

const zugang = access.staff('protokoll.lesen')
const SEITE = 50

function filterAus(c: RequestContext): EventFilter {
  const text = (name: string) => c.suche.get(name)?.trim().slice(0, 100) || undefined
  const tag = (name: string) => { const value = text(name); return value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined }
  return { typ: text('typ'), akteurId: text('wer'), objektId: text('objekt'), von: tag('von'), bis: tag('bis'), vor: text('vor') }
}

async function laden(c: RequestContext, limit: number) {
  return c.app.db.withMandant(c.mandant.id, async (tx) => {
    const ereignisse = await searchEvents(tx, filterAus(c), limit)
    return { ereignisse, namen: await kontenById(tx, ereignisse.flatMap((einer) => [einer.akteur.id, einer.akteur.fuer]).filter((id): id is string => id !== null && /^[0-9a-f-]{36}$/.test(id))) }
  })
}

const wer = (ereignis: StoredEvent, namen: Awaited<ReturnType<typeof laden>>['namen']) => {
  const { id, art, fuer } = ereignis.akteur
  const konto = id ? namen.get(id) : undefined
  // The name of a citizen has no business in a list of all that happened.
  const name = konto?.art === 'personal' ? konto.name : art === 'buerger' ? 'Bürgerkonto' : art === 'gast' ? 'Gast' : art === 'system' || art === 'verfahren' ? `${art === 'system' ? 'System' : 'Verfahren'} (${id ?? ''})` : konto?.name ?? 'Konto'
  return fuer ? `${name} i. V. ${namen.get(fuer)?.name ?? ''}` : name
}

const liste = page({
  path: '/verwaltung/protokoll', access: zugang,
  async handle(c) {
    const { ereignisse, namen } = await laden(c, SEITE + 1)
    const seite = ereignisse.slice(0, SEITE)
    const weiter = new URLSearchParams(c.suche)
    if (ereignisse.length > SEITE) weiter.set('vor', seite.at(-1)?.id ?? '')
    const typen = [...new Set(seite.map((einer) => einer.typ))].sort()
    return arbeitsplatzSeite(c, { title: 'Protokoll', actions: <LinkButton variant="secondary" href={`/verwaltung/protokoll.csv?${c.suche}`}>Als CSV laden</LinkButton> }, (
      <>
        <p>Wer hat wann was getan. Die Einträge lassen sich nicht ändern; sie werden jede Minute versiegelt.</p>
        <FilterBar action="/verwaltung/protokoll" resetHref="/verwaltung/protokoll" active={['typ', 'wer', 'objekt', 'von', 'bis'].filter((name) => c.suche.get(name)).map((name) => {
          const ohne = new URLSearchParams(c.suche); ohne.delete(name); ohne.delete('vor')
          return { label: { typ: 'Ereignis', wer: 'Konto', objekt: 'Objekt', von: 'Von', bis: 'Bis' }[name] ?? name, value: c.suche.get(name), removeHref: `/verwaltung/protokoll?${ohne}` }
        })}>
          <SelectField name="typ" label="Ereignis" optional emptyLabel="alle" value={c.suche.get('typ') ?? ''} options={[...new Set([...typen, ...(c.suche.get('typ') ? [c.suche.get('typ') ?? ''] : [])])].map((typ) => ({ value: typ, label: typ }))} />
          <TextField name="objekt" label="Vorgang oder Objekt (Id)" optional value={c.suche.get('objekt') ?? ''} />
          <TextField name="von" label="Von (JJJJ-MM-TT)" optional value={c.suche.get('von') ?? ''} width={10} />
          <TextField name="bis" label="Bis (JJJJ-MM-TT)" optional value={c.suche.get('bis') ?? ''} width={10} />
        </FilterBar>
        <Table caption="Ereignisse, neueste zuerst" captionHidden dense rows={seite} rowKey={(einer) => einer.id} empty={<EmptyState title="Nichts gefunden">Zu diesen Angaben gibt es keinen Eintrag. Nehmen Sie einen Filter weg.</EmptyState>} columns={[
          { key: 'zeit', label: 'Zeit', nowrap: true, cell: (einer) => formatInstant(einer.zeitpunkt) },
          { key: 'typ', label: 'Ereignis', rowHeader: true, cell: (einer) => einer.typ },
          { key: 'wer', label: 'Wer', cell: (einer) => wer(einer, namen) },
          { key: 'objekt', label: 'Objekt', cell: (einer) => `${einer.objekt.art} ${einer.objekt.id.slice(0, 8)}…` },
          { key: 'grund', label: 'Grund', cell: (einer) => einer.grund ?? '' },
        ]} />
        <KeysetPager {...(c.suche.get('vor') ? { previousHref: `/verwaltung/protokoll?${(() => { const erste = new URLSearchParams(c.suche); erste.delete('vor'); return erste })()}` } : {})} {...(ereignisse.length > SEITE ? { nextHref: `/verwaltung/protokoll?${weiter}` } : {})} />
      </>
    ))
  },
})

const csv = page({
  path: '/verwaltung/protokoll.csv', access: zugang,
  async handle(c) {
    const { ereignisse, namen } = await laden(c, 10_000)
    const zeilen = [['Zeit', 'Ereignis', 'Wer', 'Objektart', 'Objekt', 'Vorgang', 'Grund'], ...ereignisse.map((einer) => [einer.zeitpunkt.toString(), einer.typ, wer(einer, namen), einer.objekt.art, einer.objekt.id, einer.vorgangId ?? '', einer.grund ?? ''])]
    return { stream: { body: Readable.from([CSV_BOM, ...zeilen.map((zeile) => csvRow(zeile))]), mime: 'text/csv; charset=utf-8', dateiname: 'protokoll.csv' } }
  },
})

export const routes = [liste, csv]
