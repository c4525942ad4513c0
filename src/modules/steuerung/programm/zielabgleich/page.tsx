import type { VNode } from 'preact'
import { arbeitsplatzSeite, Badge, Card, EmptyState, FilterBar, LinkList } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { ebeneText, PFAD, ProgrammReiter, StatusMarke, steckbriefPfad, Strategiewahl } from '../anzeige.js'
import { BAUSTEINARTEN } from '../domain/arten.js'
import type { Objekt } from '../lesen.js'
import type { zielabgleich } from './query.js'

type Abgleich = Awaited<ReturnType<typeof zielabgleich.run>>

const titel = ({ nummer, name }: Objekt) => [nummer, name].filter(Boolean).join(' ')

export function zielabgleichPage(c: RequestContext, abgleich: Abgleich): Reply {
  const { strategie, strategien, namen, ziele, ohneMassnahme, ohneZiel, ungeloest, kriterien } = abgleich
  const liste = (objekte: readonly Objekt[], label: string): VNode => <LinkList label={label} items={objekte.map((objekt) => ({ label: titel(objekt), href: steckbriefPfad(objekt.id), text: ebeneText(objekt, namen), ...(objekt.art === 'ziel' ? {} : { badge: <StatusMarke status={objekt.status} /> }) }))} />
  return arbeitsplatzSeite(c, { title: 'Ziele und Lücken', preline: strategie?.name }, (
    <>
      <ProgrammReiter c={c} aktuell="ziele" strategie={strategie} />
      {strategien.length > 1 ? <FilterBar action={`${PFAD}/ziele`} submitLabel="Anzeigen"><Strategiewahl strategien={strategien} strategie={strategie} /></FilterBar> : null}
      <Card title={`${namen.ziel.mehrzahl} ohne ${namen.massnahme.mehrzahl} (${ohneMassnahme.length})`}>{ohneMassnahme.length > 0 ? liste(ohneMassnahme, 'Ziele ohne Maßnahmen') : <p>Jedem Ziel dient mindestens ein Vorhaben.</p>}</Card>
      <Card title={`${namen.massnahme.mehrzahl} und ${namen.projekt.mehrzahl} ohne ${namen.ziel.einzahl} (${ohneZiel.length})`}>{ohneZiel.length > 0 ? liste(ohneZiel, 'Vorhaben ohne Ziel') : <p>Jedes Vorhaben dient einem Ziel, selbst oder durch das, wozu es gehört.</p>}</Card>
      {ungeloest.length > 0
        ? <Card title={`Ungelöste Verweise (${ungeloest.length})`}><p>Diese Verweise der Quelle zeigen auf etwas, das es in ihr nicht gibt. Legen Sie das Fehlende an oder haken Sie den Verweis unter „Bezüge“ ab.</p><ul>{ungeloest.map(({ id, von, text }) => <li key={id}><a href={`${steckbriefPfad(von.id)}/verweise`}>{titel(von)}</a> → „{text}“</li>)}</ul></Card>
        : null}
      <h2 class="sk-h2">{namen.ziel.mehrzahl}</h2>
      {ziele.length === 0 ? <EmptyState title="Diese Strategie nennt keine Ziele"><p>Ziele kommen mit dem Einlesen eines Programms.</p></EmptyState> : ziele.map(({ ziel, dient }) => (
        <Card key={ziel.id} level={3} title={ziel.name} href={steckbriefPfad(ziel.id)} actions={<Badge tone={dient.length > 0 ? 'neutral' : 'warning'}>{dient.length === 1 ? 'ein Vorhaben' : `${dient.length} Vorhaben`}</Badge>}>
          {kriterien.filter(({ zielId }) => zielId === ziel.id).map((kriterium) => <p key={kriterium.id}>{kriterium.kennzahl}: {kriterium.zielwert === null ? 'kein Zielwert genannt' : `${Number(kriterium.zielwert).toLocaleString('de-DE')} ${kriterium.einheit ?? ''}`}{kriterium.bisJahr ? ` bis ${kriterium.bisJahr}` : ''}</p>)}
          {dient.length > 0 ? <ul>{dient.map((objekt) => <li key={objekt.id}><a href={steckbriefPfad(objekt.id)}>{titel(objekt)}</a>{objekt.bausteinart ? <span class="sk-meta"> {BAUSTEINARTEN[objekt.bausteinart]}</span> : null}</li>)}</ul> : null}
        </Card>
      ))}
    </>
  ))
}
