import type { VNode } from 'preact'
import { Alert, Checkboxes, Details, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { isUuid } from '../../../../platform/database/database.js'
import { mehrere, wert, type Formularzustand, type Werte } from '../../../../platform/http/route.js'
import { DOKUMENTTYPEN, inWorten } from '../../../akte/akten/index.js'
import type { Beteiligungsvorschlag } from './query.js'

const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => {
  const text = fehler.filter((einer) => einer.feld === feld).map((einer) => einer.text).join(' ')
  return text ? { error: text } : {}
}

/** The fields for asking other units: filled by the rule of the service, changed by the clerk. */
export function BeteiligenFelder({ stand, zustand, today, ebene }: { stand: Beteiligungsvorschlag; zustand: Formularzustand; today: Temporal.PlainDate; ebene: 2 | 3 }): VNode {
  const eingegeben = Object.keys(zustand.werte).length > 0
  const gewaehlt = (name: string, vorgabe: readonly string[]) => (eingegeben ? mehrere(zustand.werte, name) : vorgabe)
  const w = (name: string, vorgabe = '') => (eingegeben ? wert(zustand.werte, name) : vorgabe)
  const { stellen, weitere, angaben, dokumente } = stand
  return (
    <>
      {stellen.length > 0 ? (
        <Checkboxes name="stellen" label="Wen wollen Sie beteiligen?" values={gewaehlt('stellen', stellen.map(({ einheit }) => einheit.id))} {...fehlerAn(zustand, 'stellen')}
          options={stellen.map(({ einheit, frage }) => ({ value: einheit.id, label: einheit.name, hint: frage }))} />
      ) : null}
      <SelectField name={stellen.length > 0 ? 'weitere' : 'stellen'} label={stellen.length > 0 ? 'Eine weitere Stelle' : 'Wen wollen Sie beteiligen?'} optional={stellen.length > 0}
        value={w(stellen.length > 0 ? 'weitere' : 'stellen')} options={weitere.map(({ id, kuerzel, name }) => ({ value: id, label: `${kuerzel} ${name}` }))}
        {...fehlerAn(zustand, stellen.length > 0 ? 'weitere' : 'stellen')} />
      <TextareaField name="frage" label="Was sollen die Stellen prüfen?" optional={stellen.length > 0} rows={4} maxLength={3000} value={w('frage')} {...fehlerAn(zustand, 'frage')}
        hint={stellen.length > 0 ? 'Kommt zu der Frage hinzu, die oben bei jeder Stelle steht. Für eine weitere Stelle nötig.' : 'Alle gewählten Stellen lesen diesen Text.'} />
      <TextField name="frist" type="date" label="Stellungnahme bis" width={10} value={w('frist', today.add({ days: stand.tage }).toString())} {...fehlerAn(zustand, 'frist')} />
      {angaben.length > 0 ? (
        <Details summary="Diese Angaben aus dem Antrag sehen die Stellen" open={Boolean(fehlerAn(zustand, 'felder').error)}>
          <Checkboxes name="felder" label="Angaben, die die Stellen brauchen" hint="Nur was zum Prüfen nötig ist. Name und Anschrift meistens nicht." optional
            values={gewaehlt('felder', angaben.filter(({ vorgeschlagen }) => vorgeschlagen).map(({ feld }) => feld))} {...fehlerAn(zustand, 'felder')}
            options={angaben.map(({ feld, label, wert: antwort }) => ({ value: feld, label, hint: antwort }))} />
        </Details>
      ) : null}
      {dokumente.length > 0 ? (
        <Details summary="Diese Dokumente sehen die Stellen" open={Boolean(fehlerAn(zustand, 'dokumente').error)}>
          <Checkboxes name="dokumente" label="Dokumente, die die Stellen brauchen" optional values={gewaehlt('dokumente', dokumente.filter(({ vorgeschlagen }) => vorgeschlagen).map(({ id }) => id))}
            {...fehlerAn(zustand, 'dokumente')} options={dokumente.map(({ id, betreff, typ }) => ({ value: id, label: betreff, hint: inWorten(DOKUMENTTYPEN, typ) }))} />
        </Details>
      ) : null}
      <Alert level={ebene} title="Was die Stellen sehen"><p>Nur Ihre Frage, die gewählten Angaben und Dokumente. Sobald eine Stelle geantwortet hat oder entschieden ist, sieht sie auch das nicht mehr.</p></Alert>
    </>
  )
}

/** What was posted, for the command; a text that is too long or an id that is none is refused there. */
export function beteiligenEingabe(werte: Werte, stand: Beteiligungsvorschlag) {
  const zusatz = wert(werte, 'frage')
  const gewaehlt = [...mehrere(werte, 'stellen'), wert(werte, 'weitere')].filter(isUuid)
  return {
    stellen: gewaehlt.map((einheitId) => ({ einheitId, frage: [stand.stellen.find(({ einheit }) => einheit.id === einheitId)?.frage ?? '', zusatz].filter(Boolean).join('\n\n') })),
    felder: mehrere(werte, 'felder').filter((feld) => stand.angaben.some((angabe) => angabe.feld === feld)), dokumentIds: mehrere(werte, 'dokumente').filter(isUuid), frist: wert(werte, 'frist'),
  }
}
