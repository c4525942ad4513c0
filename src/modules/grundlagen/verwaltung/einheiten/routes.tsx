import { arbeitsplatzSeite, EmailField, EmptyState, FormPage, LinkButton, SelectField, Table, TelField, TextField } from '../../../../design/index.js'
import { access, form, page, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { alleEinheiten, einheitAnlegen, type Einheit } from '../../organisation/index.js'

const zugang = access.staff('organisation.verwalten')
const laden = (c: RequestContext) => c.app.db.withMandant(c.mandant.id, (tx) => alleEinheiten(tx, c.today))

/** The tree as a list: each unit behind its parents, with its depth. */
function alsBaum(einheiten: readonly Einheit[], oberId: string | null = null, tiefe = 0): { einheit: Einheit; tiefe: number }[] {
  return einheiten.filter((einheit) => einheit.oberId === oberId).flatMap((einheit) => [{ einheit, tiefe }, ...alsBaum(einheiten, einheit.id, tiefe + 1)])
}

const liste = page({
  path: '/verwaltung/einheiten', access: zugang,
  async handle(c) {
    const zeilen = alsBaum(await laden(c))
    return arbeitsplatzSeite(c, { title: 'Einheiten', actions: <LinkButton href="/verwaltung/einheiten/neu">Einheit anlegen</LinkButton> }, (
      <Table caption="Einheiten der Stadt" captionHidden dense rows={zeilen} rowKey={({ einheit }) => einheit.id}
        empty={<EmptyState title="Noch keine Einheiten">Legen Sie zuerst die oberste Einheit an.</EmptyState>}
        columns={[
          { key: 'name', label: 'Einheit', rowHeader: true, cell: ({ einheit, tiefe }) => <span class={`sk-tiefe-${Math.min(tiefe, 5)}`}>{einheit.kuerzel} {einheit.name}</span> },
          { key: 'telefon', label: 'Telefon', nowrap: true, cell: ({ einheit }) => einheit.telefon ?? '–' },
          { key: 'email', label: 'E-Mail', cell: ({ einheit }) => einheit.email ?? '–' },
        ]} />
    ))
  },
})

async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand) {
  const einheiten = await laden(c)
  const feld = (name: string) => ({ name, value: wert(werte, name), ...(fehler.find((einer) => einer.feld === name) ? { error: fehler.find((einer) => einer.feld === name)?.text ?? '' } : {}) })
  return arbeitsplatzSeite(c, { title: 'Einheit anlegen', ohneKopf: true, schmal: true, hasErrors: fehler.length > 0, breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Einheiten', href: '/verwaltung/einheiten' }, { label: 'Neu' }] }, (
    <FormPage title="Einheit anlegen" action="/verwaltung/einheiten/neu" hidden={{ ...c.formFields() }} submitLabel="Einheit anlegen" backHref="/verwaltung/einheiten"
      errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]}>
      <TextField {...feld('kuerzel')} label="Kürzel" hint="Zum Beispiel 32.1. Es steht in Listen und Aktenzeichen." width={6} maxLength={20} />
      <TextField {...feld('name')} label="Name" hint="So heißt die Einheit in Briefen." maxLength={200} />
      <SelectField {...feld('oberId')} label="Übergeordnete Einheit" optional emptyLabel="keine" options={alsBaum(einheiten).map(({ einheit }) => ({ value: einheit.id, label: `${einheit.kuerzel} ${einheit.name}` }))} />
      <TelField {...feld('telefon')} label="Telefon" optional />
      <EmailField {...feld('email')} label="E-Mail" optional />
      <TextField {...feld('anschrift')} label="Anschrift und Zimmer" optional />
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

export const routes = [liste, ...neu]
