import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, LinkButton, SelectField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { fehlerAn, fehlerliste, STUFEN, VORGANGSTYPEN } from '../anzeige.js'
import type { Akte } from '../lesen.js'

/** The form for a Vorgang that a person opens by hand. */
export function vorgangAnlegenSeite(c: RequestContext, zustand: Formularzustand, akte: Akte): Reply {
  const w = (name: string) => wert(zustand.werte, name)
  const pfad = `/arbeitsplatz/akten/${akte.id}`
  return arbeitsplatzSeite(c, {
    title: 'Vorgang anlegen', preline: `Akte ${akte.aktenzeichen}`, schmal: true, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: 'Akten', href: '/arbeitsplatz/akten' }, { label: akte.aktenzeichen, href: pfad }, { label: 'Vorgang anlegen' }],
  }, (
    <form method="post" action={`${pfad}/vorgang`} class="sk-form" noValidate>
      <ErrorSummary errors={fehlerliste(zustand)} />
      <Formularfelder c={c} />
      <TextField name="betreff" label="Betreff" value={w('betreff')} {...fehlerAn(zustand, 'betreff')} />
      <SelectField name="typ" label="Art des Vorgangs" value={w('typ') || 'schriftverkehr'} emptyLabel={null} {...fehlerAn(zustand, 'typ')} options={Object.entries(VORGANGSTYPEN).map(([value, label]) => ({ value, label }))} />
      <SelectField name="stufe" label="Schutz" value={w('stufe') || String(akte.stufe)} emptyLabel={null} {...fehlerAn(zustand, 'stufe')}
        options={STUFEN.map((label, stufe) => ({ value: String(stufe), label })).slice(akte.stufe, c.actor.stufe + 1)} />
      <ButtonRow><Button>Vorgang anlegen</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}
