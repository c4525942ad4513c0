import { Alert, arbeitsplatzSeite, Button, ButtonRow, CheckboxField, ErrorSummary, FieldRow, Fieldset, Formularfelder, HiddenFields, LinkButton, NumberField, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import { EINTRAGSARTEN } from '../domain/plan.js'
import { FELDER, LAENGEN, type Felder } from '../domain/felder.js'
import type { Planangaben } from '../plan.js'
import type { Feldkonflikt } from './vorschau.js'

export interface Eintragsformular {
  readonly plan: Planangaben
  /** undefined: a new entry. */
  readonly eintragId?: string
  readonly nummer?: number
  readonly version: number
  readonly werte: Felder
  readonly sammel: readonly { readonly id: string; readonly titel: string }[]
  readonly personen: readonly { readonly id: string; readonly name: string }[]
  readonly darfBearbeiten: boolean
  readonly zuletzt?: { readonly wer: string; readonly wann: string }
  readonly wartetAuf: readonly string[]
}

/** One entry of a plan: what it is, how long it takes, which dates are given. */
export function eintragSeite(c: RequestContext, f: Eintragsformular, zustand: Pick<Formularzustand, 'fehler' | 'meldung'>, konflikte: readonly Feldkonflikt[] = []): Reply {
  const pfad = `/arbeitsplatz/planung/${f.plan.id}`
  const titel = f.eintragId ? f.werte.titel || 'Eintrag' : 'Neuer Eintrag'
  return arbeitsplatzSeite(c, {
    title: titel, schmal: true, preline: f.eintragId ? `Eintrag ${f.nummer} · ${f.plan.titel}` : f.plan.titel, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung) || konflikte.length > 0,
    ...(konflikte.length > 0 ? { status: 409 } : {}), breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: f.plan.titel, href: pfad }, { label: titel }],
    ...(f.zuletzt ? { meta: <span>zuletzt geändert von {f.zuletzt.wer}, {f.zuletzt.wann}</span> } : {}),
  }, (
    <div class="sk-stack">
      {konflikte.length > 0 ? <Konflikt konflikte={konflikte} wer={f.zuletzt?.wer} /> : null}
      <ErrorSummary errors={[...(zustand.meldung ? [{ text: zustand.meldung }] : []), ...zustand.fehler.map(({ feld, text }) => (feld in FELDER ? { field: feld, text } : { text }))]} />
      {f.wartetAuf.length > 0 ? <Alert title="Abhängigkeiten"><ul>{f.wartetAuf.map((satz) => <li key={satz}>{satz}</li>)}</ul><p><a href={`${pfad}/abhaengigkeiten`}>Abhängigkeiten bearbeiten</a></p></Alert> : null}
      <form method="post" action={f.eintragId ? `${pfad}/eintrag/${f.eintragId}` : `${pfad}/eintrag/neu`} class="sk-form" noValidate data-unsaved="">
        <Formularfelder c={c} />
        <HiddenFields values={{ version: String(f.version) }} />
        <Inhalt f={f} fehler={(feld) => { const text = zustand.fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }} />
        {f.darfBearbeiten ? <ButtonRow><Button>Weiter: Auswirkungen ansehen</Button><LinkButton variant="tertiary" href={pfad}>Abbrechen</LinkButton></ButtonRow> : null}
      </form>
      {f.darfBearbeiten && f.eintragId
        ? <form method="post" action={`${pfad}/eintrag/${f.eintragId}/entfernen`} class="sk-button-form"><Formularfelder c={c} /><Button variant="danger" small icon="trash">Aus dem Plan nehmen</Button></form> : null}
    </div>
  ))
}

function Konflikt({ konflikte, wer }: { konflikte: readonly Feldkonflikt[]; wer: string | undefined }) {
  return (
    <Alert tone="warning" live="alert" title="Jemand hat dasselbe geändert">
      <p>{wer ?? 'Eine andere Person'} hat inzwischen dieselben Felder geändert. Im Formular stehen Ihre Angaben. Wenn Sie noch einmal speichern, gelten Ihre Angaben; nichts ist bisher verloren.</p>
      <ul>{konflikte.map(({ feld, titel, eigener, anderer }) => <li key={feld}><strong>{titel}</strong>: Ihre Angabe „{eigener || 'leer'}“, inzwischen gespeichert „{anderer || 'leer'}“</li>)}</ul>
    </Alert>
  )
}

function Inhalt({ f, fehler }: { f: Eintragsformular; fehler: (feld: string) => { error?: string } }) {
  const w = f.werte
  const datum = (name: keyof Felder, label: string, hint?: string) => <TextField name={name} label={label} value={w[name]} width={10} optional {...(hint ? { hint } : {})} {...fehler(name)} />
  return (
    <>
      <TextField name="titel" label="Titel" value={w.titel} {...fehler('titel')} />
      <FieldRow>
        <SelectField name="art" label="Art" value={w.art} emptyLabel={null} options={Object.entries(EINTRAGSARTEN).map(([value, label]) => ({ value, label }))} {...fehler('art')} />
        <SelectField name="oberId" label="Gehört zu" value={w.oberId} emptyLabel="steht für sich" optional options={f.sammel.map(({ id, titel }) => ({ value: id, label: titel }))} {...fehler('oberId')} />
      </FieldRow>
      <Fieldset id="dauer-gruppe" legend="Dauer" hint="Nur für Aktivitäten. Meilensteine haben keine Dauer; ein Sammeleintrag reicht vom ersten bis zum letzten Eintrag darunter.">
        <FieldRow>
          <NumberField name="dauer" label="Dauer" value={w.dauer} optional {...fehler('dauer')} />
          <SelectField name="einheit" label="Einheit" value={w.einheit} emptyLabel={null} options={[{ value: 'tage', label: 'Arbeitstage' }, { value: 'monate', label: 'Monate' }]} {...fehler('einheit')} />
        </FieldRow>
        <CheckboxField name="fortlaufend" value="ja" label="fortlaufend" checked={w.fortlaufend === 'ja'} hint="Läuft nach der Dauer weiter, oder von Anfang an, wenn keine Dauer angegeben ist. Gilt nie als überfällig." />
      </Fieldset>
      <Fieldset id="termine-gruppe" legend="Vorgegebene Termine" hint="Alles freiwillig: Ohne Angaben ergibt sich der Termin aus dem, worauf der Eintrag wartet. Zum Beispiel 22.11.2026.">
        <FieldRow>{datum('nichtVor', 'Nicht vor')}{datum('fest', 'Fester Termin', 'Beginn, bei einem Meilenstein der Tag selbst')}{datum('frist', 'Frist', 'spätestens fertig')}</FieldRow>
        <FieldRow>{datum('istBeginn', 'Tatsächlich begonnen')}{datum('istEnde', 'Tatsächlich beendet')}<NumberField name="fortschritt" label="Fortschritt" value={w.fortschritt} suffix="%" optional {...fehler('fortschritt')} /></FieldRow>
      </Fieldset>
      <FieldRow>
        <SelectField name="verantwortlichId" label="Verantwortlich" value={w.verantwortlichId} emptyLabel="noch niemand" optional options={f.personen.map(({ id, name }) => ({ value: id, label: name }))} {...fehler('verantwortlichId')} />
        <TextField name="phase" label="Phase" value={w.phase} optional maxLength={LAENGEN.phase} {...fehler('phase')} />
      </FieldRow>
      <TextareaField name="notiz" label="Notiz" value={w.notiz} rows={3} maxLength={LAENGEN.notiz} optional {...fehler('notiz')} />
      <HiddenFields values={{ objektId: w.objektId }} />
    </>
  )
}
