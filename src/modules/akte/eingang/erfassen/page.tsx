import { arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, FileField, Formularfelder, LinkButton, Radios, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import { HOECHSTENS_BYTES } from '../../akten/index.js'

/** The form for what came on paper or was said at the counter. */
export function erfassenSeite(c: RequestContext, zustand: Formularzustand, einheiten: readonly { id: string; name: string; kuerzel: string }[]): Reply {
  const w = (name: string) => wert(zustand.werte, name)
  const fehler = (feld: string) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
  return arbeitsplatzSeite(c, {
    title: 'Eingang erfassen', schmal: true, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: 'Posteingangsbuch', href: '/arbeitsplatz/eingaenge' }, { label: 'Eingang erfassen' }],
  }, (
    <form method="post" action="/arbeitsplatz/eingaenge/neu" class="sk-form" noValidate encType="multipart/form-data">
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))]} />
      <Formularfelder c={c} />
      <Radios name="kanal" label="Wie ist es angekommen?" value={w('kanal') || 'post'} inline options={[{ value: 'post', label: 'Post' }, { value: 'schalter', label: 'Schalter' }, { value: 'email', label: 'E-Mail' }]} />
      <TextField name="absender" label="Absender" value={w('absender')} {...fehler('absender')} />
      <TextField name="betreff" label="Betreff" value={w('betreff')} {...fehler('betreff')} />
      <TextareaField name="notiz" label="Notiz" value={w('notiz')} rows={3} optional {...fehler('notiz')} />
      <SelectField name="einheitId" label="Gleich verteilen an" value={w('einheitId')} emptyLabel="noch nicht verteilen" optional options={einheiten.map(({ id, name, kuerzel }) => ({ value: id, label: `${kuerzel} ${name}` }))} />
      <FileField name="datei" label="Scan oder Dateien" multiple maxBytes={HOECHSTENS_BYTES} optional {...fehler('datei')} />
      <ButtonRow><Button>Eingang erfassen</Button><LinkButton variant="tertiary" href="/arbeitsplatz/eingaenge">Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}
