import type { VNode } from 'preact'
import { Alert, arbeitsplatzSeite, Card, DescriptionList, EmptyState, formatDate, Table } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { ebeneText, StatusMarke, zeitraumText } from '../anzeige.js'
import { ueberfaellig } from '../domain/status.js'
import { TEXTFELDER, textfelderVon, type Textfeld } from '../domain/steckbrief.js'
import type { meineVorhaben, meinVorhaben } from './query.js'

export const MITARBEIT = '/arbeitsplatz/mitarbeit'
export const mitarbeitPfad = (objektId: string): string => `${MITARBEIT}/${objektId}`

/** What people of other houses never read: who is needed and what it costs, and where the house has it from. */
const INTERN: ReadonlySet<Textfeld> = new Set(['ressourcen', 'quellenangabe'])

export function meineVorhabenPage(c: RequestContext, zeilen: Awaited<ReturnType<typeof meineVorhaben.run>>): Reply {
  return arbeitsplatzSeite(c, { title: 'Meine Vorhaben' }, (
    <Table caption="Meine Vorhaben" captionHidden rows={zeilen} rowKey={({ mitwirkung }) => mitwirkung.id}
      empty={<EmptyState title="Kein Vorhaben"><p>Ihnen ist zurzeit kein Vorhaben zugeordnet. Fragen Sie das Programmbüro der Stadt.</p></EmptyState>}
      columns={[
        { key: 'name', label: 'Vorhaben', rowHeader: true, cell: ({ objekt }) => <a href={mitarbeitPfad(objekt.id)}>{[objekt.nummer, objekt.name].filter(Boolean).join(' ')}</a> },
        { key: 'stand', label: 'Stand', cell: ({ objekt }) => <StatusMarke status={objekt.status} spaet={ueberfaellig(objekt, c.today)} /> },
        { key: 'zeit', label: 'Zeitraum', cell: ({ objekt }) => zeitraumText(objekt) ?? '–' },
        { key: 'bis', label: 'Ihre Mitarbeit bis', nowrap: true, cell: ({ mitwirkung }) => formatDate(mitwirkung.bis) },
      ]} />
  ))
}

/** The Steckbrief for people of other houses: what is done and when, nothing of people and money. */
export function meinVorhabenPage(c: RequestContext, { mitwirkung, objekt, ober, darunter, namen }: Awaited<ReturnType<typeof meinVorhaben.run>>, teile: readonly VNode[]): Reply {
  const felder = textfelderVon(objekt.art).filter((feld) => objekt.texte[feld] && !INTERN.has(feld))
  return arbeitsplatzSeite(c, {
    title: objekt.name, preline: [ebeneText(objekt, namen), objekt.nummer].filter(Boolean).join(' · '), meta: <StatusMarke status={objekt.status} spaet={ueberfaellig(objekt, c.today)} />,
    breadcrumb: [{ label: 'Meine Vorhaben', href: MITARBEIT }, { label: objekt.nummer ?? objekt.name }],
  }, (
    <div class="sk-stack">
      <Alert><p>Sie arbeiten bis {formatDate(mitwirkung.bis)} mit. Danach endet Ihr Zugang von selbst.</p></Alert>
      <Card title="Angaben">
        <DescriptionList items={[
          ...(ober ? [{ label: 'Gehört zu', value: [ober.nummer, ober.name].filter(Boolean).join(' ') }] : []),
          { label: 'Laufzeit', value: zeitraumText(objekt) ?? 'nicht angegeben' }, ...(objekt.frist ? [{ label: 'Frist von außen', value: formatDate(objekt.frist) }] : []),
        ]} />
      </Card>
      {felder.length > 0 ? <Card title="Steckbrief">{felder.map((feld) => <section key={feld}><h3>{TEXTFELDER[feld].titel}</h3>{(objekt.texte[feld] ?? '').split(/\n+/).map((absatz, index) => <p key={index}>{absatz}</p>)}</section>)}</Card> : null}
      {darunter.length > 0 ? (
        <Card title="Meilensteine und Aufgaben">
          <Table caption="Meilensteine und Aufgaben" captionHidden dense rows={darunter} rowKey={({ id }) => id} columns={[
            { key: 'name', label: 'Was', rowHeader: true, cell: ({ nummer, name }) => [nummer, name].filter(Boolean).join(' ') },
            { key: 'zeit', label: 'Termin', cell: (eines) => zeitraumText(eines) ?? '–' },
            { key: 'stand', label: 'Stand', cell: (eines) => <StatusMarke status={eines.status} spaet={ueberfaellig(eines, c.today)} /> },
          ]} />
        </Card>
      ) : null}
      {teile}
    </div>
  ))
}
