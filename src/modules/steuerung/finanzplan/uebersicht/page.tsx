import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, BarChart, Card, EmptyState, FilterBar, Knopfformular, LinkButton, SelectField, StatTiles, Table, type Column } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { steckbriefPfad } from '../../programm/index.js'
import { Abgleich, adresse, Ausfuhr, Betrag, betragText, Finanzreiter, kachelwert, PFAD, Vzae, type Einheit } from '../anzeige.js'
import { vzaeText } from '../domain/eingabe.js'
import { inTausend, rundungsdifferenz, summe, type Summen } from '../domain/summen.js'
import { objektText } from '../gliederung.js'
import { Basissatz } from '../vzaebasis/page.js'
import type { Finanzplan, finanzplanUebersicht, Klassenvergleich, Planzeile, Portfolio } from './query.js'

type Uebersicht = Awaited<ReturnType<typeof finanzplanUebersicht.run>>
interface Ansicht { readonly jahr: number | undefined; readonly einheit: Einheit }

export function uebersichtPage(c: RequestContext, { strategien, portfolio, plan, basis }: Uebersicht, ansicht: Ansicht): Reply {
  const werte = { strategie: plan?.strategie.kennung, jahr: ansicht.jahr }
  return arbeitsplatzSeite(c, {
    title: 'Rahmenfinanzplan', preline: plan?.strategie.name ?? (strategien.length > 1 ? 'Alle Strategien' : undefined),
    ...(strategien.length > 1 && plan ? { breadcrumb: [{ label: 'Finanzplan', href: PFAD }, { label: plan.strategie.name }] } : {}),
    actions: plan ? (
      <>
        {holds(c.actor, 'finanzplan.bearbeiten') ? <LinkButton href={adresse(`${PFAD}/zeilen/neu`, { strategie: plan.strategie.kennung })} small icon="plus">Neue Zeile</LinkButton> : null}
        <Ausfuhr pfad={`${PFAD}/zeilen/export`} werte={werte} />
      </>
    ) : null,
  }, (
    <div class="sk-stack">
      <Finanzreiter c={c} aktuell="plan" strategie={plan?.strategie} />
      {strategien.length === 0
        ? <EmptyState icon="euro" title="Noch keine Strategie"><p>Ein Finanzplan gehört zu einer Strategie. Das Programmbüro legt sie unter „Programm“ an.</p></EmptyState>
        : <><Auswahl strategien={strategien} plan={plan} ansicht={ansicht} />{plan ? <Plan c={c} plan={plan} ansicht={ansicht} /> : <Alle portfolio={portfolio} ansicht={ansicht} />}{mitVzae(plan?.summen ?? portfolio.gesamt) ? <Basissatz c={c} basis={basis} /> : null}</>}
    </div>
  ))
}

const mitVzae = ({ vzaeIst, vzaeSoll, vzaeDezentral }: Summen): boolean => vzaeIst !== null || vzaeSoll !== null || vzaeDezentral !== null

function Auswahl({ strategien, plan, ansicht: { jahr, einheit } }: { strategien: Uebersicht['strategien']; plan: Finanzplan | undefined; ansicht: Ansicht }): VNode {
  const jahre = plan?.jahre ?? []
  return (
    <FilterBar action={PFAD} active={[]} resetHref={PFAD}>
      {strategien.length > 1 ? <SelectField name="strategie" label="Strategie" value={plan?.strategie.kennung ?? ''} emptyLabel="alle Strategien" optional options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} /> : null}
      {jahre.length > 0 ? <SelectField name="jahr" label="Jahr" value={jahr === undefined ? '' : String(jahr)} emptyLabel="alle Jahre zusammen" optional options={jahre.map((eines) => ({ value: String(eines), label: String(eines) }))} /> : null}
      <SelectField name="einheit" label="Beträge in" value={einheit} emptyLabel={null} options={[{ value: 'euro', label: 'Euro und Cent' }, { value: 'tausend', label: 'Tausend Euro' }]} />
    </FilterBar>
  )
}

function Plan({ c, plan, ansicht }: { c: RequestContext; plan: Finanzplan; ansicht: Ansicht }): VNode {
  if (plan.anzahl === 0) {
    return (
      <EmptyState icon="euro" title="Für diese Strategie ist noch nichts geplant">
        <p>{plan.nichtUebernommen > 0 ? 'Im Programm stehen schon Zahlen aus dem eingelesenen Plan.' : 'Legen Sie die erste Zeile an oder lesen Sie einen Plan unter „Programm“ ein.'}</p>
        <Uebernehmen c={c} plan={plan} />
      </EmptyState>
    )
  }
  return (
    <>
      <Uebernehmen c={c} plan={plan} />
      <Kacheln summen={plan.summen} ansicht={ansicht} strategie={plan.strategie.kennung} />
      <Vorhaben plan={plan} ansicht={ansicht} />
      <Jahre plan={plan} ansicht={ansicht} />
      <Klassen klassen={plan.klassen} einheit={ansicht.einheit} />
    </>
  )
}

