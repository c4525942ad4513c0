import { Type } from 'typebox'
import { Badge, Card, DateText, Deadline, LinkButton } from '../../../../design/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { can } from '../../../../platform/usecases/allow.js'
import { Id } from '../../../../platform/usecases/schema.js'
import { query } from '../../../../platform/usecases/usecase.js'
import { amVorgang, istBearbeitbar } from '../../../akte/akten/index.js'
import { kontenById } from '../../../grundlagen/konten/index.js'
import { einheitenById } from '../../../grundlagen/organisation/index.js'
import type { FallTeil } from '../../fallbearbeitung/index.js'
import { beteiligungenVon, type Beteiligung } from '../beteiligung.js'
import { VOTEN } from '../domain/votum.js'

interface Zeile { readonly beteiligung: Beteiligung; readonly stelle: string; readonly wer: string }

/** All statements of a Vorgang, for those whose Vorgang it is. */
const stellungnahmenLesen = query({
  name: 'beteiligung.stellungnahmenLesen', input: Type.Object({ vorgangId: Id }, { additionalProperties: false }), allow: can('vorgang.lesen').on<{ vorgangId: string }>(amVorgang),
  async run({ tx }, { vorgangId }): Promise<readonly Zeile[]> {
    const alle = await beteiligungenVon(tx, vorgangId)
    const einheiten = await einheitenById(tx, alle.map(({ einheitId }) => einheitId))
    const konten = await kontenById(tx, alle.flatMap(({ stellungnahme }) => [stellungnahme?.werId, stellungnahme?.fuerId]).filter((id) => typeof id === 'string'))
    const name = (id: string) => konten.get(id)?.name ?? 'unbekannt'
    return alle.map((beteiligung) => ({
      beteiligung, stelle: einheiten.get(beteiligung.einheitId)?.name ?? 'Unbekannte Einheit',
      wer: beteiligung.stellungnahme ? `${name(beteiligung.stellungnahme.werId)}${beteiligung.stellungnahme.fuerId ? ` i. V. für ${name(beteiligung.stellungnahme.fuerId)}` : ''}` : '',
    }))
  },
})

/** Who was asked and what each has said, on the case screen. */
export const stellungnahmenTeil: FallTeil = {
  name: 'stellungnahmen', titel: 'Stellungnahmen', rang: 35, bereich: 'haupt',
  async laden(c, vorgang) {
    const zeilen = await c.ask(stellungnahmenLesen, { vorgangId: vorgang.id })
    if (zeilen.length === 0) return null
    const { einheitId, stufe } = vorgang
    const fragen = istBearbeitbar(vorgang.status) && holds(c.actor, 'vorgang.bearbeiten', { einheitId, stufe })
    return (
      <Card title="Stellungnahmen" {...(fragen ? { actions: <LinkButton href={`/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}/beteiligen`} variant="tertiary" small>Weitere Stelle beteiligen</LinkButton> } : {})}>
        <ul class="sk-plain-list">{zeilen.map((zeile) => <li key={zeile.beteiligung.id}><Eine zeile={zeile} today={c.today} /></li>)}</ul>
      </Card>
    )
  },
}

/** Narrow: asking is offered also where nobody has been asked yet. */
export const beteiligenTeil: FallTeil = {
  name: 'beteiligen', rang: 60, bereich: 'seite',
  async laden(c, { einheitId, stufe, status, vorgangsnummer }) {
    if (!istBearbeitbar(status) || !holds(c.actor, 'vorgang.bearbeiten', { einheitId, stufe })) return null
    return <Card title="Andere Stellen"><p><a href={`/arbeitsplatz/vorgaenge/${vorgangsnummer}/beteiligen`}>Fachstellen beteiligen</a></p></Card>
  },
}

function Eine({ zeile: { beteiligung, stelle, wer }, today }: { zeile: Zeile; today: Temporal.PlainDate }) {
  const { stellungnahme, frist, beendetAm } = beteiligung
  if (!stellungnahme) {
    const verstrichen = Temporal.PlainDate.compare(today, frist) > 0
    return (
      <>
        <strong>{stelle}</strong>{' '}{beendetAm ? <Badge>ohne Stellungnahme entschieden</Badge> : verstrichen ? <Badge tone="danger">Frist verstrichen</Badge> : <Badge tone="info">steht aus</Badge>}
        <span class="sk-line">{beendetAm ? null : <Deadline date={frist} today={today} />}</span>
        {beteiligung.erinnertAm ? <span class="sk-meta sk-line">erinnert am <DateText instant={beteiligung.erinnertAm} /></span> : null}
      </>
    )
  }
  const { votum, text, auflagen, dokumentId, verspaetet, zeitpunkt } = stellungnahme
  return (
    <>
      <strong>{stelle}</strong> <Badge tone={VOTEN[votum].ton}>{VOTEN[votum].text}</Badge>{verspaetet ? <> <Badge tone="warning">nach der Frist</Badge></> : null}
      <span class="sk-meta sk-line">{wer}, <DateText instant={zeitpunkt} /></span>
      {auflagen ? <p class="sk-prewrap"><strong>Auflagen:</strong>{'\n'}{auflagen}</p> : null}
      {text ? <p class="sk-prewrap">{text}</p> : null}
      {dokumentId ? <p><a href={`/arbeitsplatz/dokumente/${dokumentId}`}>Anlage öffnen<span class="sk-sr-only"> von {stelle}</span></a></p> : null}
    </>
  )
}
