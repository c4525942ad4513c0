import type { VNode } from 'preact'
import { Button, Card, DateField, Details, Formularfelder, Knopfformular, TextField } from '../../../../design/index.js'
import { wert } from '../../../../platform/http/route.js'
import { wannText, type Antragszeit } from '../domain/antragszeit.js'
import { datum, fehlerAn, type Detail, type Teil } from './page.js'

const Zeit = ({ zeit: { anlass, von, bis } }: { zeit: Antragszeit }): VNode => <p>{anlass}: {wannText(von)} bis {wannText(bis)}</p>

/** From when to when a service can be applied for: what holds now, and the form for a time of one's own. */
export function Antragszeiten({ c, basis, leistung, zustand }: Teil & { leistung: Detail }): VNode {
  const eigene = leistung.antragszeiten
  return (
    <Card level={2} title="Antragszeiten">
      {eigene.length === 0 && leistung.zeitenDesPakets.length === 0 ? <p>Diese Leistung kann man immer beantragen.</p> : null}
      {eigene.map((zeit) => (
        <div key={zeit.id}>
          <Zeit zeit={zeit} />
          <Knopfformular c={c} action={`${basis}/antragszeit-streichen`} felder={{ antragszeitId: zeit.id }}>Antragszeit streichen</Knopfformular>
        </div>
      ))}
      {leistung.zeitenDesPakets.length > 0 ? <p class="sk-meta">{eigene.length > 0 ? 'Gilt gerade nicht, weil Sie eigene Zeiten eingetragen haben. Im Paket steht:' : 'Aus dem Paket:'}</p> : null}
      {leistung.zeitenDesPakets.map((zeit) => <Zeit key={zeit.von.toString()} zeit={zeit} />)}
      <Details summary="Neue Antragszeit" look="plain" open={c.path.endsWith('/antragszeit')}>
        <form method="post" action={`${basis}/antragszeit`} class="sk-form" noValidate>
          <Formularfelder c={c} />
          <TextField name="anlass" label="Anlass" hint="Steht so auf der Seite der Leistung, zum Beispiel: Bürgermeisterwahl am 6. Dezember 2026" maxLength={200} value={wert(zustand.werte, 'anlass')} {...fehlerAn(zustand, 'anlass')} />
          <DateField name="beginn" label="Erster Tag" value={datum(zustand, 'beginn')} {...fehlerAn(zustand, 'beginn')} />
          <TextField name="beginnUhr" label="Uhrzeit am ersten Tag" hint="Zum Beispiel 08:00. Es gilt die deutsche Zeit." width={10} value={wert(zustand.werte, 'beginnUhr')} />
          <DateField name="ende" label="Letzter Tag" value={datum(zustand, 'ende')} {...fehlerAn(zustand, 'ende')} />
          <TextField name="endeUhr" label="Uhrzeit am letzten Tag" hint="Ab dieser Uhrzeit ist geschlossen, auf die Sekunde." width={10} value={wert(zustand.werte, 'endeUhr')} />
          <Button variant="secondary">Antragszeit eintragen</Button>
        </form>
      </Details>
    </Card>
  )
}
