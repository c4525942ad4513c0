import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, Checkboxes, DateField, DateText, ErrorSummary, formatDate, Formularfelder, LinkButton, readDateParts, Table, TextField, TwoColumns } from '../../../../design/index.js'
import type { App } from '../../../../platform/app.js'
import { NotFound } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { kontenById } from '../../konten/index.js'
import { alleEinheiten, alleJemals, einheitAendern, einheitHindernisse, einheitSchliessen, einheitWiedereroeffnen, fassungenVon, findEinheit, zuweisungenVon } from '../../organisation/index.js'
import { datumAus } from '../datum.js'
import { Einheitenfelder } from './felder.js'

const zugang = access.staff('organisation.verwalten')
const pfadVon = (id: string) => `/verwaltung/einheiten/${id}`

const beispiel = (rest: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const einheiten = mandant ? await app.db.withMandant(mandant.id, (tx) => alleJemals(tx)) : []
  return einheiten[0] && `${pfadVon(einheiten[0].id)}${rest}`
}

/** The unit, who holds a role there, and what it was before. */
async function laden(c: RequestContext) {
  return c.app.db.withMandant(c.mandant.id, async (tx) => {
    const einheit = await findEinheit(tx, c.params['id'] ?? '')
    if (!einheit) throw new NotFound('organisation.einheitUnbekannt', 'Diese Einheit gibt es nicht.')
    const rollen = (await zuweisungenVon(tx, { einheitId: einheit.id })).filter(({ bis }) => !bis || Temporal.PlainDate.compare(bis, c.today) >= 0)
    const fassungen = await fassungenVon(tx, einheit.id)
    const jemals = new Map((await alleJemals(tx)).map((eine) => [eine.id, `${eine.kuerzel} ${eine.name}`]))
    const konten = await kontenById(tx, [...rollen.map(({ kontoId }) => kontoId), ...fassungen.map(({ geaendertVon }) => geaendertVon).filter((id) => /^[0-9a-f-]{36}$/.test(id))])
    return { einheit, rollen, fassungen, jemals, einheiten: await alleEinheiten(tx, c.today), arbeit: await einheitHindernisse.fuer(tx, einheit.id), name: (id: string) => konten.get(id)?.name ?? 'System' }
  })
}
type Stand = Awaited<ReturnType<typeof laden>>

const seitenkopf = ({ einheit }: Stand, { fehler, meldung }: Formularzustand, titel?: string) => ({
  title: titel ?? `${einheit.kuerzel} ${einheit.name}`, hasErrors: fehler.length > 0 || Boolean(meldung),
  breadcrumb: [{ label: 'Verwaltung', href: '/verwaltung' }, { label: 'Einheiten', href: '/verwaltung/einheiten' }, { label: `${einheit.kuerzel} ${einheit.name}`, ...(titel ? { href: pfadVon(einheit.id) } : {}) }, ...(titel ? [{ label: titel }] : [])],
})