function Uebernehmen({ c, plan }: { c: RequestContext; plan: Finanzplan }): VNode | null {
  if (plan.nichtUebernommen === 0 || !holds(c.actor, 'finanzplan.verwalten')) return null
  return (
    <Alert tone="info" title={plan.nichtUebernommen === 1 ? 'Eine Zahl aus dem Programm fehlt hier noch' : `${plan.nichtUebernommen} Zahlen aus dem Programm fehlen hier noch`}>
      <Knopfformular c={c} action={`${PFAD}/uebernehmen`} felder={{ strategie: plan.strategie.kennung }}>Aus dem Programm übernehmen</Knopfformular>
    </Alert>
  )
}

function Kacheln({ summen, ansicht: { jahr, einheit }, strategie }: { summen: Summen; ansicht: Ansicht; strategie: string | undefined }): VNode {
  const kachel = (label: string, cent: bigint | null, gruppe: string, stand = 'plan') =>
    (cent === null ? [] : [{ label, ...kachelwert(cent, einheit), ...(strategie && gruppe ? { href: adresse(`${PFAD}/zeilen`, { strategie, gruppe, stand, jahr }) } : {}) }])
  return (
    <StatTiles label={jahr === undefined ? 'Summen über alle Jahre' : `Summen ${jahr}`} stats={[
      ...kachel('einmalig', summen.einmaligCent, 'einmalig'), ...kachel('laufend', summen.laufendCent, 'laufend'), ...kachel('Schulungen', summen.schulungCent, 'schulung'),
      ...kachel('Zusatzbedarf einmalig', summen.zusatzEinmaligCent, 'einmalig', ''), ...kachel('Zusatzbedarf laufend', summen.zusatzLaufendCent, 'laufend', ''),
      ...kachel('Haushaltsansätze', summen.haushaltCent, 'haushalt'), ...kachel('Förderung', summen.foerderungCent, 'foerderung'),
      ...kachel('konsumtiv', summen.konsumtivCent, ''), ...kachel('investiv', summen.investivCent, ''),
      ...(summen.vzaeDifferenz === null ? [] : [{ label: 'Personal: Soll − Ist', value: `${summen.vzaeDifferenz < 0 ? '-' : ''}${vzaeText(Math.abs(summen.vzaeDifferenz))} VZÄ`, ...(strategie ? { href: adresse(`${PFAD}/zeilen`, { strategie, gruppe: 'vzae', jahr }) } : {}) }]),
    ]} />
  )
}

/** Which figures stand in which column, and which lines a figure consists of. */
const SPALTEN: readonly { readonly key: keyof Summen; readonly label: string; readonly gruppe: string; readonly stand?: string }[] = [
  { key: 'einmaligCent', label: 'Einmalig', gruppe: 'einmalig', stand: 'plan' }, { key: 'laufendCent', label: 'Laufend', gruppe: 'laufend', stand: 'plan' }, { key: 'schulungCent', label: 'Schulungen', gruppe: 'schulung', stand: 'plan' },
  { key: 'veranschlagtEinmaligCent', label: 'Bereits veranschlagt, einmalig', gruppe: 'einmalig', stand: 'veranschlagt' }, { key: 'veranschlagtLaufendCent', label: 'Bereits veranschlagt, laufend', gruppe: 'laufend', stand: 'veranschlagt' },
  { key: 'haushaltCent', label: 'Haushaltsansatz', gruppe: 'haushalt', stand: 'plan' }, { key: 'foerderungCent', label: 'Förderung', gruppe: 'foerderung', stand: 'plan' },
]
const VZAE: readonly (readonly [keyof Summen, string])[] = [['vzaeIst', 'VZÄ Ist'], ['vzaeSoll', 'VZÄ Soll'], ['vzaeDezentral', 'VZÄ dezentral']]

