import { Alert, arbeitsplatzSeite, Badge, Button, Card, DateText, DescriptionList, EmptyState, Formularfelder, Knopfformular, Money, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { blattPfad, KASSE, Kassenreiter, zeigeKassenzeichen } from '../../forderungen/index.js'
import { KLAERUNGEN } from '../domain/klaerung.js'
import type { Klaerungsstand } from './query.js'

/** The treasury's desk: what does not fit, and whether everything was compared. */
export function klaerungSeite(c: RequestContext, { zeilen, abgleich }: Klaerungsstand, erledigt: boolean, zustand: Formularzustand): Reply {
  const darf = holds(c.actor, 'kasse.klaeren')
  return arbeitsplatzSeite(c, {
    title: 'Stadtkasse', hasErrors: zustand.meldung !== undefined || zustand.fehler.length > 0,
    ...(darf ? { actions: <Knopfformular c={c} action={`${KASSE}/abgleich`}>Jetzt abgleichen</Knopfformular> } : {}),
  }, (
    <>
      <Kassenreiter hier="klaerung" />
      {zustand.fehler.length > 0 || zustand.meldung ? <Alert tone="danger" title="Bitte prüfen Sie Ihre Angaben"><p>{zustand.meldung ?? zustand.fehler.map(({ text }) => text).join(' ')}</p></Alert> : null}
      <Alert tone={abgleich && abgleich.nichtErreicht === 0 ? 'success' : 'info'} title={abgleich ? 'Abgleich mit dem Bezahldienst' : 'Noch kein Abgleich mit dem Bezahldienst'}>
        {abgleich ? <p>Zuletzt am <DateText instant={abgleich.am} />: {abgleich.verglichen} Zahlungen verglichen, {abgleich.abweichungen} mit Abweichung{abgleich.nichtErreicht > 0 ? `, ${abgleich.nichtErreicht} nicht erreicht` : ''}.</p> : <p>Der Abgleich läuft einmal am Tag von selbst.</p>}
      </Alert>
      <p><a class="kern-link" href={erledigt ? KASSE : `${KASSE}?sicht=erledigt`}>{erledigt ? 'Offene Einträge zeigen' : 'Erledigte Einträge zeigen'}</a></p>
      {zeilen.length === 0 ? <EmptyState title={erledigt ? 'Noch nichts erledigt.' : 'Nichts zu klären.'}><p>Hier steht, was zwischen Forderungen, Zahlungen und Bezahldienst nicht zusammenpasst.</p></EmptyState> : zeilen.map((eine) => (
        <Card key={eine.id} title={KLAERUNGEN[eine.art].wort}>
          <p>{eine.text}</p>
          <DescriptionList items={[
            { label: 'Kassenzeichen', value: eine.kassenzeichen ? <a href={blattPfad({ kassenzeichen: eine.kassenzeichen })}>{zeigeKassenzeichen(eine.kassenzeichen)}</a> : 'keines' }, { label: 'Betrag', value: <Money cents={eine.betrag} /> }, { label: 'Seit', value: <DateText instant={eine.entstandenAm} /> },
            ...(eine.erledigt ? [{ label: 'Erledigt', value: <><DateText instant={eine.erledigt.am} /> <Badge>{eine.erledigt.grund}</Badge></> }] : []),
          ]} />
          {eine.erledigt ? null : <p class="sk-meta">{KLAERUNGEN[eine.art].tun}</p>}
          {darf && !eine.erledigt ? (
            <form method="post" action={`${KASSE}/klaerung/${eine.id}`} class="sk-form" noValidate>
              <Formularfelder c={c} />
              <TextField name="grund" id={`grund-${eine.id}`} label="Wie haben Sie es geklärt?" maxLength={500} />
              <Button variant="secondary">Als geklärt ablegen</Button>
            </form>
          ) : null}
        </Card>
      ))}
    </>
  ))
}
