import { Alert, arbeitsplatzSeite, Button, ButtonRow, Card, DescriptionList, EmptyState, Formularfelder, Money, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { zeigeKassenzeichen } from '../domain/kassenzeichen.js'
import { zweiteUnterschrift } from '../domain/vieraugen.js'
import { blattPfad, KASSE, Kassenreiter } from '../kasse/page.js'
import type { OffeneErstattung } from '../kasse/query.js'

/** Refunds that wait for the second signature, with the reason and who asked. */
export function erstattungenSeite(c: RequestContext, offene: readonly OffeneErstattung[], namen: ReadonlyMap<string, { name: string }>, zustand: Formularzustand): Reply {
  const darf = holds(c.actor, 'erstattung.freigeben')
  return arbeitsplatzSeite(c, { title: 'Erstattungen', hasErrors: zustand.meldung !== undefined }, (
    <>
      <Kassenreiter hier="erstattungen" />
      {zustand.meldung ? <Alert tone="danger" title="Das geht so nicht"><p>{zustand.meldung}</p></Alert> : null}
      {offene.length === 0 ? <EmptyState title="Keine Erstattung wartet auf eine Freigabe."><p>Vorschläge machen Sie auf der Seite der Forderung.</p></EmptyState> : offene.map(({ erstattung, forderung }) => (
        <Card key={erstattung.id} title={`${forderung.bezeichnung}: ${forderung.schuldner}`}>
          <DescriptionList items={[
            { label: 'Kassenzeichen', value: <a href={blattPfad(forderung)}>{zeigeKassenzeichen(forderung.kassenzeichen)}</a> }, { label: 'Betrag', value: <Money cents={erstattung.betrag} strong /> },
            { label: 'Grund', value: erstattung.grund }, { label: 'Vorgeschlagen von', value: namen.get(erstattung.beantragt.von)?.name ?? 'System' },
          ]} />
          {darf && zweiteUnterschrift(c.actor, 'erstattung.freigeben', erstattung.beantragt).erlaubt ? (
            <form method="post" action={`${KASSE}/erstattungen/${erstattung.id}`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextField name="grund" id={`grund-${erstattung.id}`} label="Bemerkung" hint="Nötig, wenn Sie ablehnen." optional maxLength={500} />
              <ButtonRow><Button name="ergebnis" value="freigeben">Freigeben</Button><Button name="ergebnis" value="ablehnen" variant="secondary">Ablehnen</Button></ButtonRow>
            </form>
          ) : <p class="sk-meta">{darf ? 'Die erste Unterschrift kommt von Ihnen oder von der Person, die Sie vertreten. Eine andere Person muss entscheiden.' : 'Entscheiden kann, wer Erstattungen freigeben darf.'}</p>}
        </Card>
      ))}
    </>
  ))
}
