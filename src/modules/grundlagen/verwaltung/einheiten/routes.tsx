import { arbeitsplatzSeite, Badge, EmptyState, FormPage, formatDate, LinkButton, Table } from '../../../../design/index.js'
import { access, form, page, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { alleEinheiten, alleJemals, einheitAnlegen, type Einheit } from '../../organisation/index.js'
import { bearbeiten } from './bearbeiten.js'
import { alsBaum, Einheitenfelder } from './felder.js'

const zugang = access.staff('organisation.verwalten')
const laden = (c: RequestContext) => c.app.db.withMandant(c.mandant.id, (tx) => alleEinheiten(tx, c.today))

const vorbei = (einheit: Einheit, today: Temporal.PlainDate) => einheit.gueltigBis !== null && Temporal.PlainDate.compare(einheit.gueltigBis, today) < 0

const liste = page({
  path: '/verwaltung/einheiten', access: zugang,
  async handle(c) {
    const alle = c.suche.get('alle') === '1'
    const einheiten = await c.app.db.withMandant(c.mandant.id, (tx) => (alle ? alleJemals(tx) : alleEinheiten(tx, c.today)))
    const zeilen = alsBaum(einheiten)
    return arbeitsplatzSeite(c, { title: 'Einheiten', actions: <LinkButton href="/verwaltung/einheiten/neu">Einheit anlegen</LinkButton> }, (
      <>
        <Table caption="Einheiten der Stadt" captionHidden dense rows={zeilen} rowKey={({ einheit }) => einheit.id}
          empty={<EmptyState title="Noch keine Einheiten">Legen Sie zuerst die oberste Einheit an.</EmptyState>}
          columns={[
            { key: 'name', label: 'Einheit', rowHeader: true, cell: ({ einheit, tiefe }) => <div class={`sk-tiefe-${Math.min(tiefe, 5)}`}><a href={`/verwaltung/einheiten/${einheit.id}`}>{einheit.kuerzel} {einheit.name}</a>{einheit.gueltigBis ? <> <Badge tone={vorbei(einheit, c.today) ? 'neutral' : 'warning'}>{vorbei(einheit, c.today) ? 'geschlossen' : 'schließt'} {formatDate(einheit.gueltigBis)}</Badge></> : null}</div> },
            { key: 'telefon', label: 'Telefon', nowrap: true, cell: ({ einheit }) => einheit.telefon ?? '–' },
            { key: 'email', label: 'E-Mail', cell: ({ einheit }) => einheit.email ?? '–' },
          ]} />
        <p><a href={alle ? '/verwaltung/einheiten' : '/verwaltung/einheiten?alle=1'}>{alle ? 'Nur bestehende Einheiten zeigen' : 'Auch geschlossene Einheiten zeigen'}</a></p>
      </>
    ))
  },
})

async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand) {
  const einheiten = await laden(c)
  return arbeitsplatzSeite(c, { title: 'Einheit anlegen', ohneKopf: true, schmal: true, hasErrors: fehler.length > 0, breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Einheiten', href: '/verwaltung/einheiten' }, { label: 'Neu' }] }, (
    <FormPage title="Einheit anlegen" action="/verwaltung/einheiten/neu" hidden={{ ...c.formFields() }} submitLabel="Einheit anlegen" backHref="/verwaltung/einheiten"
      errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]}>
      <Einheitenfelder einheiten={einheiten} wertVon={(name) => wert(werte, name)} fehler={fehler} />
    </FormPage>
  ))
}

const neu = form({
  path: '/verwaltung/einheiten/neu', access: zugang, show: zeigen,
  async submit(c, werte) {
    const eingabe = Object.fromEntries(['kuerzel', 'name', 'oberId', 'telefon', 'email', 'anschrift'].map((name) => [name, wert(werte, name)]).filter(([, value]) => value)) as { kuerzel: string; name: string }
    await c.execute(einheitAnlegen, { ...eingabe, kuerzel: wert(werte, 'kuerzel'), name: wert(werte, 'name') }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect('/verwaltung/einheiten', { hinweis: `Die Einheit „${wert(werte, 'name')}“ ist angelegt.` })
  },
})

export const routes = [liste, ...neu, ...bearbeiten]
