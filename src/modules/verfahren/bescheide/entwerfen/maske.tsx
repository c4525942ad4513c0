import type { VNode } from 'preact'
import { Alert, Button, ButtonRow, Checkboxes, Details, LinkButton, Radios, TextareaField, TextField } from '../../../../design/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { mehrere, redirect, wert, type Formularzustand, type Werte } from '../../../../platform/http/route.js'
import { findMissingGlyphs } from '../../../../platform/pdf/index.js'
import type { Vorgang } from '../../../akte/akten/index.js'
import type { Maske } from '../../fallbearbeitung/index.js'
import { TEXTFELDER, type Inhalt, type Textfeld } from '../domain/inhalt.js'
import { entwurfSpeichern, zurZeichnungGeben } from './command.js'
import { entwurfLesen } from './query.js'
import type { Vorbelegung } from './vorbelegung.js'

const HINWEISE: Partial<Record<Textfeld, string>> = {
  tenor: 'Was wird entschieden? Absätze trennt eine leere Zeile; Zeilen mit „- “ am Anfang werden eine Liste.',
  nebenbestimmungen: 'Auflagen, Bedingungen, Befristung (§ 36 VwVfG NRW).',
  begruendung: 'Die wesentlichen tatsächlichen und rechtlichen Gründe (§ 39 VwVfG NRW).',
  kosten: 'Betrag, Rechtsgrundlage und wie bezahlt wird.',
}

/** The form of „Bescheid entwerfen“. */
export const entwerfenMaske: Maske = {
  async render(c, aufgabe, vorgang, zustand) {
    const wahl = c.suche.get('bausteine')
    const stand = await c.ask(entwurfLesen, { vorgangId: vorgang.id, ...(wahl === 'genehmigung' || wahl === 'ablehnung' ? { bausteine: wahl } : {}) })
    return <Entwurfsfelder stand={stand} zustand={zustand} pfad={fallpfad(vorgang)} />
  },
  async submit(c, aufgabe, vorgang, werte) {
    const { grundlage, nebenbestimmungen } = await c.ask(entwurfLesen, { vorgangId: vorgang.id })
    const uebernehmen = wert(werte, 'ergebnis') === 'auflagen' ? nebenbestimmungen.filter(({ id }) => mehrere(werte, 'auflage').includes(id)) : []
    if (wert(werte, 'ergebnis') === 'auflagen' && uebernehmen.length === 0) throw new Invalid([{ feld: 'auflage', text: 'Bitte wählen Sie aus, welche Auflagen Sie übernehmen wollen.' }])
    const inhalt = mitAuflagen(inhaltAus(werte, grundlage?.empfaenger.kontoId ?? null), uebernehmen.map(({ text }) => text))
    const fehlend = findMissingGlyphs(inhalt)
    if (fehlend.length > 0) throw new Invalid([{ feld: '', text: `Diese Zeichen können nicht gedruckt werden: ${fehlend.join(' ')}. Bitte ersetzen Sie sie.` }])
    const eingabe = { vorgangId: vorgang.id, aufgabeId: aufgabe.id, inhalt }
    const einmal = c.formToken ? { schluessel: c.formToken } : {}
    if (wert(werte, 'ergebnis') === 'zeichnen') {
      await c.execute(zurZeichnungGeben, eingabe, einmal)
      return undefined
    }
    const { nr } = await c.execute(entwurfSpeichern, eingabe, einmal)
    return redirect(fallpfad(vorgang), { hinweis: uebernehmen.length > 0 ? `Die Auflagen stehen jetzt bei den Nebenbestimmungen (Fassung ${nr}).` : `Der Entwurf ist gespeichert (Fassung ${nr}).` })
  },
}

const fallpfad = (vorgang: Vorgang): string => `/arbeitsplatz/vorgaenge/${encodeURIComponent(vorgang.vorgangsnummer)}`

/** The account comes from the application, not from the form: a decision cannot be sent to a mailbox that somebody typed in. */
function inhaltAus(werte: Werte, kontoId: string | null): Inhalt {
  const text = (name: string) => wert(werte, name).replaceAll('\r\n', '\n').normalize('NFC')
  const kanal = wert(werte, 'kanal') === 'postfach' && kontoId ? 'postfach' : 'post'
  return {
    art: wert(werte, 'art') === 'ablehnung' ? 'ablehnung' : 'genehmigung', betreff: text('betreff'), anrede: text('anrede'), tenor: text('tenor'),
    nebenbestimmungen: text('nebenbestimmungen'), begruendung: text('begruendung'), kosten: text('kosten'),
    versand: { kanal, name: text('name'), anschrift: text('anschrift').split('\n').map((zeile) => zeile.trim()).filter((zeile) => zeile !== ''), kontoId: kanal === 'postfach' ? kontoId : null },
  }
}

/** What other units require, below what stands there; what stands there word by word already is not written again. */
function mitAuflagen(inhalt: Inhalt, texte: readonly string[]): Inhalt {
  const neue = texte.map((text) => text.replaceAll('\r\n', '\n').trim()).filter((text) => text !== '' && !inhalt.nebenbestimmungen.includes(text))
  return neue.length === 0 ? inhalt : { ...inhalt, nebenbestimmungen: [inhalt.nebenbestimmungen, ...neue].filter((text) => text !== '').join('\n\n') }
}

