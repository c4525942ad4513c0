import type { VNode } from 'preact'
import { Details } from '../../../../design/index.js'
import type { Baustein } from '../../../../platform/pdf/index.js'
import type { Fassung } from '../bescheid.js'
import { alsZeilen, bausteine, type Inhalt } from '../domain/inhalt.js'
import { vergleiche } from '../domain/vergleich.js'

function Teile({ text }: { text: string }): VNode {
  return <>{bausteine(text).map((teil, index) => <Teil key={index} teil={teil} />)}</>
}

function Teil({ teil }: { teil: Baustein }): VNode | null {
  if (typeof teil === 'string') return <p class="kern-body">{teil.split('\n').flatMap((zeile, index) => (index > 0 ? [<br key={index} />, zeile] : [zeile]))}</p>
  if (teil.art === 'liste') return <ul class="kern-list kern-list--bullet">{teil.punkte.map((punkt) => <li key={punkt}>{punkt}</li>)}</ul>
  return null
}

/** A version as it will read, without letterhead and Belehrung. */
export function Bescheidtext({ inhalt }: { inhalt: Inhalt }): VNode {
  const abschnitt = (titel: string, text: string) => (text.trim() === '' ? null : <><h3 class="sk-h3">{titel}</h3><Teile text={text} /></>)
  return (
    <article class="sk-measure" aria-label="Text des Bescheids">
      <p class="kern-body"><strong>{inhalt.betreff}</strong></p>
      <p class="kern-body">{inhalt.anrede}</p>
      {abschnitt('Entscheidung', inhalt.tenor)}{abschnitt('Nebenbestimmungen', inhalt.nebenbestimmungen)}{abschnitt('Begründung', inhalt.begruendung)}{abschnitt('Kosten', inhalt.kosten)}
      <p class="sk-meta">{inhalt.versand.kanal === 'postfach' ? 'Geht ins Postfach von' : 'Geht als Brief an'} {[inhalt.versand.name, ...inhalt.versand.kanal === 'post' ? inhalt.versand.anschrift : []].join(', ')}</p>
    </article>
  )
}

/** What is different from an earlier version; words say it, colour only repeats. */
export function Unterschiede({ alt, neu }: { alt: Fassung; neu: Fassung }): VNode {
  const zeilen = vergleiche(alsZeilen(alt.inhalt), alsZeilen(neu.inhalt)).filter((zeile) => zeile.art !== 'gleich')
  return (
    <Details summary={`Was ist anders als in Fassung ${alt.nr}? (${zeilen.length} Zeilen)`} open>
      <ul class="kern-list">
        {zeilen.map((zeile, index) => <li key={index}>{zeile.art === 'neu' ? <><span class="sk-meta">neu: </span><ins>{zeile.text}</ins></> : <><span class="sk-meta">entfallen: </span><del>{zeile.text}</del></>}</li>)}
      </ul>
    </Details>
  )
}
