import type { VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Button, ButtonRow, Card, DateText, DescriptionList, Details, EmptyState, ErrorSummary,
  Formularfelder, HiddenFields, LineChart, LinkButton, SelectField, Table, TextareaField,
} from '../../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../../platform/http/route.js'
import type { Kennzahlquelle } from '../../../../platform/kennzahlquelle.js'
import { formatDate } from '../../../../platform/time/index.js'
import { steckbriefPfad } from '../../programm/index.js'
import { felderVon, meldungenVon, Nachweis, Statusmarke } from '../anzeige.js'
import { RICHTUNGEN, type Messung } from '../domain/kennzahl.js'
import { alsNumber } from '../domain/zahl.js'
import { HAEUFIGKEITEN, zeitraumKurz, zeitraumwort } from '../domain/zeitraum.js'
import type { Stichtagswert, Wert } from '../lesen.js'
import { messtage } from '../messen/quellen.js'
import { kennzahlPfad, PFAD } from '../pfade.js'
import { teiletext, werttext, zahltext, zielwerttext } from '../worte.js'
import type { Ansicht } from './query.js'

/** The newest points that a picture can still show side by side. */
const PUNKTE = 24

export function kennzahlPage(
  c: RequestContext, ansicht: Ansicht, quelle: Kennzahlquelle | undefined, zustand: Formularzustand
): Reply {
  const { kennzahl, stand, darf } = ansicht
  const basis = kennzahlPfad(kennzahl.id)
  return arbeitsplatzSeite(c, {
    title: kennzahl.name, hasErrors: zustand.fehler.length > 0,
    breadcrumb: [{ label: 'Kennzahlen', href: PFAD }, { label: kennzahl.name }],
    meta: <Statusmarke status={stand.status} />,
    actions: (
      <ButtonRow>
        {darf.eintragen ? <LinkButton href={`${basis}/wert`} icon="plus">Wert eintragen</LinkButton> : null}
        {darf.verwalten
          ? <LinkButton href={`${basis}/aendern`} variant="secondary" icon="edit">Ändern</LinkButton>
          : null}
        <LinkButton href={`${basis}/werte.csv`} variant="secondary" icon="download" download>CSV</LinkButton>
      </ButtonRow>
    ),
  }, (
    <>
      <ErrorSummary errors={meldungenVon(zustand)} />
      {kennzahl.stillgelegtAm
        ? (
          <Alert tone="warning" title={`Stillgelegt seit ${formatDate(kennzahl.stillgelegtAm)}`}>
            <p>{kennzahl.stillgelegtGrund}</p>
          </Alert>
        )
        : null}
      <div class="sk-columns">
        <div class="sk-columns__main">
          <p>{stand.grund}</p>
          <Verlaufsbild ansicht={ansicht} />
          <h2 class="sk-h2">Werte der Stadt</h2>
          <Stadtwerte ansicht={ansicht} />
          <Einheitenwerte ansicht={ansicht} gewaehlt={c.suche.get('einheiten')} />
        </div>
        <div class="sk-columns__aside">
          <Definition ansicht={ansicht} quelle={quelle} />
          {quelle
            && darf.verwalten
            && !kennzahl.stillgelegtAm ? <Messen c={c} ansicht={ansicht} quelle={quelle} zustand={zustand} /> : null}
          {darf.verwalten ? <Stilllegen c={c} ansicht={ansicht} zustand={zustand} /> : null}
          <Verlauf ansicht={ansicht} />
        </div>
      </div>
    </>
  ))
}

function Verlaufsbild({ ansicht: { kennzahl, reihe } }: { ansicht: Ansicht }): VNode | null {
  const punkte = reihe.slice(-PUNKTE).flatMap(({ stichtag, zahl, messung }) => (zahl === null ? [] : [{
    label: zeitraumKurz(stichtag, kennzahl.haeufigkeit), value: alsNumber(zahl), text: werttext(kennzahl, messung),
  }]))
  const [erster, letzter] = [punkte[0], punkte.at(-1)]
  if (!erster || !letzter || punkte.length < 2) return null
  return (
    <LineChart title="Verlauf" points={punkte} labelHead="Zeitraum" valueHead={kennzahl.masseinheit}
      summary={`Von ${erster.text} (${erster.label}) auf ${letzter.text} (${letzter.label}).`}
      {...(kennzahl.zielwert !== null
        ? { goal: { value: alsNumber(kennzahl.zielwert), label: `Ziel ${zahltext(kennzahl, kennzahl.zielwert)}` } }
        : {})} />
  )
}

