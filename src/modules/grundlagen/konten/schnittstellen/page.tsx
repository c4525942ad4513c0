import { mehrere, wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import {
  Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Checkboxes, DateText, DescriptionList, EmptyState, formatDate, Formularfelder, FormPage, HiddenFields, LinkButton, SelectField, Table,
  TextField,
} from '../../../../design/index.js'
import { fehlerliste, fehlerVon, hatFehler } from '../anmelden/page.js'
import { STATUS, Statusmarke } from '../benutzer/page.js'
import type { Schluessel, Schnittstelle } from './query.js'

const PFAD = '/verwaltung/schnittstellen'
const felder = (c: RequestContext) => c.formFields() as unknown as Record<string, string>
const STUFEN = [{ value: '0', label: 'offen' }, { value: '1', label: 'vertraulich in der Einheit' }, { value: '2', label: 'besonders geschützt' }]

type Zustand = 'gültig' | 'abgelaufen' | 'widerrufen'
const zustandVon = (schluessel: Schluessel, heute: Temporal.PlainDate): Zustand =>
  (schluessel.widerrufenAm ? 'widerrufen' : Temporal.PlainDate.compare(schluessel.gueltigBis, heute) < 0 ? 'abgelaufen' : 'gültig')

export function schnittstellenSeite(c: RequestContext, liste: readonly Schnittstelle[], heute: Temporal.PlainDate): Reply {
  return arbeitsplatzSeite(c, { title: 'Schnittstellen', actions: <LinkButton href={`${PFAD}/neu`}>Schnittstelle anlegen</LinkButton> }, (
    <Table caption="Schnittstellen" captionHidden dense rows={liste} rowKey={({ id }) => id}
      empty={<EmptyState title="Noch keine Schnittstelle" icon="link">Jedes Programm, das mit dem Rathaus spricht, bekommt ein eigenes Konto mit genau den Rechten, die es braucht.</EmptyState>}
      columns={[
        { key: 'name', label: 'Name', rowHeader: true, cell: (one) => <a href={`${PFAD}/${one.id}`}>{one.name}</a> },
        { key: 'kennung', label: 'Kennung', cell: (one) => one.kennung },
        { key: 'rechte', label: 'Rechte', cell: (one) => one.rechte.join(', ') },
        { key: 'status', label: 'Status', cell: (one) => <Statusmarke status={one.status} /> },
        {
          key: 'schluessel', label: 'Gültige Schlüssel', cell: (one) => {
            const gueltig = one.schluessel.filter((schluessel) => zustandVon(schluessel, heute) === 'gültig')
            return gueltig.length === 0 ? 'keiner' : gueltig.map((schluessel) => `${schluessel.praefix}… bis ${formatDate(schluessel.gueltigBis)}`).join(', ')
          },
        },
      ]} />
  ))
}

export function schnittstelleNeuSeite(c: RequestContext, zustand: Formularzustand): Reply {
  const rechte = c.app.module.flatMap((modul) => modul.rechte ?? []).toSorted((a, b) => a.name.localeCompare(b.name))
  return arbeitsplatzSeite(c, { title: 'Schnittstelle anlegen', ohneKopf: true, schmal: true, breadcrumb: [{ label: 'Schnittstellen', href: PFAD }, { label: 'Anlegen' }], ...hatFehler(zustand) }, (
    <FormPage title="Schnittstelle anlegen" action={`${PFAD}/neu`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Anlegen">
      <TextField name="name" label="Name" hint="Welches Programm, wofür" value={wert(zustand.werte, 'name')} width={30} {...fehlerVon(zustand, 'name')} />
      <TextField name="kennung" label="Kennung" hint="Kleine Buchstaben, Ziffern und Bindestriche" spellcheck={false} value={wert(zustand.werte, 'kennung')} width={20} {...fehlerVon(zustand, 'kennung')} />
      <Checkboxes name="rechte" label="Rechte" hint="So wenige wie möglich" values={mehrere(zustand.werte, 'rechte')} options={rechte.map(({ name, satz }) => ({ value: name, label: satz, hint: name }))} {...fehlerVon(zustand, 'rechte')} />
      <SelectField name="stufe" label="Darf lesen bis zur Stufe" emptyLabel={null} value={wert(zustand.werte, 'stufe') || '0'} options={STUFEN} {...fehlerVon(zustand, 'stufe')} />
    </FormPage>
  ))
}

export function schnittstelleSeite(c: RequestContext, zustand: Formularzustand, eine: Schnittstelle, heute: Temporal.PlainDate): Reply {
  const pfad = `${PFAD}/${eine.id}`
  return arbeitsplatzSeite(c, { title: eine.name, schmal: true, breadcrumb: [{ label: 'Schnittstellen', href: PFAD }, { label: eine.name }], meta: <Statusmarke status={eine.status} />, ...hatFehler(zustand) }, (
    <>
      <DescriptionList items={[
        { label: 'Kennung', value: eine.kennung }, { label: 'Rechte', value: eine.rechte.join(', ') },
        { label: 'Stufe', value: STUFEN[eine.stufe]?.label ?? String(eine.stufe) },
      ]} />
      <h2 class="sk-h2">Schlüssel</h2>
      <Table caption="Schlüssel" captionHidden rows={eine.schluessel} rowKey={({ id }) => id} empty={<p class="kern-body">Noch kein Schlüssel.</p>}
        columns={[
          { key: 'anfang', label: 'Beginnt mit', rowHeader: true, cell: (one) => <code>{one.praefix}…</code> },
          { key: 'seit', label: 'Ausgestellt', cell: (one) => <DateText instant={one.seit} /> },
          { key: 'bis', label: 'Gültig bis', cell: (one) => formatDate(one.gueltigBis) },
          { key: 'zustand', label: 'Zustand', cell: (one) => <Badge tone={zustandVon(one, heute) === 'gültig' ? 'success' : 'neutral'}>{zustandVon(one, heute)}</Badge> },
          {
            key: 'weg', label: 'Widerrufen', cell: (one) => (zustandVon(one, heute) === 'gültig'
              ? <form method="post" action={`${pfad}/widerruf`} class="sk-button-form"><Formularfelder c={c} /><HiddenFields values={{ schluessel: one.id }} /><TextField name="grund" id={`grund-${one.id}`} label="Grund" width={20} /><Button variant="tertiary" small context={one.praefix}>Widerrufen</Button></form>
              : null),
          },
        ]} />
      <h2 class="sk-h2">Neuer Schlüssel</h2>
      <FormPage title="Neuer Schlüssel" titleHidden action={`${pfad}/schluessel`} hidden={felder(c)} errors={fehlerliste(zustand)} submitLabel="Schlüssel ausstellen"
        footnote={<p>Zum Austauschen: neuen Schlüssel ausstellen, im anderen Programm eintragen, dann den alten widerrufen.</p>}>
        <TextField name="gueltigBis" type="date" label="Gültig bis" hint="Höchstens zwei Jahre" value={wert(zustand.werte, 'gueltigBis') || heute.add({ years: 1 }).toString()} width={10} {...fehlerVon(zustand, 'gueltigBis')} />
      </FormPage>
      <h2 class="sk-h2">Status ändern</h2>
      <form method="post" action={`${pfad}/status`} class="sk-form">
        <Formularfelder c={c} />
        <SelectField name="status" label="Neuer Status" options={Object.entries(STATUS).filter(([status]) => status !== eine.status).map(([value, { titel }]) => ({ value, label: titel }))} value={wert(zustand.werte, 'status')} {...fehlerVon(zustand, 'status')} />
        <TextField name="grund" label="Grund" width={30} value={wert(zustand.werte, 'grund')} {...fehlerVon(zustand, 'grund')} />
        <ButtonRow><Button variant="secondary">Status ändern</Button></ButtonRow>
      </form>
    </>
  ))
}

/** Shown once; the database keeps its hash only. */
export function schluesselSeite(c: RequestContext, eine: Schnittstelle, schluessel: string): Reply {
  return arbeitsplatzSeite(c, { title: 'Neuer Schlüssel', schmal: true, breadcrumb: [{ label: 'Schnittstellen', href: PFAD }, { label: eine.name, href: `${PFAD}/${eine.id}` }, { label: 'Neuer Schlüssel' }] }, (
    <>
      <Alert tone="warning" title="Bitte jetzt kopieren"><p>Wir zeigen den Schlüssel nur dieses eine Mal.</p></Alert>
      <p class="kern-body"><code>{schluessel}</code></p>
      <p class="kern-body">Das Programm schickt ihn mit jeder Anfrage: <code>Authorization: Bearer …</code></p>
      <ButtonRow><LinkButton variant="secondary" href={`${PFAD}/${eine.id}`}>Zurück zur Schnittstelle</LinkButton></ButtonRow>
    </>
  ))
}
