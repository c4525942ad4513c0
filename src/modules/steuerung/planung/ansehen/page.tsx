import { Alert, arbeitsplatzSeite, Badge, Button, ButtonRow, Card, DateText, EmptyState, Formularfelder, HiddenFields, LinkButton, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { formatDate } from '../../../../platform/time/index.js'
import { Planreiter } from '../reiter.js'
import { Gantt } from './gantt.js'
import { ZOOMNAMEN, type Zoom } from './geometrie.js'
import type { Planansicht, Planzeile } from './query.js'

export interface Planwunsch { readonly zoom: Zoom; readonly nurKritisch: boolean; readonly ansicht: 'balken' | 'tabelle' }

/** The plan as bars or as a table; both say the same. */
export function planSeite(c: RequestContext, voll: Planansicht, wunsch: Planwunsch): Reply {
  const { plan, darf } = voll
  const pfad = `/arbeitsplatz/planung/${plan.id}`
  const ansicht = wunsch.nurKritisch ? { ...voll, zeilen: voll.zeilen.filter(({ termin, eintrag }) => termin.kritisch && eintrag.art !== 'sammel') } : voll
  return arbeitsplatzSeite(c, {
    title: plan.titel, preline: 'Plan', breadcrumb: [{ label: 'Planung', href: '/arbeitsplatz/planung' }, { label: plan.titel }],
    meta: <>{voll.ende ? <span>Ende <DateText date={voll.ende} /></span> : null}{voll.basis ? <Badge tone="success">Basisplan {voll.basis.nummer} vom {formatDate(voll.basis.genehmigtAm.toZonedDateTimeISO('Europe/Berlin').toPlainDate())}</Badge> : <Badge>noch nicht genehmigt</Badge>}</>,
    actions: darf.bearbeiten ? <><LinkButton small icon="plus" href={`${pfad}/eintrag/neu`}>Neuer Eintrag</LinkButton><LinkButton small variant="secondary" icon="link" href={`${pfad}/abhaengigkeiten`}>Abhängigkeiten</LinkButton></> : undefined,
  }, (
    <div class="sk-stack">
      <link rel="stylesheet" href={c.asset('gantt.css')} />
      <Planreiter planId={plan.id} aktuell="plan" offeneAntraege={voll.offeneAntraege} />
      {voll.fehler.length > 0 ? <Alert tone="danger" title="Der Plan lässt sich nicht berechnen"><ul>{voll.fehler.slice(0, 10).map(({ text }) => <li key={text}>{text}</li>)}</ul></Alert> : null}
      {voll.widerruf ? (
        <Alert tone="warning" title={`Genehmigung von Basisplan ${voll.widerruf.nummer} zurückgezogen`}>
          <p><DateText instant={voll.widerruf.am} />: {voll.widerruf.grund}</p>
          <p>{voll.basis ? `Bis zur nächsten Genehmigung gilt wieder Basisplan ${voll.basis.nummer}.` : 'Bis zur nächsten Genehmigung gilt kein Basisplan.'}</p>
        </Alert>
      ) : null}
      <Hinweise ansicht={voll} pfad={pfad} />
      <Ansichtswahl wunsch={wunsch} pfad={pfad} />
      {voll.zeilen.length === 0
        ? <EmptyState icon="calendar" title="Der Plan ist noch leer" action={darf.bearbeiten ? <LinkButton href={`${pfad}/eintrag/neu`}>Ersten Eintrag anlegen</LinkButton> : undefined}><p>Tragen Sie Aktivitäten und Meilensteine ein. Danach verbinden Sie, was aufeinander wartet.</p></EmptyState>
        : wunsch.ansicht === 'tabelle' ? <Plantabelle c={c} ansicht={ansicht} ordnen={darf.bearbeiten && !wunsch.nurKritisch} pfad={pfad} /> : <Balkenplan c={c} ansicht={ansicht} wunsch={wunsch} pfad={pfad} />}
    </div>
  ))
}

function Hinweise({ ansicht, pfad }: { ansicht: Planansicht; pfad: string }) {
  const auffaellig = ansicht.zeilen.filter(({ termin, eintrag }) => eintrag.art !== 'sammel' && (termin.fristVerletzt || termin.widerspruch > 0))
  if (auffaellig.length === 0) return null
  return (
    <Alert tone="warning" title={auffaellig.length === 1 ? 'Ein Termin passt nicht' : `${auffaellig.length} Termine passen nicht`}>
      <ul>
        {auffaellig.slice(0, 5).map(({ eintrag, termin }) => (
          <li key={eintrag.id}><a href={`${pfad}/eintrag/${eintrag.id}`}>{eintrag.titel}</a>: {termin.fristVerletzt && eintrag.frist ? `endet am ${formatDate(termin.ende ?? termin.beginn)}, nach der Frist am ${formatDate(eintrag.frist)}.` : `Der feste Termin liegt ${termin.widerspruch} Arbeitstage zu früh für die Vorgänger.`}</li>
        ))}
      </ul>
      {auffaellig.length > 5 ? <p>Alle sehen Sie in der <a href={`${pfad}?ansicht=tabelle`}>Tabelle</a>.</p> : null}
    </Alert>
  )
}

function Ansichtswahl({ wunsch, pfad }: { wunsch: Planwunsch; pfad: string }) {
  const adresse = (anders: Partial<Planwunsch>) => {
    const neu = { ...wunsch, ...anders }
    const suche = new URLSearchParams({ ...(neu.ansicht === 'tabelle' ? { ansicht: 'tabelle' } : { zoom: neu.zoom }), ...(neu.nurKritisch ? { kritisch: 'ja' } : {}) })
    return `${pfad}?${suche}`
  }
  const link = (text: string, anders: Partial<Planwunsch>, aktuell: boolean) => <a href={adresse(anders)} aria-current={aktuell ? 'true' : undefined}>{text}</a>
  return (
    <nav class="gantt-wahl" aria-label="Ansicht">
      <ul>
        {(Object.keys(ZOOMNAMEN) as Zoom[]).map((zoom) => <li key={zoom}>{link(ZOOMNAMEN[zoom], { ansicht: 'balken', zoom }, wunsch.ansicht === 'balken' && wunsch.zoom === zoom)}</li>)}
        <li>{link('Tabelle', { ansicht: 'tabelle' }, wunsch.ansicht === 'tabelle')}</li>
        <li>{link(wunsch.nurKritisch ? 'Alles zeigen' : 'Nur kritischer Weg', { nurKritisch: !wunsch.nurKritisch }, false)}</li>
      </ul>
    </nav>
  )
}

function Balkenplan({ c, ansicht, wunsch, pfad }: { c: RequestContext; ansicht: Planansicht; wunsch: Planwunsch; pfad: string }) {
  return (
    <>
      <Gantt ansicht={ansicht} zoom={wunsch.zoom} heute={c.today} pfad={pfad} />
      <p class="gantt-status" role="status" data-gantt-status="" />
      <Legende bearbeiten={ansicht.darf.bearbeiten} />
      {ansicht.darf.bearbeiten
        ? (
          <form method="post" action={`${pfad}/verschieben`} data-gantt-formular="" hidden>
            <Formularfelder c={c} /><input type="hidden" name="eintragId" value="" /><input type="hidden" name="beginn" value="" /><input type="hidden" name="version" value="" />
          </form>
        ) : null}
      <script type="module" src={c.asset('gantt.js')} />
    </>
  )
}

function Legende({ bearbeiten }: { bearbeiten: boolean }) {
  return (
    <Card title="Zeichenerklärung">
      <ul class="gantt-legende">
        <li><span class="gantt-legende__zeichen gantt-legende__zeichen--kritisch" aria-hidden="true" /> ▲ und schraffiert: kritisch. Verschiebt sich der Eintrag, verschiebt sich das Ende des Plans oder eine Frist.</li>
        <li><span class="gantt-legende__zeichen gantt-legende__zeichen--basis" aria-hidden="true" /> Schmaler grauer Balken: genehmigter Termin (Basisplan).</li>
        <li><span aria-hidden="true">◆</span> Raute: Meilenstein. <span aria-hidden="true">»</span> Doppelpfeil: fortlaufend, ohne Ende. <span aria-hidden="true">┬</span> T-Zeichen: Frist.</li>
        {bearbeiten ? <li>Verschieben: Balken mit der Maus ziehen, oder den Namen anwählen und mit den Pfeiltasten ← und → um einen Tag bewegen (mit Umschalt um eine Woche), dann die Eingabetaste. Vor dem Speichern sehen Sie die Auswirkungen. Ohne Maus und Skript: den Eintrag öffnen und das Datum eintragen.</li> : null}
      </ul>
    </Card>
  )
}

/** Buttons before and after the neighbours of the same summary; the first has no up, the last no down. */
function Ordnen({ c, zeile: { eintrag }, geschwister, pfad }: { c: RequestContext; zeile: Planzeile; geschwister: readonly Planzeile[]; pfad: string }) {
  const ort = geschwister.findIndex((eine) => eine.eintrag.id === eintrag.id)
  const knopf = (richtung: 'hoch' | 'runter', zeichen: string, wort: string) => (
    <form method="post" action={`${pfad}/eintrag/${eintrag.id}/ordnen`} class="sk-button-form" id={`${richtung}-${eintrag.id}`}>
      <Formularfelder c={c} /><HiddenFields values={{ richtung }} />
      <Button small variant="tertiary"><span aria-hidden="true">{zeichen}</span><span class="sk-sr-only">{eintrag.titel} {wort}</span></Button>
    </form>
  )
  return <div class="plan-ordnen">{ort > 0 ? knopf('hoch', '↑', 'nach oben') : null}{ort < geschwister.length - 1 ? knopf('runter', '↓', 'nach unten') : null}</div>
}

function Plantabelle({ c, ansicht, ordnen, pfad }: { c: RequestContext; ansicht: Planansicht; ordnen: boolean; pfad: string }) {
  const geschwister = Map.groupBy(ansicht.zeilen, ({ eintrag }) => eintrag.oberId ?? '')
  const nummern = new Map(ansicht.zeilen.map(({ eintrag }) => [eintrag.id, eintrag.nummer]))
  const vorgaenger = Map.groupBy(ansicht.abhaengigkeiten, ({ nachId }) => nachId)
  const dauer = ({ eintrag }: Planzeile) => (eintrag.dauer ? ('tage' in eintrag.dauer ? `${eintrag.dauer.tage} AT` : `${eintrag.dauer.monate} ${eintrag.dauer.monate === 1 ? 'Monat' : 'Monate'}`) + (eintrag.fortlaufend ? ', dann fortlaufend' : '') : eintrag.fortlaufend ? 'fortlaufend' : '–')
  return (
    <>
      <Table caption="Plan als Tabelle" captionHidden dense narrow="scroll" rows={ansicht.zeilen} rowKey={({ eintrag }) => eintrag.id} columns={[
        { key: 'nr', label: 'Nr.', cell: ({ eintrag }) => eintrag.nummer, align: 'end' },
        { key: 'titel', label: 'Titel', rowHeader: true, cell: ({ eintrag, tiefe }) => <span class={`gantt-tiefe-${Math.min(tiefe, 4)}`}><a href={`${pfad}/eintrag/${eintrag.id}`}>{eintrag.titel}</a>{eintrag.art === 'meilenstein' ? ' ◆' : ''}</span> },
        ...(ordnen ? [{ key: 'ordnen', label: 'Reihenfolge', cell: (zeile: Planzeile) => <Ordnen c={c} zeile={zeile} geschwister={geschwister.get(zeile.eintrag.oberId ?? '') ?? []} pfad={pfad} /> }] : []),
        { key: 'dauer', label: 'Dauer', cell: dauer, nowrap: true },
        { key: 'beginn', label: 'Beginn', cell: ({ termin }) => formatDate(termin.beginn), nowrap: true },
        { key: 'ende', label: 'Ende', cell: ({ termin }) => (termin.ende ? formatDate(termin.ende) : 'fortlaufend'), nowrap: true },
        { key: 'basis', label: 'Genehmigt', cell: ({ basis }) => (basis ? formatDate(basis.ende ?? basis.beginn) : '–'), nowrap: true },
        { key: 'puffer', label: 'Puffer', cell: ({ termin }) => (termin.puffer === null ? '–' : `${termin.puffer} AT`), align: 'end', nowrap: true },
        { key: 'lage', label: 'Hinweis', cell: ({ termin, eintrag }) => (eintrag.istEnde ? 'erledigt' : termin.fristVerletzt ? 'Frist verletzt' : termin.widerspruch > 0 ? 'widerspricht Vorgängern' : termin.kritisch ? '▲ kritisch' : ''), nowrap: true },
        { key: 'vor', label: 'Wartet auf', cell: ({ eintrag }) => (vorgaenger.get(eintrag.id) ?? []).map(({ vonId, art, abstand }) => `${nummern.get(vonId) ?? '?'} ${art}${abstand === 0 ? '' : abstand > 0 ? `+${abstand}` : String(abstand)}`).join(', ') },
        { key: 'wer', label: 'Verantwortlich', cell: ({ verantwortlich }) => verantwortlich ?? '–' },
      ]} />
      <p class="sk-footnote">AT: Arbeitstage nach dem Feiertagskalender des Landes. FS: Ende–Anfang, SS: Anfang–Anfang, FF: Ende–Ende, SF: Anfang–Ende; die Zahl dahinter ist der Abstand in Arbeitstagen.</p>
      <ButtonRow><LinkButton small variant="tertiary" icon="calendar" href="/arbeitsplatz/planung/kalender">Termine im eigenen Kalender</LinkButton></ButtonRow>
    </>
  )
}