const WARTET = 'Die Quelle zählt nach dem nächsten Stichtag von selbst.'
const LEER = 'Tragen Sie den ersten Wert mit seinem Nachweis ein.'

function Stadtwerte({ ansicht }: { ansicht: Ansicht }): VNode {
  const { kennzahl, reihe, fassungen, darf } = ansicht
  return (
    <Table caption="Werte der Stadt" captionHidden rows={reihe.toReversed()}
      rowKey={({ stichtag }) => stichtag.toString()}
      empty={<EmptyState title="Noch kein Wert"><p>{kennzahl.quelle ? WARTET : LEER}</p></EmptyState>}
      columns={[
        {
          key: 'stichtag', label: 'Zeitraum', rowHeader: true,
          cell: ({ stichtag }) => (
            <>
              {zeitraumwort(stichtag, kennzahl.haeufigkeit)}
              <span class="sk-line sk-meta">Stichtag {formatDate(stichtag)}</span>
            </>
          ),
        },
        { key: 'wert', label: 'Wert', cell: (punkt) => <Wertzelle kennzahl={kennzahl} punkt={punkt} /> },
        {
          key: 'herkunft', label: 'Woher',
          cell: ({ gesamt, einheiten, stichtag }) => (
            <>
              {gesamt ? <Herkunft wert={gesamt} ansicht={ansicht} fassungen={fassungen} /> : 'Summe der Einheiten'}
              {einheiten.length > 0 ? <Aufteilung id={kennzahl.id} stichtag={stichtag} /> : null}
            </>
          ),
        },
        ...(darf.berichtigen(null) ? [{
          key: 'tun', label: 'Berichtigen', labelHidden: true,
          cell: ({ gesamt }: Stichtagswert) => (gesamt ? <Berichtigen wert={gesamt} ansicht={ansicht} /> : null),
        }] : []),
      ]} />
  )
}

/** To the values of the units on that day. */
function Aufteilung({ id, stichtag }: { id: string; stichtag: Temporal.PlainDate }): VNode {
  return (
    <span class="sk-line">
      <a href={`${kennzahlPfad(id)}?einheiten=${stichtag}#einheiten`}>
        Nach Einheiten<span class="sk-sr-only"> zum {formatDate(stichtag)}</span>
      </a>
    </span>
  )
}

/** The value, below it its two parts or why there is none. */
function Wertzelle({ kennzahl, punkt: { messung } }: {
  kennzahl: Ansicht['kennzahl']; punkt: Pick<Stichtagswert, 'messung'>
}): VNode {
  const darunter = 'fehlt' in messung ? messung.fehlt : teiletext(messung)
  return <>{werttext(kennzahl, messung)}{darunter ? <span class="sk-line sk-meta">{darunter}</span> : null}</>
}

/** Who, when and by what; earlier versions below. */
function Herkunft({ wert, ansicht, fassungen }: { wert: Wert; ansicht: Ansicht; fassungen: readonly Wert[] }): VNode {
  const fruehere = fassungen.filter((eine) => eine.einheitId === wert.einheitId
    && eine.stichtag.equals(wert.stichtag)
    && eine.fassung < wert.fassung)
  const wann = `zum ${formatDate(wert.stichtag)}`
  return (
    <>
      <Beleg wert={wert} woher={wann} />
      <span class="sk-line sk-meta">{ansicht.person(wert.erfasstVon)}, <DateText instant={wert.erfasstAm} /></span>
      {wert.fassung > 1 ? <span class="sk-line sk-meta">Fassung {wert.fassung}: {wert.grund}</span> : null}
      {fruehere.length > 0
        ? (
          <Details look="plain" summary={<>Frühere Fassungen<span class="sk-sr-only"> {wann}</span></>}>
            <ul>
              {fruehere.map((eine) => (
                <li key={eine.id}>
                  Fassung {eine.fassung}: {mitTeilen(ansicht.kennzahl, eine.messung)}
                  <span class="sk-line"><Beleg wert={eine} woher={`Fassung ${eine.fassung} ${wann}`} /></span>
                  <span class="sk-line sk-meta">
                    {ansicht.person(eine.erfasstVon)}, <DateText instant={eine.erfasstAm} />
                  </span>
                </li>
              ))}
            </ul>
          </Details>
        )
        : null}
    </>
  )
}

