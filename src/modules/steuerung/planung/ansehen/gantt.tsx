import { formatDate } from '../../../../platform/time/index.js'
import { tagAus } from '../domain/tage.js'
import { lage, pfeile, skalaFuer, teilstriche, ZEILE, type Skala, type Zoom } from './geometrie.js'
import type { Planansicht, Planzeile } from './query.js'

const KOPF = 28

/**
 * The plan as bars. Names on the left are links to the entries and say the dates to screen readers; the picture repeats them. With
 * scripts bars can be dragged, or moved with the arrow keys on the name; everything also works by form.
 */
export function Gantt({ ansicht, zoom, heute, pfad }: { ansicht: Planansicht; zoom: Zoom; heute: Temporal.PlainDate; pfad: string }) {
  const skala = skalaFuer(ansicht.zeilen, zoom, heute)
  const striche = teilstriche(skala)
  const gitter = striche.map(({ x }) => `M${x} 0V${skala.hoehe}`).join('')
  const wege = pfeile(ansicht.zeilen, ansicht.abhaengigkeiten, skala)
  const x = skala.x(tagAus(heute) + 1)
  return (
    <div class="gantt" role="region" aria-label="Balkenplan" tabIndex={0} data-gantt="" data-tagesbreite={skala.x(skala.vonTag + 1000) / 1000} data-bearbeiten={ansicht.darf.bearbeiten ? 'ja' : undefined}>
      <div class="gantt__ecke">Nr. und Titel</div>
      <svg class="gantt__skala" width={skala.breite} height={KOPF} aria-hidden="true">
        {striche.map((strich) => <text key={strich.x} x={strich.x + 4} y={18} class={strich.stark ? 'gantt__jahr' : undefined}>{strich.text}</text>)}
        <path d={striche.map((strich) => `M${strich.x} 0V${KOPF}`).join('')} class="gantt__gitter" />
      </svg>
      <ol class="gantt__namen">{ansicht.zeilen.map((zeile) => <Name key={zeile.eintrag.id} zeile={zeile} pfad={pfad} />)}</ol>
      <svg class="gantt__flaeche" width={skala.breite} height={Math.max(skala.hoehe, ZEILE)} aria-hidden="true" focusable="false">
        <defs>
          <pattern id="gantt-kritisch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="gantt__grund" /><rect width="2" height="6" class="gantt__strich" /></pattern>
        </defs>
        <path d={gitter} class="gantt__gitter" />
        <path d={wege.normal} class="gantt__pfeil" /><path d={wege.kritisch} class="gantt__pfeil gantt__pfeil--kritisch" />
        {ansicht.zeilen.map((zeile, i) => <Balken key={zeile.eintrag.id} zeile={zeile} skala={skala} y={i * ZEILE} />)}
        <path d={`M${x} 0V${skala.hoehe}`} class="gantt__heute" />
      </svg>
    </div>
  )
}

const beweglich = ({ eintrag }: Planzeile): boolean => eintrag.art !== 'sammel' && !eintrag.istBeginn && !eintrag.istEnde

function Name({ zeile, pfad }: { zeile: Planzeile; pfad: string }) {
  const { eintrag, termin, tiefe } = zeile
  const bewegen = beweglich(zeile) ? { 'data-id': eintrag.id, 'data-beginn': termin.beginn.toString(), 'data-version': String(eintrag.version) } : {}
  return (
    <li class={`gantt__name gantt__name--${Math.min(tiefe, 4)}${eintrag.art === 'sammel' ? ' gantt__name--sammel' : ''}`}>
      <a href={`${pfad}/eintrag/${eintrag.id}`} title={eintrag.titel} {...bewegen}>
        <span class="gantt__nr">{eintrag.nummer}</span> {termin.kritisch ? <span class="gantt__marke" aria-hidden="true">▲</span> : null}{eintrag.titel}
        <span class="sk-sr-only">, {terminWorte(zeile)}</span>
      </a>
    </li>
  )
}

/** „07.09.2026 bis 11.09.2026, kritisch“ */
export function terminWorte({ eintrag, termin }: Planzeile): string {
  const daten = eintrag.art === 'meilenstein' ? `Meilenstein am ${formatDate(termin.beginn)}` : termin.ende ? `${formatDate(termin.beginn)} bis ${formatDate(termin.ende)}` : `ab ${formatDate(termin.beginn)}, fortlaufend`
  return [daten, ...(eintrag.fortlaufend && termin.ende ? ['danach fortlaufend'] : []), ...(termin.kritisch ? ['kritisch'] : []), ...(termin.fristVerletzt ? ['Frist verletzt'] : []), ...(termin.widerspruch > 0 ? ['fester Termin widerspricht den Vorgängern'] : [])].join(', ')
}

function Balken({ zeile, skala, y }: { zeile: Planzeile; skala: Skala; y: number }) {
  const { eintrag, termin, basis } = zeile
  const { x1, x2 } = lage(zeile, skala)
  const mitte = y + ZEILE / 2
  const art = `gantt__balken${eintrag.art === 'sammel' ? ' gantt__balken--sammel' : ''}${termin.kritisch && eintrag.art !== 'sammel' ? ' gantt__balken--kritisch' : ''}${eintrag.istEnde ? ' gantt__balken--fertig' : ''}`
  const breite = Math.round((x2 - x1) * 10) / 10
  const frist = eintrag.frist ? skala.x(tagAus(eintrag.frist) + 1) : undefined
  return (
    <>
      {basis ? <rect x={skala.x(tagAus(basis.beginn))} y={y + 24} width={Math.max(3, skala.x(tagAus(basis.ende ?? basis.beginn) + 1) - skala.x(tagAus(basis.beginn)))} height={4} class="gantt__basis" /> : null}
      <g class={art} {...(beweglich(zeile) ? { 'data-balken': eintrag.id } : {})}>
        {eintrag.art === 'meilenstein' ? <path d={`M${x1} ${mitte - 9}l9 9-9 9-9-9z`} /> : null}
        {eintrag.art === 'sammel' ? <path d={`M${x1} ${y + 8}H${x2}v10l-5-5H${x1 + 5}l-5 5z`} /> : null}
        {eintrag.art === 'aktivitaet' ? <rect x={x1} y={y + 7} width={breite} height={15} rx={2} /> : null}
        {eintrag.art === 'aktivitaet' && eintrag.fortschritt > 0 ? <rect x={x1} y={y + 18} width={Math.round(breite * eintrag.fortschritt) / 100} height={4} class="gantt__fortschritt" /> : null}
        {eintrag.fortlaufend ? <path d={`M${x2 + 3} ${mitte - 5}l5 5-5 5M${x2 + 9} ${mitte - 5}l5 5-5 5`} class="gantt__weiter" /> : null}
      </g>
      {frist === undefined ? null : <path d={`M${frist} ${y + 4}v24m-4-24h8`} class={termin.fristVerletzt ? 'gantt__frist gantt__frist--verletzt' : 'gantt__frist'} />}
    </>
  )
}
