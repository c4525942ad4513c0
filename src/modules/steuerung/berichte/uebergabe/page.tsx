import type { VNode } from 'preact'
import { arbeitsplatzSeite, Badge, Button, ButtonRow, Card, CheckboxField, EmptyState, ErrorSummary, Formularfelder, HiddenFields, SelectField, Table } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { steckbriefPfad } from '../../programm/index.js'
import { Berichtsreiter, PFAD, vorhabenName } from '../anzeige.js'
import type { Uebergabe } from './query.js'

export const UEBERGABE = `${PFAD}/uebergabe`
const ARTEN = { eintrag: 'Eintrag im Plan', risiko: 'Risiko', entscheidung: 'Entscheidung', kommunikation: 'Kommunikation' } as const
const SEITEN = { eintrag: '', risiko: '/risiken', entscheidung: '/entscheidungen', kommunikation: '/kommunikation' } as const

/** Somebody leaves: what is open, and to whom it goes in one step. */
export function uebergabePage(c: RequestContext, ansicht: Uebergabe, zustand: Formularzustand): Reply {
  const { personen, gewaehlt } = ansicht
  return arbeitsplatzSeite(c, {
    title: gewaehlt ? `Übergabe von ${gewaehlt.name}` : 'Übergabe', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), breadcrumb: [{ label: 'Berichte', href: PFAD }, { label: 'Übergabe', ...(gewaehlt ? { href: UEBERGABE } : {}) }],
  }, (
    <div class="sk-stack">
      {gewaehlt ? null : <Berichtsreiter c={c} aktuell="uebergabe" />}
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      {gewaehlt ? <Eine c={c} ansicht={ansicht} vonId={gewaehlt.id} zustand={zustand} /> : (
        <>
          <p class="sk-lead">Verlässt jemand die Verwaltung oder das Programm, geht hier alles Offene in einem Schritt an eine andere Person.</p>
          <Table caption="Personen mit offenen Zuständigkeiten" captionHidden rows={personen} rowKey={({ id }) => id}
            empty={<EmptyState icon="people" title="Niemand ist eingetragen"><p>In Steckbriefen, Plänen, Risiken und Entscheidungen steht noch keine verantwortliche Person. Dort tragen Sie sie ein.</p></EmptyState>}
            columns={[
              { key: 'name', label: 'Person', rowHeader: true, cell: ({ id, name }) => <a href={`${UEBERGABE}?person=${id}`}>{name}</a> },
              { key: 'da', label: 'Stand', cell: ({ da }) => (da ? 'arbeitet hier' : <Badge tone="danger" icon="warning">nicht mehr hier</Badge>) },
              { key: 'anzahl', label: 'Offen', align: 'end', cell: ({ anzahl }) => anzahl },
            ]} />
        </>
      )}
    </div>
  ))
}

function Eine({ c, ansicht: { vorhaben, berichte, zustaendigkeiten, arbeitszeit, nachfolge }, vonId, zustand }: { c: RequestContext; ansicht: Uebergabe; vonId: string; zustand: Formularzustand }): VNode {
  const fehler = zustand.fehler.find(({ feld }) => feld === 'anId')?.text
  return (
    <>
      {vorhaben.length > 0 ? <Card title="Vorhaben"><ul>{vorhaben.map((objekt) => <li key={objekt.id}><a href={steckbriefPfad(objekt.id)}>{vorhabenName(objekt)}</a></li>)}</ul></Card> : null}
      {berichte.length > 0 ? <Card title="Offene Statusberichte"><p>Sie gehen mit dem Vorhaben über.</p><ul>{berichte.map((text) => <li key={text}>{text}</li>)}</ul></Card> : null}
      {zustaendigkeiten.length > 0 ? (
        <Card title="Aus den Plänen">
          <Table caption="Aus den Plänen" captionHidden dense rows={zustaendigkeiten} rowKey={({ id }) => id} columns={[
            { key: 'titel', label: 'Was', rowHeader: true, cell: ({ titel, planId, art, id }) => <a href={`/arbeitsplatz/planung/${planId}${art === 'eintrag' ? `/eintrag/${id}` : SEITEN[art]}`}>{titel}</a> },
            { key: 'art', label: 'Art', cell: ({ art, nummer }) => `${ARTEN[art]} ${nummer ?? ''}` },
          ]} />
        </Card>
      ) : null}
      {arbeitszeit.length > 0 ? (
        <Card title="Geplante Arbeitszeit">
          <Table caption="Geplante Arbeitszeit" captionHidden dense rows={arbeitszeit} rowKey={({ id }) => id} columns={[
            { key: 'plan', label: 'Plan', rowHeader: true, cell: ({ plan, planId }) => <a href={`/arbeitsplatz/planung/${planId}/auslastung`}>{plan}</a> },
            { key: 'anteil', label: 'Anteil', align: 'end', cell: ({ anteil }) => `${anteil} %` },
            { key: 'zeit', label: 'Zeitraum', nowrap: true, cell: ({ von, bis }) => `${formatDate(von)} bis ${formatDate(bis)}` },
          ]} />
        </Card>
      ) : null}
      <Card title="Übergeben an">
        <form method="post" action={UEBERGABE} class="sk-form" noValidate>
          <Formularfelder c={c} /><HiddenFields values={{ vonId }} />
          <SelectField name="anId" label="Neue verantwortliche Person" value={wert(zustand.werte, 'anId')} options={nachfolge.map(({ id, name }) => ({ value: id, label: name }))} {...(fehler ? { error: fehler } : {})} />
          {arbeitszeit.length > 0 ? (
            <CheckboxField name="arbeitszeit" value="ja" checked={wert(zustand.werte, 'vonId') === '' || wert(zustand.werte, 'arbeitszeit') === 'ja'}
              label="Auch die geplante Arbeitszeit ab heute übergeben" hint="Ob die Zeit reicht, zeigt danach die Auslastung im Plan." />
          ) : null}
          <ButtonRow><Button>Alles übergeben</Button></ButtonRow>
        </form>
      </Card>
    </>
  )
}