function Beleg({ wert, woher }: { wert: Wert; woher: string }): VNode {
  if (wert.herkunft === 'quelle') return <>Automatisch gezählt</>
  return <Nachweis nachweis={wert.nachweis} nachweisLink={wert.nachweisLink} woher={woher} />
}

/** „31,5 % (315 von 1.000)“ */
function mitTeilen(kennzahl: Ansicht['kennzahl'], messung: Messung): string {
  const teile = teiletext(messung)
  return `${werttext(kennzahl, messung)}${teile ? ` (${teile})` : ''}`
}

function Berichtigen({ wert, ansicht }: { wert: Wert; ansicht: Ansicht }): VNode {
  const frage =
    new URLSearchParams({ stichtag: wert.stichtag.toString(), ...(wert.einheitId ? { einheit: wert.einheitId } : {}) })
  const genauer = `: ${formatDate(wert.stichtag)}${wert.einheitId ? `, ${ansicht.einheitname(wert.einheitId)}` : ''}`
  return (
    <a href={`${kennzahlPfad(wert.kennzahlId)}/wert?${frage}`}>
      Berichtigen<span class="sk-sr-only">{genauer}</span>
    </a>
  )
}

/**
 * The chosen day, or the newest for which units have values, one row each; the town below by sums, never by averages
 * (H6-04).
 */
function Einheitenwerte({ ansicht, gewaehlt }: { ansicht: Ansicht; gewaehlt: string | null }): VNode | null {
  const { kennzahl, reihe, fassungen, darf } = ansicht
  const mitEinheiten = reihe.filter(({ einheiten }) => einheiten.length > 0)
  const punkt = mitEinheiten.find(({ stichtag }) => stichtag.toString() === gewaehlt) ?? mitEinheiten.at(-1)
  if (!punkt) return null
  return (
    <>
      <h2 class="sk-h2" id="einheiten">Nach Einheiten, {zeitraumwort(punkt.stichtag, kennzahl.haeufigkeit)}</h2>
      <Table caption="Werte der Einheiten" captionHidden rows={punkt.einheiten} rowKey={({ id }) => id} columns={[
        {
          key: 'einheit', label: 'Einheit', rowHeader: true,
          cell: ({ einheitId }) => ansicht.einheitname(einheitId ?? ''),
        },
        { key: 'wert', label: 'Wert', cell: (wert) => <Wertzelle kennzahl={kennzahl} punkt={wert} /> },
        {
          key: 'herkunft', label: 'Woher',
          cell: (wert) => <Herkunft wert={wert} ansicht={ansicht} fassungen={fassungen} />,
        },
        ...(darf.eintragen ? [{
          key: 'tun', label: 'Berichtigen', labelHidden: true,
          cell: (wert: Wert) =>
            (darf.berichtigen(wert.einheitId) ? <Berichtigen wert={wert} ansicht={ansicht} /> : null),
        }] : []),
      ]} />
      <p class="sk-meta">Die Stadt: {mitTeilen(kennzahl, punkt.messung)}. {summenregel(kennzahl)}</p>
    </>
  )
}

function summenregel({ art, summierbar }: Ansicht['kennzahl']): string {
  if (art === 'anteil') {
    return 'Anteile werden aus der Summe der Zähler und der Summe der Nenner gebildet, '
      + 'nicht aus dem Durchschnitt der Prozentwerte.'
  }
  return summierbar
    ? 'Zahlen der Einheiten werden zusammengezählt.'
    : 'Diese Werte lassen sich nicht zusammenzählen; der Wert der Stadt wird eigens bestimmt.'
}

