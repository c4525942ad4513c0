import type { VNode } from 'preact'
import { Knopfformular } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'

/** The same list as in the dialog of the island (islands/shortcuts.ts), for reading in peace and without a script. */
const KUERZEL: readonly (readonly [tasten: readonly string[], wirkung: string])[] = [
  [['j', '↓'], 'nächste Zeile der Liste'], [['k', '↑'], 'vorige Zeile der Liste'], [['Eingabe'], 'gewählte Zeile öffnen'],
  [['x'], 'gewählte Zeile ankreuzen'], [['/'], 'zur Suche'], [['?'], 'Übersicht aller Tastenkürzel'],
]

/** On the page of the own account: what the keys do, and the switch. */
export function Tastenkuerzel({ c, basis, an }: { c: RequestContext; basis: string; an: boolean }): VNode {
  return (
    <section id="tastenkuerzel" aria-labelledby="tastenkuerzel-titel">
      <h2 class="sk-h2" id="tastenkuerzel-titel">Tastenkürzel</h2>
      <p class="kern-body">{an
        ? 'In Listen und auf allen Seiten des Arbeitsplatzes können Sie mit einzelnen Tasten arbeiten. In Eingabefeldern wirken die Tasten nicht.'
        : 'Die Tastenkürzel sind ausgeschaltet. Einzelne Tasten lösen nichts aus.'}</p>
      <dl class="sk-shortcuts__list">
        {KUERZEL.map(([tasten, wirkung]) => (
          <div key={wirkung}>
            <dt>{tasten.map((taste, index) => <span key={taste}>{index > 0 ? ' oder ' : ''}<kbd class="sk-kbd">{taste}</kbd></span>)}</dt>
            <dd>{wirkung}</dd>
          </div>
        ))}
      </dl>
      <Knopfformular c={c} action={`${basis}/tastenkuerzel`} felder={{ an: an ? 'nein' : 'ja' }}>{an ? 'Tastenkürzel ausschalten' : 'Tastenkürzel einschalten'}</Knopfformular>
    </section>
  )
}
