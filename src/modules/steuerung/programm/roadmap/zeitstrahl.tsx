import type { VNode } from 'preact'
import { formatDate } from '../../../../design/index.js'
import { STATUS } from '../domain/status.js'
import type { Eintrag } from './query.js'

const BREITE = 1000
const SPALTE = 380
const ZEILE = 34
const KOPF = 44

/** What is going on stands out; what was stopped steps back. */
const STAERKE = { laufend: 1, abgeschlossen: 0.75, geplant: 0.5, zurueckgestellt: 0.25, abgebrochen: 0.25 } as const

/** Beginning, end and how much is open of one bar, in parts of the whole span. */
interface Balken { readonly eintrag: Eintrag; readonly von: number; readonly bis: number; readonly offen: boolean }

const tageSeit = (jahr: number, tag: Temporal.PlainDate) => Temporal.PlainDate.from({ year: jahr, month: 1, day: 1 }).until(tag, { largestUnit: 'day' }).days

/** The bars between the first and the last year; what has no released beginning or end is in the list only. */
function balken(eintraege: readonly Eintrag[], erstes: number, letztes: number): Balken[] {
  const gesamt = tageSeit(erstes, Temporal.PlainDate.from({ year: letztes + 1, month: 1, day: 1 }))
  return eintraege.flatMap((eintrag) => {
    const { zeitraum } = eintrag
    if (!zeitraum || (zeitraum.beginn === null && zeitraum.ende === null)) return []
    const offen = zeitraum.fortlaufend && zeitraum.ende === null
    const von = zeitraum.beginn ? tageSeit(erstes, zeitraum.beginn) / gesamt : 0
    const bis = zeitraum.ende ? (tageSeit(erstes, zeitraum.ende) + 1) / gesamt : offen ? 1 : von
    const [a, b] = [Math.min(1, Math.max(0, von)), Math.min(1, Math.max(0, bis))]
    return b > a || (von >= 0 && von <= 1) ? [{ eintrag, von: a, bis: Math.max(b, a + 0.004), offen }] : []
  })
}

const kurz = (text: string) => (text.length > 46 ? `${text.slice(0, 44)}…` : text)

/**
 * The Roadmap as bars over years. A picture for those who see it: each bar carries its words as a title, and the list below says
 * the same to everybody, so that no information is in shape or colour alone. Scrolls sideways on narrow screens.
 */
export function Zeitstrahl({ eintraege, jahre, heute }: { eintraege: readonly Eintrag[]; jahre: readonly number[]; heute: Temporal.PlainDate }): VNode | null {
  const [erstes, letztes] = [jahre[0], jahre.at(-1)]
  if (erstes === undefined || letztes === undefined) return null
  const alle = balken(eintraege, erstes, letztes)
  if (alle.length === 0) return null
  const hoehe = KOPF + alle.length * ZEILE + 8
  const x = (teil: number) => SPALTE + teil * (BREITE - SPALTE - 10)
  const stand = tageSeit(erstes, heute) / tageSeit(erstes, Temporal.PlainDate.from({ year: letztes + 1, month: 1, day: 1 }))
  return (
    <figure class="sk-chart">
      <figcaption class="sk-chart__caption"><strong>Zeitstrahl</strong><span class="sk-chart__summary">{alle.length} von {eintraege.length} Vorhaben mit veröffentlichten Terminen, {erstes} bis {letztes}. Dieselben Angaben stehen darunter als Liste.</span></figcaption>
      <div class="sk-scroll sk-bars" tabIndex={0} role="region" aria-label="Zeitstrahl, seitlich rollbar">
        <svg viewBox={`0 0 ${BREITE} ${hoehe}`} width={BREITE} height={hoehe} aria-hidden="true" focusable="false">
          {jahre.map((jahr, index) => (
            <g key={jahr}>
              <line class="sk-chart__grid" x1={x(index / jahre.length)} x2={x(index / jahre.length)} y1="4" y2={hoehe - 4} />
              <text class="sk-chart__text" x={x((index + 0.5) / jahre.length)} y="16" text-anchor="middle">{jahr}</text>
            </g>
          ))}
          {alle.map(({ eintrag, von, bis, offen }, index) => (
            <g key={eintrag.id}>
              <title>{`${eintrag.name}: ${eintrag.status ? `${STATUS[eintrag.status].wort}, ` : ''}${eintrag.zeitraum?.beginn ? formatDate(eintrag.zeitraum.beginn) : ''} bis ${eintrag.zeitraum?.ende ? formatDate(eintrag.zeitraum.ende) : 'auf Weiteres'}`}</title>
              <text class="sk-chart__text sk-chart__text--value" x="4" y={KOPF + index * ZEILE + 21}>{kurz(eintrag.name)}</text>
              <rect class="sk-chart__bar" x={x(von)} y={KOPF + index * ZEILE + 6} width={Math.max(4, x(bis) - x(von))} height={ZEILE - 14} rx="3" opacity={eintrag.status ? STAERKE[eintrag.status] : 0.6} />
              {offen ? <text class="sk-chart__text" x={x(bis) - 4} y={KOPF + index * ZEILE + 21} text-anchor="end">→</text> : null}
            </g>
          ))}
          {stand >= 0 && stand <= 1 ? <g><line class="sk-chart__goal" x1={x(stand)} x2={x(stand)} y1="38" y2={hoehe - 4} /><text class="sk-chart__text sk-chart__text--goal" x={x(stand)} y="34" text-anchor="middle">heute</text></g> : null}
        </svg>
      </div>
    </figure>
  )
}
