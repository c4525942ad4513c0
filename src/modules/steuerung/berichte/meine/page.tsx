import { arbeitsplatzSeite, Badge, Button, Card, EmptyState, ErrorSummary, Formularfelder, SelectField, Table, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { berichtPfad, Berichtsreiter, Gesamtmarke, PFAD, schreibPfad, vorhabenName } from '../anzeige.js'
import { monatKennung, monatswort } from '../domain/zeitraum.js'
import type { meineBerichte, Stand } from './query.js'

const STAND: Readonly<Record<Stand, { wort: string; tone: 'danger' | 'info' | 'neutral' | 'success' }>> = {
  ueberfaellig: { wort: 'überfällig', tone: 'danger' }, entwurf: { wort: 'Entwurf', tone: 'info' }, offen: { wort: 'offen', tone: 'neutral' }, eingereicht: { wort: 'eingereicht', tone: 'success' },
}

/** What is to be written, and for the Programmbüro the next month. */
export function meinePage(c: RequestContext, { zeilen, strategien }: Awaited<ReturnType<typeof meineBerichte.run>>, zustand: Formularzustand = { werte: {}, fehler: [] }): Reply {
  const bei = (name: string, vorgabe: string) => {
    const text = zustand.fehler.find(({ feld }) => feld === name)?.text
    return { name, value: zustand.werte[name] === undefined ? vorgabe : wert(zustand.werte, name), ...(text ? { error: text } : {}) }
  }
  const offen = zeilen.filter(({ stand }) => stand !== 'eingereicht').length
  return arbeitsplatzSeite(c, { title: 'Berichte', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), preline: offen === 0 ? undefined : `${offen} ${offen === 1 ? 'Bericht ist' : 'Berichte sind'} zu schreiben` }, (
    <>
      <Berichtsreiter c={c} aktuell="meine" />
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      <Table caption="Meine Statusberichte" captionHidden rows={zeilen} rowKey={({ zeitraum, pflicht }) => `${zeitraum.id}${pflicht.objektId}`}
        empty={<EmptyState icon="success" title="Nichts zu berichten"><p>{holds(c.actor, 'berichte.schreiben') ? 'Für die Vorhaben Ihrer Einheit ist kein Berichtsmonat offen.' : 'Sie schreiben keine Statusberichte. In der Übersicht sehen Sie alle.'}</p></EmptyState>}
        columns={[
          { key: 'vorhaben', label: 'Vorhaben', rowHeader: true, cell: ({ zeitraum, pflicht, fassung }) => <><a href={fassung ? berichtPfad(fassung.id) : schreibPfad(zeitraum.id, pflicht.objektId)}>{vorhabenName(pflicht)}</a><span class="sk-line sk-meta">{pflicht.baustein}</span></> },
          { key: 'monat', label: 'Monat', cell: ({ zeitraum }) => monatswort(zeitraum.monat) },
          { key: 'faellig', label: 'Fällig am', nowrap: true, cell: ({ zeitraum }) => formatDate(zeitraum.faelligAm) },
          { key: 'stand', label: 'Stand', cell: ({ stand }) => <Badge tone={STAND[stand].tone} {...(stand === 'ueberfaellig' ? { icon: 'warning' as const } : {})}>{STAND[stand].wort}</Badge> },
          { key: 'ampel', label: 'Ampel', cell: ({ fassung }) => (fassung ? <Gesamtmarke ampeln={fassung.ampeln} /> : '–') },
        ]} />
      {holds(c.actor, 'berichte.verwalten') && strategien.length > 0 ? (
        <Card title="Berichtsmonat eröffnen">
          <p>Damit steht fest, welche Vorhaben berichten: alle laufenden Maßnahmen und Projekte. Ist einmal ein Monat eröffnet, folgen die weiteren von selbst, jeweils eine Woche vor dem Monatsende.</p>
          <form method="post" action={`${PFAD}/monat`} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <SelectField label="Strategie" {...bei('strategieId', strategien[0]?.id ?? '')} emptyLabel={null} options={strategien.map(({ id, name }) => ({ value: id, label: name }))} />
            <TextField label="Monat" hint="Jahr und Monat, zum Beispiel 2026-10" width={10} {...bei('monat', monatKennung(c.today))} />
            <Button variant="secondary">Eröffnen</Button>
          </form>
        </Card>
      ) : null}
    </>
  ))
}
