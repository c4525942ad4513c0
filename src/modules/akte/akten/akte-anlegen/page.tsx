import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, SelectField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { Aktenplaneinheit } from '../../aktenplan/index.js'
import { fehlerAn, fehlerliste, MEDIEN, STUFEN } from '../anzeige.js'


/** The form for a new Akte: only valid leaves of the file plan and the person's own units are offered (C1-01). */
export function akteAnlegenSeite(c: RequestContext, zustand: Formularzustand, plan: readonly Aktenplaneinheit[], einheiten: readonly { id: string; name: string }[]): Reply {
  const w = (name: string) => wert(zustand.werte, name)
  return arbeitsplatzSeite(c, {
    title: 'Akte anlegen', schmal: true, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Akten', href: '/arbeitsplatz/akten' }, { label: 'Akte anlegen' }],
  }, (
    <form method="post" action="/arbeitsplatz/akten/neu" class="sk-form" noValidate>
      <ErrorSummary errors={fehlerliste(zustand)} />
      <Formularfelder c={c} />
      <SelectField name="aktenplaneinheit" label="Aktenplaneinheit" value={w('aktenplaneinheit')} {...fehlerAn(zustand, 'aktenplaneinheit')} hint="Bestimmt das Aktenzeichen und wie lange die Akte aufbewahrt wird."
        options={plan.map(({ kennzeichen, bezeichnung }) => ({ value: kennzeichen, label: `${kennzeichen} ${bezeichnung}` }))} />
      <TextField name="betreff" label="Betreff" value={w('betreff')} {...fehlerAn(zustand, 'betreff')} hint="Worum es geht, möglichst ohne Namen von Personen." />
      <SelectField name="einheitId" label="Aktenführende Einheit" value={w('einheitId') || (einheiten.length === 1 ? einheiten[0]?.id ?? '' : '')} {...fehlerAn(zustand, 'einheitId')} options={einheiten.map(({ id, name }) => ({ value: id, label: name }))} />
      <SelectField name="stufe" label="Schutz" value={w('stufe') || '0'} emptyLabel={null} {...fehlerAn(zustand, 'stufe')} options={STUFEN.slice(0, c.actor.stufe + 1).map((label, stufe) => ({ value: String(stufe), label }))} />
      <SelectField name="medium" label="Medium" value={w('medium') || '001'} emptyLabel={null} {...fehlerAn(zustand, 'medium')} options={Object.entries(MEDIEN).map(([value, label]) => ({ value, label }))} />
      <TextField name="standort" label="Standort des Papierteils" value={w('standort')} {...fehlerAn(zustand, 'standort')} hint="Nur wenn es einen Papierteil gibt, zum Beispiel: Altregistratur, Raum 012" optional />
      <ButtonRow><Button>Akte anlegen</Button><LinkButton variant="tertiary" href="/arbeitsplatz/akten">Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}
