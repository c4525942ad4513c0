import { arbeitsplatzSeite, Button, ButtonRow, Card, EmptyState, ErrorSummary, FieldRow, Formularfelder, NumberField, SelectField, Table } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Planansicht } from '../ansehen/query.js'
import { ABHAENGIGKEITEN, type Abhaengigkeitsart } from '../domain/plan.js'

const HOECHSTENS = 500

/** What waits for what, as a list that one can change without a mouse. */
export function abhaengigkeitenSeite(c: RequestContext, { plan, zeilen, abhaengigkeiten, darf }: Planansicht, zustand: Formularzustand): Reply {
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const titel = new Map(zeilen.map(({ eintrag }) => [eintrag.id, `${eintrag.nummer} ${eintrag.titel}`]))
  const w = (name: string) => wert(zustand.werte, name)
  const fehler = (feld: string) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
  const auswahl = zeilen.map(({ eintrag }) => ({ value: eintrag.id, label: `${eintrag.nummer} ${eintrag.titel}` }))
  return arbeitsplatzSeite(c, {
    title: 'Abhängigkeiten', preline: plan.titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel, href: pfad }, { label: 'Abhängigkeiten' }],
  }, (
    <div class="sk-stack">
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld === 'abhaengigkeit' ? 'vonId' : feld, text }))]} />
      {darf.bearbeiten
        ? (
          <Card title="Abhängigkeit hinzufügen oder ändern">
            <form method="post" action={`${pfad}/abhaengigkeiten`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <SelectField name="nachId" label="Dieser Eintrag wartet" value={w('nachId')} options={auswahl} {...fehler('nachId')} />
              <SelectField name="vonId" label="auf diesen Eintrag" value={w('vonId')} options={auswahl} {...fehler('vonId')} />
              <FieldRow>
                <SelectField name="typ" label="Art" value={w('typ') || 'FS'} emptyLabel={null} options={Object.entries(ABHAENGIGKEITEN).map(([value, label]) => ({ value, label: `${value} – ${label}` }))} {...fehler('typ')} />
                <NumberField name="abstand" label="Abstand in Arbeitstagen" value={w('abstand') || '0'} hint="Negativ: überlappt." {...fehler('abstand')} />
              </FieldRow>
              <ButtonRow><Button>Weiter: Auswirkungen ansehen</Button></ButtonRow>
            </form>
          </Card>
        ) : null}
      {abhaengigkeiten.length === 0
        ? <EmptyState icon="link" title="Noch wartet nichts aufeinander"><p>Eine Abhängigkeit sorgt dafür, dass ein Eintrag mitwandert, wenn sich sein Vorgänger verschiebt.</p></EmptyState>
        : (
          <Table caption={`${abhaengigkeiten.length} Abhängigkeiten`} dense rows={abhaengigkeiten.slice(0, HOECHSTENS)} rowKey={({ vonId, nachId, art }) => `${vonId}${nachId}${art}`} columns={[
            { key: 'nach', label: 'Eintrag', rowHeader: true, cell: ({ nachId }) => titel.get(nachId) ?? '' },
            { key: 'art', label: 'Art', cell: ({ art }) => `${art} – ${ABHAENGIGKEITEN[art as Abhaengigkeitsart]}` },
            { key: 'von', label: 'Vorgänger', cell: ({ vonId }) => titel.get(vonId) ?? '' },
            { key: 'abstand', label: 'Abstand', cell: ({ abstand }) => `${abstand} AT`, align: 'end', nowrap: true },
            ...(darf.bearbeiten ? [{
              key: 'weg', label: 'Lösen', labelHidden: true, cell: ({ vonId, nachId, art }: { vonId: string; nachId: string; art: string }) => (
                <form method="post" action={`${pfad}/abhaengigkeiten/loesen`} class="sk-button-form">
                  <Formularfelder c={c} /><input type="hidden" name="vonId" value={vonId} /><input type="hidden" name="nachId" value={nachId} /><input type="hidden" name="typ" value={art} />
                  <Button variant="tertiary" small context={`${titel.get(nachId)} von ${titel.get(vonId)}`}>Lösen</Button>
                </form>
              ),
            }] : []),
          ]} />
        )}
      {abhaengigkeiten.length > HOECHSTENS ? <p class="sk-footnote">Gezeigt sind die ersten {HOECHSTENS} von {abhaengigkeiten.length}.</p> : null}
    </div>
  ))
}