function Vorhaben({ plan, ansicht: { jahr, einheit } }: { plan: Finanzplan; ansicht: Ansicht }): VNode {
  const { strategie, summen, zeilen } = plan
  const spalten = SPALTEN.filter(({ key }) => summen[key] !== null)
  const vzae = VZAE.filter(([key]) => summen[key] !== null)
  const ziel = (objekt: string | undefined, gruppe: string, stand?: string) => adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung, objekt, gruppe, stand, jahr })
  const columns: readonly Column<Planzeile>[] = [
    { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ objekt }) => (objekt ? <a href={steckbriefPfad(objekt.id)}>{objektText(objekt)}</a> : 'Übergreifend') },
    ...spalten.map(({ key, label, gruppe, stand }): Column<Planzeile> => ({ key, label, align: 'end', nowrap: true, cell: ({ objekt, summen: eigene }) => <Betrag cent={eigene[key] as bigint | null} einheit={einheit} href={ziel(objekt?.id ?? 'ohne', gruppe, stand)} /> })),
    ...vzae.map(([key, label]): Column<Planzeile> => ({ key, label, align: 'end', nowrap: true, cell: ({ summen: eigene }) => <Vzae wert={eigene[key] as number | null} /> })),
  ]
  const differenzen = spalten.some(({ key }) => rundungsdifferenz(zeilen.map((zeile) => zeile.summen[key] as bigint | null)) !== 0n)
  const leer = [...spalten, ...vzae].length
  return (
    <Card title={jahr === undefined ? 'Nach Vorhaben' : `Nach Vorhaben, ${jahr}`}>
      <Table caption="Rahmenfinanzplan nach Vorhaben" captionHidden dense narrow="scroll" rows={zeilen} rowKey={({ objekt }) => objekt?.id ?? 'ohne'} columns={columns} footer={[
        [<strong key="s">Summe</strong>, ...spalten.map(({ key, gruppe, stand }) => <strong key={key}><Betrag cent={summen[key] as bigint | null} einheit={einheit} href={ziel(undefined, gruppe, stand)} /></strong>), ...vzae.map(([key]) => <strong key={key}><Vzae wert={summen[key] as number | null} /></strong>)],
        ...(summen.zusatzEinmaligCent === null && summen.zusatzLaufendCent === null ? [] : [[
          'Zusatzbedarf (Summe − bereits veranschlagt)', ...spalten.map(({ key }) => (key === 'einmaligCent' ? <Betrag key={key} cent={summen.zusatzEinmaligCent} einheit={einheit} /> : key === 'laufendCent' ? <Betrag key={key} cent={summen.zusatzLaufendCent} einheit={einheit} /> : '')), ...vzae.map(() => ''),
        ].slice(0, leer + 1)]),
      ]} />
      {einheit === 'tausend' ? <p class="sk-meta">Summen sind aus den genauen Beträgen gerechnet und dann gerundet.{differenzen ? ' Deshalb weichen sie hier von der Summe der gezeigten Zahlen ab.' : ''}</p> : null}
      <p class="sk-meta">„–“ heißt: Dazu hat niemand etwas angegeben. Es zählt nicht als 0.</p>
    </Card>
  )
}

function Jahre({ plan: { jahreszeilen, ohneJahrCent, weiterJaehrlichCent, strategie, horizont }, ansicht: { einheit } }: { plan: Finanzplan; ansicht: Ansicht }): VNode | null {
  if (jahreszeilen.length === 0 && ohneJahrCent === null && weiterJaehrlichCent === null) return null
  const gesamt = summe(jahreszeilen.map(({ zusammenCent }) => zusammenCent))
  const hoechstes = jahreszeilen.toSorted((a, b) => Number((b.zusammenCent ?? 0n) - (a.zusammenCent ?? 0n)))[0]
  return (
    <Card title="Nach Jahren">
      {jahreszeilen.length > 1 && hoechstes ? (
        <BarChart title="Bedarf je Jahr" labelHead="Jahr" valueHead="Bedarf in Tausend Euro" summary={`${betragText(gesamt ?? 0n, einheit)} von ${jahreszeilen[0]?.jahr} bis ${jahreszeilen.at(-1)?.jahr}, am meisten ${hoechstes.jahr} mit ${betragText(hoechstes.zusammenCent ?? 0n, einheit)}.`}
          points={jahreszeilen.map(({ jahr, zusammenCent }) => ({ label: String(jahr), value: Number(inTausend(zusammenCent ?? 0n)) }))} />
      ) : null}
      {jahreszeilen.length > 0 ? (
        <Table caption="Bedarf nach Jahren" captionHidden dense rows={jahreszeilen} rowKey={({ jahr }) => String(jahr)} columns={[
          { key: 'jahr', label: 'Jahr', rowHeader: true, cell: ({ jahr }) => <a href={adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung, jahr })}>{jahr}</a> },
          { key: 'einmalig', label: 'Einmalig', align: 'end', cell: ({ einmaligCent }) => <Betrag cent={einmaligCent} einheit={einheit} /> }, { key: 'laufend', label: 'Laufend', align: 'end', cell: ({ laufendCent }) => <Betrag cent={laufendCent} einheit={einheit} /> },
          { key: 'schulung', label: 'Schulungen', align: 'end', cell: ({ schulungCent }) => <Betrag cent={schulungCent} einheit={einheit} /> }, { key: 'zusammen', label: 'Zusammen', align: 'end', cell: ({ zusammenCent }) => <strong><Betrag cent={zusammenCent} einheit={einheit} /></strong> },
          { key: 'danach', label: 'Davon nach Projektende', align: 'end', cell: ({ danachCent }) => <Betrag cent={danachCent} einheit={einheit} /> },
        ]} />
      ) : null}
      {ohneJahrCent === null ? null : <p>Nicht auf Jahre verteilt: <strong><Betrag cent={ohneJahrCent} einheit={einheit} href={adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung, ohneJahr: 'ja' })} /></strong>. Die Quelle nennt nur die Summe.</p>}
      {weiterJaehrlichCent === null ? null : <p>In jedem Jahr ohne bekanntes Ende: <strong><Betrag cent={weiterJaehrlichCent} einheit={einheit} /></strong>. Gezählt wird bis {horizont}; danach trägt es der laufende Haushalt.</p>}
    </Card>
  )
}

