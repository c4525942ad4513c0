/** Why a guest gets a mail. */
export type Anlass = 'eingang' | 'rueckfrage' | 'nachricht' | 'entscheidung'

export interface Gastmail { readonly subject: string; readonly text: string }

interface Angaben { readonly stadt: string; readonly vorgangsnummer: string; readonly link: string; readonly telefon: string | undefined }

const DE: Readonly<Record<Anlass, readonly [betreff: string, satz: string]>> = {
  eingang: ['Ihr Antrag ist angekommen', 'Ihr Antrag ist bei uns angekommen. Die Eingangsbestätigung liegt für Sie bereit.'],
  rueckfrage: ['Wir haben eine Frage zu Ihrem Antrag', 'wir haben eine Frage zu Ihrem Antrag. Bitte antworten Sie bald: Für die Antwort gibt es eine Frist.'],
  nachricht: ['Es gibt etwas Neues zu Ihrem Antrag', 'es gibt etwas Neues zu Ihrem Antrag.'],
  entscheidung: ['Wir haben über Ihren Antrag entschieden', 'wir haben über Ihren Antrag entschieden. Den Bescheid schicken wir Ihnen mit der Post.'],
}

const EN: Readonly<Record<Anlass, readonly [subject: string, sentence: string]>> = {
  eingang: ['We have received your application', 'We have received your application. The confirmation of receipt is ready for you.'],
  rueckfrage: ['We have a question about your application', 'We have a question about your application. Please answer soon: there is a deadline for the answer.'],
  nachricht: ['There is news about your application', 'There is news about your application.'],
  entscheidung: ['We have decided on your application', 'We have decided on your application. We send you the decision by post.'],
}

/** The mail to somebody without an account: neither the service nor the matter is named (A7-05), only the number and the way there. */
export function gasttext(anlass: Anlass, sprache: 'de' | 'en', { stadt, vorgangsnummer, link, telefon }: Angaben): Gastmail {
  const [betreff, satz] = (sprache === 'en' ? EN : DE)[anlass]
  const zeilen = sprache === 'en'
    ? ['Hello,', '', satz, '', `Reference number: ${vorgangsnummer}`, '', 'Open your application here:', link, '',
      'Please do not pass this link on: whoever has it can see your application.',
      'So that nobody else learns about your matter, this e-mail does not say what it is about.', '',
      ...(telefon ? [`Questions? Call us: ${telefon}`, ''] : []), 'This e-mail was sent automatically. Please do not reply to it.', '', stadt]
    : ['Guten Tag,', '', satz, '', `Vorgangsnummer: ${vorgangsnummer}`, '', 'Hier öffnen Sie Ihren Antrag:', link, '',
      'Bitte geben Sie diesen Link nicht weiter: Wer ihn hat, kann Ihren Antrag sehen.',
      'Damit niemand sonst etwas über Ihr Anliegen erfährt, steht in dieser E-Mail nicht, worum es geht.', '',
      ...(telefon ? [`Haben Sie Fragen? Rufen Sie uns an: ${telefon}`, ''] : []), 'Diese E-Mail wurde automatisch verschickt. Bitte antworten Sie nicht darauf.', '', 'Freundliche Grüße', `Ihre ${stadt}`]
  return { subject: `${betreff} – ${stadt}`, text: `${zeilen.join('\n')}\n` }
}
