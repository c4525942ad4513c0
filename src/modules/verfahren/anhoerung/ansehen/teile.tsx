import { Type } from 'typebox'
import { Alert, Badge, Card, DateText, Deadline, DescriptionList, LinkButton } from '../../../../design/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, istBearbeitbar } from '../../../akte/akten/index.js'
import type { MeinVorgangTeil } from '../../antraege/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { anhoerungenVon, istOffen, type Anhoerung } from '../anhoerung.js'
import { meineAnhoerung } from '../antworten/command.js'
import { AUSNAHMEN } from '../domain/ausnahmen.js'

/** Hearings of a Vorgang for those who may read it. */
export const anhoerungenLesen = query({
  name: 'anhoerung.anhoerungenLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  run: ({ tx }, { vorgangId }): Promise<Anhoerung[]> => anhoerungenVon(tx, vorgangId),
})

/** On the case screen: who was heard about what, what was answered, and the two ways to begin. */
export const anhoerungTeil: FallTeil = {
  name: 'anhoerung', titel: 'Anhörung', rang: 38, bereich: 'haupt',
  async laden(c, vorgang) {
    const alle = await c.ask(anhoerungenLesen, { vorgangId: vorgang.id })
    const { einheitId, stufe } = vorgang
    const darf = istBearbeitbar(vorgang.status) && holds(c.actor, 'bescheid.entwerfen', { einheitId, stufe })
    const pfad = `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}/anhoerung`
    if (alle.length === 0 && !darf) return null
    const laeuft = alle.some(istOffen)
    return (
      <Card title="Anhörung">
        {alle.length === 0 ? <p>Vor einer Ablehnung hören Sie die Person an (§ 28 VwVfG NRW) oder begründen, warum nicht.</p> : null}
        <ul class="sk-plain-list">{alle.map((row) => <li key={row.id}><Eine row={row} today={c.today} /></li>)}</ul>
        {darf ? (
          <div class="sk-cluster">
            {laeuft ? <LinkButton small variant="secondary" href={`${pfad}/antwort`}>Antwort erfassen</LinkButton> : <LinkButton small variant="secondary" href={pfad}>Person anhören</LinkButton>}
            <LinkButton small variant="tertiary" href={`${pfad}/absehen`}>Von der Anhörung absehen</LinkButton>
          </div>
        ) : null}
      </Card>
    )
  },
}

function Eine({ row, today }: { row: Anhoerung; today: Temporal.PlainDate }) {
  if (row.art === 'absehen') return <><strong>Ohne Anhörung</strong> <Badge tone="warning">{row.ausnahme ? AUSNAHMEN[row.ausnahme].norm : ''}</Badge><span class="sk-meta sk-line"><DateText instant={row.am} /></span><p class="sk-prewrap">{row.grund}</p></>
  return (
    <>
      <strong>Angehört am <DateText instant={row.am} /></strong>{' '}
      {row.antwort_am ? <Badge tone="success">beantwortet</Badge> : row.frist && Temporal.PlainDate.compare(today, row.frist) > 0 ? <Badge tone="danger">Frist verstrichen</Badge> : <Badge tone="info">läuft</Badge>}
      {row.frist && !row.antwort_am ? <span class="sk-line"><Deadline date={row.frist} today={today} /></span> : null}
      <DescriptionList stacked items={[
        { label: 'Das haben wir angekündigt', value: <span class="sk-prewrap">{row.text}</span> },
        ...(row.antwort_am ? [{ label: <>Antwort vom <DateText instant={row.antwort_am} />{row.antwort_art === 'erfasst' ? ' (erfasst)' : ''}</>, value: <span class="sk-prewrap">{row.antwort || 'Nur Dateien, siehe Dokumente.'}</span> }] : []),
      ]} />
    </>
  )
}

/** On the person's page: that there is something to answer, and until when. */
export const anhoerungFuerPerson: MeinVorgangTeil = {
  name: 'anhoerung', rang: 5,
  async laden(c, antrag) {
    const { anhoerung } = await c.ask(meineAnhoerung, { nummer: antrag.vorgangsnummer })
    if (!anhoerung?.frist) return null
    if (!istOffen(anhoerung)) return <Card title="Ihre Antwort auf unsere Anhörung">{anhoerung.antwort_am ? <p>Am <DateText instant={anhoerung.antwort_am} /> haben Sie geantwortet. Wir berücksichtigen das bei unserer Entscheidung.</p> : null}</Card>
    return (
      <Alert tone="warning" title="Wir wollen anders entscheiden, als Sie beantragt haben" actions={<LinkButton href={`/konto/vorgaenge/${antrag.vorgangsnummer}/anhoerung`}>Lesen und antworten</LinkButton>}>
        <p>Vorher können Sie sich dazu äußern. <Deadline date={anhoerung.frist} today={c.today} /></p>
      </Alert>
    )
  },
}
