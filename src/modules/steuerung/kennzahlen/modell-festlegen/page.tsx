import {
  arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, Formularfelder, HiddenFields, LinkButton, TextareaField,
  TextField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { felderVon, meldungenVon } from '../anzeige.js'
import { alsModelltext, type Modellinhalt } from '../domain/modell.js'
import type { Modell } from '../modelle.js'
import { modellPfad, PFAD } from '../pfade.js'

const BEISPIEL: Modellinhalt = {
  name: 'Reifegrad der Organisation',
  gegenstand: 'Wie weit die Verwaltung insgesamt für die Digitalisierung aufgestellt ist',
  stufen: [
    { schluessel: 'rot', name: 'Rot', farbe: 'rot' }, { schluessel: 'orange', name: 'Orange', farbe: 'orange' },
    { schluessel: 'gruen', name: 'Grün', farbe: 'gruen' },
  ],
  ebenen: [{ schluessel: 'strategie', name: 'Strategie', bausteine: [{
    schluessel: 'zielbild', name: 'Zielbild',
    kriterien: {
      rot: 'Es gibt kein Zielbild.', orange: 'Ein Entwurf liegt vor.', gruen: 'Das Zielbild ist beschlossen.',
    }
  }] }],
}

/** A model as text: new, or the next version of one. */
export function modellFormularPage(c: RequestContext, modell: Modell | undefined, zustand: Formularzustand): Reply {
  const title = modell ? 'Reifegradmodell ändern' : 'Reifegradmodell festlegen'
  const zurueck = modell ? modellPfad(modell.id) : `${PFAD}/reifegrade`
  const feld = felderVon(
    zustand, { kennung: '', nummer: String(modell?.nummer ?? 0), text: alsModelltext(modell?.inhalt ?? BEISPIEL) }
  )
  return arbeitsplatzSeite(c, {
    title, ...(modell ? { preline: modell.inhalt.name } : {}), hasErrors: zustand.fehler.length > 0,
    breadcrumb: [
      { label: 'Kennzahlen', href: PFAD }, { label: 'Reifegradmodelle', href: `${PFAD}/reifegrade` }, { label: title },
    ]
  }, (
    <>
      <ErrorSummary errors={meldungenVon(zustand)} />
      <p>Ein Modell nennt, was bewertet wird, seine Stufen von der schlechtesten zur besten,
      und zu jedem Baustein für jede Stufe, woran man sie erkennt. Frühere Bewertungen behalten die Fassung,
      nach der sie entstanden sind.</p>
      <form method="post" action={modell ? `${zurueck}/aendern` : `${PFAD}/reifegrade/neu`} class="sk-form" noValidate
        data-unsaved-guard="">
        <Formularfelder c={c} /><HiddenFields values={{ nummer: feld('nummer').value }} />
        {modell ? null : <TextField label="Kennung" maxLength={60} width={20}
          hint="Kurz, aus Kleinbuchstaben, Ziffern und Bindestrich" {...feld('kennung')}/>}
        <TextareaField label="Modell (YAML)" rows={24}
          hint="Farben: rot, orange, gruen oder grau. Die Schlüssel der Bausteine bleiben gleich, damit sich Jahre vergleichen lassen."
          {...feld('text')} />
        <ButtonRow>
          <Button>Speichern</Button><LinkButton variant="tertiary" href={zurueck}>Abbrechen</LinkButton>
        </ButtonRow>
      </form>
    </>
  ))
}
