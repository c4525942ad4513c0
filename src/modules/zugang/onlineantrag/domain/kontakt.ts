import type { Antworten, Formular } from '../../formulare/index.js'

const fragenVon = (formular: Formular, typ: string) => formular.seiten.flatMap(({ fragen }) => fragen).filter((frage) => frage.typ === typ)

/** Name and e-mail of the applicant: the first answers of these kinds. */
export function kontaktAus(formular: Formular, daten: Antworten): { name?: string; email?: string } {
  const person = fragenVon(formular, 'name').map(({ name }) => daten[name]).find((wert) => typeof wert === 'object' && wert !== null && !Array.isArray(wert)) as Readonly<Record<string, unknown>> | undefined
  const name = person && ['doktorgrad', 'vornamen', 'familienname'].map((teil) => person[teil]).filter((teil) => typeof teil === 'string' && teil !== '').join(' ')
  const email = fragenVon(formular, 'email').map((frage) => daten[frage.name]).find((wert) => typeof wert === 'string')
  return { ...(name ? { name } : {}), ...(typeof email === 'string' ? { email } : {}) }
}

/** Electronic delivery needs an account with an inbox and the wish for it (§ 9 OZG); everything else goes by post. */
export const zustellungAus = (daten: Antworten, mitKonto: boolean): 'postfach' | 'post' => (mitKonto && daten['zustellung'] !== 'post' ? 'postfach' : 'post')
