import type { VNode } from 'preact'
import { DateText, Details, Timeline, type TimelineEntry } from '../../../../design/index.js'
import type { Frist } from '../../../grundlagen/fristen/index.js'
import type { BekanntgabeStatus } from '../../../grundlagen/fristen/index.js'
import type { Nachweisart } from '../db/tables.js'
import type { Sendung } from '../lesen.js'

export const BEKANNTGABE_WORTE: Readonly<Record<BekanntgabeStatus, string>> = {
  BEKANNTGEGEBEN: 'gilt als bekannt gegeben', KEIN_AUSLOESER: 'noch nicht bekannt gegeben', NICHT_ZUGEGANGEN: 'nicht bekannt gegeben: nicht zugegangen', NICHT_ABGERUFEN: 'nicht bekannt gegeben: nicht abgerufen',
  WARTET_AUF_ABRUF: 'wartet auf den Abruf', BEREITSTELLUNG_BEENDET: 'nicht bekannt gegeben: nicht rechtzeitig abgerufen', REGEL_GILT_NICHT: 'die gewählte Regel gilt an diesem Tag nicht',
}

const NACHWEIS_WORTE: Readonly<Record<Nachweisart, string>> = {
  FREIGABE: 'Zum Versand freigegeben', ERSATZWEG: 'Brief statt Postfach', UEBERGABE: 'An das Druckzentrum übergeben', AUFGABE_ZUR_POST: 'Zur Post gegeben', BEREITSTELLUNG: 'Im Postfach bereitgestellt',
  BENACHRICHTIGUNG: 'E-Mail über die neue Nachricht abgesendet', BENACHRICHTIGUNG_GESCHEITERT: 'E-Mail über die neue Nachricht konnte nicht zugestellt werden', ABRUF: 'Zum ersten Mal abgerufen', BEREITSTELLUNG_BEENDET: 'Bereitstellung beendet',
  RUECKLAUF: 'Zurückgekommen', ZUGANG: 'Zugang festgestellt', BESTRITTEN: 'Benachrichtigung bestritten', ANSCHRIFT: 'Anschrift ergänzt',
}

/** The day of announcement with its reason, what it was before, and when the decision is expected to be final (A8-08). */
export function Bekanntgabe({ sendung, frist }: { sendung: Sendung; frist: Frist | undefined }): VNode | null {
  const stand = sendung.staende.at(-1)
  if (!stand) return <p class="kern-body">Formloses Schreiben: Für diese Sendung wird keine Bekanntgabe berechnet.</p>
  const frueher = sendung.staende.slice(0, -1)
  return (
    <>
      <p class="kern-body"><strong>{stand.datum ? <><DateText date={stand.datum} />: </> : null}{BEKANNTGABE_WORTE[stand.status]}</strong>{stand.festgelegt ? ' (von Hand festgelegt)' : ''}</p>
      <p class="kern-body">{stand.begruendung}</p>
      {frist?.status === 'offen' && stand.datum ? (
        <p class="kern-body">Voraussichtlich bestandskräftig ab <strong><DateText date={frist.ende.add({ days: 1 })} /></strong>: Die Rechtsbehelfsfrist endet am <DateText date={frist.ende} />. {frist.begruendung}</p>
      ) : null}
      <p class="sk-meta">Regel {stand.regelVersion ?? stand.regel}{sendung.rechtsbehelf ? `, Belehrung ${sendung.belehrung_version ?? 'fehlt'}` : ''}</p>
      {frueher.length > 0 ? (
        <Details summary={`Frühere Berechnungen (${frueher.length})`}>
          <ul class="kern-list kern-list--bullet">
            {frueher.map((one) => <li key={one.nr}><DateText instant={one.zeitpunkt} /> ({one.anlass}): {one.datum ? <><DateText date={one.datum} />, </> : null}{BEKANNTGABE_WORTE[one.status]}</li>)}
          </ul>
          {(frist?.verlauf.length ?? 0) > 1 ? <p class="kern-body">Rechtsbehelfsfrist bisher: {frist?.verlauf.map((one, index) => <span key={index}>{index > 0 ? ' → ' : ''}{one.was === 'hinfaellig' ? 'entfallen' : <DateText date={one.ende} />}</span>)}</p> : null}
        </Details>
      ) : null}
    </>
  )
}

/** The proofs in order, with the person or the system that made them. */
export function Nachweise({ sendung, namen }: { sendung: Sendung; namen?: ReadonlyMap<string, string> }): VNode {
  const wer = (art: string, id: string) => (art === 'buerger' ? 'Empfängerin oder Empfänger' : namen?.get(id) ?? 'System')
  return (
    <Timeline label="Versandnachweise" entries={sendung.nachweise.map((one): TimelineEntry => ({
      at: one.zeitpunkt, title: NACHWEIS_WORTE[one.art], who: wer(one.akteurArt, one.akteurId), icon: one.art === 'ABRUF' ? 'eye' : one.kanal === 'email' ? 'mail' : 'send',
      children: <>{one.art === 'AUFGABE_ZUR_POST' || one.art === 'RUECKLAUF' ? <p class="kern-body">Tag: <DateText date={one.tag} /></p> : null}{one.bemerkung ? <p class="kern-body">{one.bemerkung}</p> : null}</>,
    }))} />
  )
}