const Fehlerkasten = ({ fehler, meldung }: Formularzustand) => <ErrorSummary errors={[...fehler.map(({ feld, text }) => ({ field: feld, text })), ...(meldung ? [{ text: meldung }] : [])]} />

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const stand = await laden(c)
  const { einheit, einheiten } = stand
  const gesendet = Object.keys(zustand.werte).length > 0
  const wertVon = (name: string): string => (gesendet ? wert(zustand.werte, name) : String((einheit as unknown as Record<string, unknown>)[name] ?? ''))
  const grund = zustand.fehler.find(({ feld }) => feld === 'grund')?.text
  return arbeitsplatzSeite(c, {
    ...seitenkopf(stand, zustand),
    actions: einheit.gueltigBis ? <LinkButton small variant="secondary" href={`${pfadVon(einheit.id)}/oeffnen`}>Schließung zurücknehmen</LinkButton> : <LinkButton small variant="secondary" href={`${pfadVon(einheit.id)}/schliessen`}>Einheit schließen</LinkButton>,
  }, (
    <TwoColumns asideLabel="Rollen in dieser Einheit" aside={<Rollen stand={stand} />}>
      <Fehlerkasten {...zustand} />
      {einheit.gueltigBis ? <Alert tone="warning" title={`${Temporal.PlainDate.compare(einheit.gueltigBis, c.today) < 0 ? 'Geschlossen' : 'Wird geschlossen'}, letzter Tag ${formatDate(einheit.gueltigBis)}`}><p>Alte Vorgänge und Akten nennen die Einheit weiter.</p></Alert> : null}
      <form method="post" action={pfadVon(einheit.id)} noValidate class="sk-form sk-measure">
        <Formularfelder c={c} />
        <Einheitenfelder einheiten={einheiten} wertVon={wertVon} fehler={zustand.fehler} ohne={einheit.id} />
        <TextField name="grund" label="Grund der Änderung" hint="Zum Beispiel: Neuer Organisationsplan ab 1. Januar. Steht im Verlauf." value={wert(zustand.werte, 'grund')} maxLength={500} {...(grund ? { error: grund } : {})} />
        <ButtonRow><Button>Speichern</Button></ButtonRow>
      </form>
      <Verlauf stand={stand} />
    </TwoColumns>
  ))
}

function Rollen({ stand: { rollen, name } }: { stand: Stand }) {
  return (
    <Card title="Rollen in dieser Einheit">
      {rollen.length === 0 ? <p>Niemand hat hier eine Rolle.</p>
        : <ul class="sk-plain-list">{rollen.map((rolle) => <li key={rolle.id}><a href={`/verwaltung/benutzer/${rolle.kontoId}/rollen`}>{name(rolle.kontoId)}</a><span class="sk-meta sk-line">{rolle.rollenname}{rolle.bis ? <> bis <DateText date={rolle.bis} /></> : null}</span></li>)}</ul>}
      <p class="sk-meta">Rollen an einer übergeordneten Einheit gelten hier auch.</p>
    </Card>
  )
}

function Verlauf({ stand: { fassungen, jemals, name } }: { stand: Stand }) {
  if (fassungen.length === 0) return null
  return (
    <Table caption="Frühere Fassungen" dense rows={fassungen} rowKey={({ id }) => id} columns={[
      { key: 'bis', label: 'Galt bis', nowrap: true, cell: (fassung) => <DateText instant={fassung.geaendertAm} /> },
      { key: 'name', label: 'Hieß', rowHeader: true, cell: (fassung) => <>{fassung.kuerzel} {fassung.name}{fassung.gueltigBis ? <span class="sk-meta sk-line">geschlossen zum {formatDate(fassung.gueltigBis)}</span> : null}</> },
      { key: 'ober', label: 'Lag unter', cell: (fassung) => (fassung.oberId ? jemals.get(fassung.oberId) ?? 'früherer Einheit' : 'keiner') },
      { key: 'wer', label: 'Geändert von', cell: (fassung) => name(fassung.geaendertVon) },
      { key: 'grund', label: 'Grund', cell: (fassung) => fassung.grund },
    ]} />
  )
}

