import { arbeitsplatzSeite, Checkboxes, FormPage, LinkButton, Radios, Table, TextareaField, TextField } from '../../../../design/index.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, mehrere, page, redirect, wert, type Formularzustand, type RequestContext } from '../../../../platform/http/route.js'
import { systemActor } from '../../../../platform/usecases/actor.js'
import { alleRollen, rolleFestlegen } from '../../organisation/index.js'

const zugang = access.staff('organisation.verwalten')
const laden = (c: RequestContext) => c.app.db.withMandant(c.mandant.id, alleRollen)
const alleRechte = (c: RequestContext) => c.app.module.flatMap((modul) => (modul.rechte ?? []).map((recht) => ({ ...recht, raum: modul.name })))

const liste = page({
  path: '/verwaltung/rollen', access: zugang,
  async handle(c) {
    return arbeitsplatzSeite(c, { title: 'Rollen', actions: <LinkButton href="/verwaltung/rollen/neu">Rolle anlegen</LinkButton> }, (
      <Table caption="Rollen der Stadt" captionHidden rows={await laden(c)} rowKey={(rolle) => rolle.id} columns={[
        { key: 'name', label: 'Rolle', rowHeader: true, cell: (rolle) => <a href={`/verwaltung/rollen/${rolle.schluessel}`}>{rolle.name}</a> },
        { key: 'beschreibung', label: 'Wofür', cell: (rolle) => rolle.beschreibung },
        { key: 'rechte', label: 'Rechte', align: 'end', cell: (rolle) => String(rolle.rechte.length) },
      ]} />
    ))
  },
})

async function zeigen(c: RequestContext, { werte, fehler, meldung }: Formularzustand) {
  const schluessel = c.params['schluessel'] ?? 'neu'
  const rolle = (await laden(c)).find((eine) => eine.schluessel === schluessel)
  if (!rolle && schluessel !== 'neu') throw new NotFound('rolle.unbekannt', 'Diese Rolle gibt es nicht.')
  const gesendet = Object.keys(werte).length > 0
  const feld = (name: string, vorher: string) => ({ name, value: gesendet ? wert(werte, name) : vorher, ...(fehler.find((einer) => einer.feld === name) ? { error: fehler.find((einer) => einer.feld === name)?.text ?? '' } : {}) })
  const titel = rolle ? `Rolle „${rolle.name}“` : 'Rolle anlegen'
  return arbeitsplatzSeite(c, { title: titel, ohneKopf: true, schmal: true, hasErrors: fehler.length > 0, breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Rollen', href: '/verwaltung/rollen' }, { label: titel }] }, (
    <FormPage title={titel} action={`/verwaltung/rollen/${schluessel}`} hidden={{ ...c.formFields() }} submitLabel="Speichern" backHref="/verwaltung/rollen"
      errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]}
      footnote="Die Änderung gilt sofort für alle, die diese Rolle haben.">
      {rolle ? null : <TextField {...feld('schluessel', '')} label="Schlüssel" hint="Kleinbuchstaben, zum Beispiel sachbearbeitung. Verfahren nennen die Rolle bei diesem Schlüssel." maxLength={41} />}
      <TextField {...feld('name', rolle?.name ?? '')} label="Name" maxLength={100} />
      <TextareaField {...feld('beschreibung', rolle?.beschreibung ?? '')} label="Wofür ist die Rolle da?" optional rows={2} maxLength={500} />
      <Radios {...feld('stufe', String(rolle?.stufe ?? 0))} label="Vertraulichkeit" options={[
        { value: '0', label: 'Offene Vorgänge' }, { value: '1', label: 'Auch vertrauliche Vorgänge der eigenen Einheit' }, { value: '2', label: 'Auch besonders geschützte Vorgänge' }]} />
      <Checkboxes name="rechte" label="Rechte" values={gesendet ? mehrere(werte, 'rechte') : rolle?.rechte ?? []}
        {...(fehler.find((einer) => einer.feld === 'rechte') ? { error: fehler.find((einer) => einer.feld === 'rechte')?.text ?? '' } : {})}
        options={alleRechte(c).map((recht) => ({ value: recht.name, label: recht.satz, hint: recht.name }))} />
    </FormPage>
  ))
}

const bearbeiten = form({
  path: '/verwaltung/rollen/:schluessel', access: zugang, show: zeigen,
  beispiel: async (app) => {
    const mandant = app.mandanten.all()[0]
    const rollen = mandant ? await app.db.withMandant(systemActor(mandant.id, 'beispiele').mandantId, alleRollen) : []
    return rollen[0] && `/verwaltung/rollen/${rollen[0].schluessel}`
  },
  async submit(c, werte) {
    const schluessel = c.params['schluessel'] === 'neu' ? wert(werte, 'schluessel') : c.params['schluessel'] ?? ''
    const bekannt = new Set(alleRechte(c).map((recht) => recht.name))
    await c.execute(rolleFestlegen, {
      schluessel, name: wert(werte, 'name'), beschreibung: wert(werte, 'beschreibung'), stufe: Number(wert(werte, 'stufe') || '0'), rechte: mehrere(werte, 'rechte').filter((recht) => bekannt.has(recht)),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect('/verwaltung/rollen', { hinweis: `Die Rolle „${wert(werte, 'name')}“ ist gespeichert.` })
  },
})

export const routes = [liste, ...bearbeiten]
