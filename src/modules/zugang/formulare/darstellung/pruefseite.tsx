import type { VNode } from 'preact'
import { CheckAnswers } from '../../../../design/index.js'
import type { Abschnitt } from '../domain/zusammenfassung.js'

const Zeilen = ({ text }: { text: string }): VNode => (
  <>{text.split('\n').map((zeile, index) => <span key={index}>{index === 0 ? null : <br />}{zeile}</span>)}</>
)

/** The whole declaration with links to change it (A4-01); without `seitenUrl` it is only read, as the clerk does. */
export const renderZusammenfassung = (
  abschnitte: readonly Abschnitt[], seitenUrl?: (seite: string) => string,
): VNode => (
  <CheckAnswers sections={abschnitte.map(({ seite, titel, eintraege }) => ({
    title: titel,
    ...(seitenUrl === undefined ? {} : { changeHref: seitenUrl(seite) }),
    rows: eintraege.map(({ label, wert }) => ({ label, value: <Zeilen text={wert} /> })),
  }))} />
)