async function schliessenZeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const stand = await laden(c)
  const { einheit, rollen, arbeit } = stand
  const fehlerAn = (name: string) => { const text = zustand.fehler.find(({ feld }) => feld === name)?.text; return text ? { error: text } : {} }
  return arbeitsplatzSeite(c, { ...seitenkopf(stand, zustand, 'Einheit schließen'), schmal: true }, (
    <>
      <Fehlerkasten {...zustand} />
      {arbeit.length > 0 ? <Alert tone="warning" title="Dort ist noch Arbeit offen"><ul class="kern-list kern-list--bullet">{arbeit.map((text) => <li key={text}>{text}</li>)}</ul><p>Heute lässt sich die Einheit deshalb nicht schließen. Einen späteren Tag können Sie eintragen; bis dahin muss die Arbeit erledigt oder abgegeben sein.</p></Alert> : null}
      <form method="post" action={`${pfadVon(einheit.id)}/schliessen`} noValidate class="sk-form">
        <Formularfelder c={c} />
        <DateField name="am" label="Letzter Tag" hint="Danach lässt sich der Einheit nichts mehr zuordnen." value={readDateParts(zustand.werte, 'am') ?? {}} {...fehlerAn('am')} />
        {rollen.length > 0 ? <Checkboxes name="rollenBeenden" label="Rollen" values={wert(zustand.werte, 'rollenBeenden') === 'ja' ? ['ja'] : []} {...fehlerAn('rollenBeenden')}
          options={[{ value: 'ja', label: rollen.length === 1 ? 'Die eine Rolle in dieser Einheit endet mit ihr.' : `Die ${rollen.length} Rollen in dieser Einheit enden mit ihr.` }]} /> : null}
        <TextField name="grund" label="Grund" value={wert(zustand.werte, 'grund')} maxLength={500} {...fehlerAn('grund')} />
        <ButtonRow><Button variant="danger">Einheit schließen</Button><LinkButton variant="tertiary" href={pfadVon(einheit.id)}>Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}

async function oeffnenZeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const stand = await laden(c)
  const grund = zustand.fehler.find(({ feld }) => feld === 'grund')?.text
  return arbeitsplatzSeite(c, { ...seitenkopf(stand, zustand, 'Schließung zurücknehmen'), schmal: true }, (
    <>
      <Fehlerkasten {...zustand} />
      <form method="post" action={`${pfadVon(stand.einheit.id)}/oeffnen`} noValidate class="sk-form">
        <Formularfelder c={c} />
        <p>Die Einheit besteht danach weiter. Rollen, die mit ihr geendet haben, weisen Sie bitte neu zu.</p>
        <TextField name="grund" label="Grund" value={wert(zustand.werte, 'grund')} maxLength={500} {...(grund ? { error: grund } : {})} />
        <ButtonRow><Button>Schließung zurücknehmen</Button><LinkButton variant="tertiary" href={pfadVon(stand.einheit.id)}>Abbrechen</LinkButton></ButtonRow>
      </form>
    </>
  ))
}

const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})

/** Changing, closing and opening one unit. */
export const bearbeiten: readonly Route[] = [
  ...form({
    path: '/verwaltung/einheiten/:id', access: zugang, show: zeigen, beispiel: beispiel(''),
    async submit(c, werte) {
      const { einheit } = await laden(c)
      const [oberId, feld] = [wert(werte, 'oberId'), (name: string) => wert(werte, name)]
      await c.execute(einheitAendern, { einheitId: einheit.id, kuerzel: feld('kuerzel'), name: feld('name'), telefon: feld('telefon'), email: feld('email'), anschrift: feld('anschrift'), grund: feld('grund'), ...(oberId ? { oberId } : {}) }, einmal(c))
      return redirect(pfadVon(einheit.id), { hinweis: `Die Einheit „${feld('name')}“ ist gespeichert.` })
    },
  }),
  ...form({
    path: '/verwaltung/einheiten/:id/schliessen', access: zugang, show: schliessenZeigen, beispiel: beispiel('/schliessen'),
    async submit(c, werte) {
      const { einheit } = await laden(c)
      await c.execute(einheitSchliessen, { einheitId: einheit.id, am: datumAus(werte, 'am', 'Letzter Tag') ?? '', grund: wert(werte, 'grund'), rollenBeenden: wert(werte, 'rollenBeenden') === 'ja' }, einmal(c))
      return redirect(pfadVon(einheit.id), { hinweis: 'Der letzte Tag der Einheit ist eingetragen.' })
    },
  }),
  ...form({
    path: '/verwaltung/einheiten/:id/oeffnen', access: zugang, show: oeffnenZeigen, beispiel: beispiel('/oeffnen'),
    async submit(c, werte) {
      const { einheit } = await laden(c)
      await c.execute(einheitWiedereroeffnen, { einheitId: einheit.id, grund: wert(werte, 'grund') }, einmal(c))
      return redirect(pfadVon(einheit.id), { hinweis: 'Die Einheit besteht weiter.' })
    },
  }),
]
