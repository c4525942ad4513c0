import { Button, ButtonRow, NumberField, Radios, SelectField, TextareaField, TextField, EuroField } from '../../../design/index.js'
import { wert, type Formularzustand, type RequestContext, type Werte } from '../../../platform/http/route.js'
import type { Aufgabe } from '../../grundlagen/aufgaben/index.js'
import { registerMaske, type Maske } from '../../verfahren/fallbearbeitung/index.js'
import { beteiligungFesthalten } from './beteiligung/command.js'
import type { Gateergebnis } from './db/tables.js'
import { laengeVon, STAMMBLATT, STAMMBLATTFELDER, STELLEN, type Stelle } from './domain/stammblatt.js'
import { gateEntscheiden } from './gate/command.js'
import { projektantragAmFall } from './uebersicht/query.js'
import { stammblattAusfuellen } from './stammblatt/command.js'

const einmal = (c: RequestContext) => (c.formToken ? { schluessel: c.formToken } : {})
const an = ({ fehler }: Formularzustand, feld: string) => { const treffer = fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }

const stammblatt: Maske = {
  async render(c, _aufgabe, vorgang, zustand) {
    const bisher = (await c.ask(projektantragAmFall, { vorgangId: vorgang.id }))?.antrag.stammblatt ?? {}
    const w = (feld: string) => (Object.keys(zustand.werte).length > 0 ? wert(zustand.werte, feld) : bisher[feld] ?? '')
    return (
      <>
        {STAMMBLATTFELDER.map((feld) => {
          const angabe = STAMMBLATT[feld] as { titel: string; noetig?: boolean; hinweis?: string; art?: string }
          const props = { name: feld, label: angabe.titel, value: w(feld), optional: !angabe.noetig, ...(angabe.hinweis ? { hint: angabe.hinweis } : {}), ...an(zustand, feld) }
          if (angabe.art === 'betrag') return <EuroField key={feld} {...props} width={10} />
          if (angabe.art === 'vzae') return <NumberField key={feld} {...props} decimals width={6} />
          if (angabe.art === 'prioritaet') return <SelectField key={feld} {...props} emptyLabel="nicht angegeben" options={['hoch', 'mittel', 'niedrig'].map((value) => ({ value, label: value }))} />
          return feld === 'verantwortlich' ? <TextField key={feld} {...props} maxLength={laengeVon(feld)} /> : <TextareaField key={feld} {...props} rows={3} maxLength={laengeVon(feld)} />
        })}
        <ButtonRow><Button>Stammblatt weitergeben</Button></ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, _vorgang, werte) {
    await c.execute(stammblattAusfuellen, { aufgabeId: aufgabe.id, felder: Object.fromEntries(STAMMBLATTFELDER.map((feld) => [feld, wert(werte, feld)])) }, einmal(c))
  },
}

const beteiligung: Maske = {
  async render(c, _aufgabe, vorgang, zustand) {
    const bisher = new Map(((await c.ask(projektantragAmFall, { vorgangId: vorgang.id }))?.beteiligungen ?? []).map((eine) => [eine.stelle, eine]))
    const neu = Object.keys(zustand.werte).length === 0
    return (
      <>
        {(Object.keys(STELLEN) as Stelle[]).map((stelle) => {
          const alt = bisher.get(stelle)
          return (
            <div key={stelle}>
              <Radios name={`${stelle}.art`} label={STELLEN[stelle]} inline value={neu ? (alt ? (alt.beteiligtAm ? 'beteiligt' : 'nicht') : '') : wert(zustand.werte, `${stelle}.art`)} options={[{ value: 'beteiligt', label: 'beteiligt' }, { value: 'nicht', label: 'nicht erforderlich' }]} {...an(zustand, `${stelle}.art`)} />
              <TextField name={`${stelle}.am`} type="date" label={`${STELLEN[stelle]}: beteiligt am`} optional width={10} value={neu ? alt?.beteiligtAm?.toString() ?? '' : wert(zustand.werte, `${stelle}.am`)} {...an(zustand, `${stelle}.am`)} />
              <TextField name={`${stelle}.text`} label={`${STELLEN[stelle]}: Ergebnis, oder warum nicht erforderlich`} optional maxLength={2000} value={neu ? alt?.text ?? '' : wert(zustand.werte, `${stelle}.text`)} {...an(zustand, `${stelle}.text`)} />
            </div>
          )
        })}
        <ButtonRow><Button>Beteiligung festhalten</Button></ButtonRow>
      </>
    )
  },
  async submit(c, aufgabe, _vorgang, werte) {
    const angabe = (stelle: Stelle) => ({ art: wert(werte, `${stelle}.art`), am: wert(werte, `${stelle}.am`), text: wert(werte, `${stelle}.text`) })
    await c.execute(beteiligungFesthalten, { aufgabeId: aufgabe.id, stellen: { personalrat: angabe('personalrat'), gleichstellung: angabe('gleichstellung'), schwerbehindertenvertretung: angabe('schwerbehindertenvertretung'), datenschutz: angabe('datenschutz') } }, einmal(c))
  },
}

const gate: Maske = {
  async render(_c, aufgabe, _vorgang, zustand) {
    const w = (feld: string) => ({ value: wert(zustand.werte, feld), ...an(zustand, feld) })
    return (
      <>
        <TextareaField name="auflagen" label="Auflagen" hint="Nötig, wenn Sie mit Auflagen zustimmen." optional rows={3} maxLength={4000} {...w('auflagen')} />
        <TextareaField name="grund" label="Grund" hint="Nötig, wenn Sie zurückstellen, ablehnen oder überarbeiten lassen. Wer die Idee hatte, liest ihn." optional rows={3} maxLength={4000} {...w('grund')} />
        <TextField name="wiedervorlageAm" type="date" label="Wieder vorlegen am" hint="Nötig, wenn Sie zurückstellen." optional width={10} {...w('wiedervorlageAm')} />
        <ButtonRow>{aufgabe.ergebnisse.map(({ wert: value, text }, index) => <Button key={value} name="ergebnis" value={value} variant={index === 0 ? 'primary' : 'secondary'}>{text}</Button>)}</ButtonRow>
      </>
    )
  },
  async submit(c: RequestContext, aufgabe: Aufgabe, _vorgang, werte: Werte) {
    const tag = wert(werte, 'wiedervorlageAm')
    await c.execute(gateEntscheiden, { aufgabeId: aufgabe.id, ergebnis: wert(werte, 'ergebnis') as Gateergebnis, auflagen: wert(werte, 'auflagen'), grund: wert(werte, 'grund'), wiedervorlageAm: /^\d{4}-\d{2}-\d{2}$/.test(tag) ? tag : '' }, einmal(c))
  },
}

export function registriereMasken(): void {
  registerMaske('projektantrag.stammblatt', stammblatt)
  registerMaske('projektantrag.beteiligung', beteiligung)
  registerMaske('projektantrag.gate', gate)
}