function Definition({ ansicht: { kennzahl, ziel, einheitname }, quelle }: {
  ansicht: Ansicht; quelle: Kennzahlquelle | undefined
}): VNode {
  return (
    <Card title="Was gezählt wird">
      <p>{kennzahl.definition}</p>
      <DescriptionList stacked items={[
        {
          label: 'Ziel',
          value: ziel ? <a href={steckbriefPfad(ziel.id)}>{ziel.name}</a> : 'noch keinem Ziel zugeordnet',
        },
        {
          label: 'Maßeinheit',
          value: kennzahl.art === 'anteil' ? 'Prozent, aus Zähler und Nenner' : kennzahl.masseinheit,
        },
        { label: 'Richtung', value: RICHTUNGEN[kennzahl.richtung] },
        {
          label: 'Zielwert',
          value: kennzahl.zielAm
            ? `${zielwerttext(kennzahl)} bis ${formatDate(kennzahl.zielAm)}`
            : 'nicht festgelegt',
        },
        {
          label: 'Ausgangswert',
          value: kennzahl.ausgangswert !== null && kennzahl.ausgangAm
            ? `${zahltext(kennzahl, kennzahl.ausgangswert)} am ${formatDate(kennzahl.ausgangAm)}`
            : 'der erste Wert',
        },
        { label: 'Verantwortlich', value: kennzahl.einheitId ? einheitname(kennzahl.einheitId) : 'die ganze Stadt' },
        { label: 'Häufigkeit', value: HAEUFIGKEITEN[kennzahl.haeufigkeit] },
        {
          label: 'Quelle',
          value: quelle
            ? <>{quelle.name}<span class="sk-line sk-meta">{quelle.zaehlt}</span></>
            : kennzahl.quelle
              ? `${kennzahl.quelle} (gibt es in diesem Programm nicht mehr)`
              : 'von Hand mit Nachweis',
        },
      ]} />
    </Card>
  )
}

function Messen({ c, ansicht: { kennzahl }, quelle, zustand }: {
  c: RequestContext; ansicht: Ansicht; quelle: Kennzahlquelle; zustand: Formularzustand
}): VNode {
  const feld = felderVon(zustand)
  return (
    <Card title="Jetzt messen">
      <form method="post" action={`${kennzahlPfad(kennzahl.id)}/messen`} class="sk-form" noValidate>
        <Formularfelder c={c} />
        <SelectField label="Stichtag" options={messtage(c.today, kennzahl, quelle).map((tag) => ({
          value: tag.toString(),
          label: tag.equals(c.today) ? `heute, ${formatDate(tag)}` : zeitraumwort(tag, kennzahl.haeufigkeit),
        }))} emptyLabel={null} {...feld('messtag')} />
        <TextareaField label="Warum neu messen?" rows={2} optional maxLength={1000}
          hint="Nötig, wenn es zum Stichtag schon einen anderen Wert gibt. Der alte bleibt lesbar."
          {...feld('messgrund')} />
        <Button variant="secondary">Messen</Button>
      </form>
    </Card>
  )
}

function Stilllegen({ c, ansicht: { kennzahl }, zustand }: {
  c: RequestContext; ansicht: Ansicht; zustand: Formularzustand
}): VNode {
  const still = kennzahl.stillgelegtAm !== null
  return (
    <Card title={still ? 'Wieder aufnehmen' : 'Stilllegen'}>
      <p>
        {still
          ? 'Die Kennzahl nimmt dann wieder Werte auf. Die alten bleiben.'
          : 'Die Kennzahl nimmt dann keine Werte mehr auf. Alles bisher Erfasste bleibt lesbar.'}
      </p>
      <form method="post" action={`${kennzahlPfad(kennzahl.id)}/stand`} class="sk-form" noValidate>
        <Formularfelder c={c} /><HiddenFields values={{ stand: still ? 'wiederaufnehmen' : 'stilllegen' }} />
        <TextareaField label="Warum?" rows={2} maxLength={1000} {...felderVon(zustand)('grund')} />
        <Button variant="secondary">{still ? 'Wieder aufnehmen' : 'Stilllegen'}</Button>
      </form>
    </Card>
  )
}

function Verlauf({ ansicht: { verlauf, person } }: { ansicht: Ansicht }): VNode | null {
  if (verlauf.length === 0) return null
  return (
    <Card title="Änderungen der Definition">
      <ul>
        {verlauf.map(({ id, feld, alt, neu, wer, am }) => (
          <li key={id}>
            {feld}: {alt || 'leer'} → {neu || 'leer'}
            <span class="sk-line sk-meta">{person(wer)}, <DateText instant={am} /></span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