function Entwurfsfelder({ stand, zustand, pfad }: { stand: Vorbelegung; zustand: Formularzustand; pfad: string }): VNode {
  const { inhalt, bescheid, grundlage } = stand
  const eingegeben = Object.keys(zustand.werte).length > 0
  const alt = (name: string, vorher: string) => (eingegeben ? wert(zustand.werte, name) : vorher)
  const fehler = (name: string) => { const one = zustand.fehler.find(({ feld }) => feld === name); return one ? { error: one.text } : {} }
  const zurueckgegeben = bescheid?.zeichnungen.findLast((one) => one.gilt && one.art === 'ZURUECKGEGEBEN')
  const feld = (name: Textfeld, rows: number, optional = false) => (
    <TextareaField name={name} label={TEXTFELDER[name]} rows={rows} value={alt(name, inhalt[name])} maxLength={20_000}
      {...(HINWEISE[name] ? { hint: HINWEISE[name] } : {})} {...(optional ? { optional: true } : {})} {...fehler(name)} />
  )
  return (
    <>
      {zurueckgegeben ? <Alert tone="warning" title="Zurückgegeben mit einer Bitte"><p class="kern-body">{zurueckgegeben.grund}</p></Alert> : null}
      {grundlage && !grundlage.rechtsbehelf ? <Alert tone="warning" title="Zu dieser Leistung ist kein Rechtsbehelf hinterlegt"><p class="kern-body">Der Bescheid geht ohne Belehrung hinaus; dann läuft die Frist ein Jahr.</p></Alert> : null}
      <Radios name="art" label="Wie wird entschieden?" value={alt('art', inhalt.art)} {...fehler('art')} inline options={[{ value: 'genehmigung', label: 'Der Antrag wird genehmigt' }, { value: 'ablehnung', label: 'Der Antrag wird abgelehnt' }]} />
      <Details summary="Textbausteine neu laden">
        <p class="kern-body">Das ersetzt die Texte unten durch die Bausteine der Leistung, gefüllt mit den Angaben aus dem Antrag. Gespeicherte Fassungen bleiben erhalten.</p>
        <p class="kern-body"><a class="kern-link" href={`${pfad}?bausteine=genehmigung`}>Bausteine für die Genehmigung</a> · <a class="kern-link" href={`${pfad}?bausteine=ablehnung`}>Bausteine für die Ablehnung</a></p>
      </Details>
      <TextField name="betreff" label={TEXTFELDER.betreff} value={alt('betreff', inhalt.betreff)} maxLength={300} {...fehler('betreff')} />
      <TextField name="anrede" label={TEXTFELDER.anrede} value={alt('anrede', inhalt.anrede)} maxLength={300} {...fehler('anrede')} />
      {feld('tenor', 6)}{feld('nebenbestimmungen', 4, true)}
      {stand.nebenbestimmungen.length > 0 ? <Auflagen stand={stand} {...fehler('auflage')} /> : null}
      {feld('begruendung', 8, true)}{feld('kosten', 3, true)}
      <Radios name="kanal" label="Wie wird der Bescheid bekannt gegeben?" value={alt('kanal', inhalt.versand.kanal)}
        hint={grundlage?.zustellung === 'postfach' ? 'Die Person hat sich für das Postfach entschieden.' : 'Die Person möchte einen Brief.'}
        options={[
          { value: 'postfach', label: 'Im Postfach', ...(grundlage?.empfaenger.kontoId && grundlage.zustellung === 'postfach' ? {} : { disabled: true, hint: 'Nicht möglich: Die Person hat kein Konto oder hat die elektronische Bekanntgabe ausgeschlossen.' }) },
          { value: 'post', label: 'Als Brief' },
        ]} />
      <TextField name="name" label="Empfängerin oder Empfänger" value={alt('name', inhalt.versand.name)} maxLength={300} {...fehler('name')} />
      <TextareaField name="anschrift" label="Anschrift" hint="Für den Brief: Straße und Hausnummer, dann Postleitzahl und Ort." rows={3} optional value={alt('anschrift', inhalt.versand.anschrift.join('\n'))} {...fehler('anschrift')} />
      <ButtonRow>
        <Button name="ergebnis" value="zeichnen">Zur Zeichnung geben</Button>
        <Button name="ergebnis" value="speichern" variant="secondary">Speichern</Button>
        {bescheid ? <LinkButton href={`/arbeitsplatz/bescheide/${bescheid.id}`} variant="tertiary">Vorschau der gespeicherten Fassung</LinkButton> : null}
      </ButtonRow>
    </>
  )
}

/** What other units require, to be taken over with one button; open while the text does not yet contain it. */
function Auflagen({ stand: { nebenbestimmungen, inhalt }, error }: { stand: Vorbelegung; error?: string }): VNode {
  const fehlt = nebenbestimmungen.filter(({ text }) => !inhalt.nebenbestimmungen.includes(text.trim()))
  return (
    <Details summary={fehlt.length > 0 ? `Auflagen aus Stellungnahmen (${fehlt.length} noch nicht übernommen)` : 'Auflagen aus Stellungnahmen (alle übernommen)'} open={fehlt.length > 0 || error !== undefined}>
      <Checkboxes name="auflage" label="Diese Auflagen verlangen andere Stellen" optional values={fehlt.map(({ id }) => id)} {...(error ? { error } : {})}
        options={nebenbestimmungen.map(({ id, herkunft, text }) => ({ value: id, label: herkunft, hint: <span class="sk-prewrap">{text}</span> }))} />
      <Button name="ergebnis" value="auflagen" variant="secondary" small>In die Nebenbestimmungen übernehmen</Button>
    </Details>
  )
}