const klasse = (wert: Klassenvergleich['errechnet']) => (wert === null ? 'keine Angabe' : wert === 0 ? 'keine externen Kosten' : wert === 'ausserhalb' ? 'außerhalb der Klassen, eigenes Budget nötig' : `Klasse ${wert}`)

function Klassen({ klassen, einheit }: { klassen: readonly Klassenvergleich[]; einheit: Einheit }): VNode | null {
  if (klassen.length === 0) return null
  return (
    <Card title="Kostenklassen">
      <p>Die Klasse gehört zum Baustein. Gerechnet wird aus Investitionen und externen Kosten über alle Jahre; eigenes Personal und allgemeine Aufwände zählen nicht.</p>
      <Table caption="Erklärte und errechnete Kostenklasse" captionHidden dense rows={klassen} rowKey={({ objekt }) => objekt.id} columns={[
        { key: 'baustein', label: 'Baustein', rowHeader: true, cell: ({ objekt }) => <a href={steckbriefPfad(objekt.id)}>{objektText(objekt)}</a> },
        { key: 'erklaert', label: 'Im Steckbrief', cell: ({ erklaert }) => klasse(erklaert) }, { key: 'errechnet', label: 'Aus dem Plan', cell: ({ errechnet }) => klasse(errechnet) },
        { key: 'betrag', label: 'Externe Kosten', align: 'end', cell: ({ betragCent }) => <Betrag cent={betragCent} einheit={einheit} /> }, { key: 'passt', label: 'Abgleich', cell: ({ passt }) => <Abgleich passt={passt} /> },
      ]} />
    </Card>
  )
}

function Alle({ portfolio: { strategien, gesamt }, ansicht }: { portfolio: Portfolio; ansicht: Ansicht }): VNode {
  const spalten = SPALTEN.filter(({ key }) => gesamt[key] !== null)
  return (
    <>
      <Kacheln summen={gesamt} ansicht={ansicht} strategie={undefined} />
      <Card title="Nach Strategien">
        <Table caption="Finanzpläne aller Strategien" captionHidden dense narrow="scroll" rows={strategien} rowKey={({ strategie }) => strategie.id} columns={[
          { key: 'name', label: 'Strategie', rowHeader: true, cell: ({ strategie }) => <a href={adresse(PFAD, { strategie: strategie.kennung, einheit: ansicht.einheit })}>{strategie.name}</a> },
          ...spalten.map(({ key, label }): Column<Portfolio['strategien'][number]> => ({ key, label, align: 'end', nowrap: true, cell: ({ summen }) => <Betrag cent={summen[key] as bigint | null} einheit={ansicht.einheit} /> })),
          { key: 'anzahl', label: 'Zeilen', align: 'end', cell: ({ strategie, anzahl }) => <a href={adresse(`${PFAD}/zeilen`, { strategie: strategie.kennung })}>{anzahl}</a> },
        ]} footer={[[<strong key="s">Zusammen</strong>, ...spalten.map(({ key }) => <strong key={key}><Betrag cent={gesamt[key] as bigint | null} einheit={ansicht.einheit} /></strong>), String(strategien.reduce((bisher, { anzahl }) => bisher + anzahl, 0))]]} />
      </Card>
    </>
  )
}
