import type { VNode } from 'preact'
import { CheckAnswers } from '../../../../design/index.js'
import { herkunftSatz } from '../domain/herkunft.js'
import type { Abschnitt } from '../domain/zusammenfassung.js'

const Zeilen = ({ text }: { text: string }): VNode => (
  <>{text.split('\n').map((zeile, index) => <span key={index}>{index === 0 ? null : <br />}{zeile}</span>)}</>
)

/** The whole declaration with links to change it (A4-01); without `seitenUrl` it is only read, as the clerk does. */
export const renderZusammenfassung = (
  abschnitte: readonly Abschnitt[], seitenUrl?: (seite: string) => string, leser: 'person' | 'amt' = seitenUrl ? 'person' : 'amt', lang = 'de',
): VNode => (
  <CheckAnswers sections={abschnitte.map(({ seite, titel, eintraege }) => ({
    title: titel,
    ...(seitenUrl === undefined ? {} : { changeHref: seitenUrl(seite) }),
    rows: eintraege.map(({ label, wert, herkunft }) => ({
      label,
      value: <><Zeilen text={wert} />{herkunft ? <><br /><span class="sk-meta">{herkunftSatz({ ...herkunft, wert }, lang, leser)}</span></> : null}</>,
    })),
  }))} />
)
