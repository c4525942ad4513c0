import { arbeitsplatzSeite, Badge, Button, Card, DateField, dateParts, DateText, EmptyState, ErrorSummary, Formularfelder, HiddenFields, readDateParts, SelectField, Table } from '../../../../design/index.js'
import { isUuid } from '../../../../platform/database/database.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, action, form, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { datumAus } from '../datum.js'
import { alleEinheiten, alleRollen, rolleZuweisen, zuweisungBeenden, zuweisungenVon, type ZuweisungVonKonto } from '../../organisation/index.js'
import { aktivesPersonal, kontenById } from '../../konten/index.js'

const zugang = access.staff('organisation.verwalten')

async function laden(c: RequestContext) {
  const id = c.params['id'] ?? ''
  if (!isUuid(id)) throw new NotFound('konto.unbekannt', 'Dieses Konto gibt es nicht.')
  return c.app.db.withMandant(c.mandant.id, async (tx) => {
    const konto = (await kontenById(tx, [id])).get(id)
    if (!konto) throw new NotFound('konto.unbekannt', 'Dieses Konto gibt es nicht.')
    return { konto, rollen: await alleRollen(tx), einheiten: await alleEinheiten(tx, c.today), zuweisungen: await zuweisungenVon(tx, { kontoId: id }) }
  })
}

const gilt = (zuweisung: ZuweisungVonKonto, today: Temporal.PlainDate) => !zuweisung.bis || Temporal.PlainDate.compare(zuweisung.bis, today) >= 0

async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand) {
  const { konto, rollen, einheiten, zuweisungen } = await laden(c)
  const pfad = `/verwaltung/benutzer/${konto.id}/rollen`
  const fehlerAn = (name: string) => { const text = fehler.find((einer) => einer.feld === name)?.text; return text ? { error: text } : {} }
  const einheitVon = (id: string | null) => { const einheit = einheiten.find((eine) => eine.id === id); return id ? `${einheit?.kuerzel ?? ''} ${einheit?.name ?? 'frühere Einheit'}` : 'ganze Stadt' }
  return arbeitsplatzSeite(c, { title: `Rollen von ${konto.name}`, hasErrors: fehler.length > 0, breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Benutzer', href: '/verwaltung/benutzer' }, { label: konto.name }] }, (
    <>
      <ErrorSummary errors={[...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]} />
      <Table caption="Zuweisungen" rows={zuweisungen} rowKey={(zuweisung) => zuweisung.id} empty={<EmptyState title="Noch keine Rolle">Ohne Rolle sieht diese Person nichts. Weisen Sie unten eine zu.</EmptyState>} columns={[
        { key: 'rolle', label: 'Rolle', rowHeader: true, cell: (zuweisung) => zuweisung.rollenname },
        { key: 'einheit', label: 'Einheit', cell: (zuweisung) => einheitVon(zuweisung.einheitId) },
        { key: 'von', label: 'Von', nowrap: true, cell: (zuweisung) => <DateText date={zuweisung.von} /> },
        { key: 'bis', label: 'Bis', nowrap: true, cell: (zuweisung) => (zuweisung.bis ? <DateText date={zuweisung.bis} /> : 'offen') },
        { key: 'stand', label: 'Stand', cell: (zuweisung) => (gilt(zuweisung, c.today) ? <Badge tone="success">gilt</Badge> : <Badge>beendet</Badge>) },
        {
          key: 'aktion', label: 'Aktion', labelHidden: true, cell: (zuweisung) => (gilt(zuweisung, c.today)
            ? <form method="post" action={`${pfad}/beenden`}><Formularfelder c={c} /><HiddenFields values={{ zuweisungId: zuweisung.id }} /><Button variant="tertiary" small context={`${zuweisung.rollenname}, ${einheitVon(zuweisung.einheitId)}`}>Beenden</Button></form>
            : null),
        },
      ]} />
      <Card title="Rolle zuweisen">
        <form method="post" action={pfad} noValidate class="sk-form">
          <Formularfelder c={c} />
          <SelectField name="rolle" label="Rolle" value={wert(werte, 'rolle')} emptyLabel="bitte wählen" options={rollen.map((rolle) => ({ value: rolle.schluessel, label: rolle.name }))} {...fehlerAn('rolle')} />
          <SelectField name="einheitId" label="Einheit" optional value={wert(werte, 'einheitId')} emptyLabel="ganze Stadt" options={einheiten.map((einheit) => ({ value: einheit.id, label: `${einheit.kuerzel} ${einheit.name}` }))} {...fehlerAn('einheitId')} />
          <DateField name="von" label="Von" value={readDateParts(werte, 'von') ?? dateParts(c.today)} {...fehlerAn('von')} />
          <DateField name="bis" label="Bis" optional value={readDateParts(werte, 'bis') ?? {}} {...fehlerAn('bis')} />
          <Button>Zuweisen</Button>
        </form>
      </Card>
    </>
  ))
}

const zuweisen = form({
  path: '/verwaltung/benutzer/:id/rollen', access: zugang, show: zeigen,
  beispiel: async (app) => {
    const mandant = app.mandanten.all()[0]
    const personal = mandant ? await app.db.withMandant(mandant.id, (tx) => aktivesPersonal(tx)) : []
    return personal[0] && `/verwaltung/benutzer/${personal[0].id}/rollen`
  },
  async submit(c, werte) {
    const { konto } = await laden(c)
    const [von, bis, einheitId] = [datumAus(werte, 'von', 'Von'), datumAus(werte, 'bis', 'Bis'), wert(werte, 'einheitId')]
    await c.execute(rolleZuweisen, { kontoId: konto.id, rolle: wert(werte, 'rolle'), ...(einheitId ? { einheitId } : {}), ...(von ? { von } : {}), ...(bis ? { bis } : {}) }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/verwaltung/benutzer/${konto.id}/rollen`, { hinweis: 'Die Rolle ist zugewiesen.' })
  },
})

const beenden = action({
  path: '/verwaltung/benutzer/:id/rollen/beenden', access: zugang,
  async handle(c) {
    const { konto } = await laden(c)
    await c.execute(zuweisungBeenden, { zuweisungId: wert(c.werte, 'zuweisungId') })
    return redirect(`/verwaltung/benutzer/${konto.id}/rollen`, { hinweis: 'Die Zuweisung ist beendet.' })
  },
})

export const routes = [...zuweisen, beenden]
