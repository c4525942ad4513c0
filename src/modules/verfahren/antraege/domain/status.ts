/** What happened to an application so far. Drafts and the moment of sending belong to the room onlineantrag. */
interface Zustand {
  /** In plain words, for the person whose application it is (A7-02). Names nothing internal (A7-03). */
  readonly wort: string
  /** What happens next, or what the person can do. */
  readonly weiter: string
  /** The same for readers of English; the German words are the binding ones. */
  readonly en: { readonly wort: string; readonly weiter: string }
  readonly nach: readonly string[]
  /** Only before the decision may the applicant take the application back (A4-14). */
  readonly ruecknehmbar: boolean
}

/** The one table of states (DOMAIN Z4): buttons, guards and texts read it. */
export const ZUSTAENDE = {
  EINGEGANGEN: {
    wort: 'Eingegangen', weiter: 'Ihr Antrag liegt bei uns. Wir beginnen bald mit der Prüfung.',
    en: { wort: 'Received', weiter: 'We have your application. We will start to check it soon.' },
    ruecknehmbar: true,
    nach: ['IN_PRUEFUNG', 'RUECKFRAGE', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT', 'ERLEDIGT'],
  },
  IN_PRUEFUNG: {
    wort: 'In Prüfung', weiter: 'Wir prüfen Ihren Antrag. Wenn etwas fehlt, fragen wir Sie.',
    en: { wort: 'Being checked', weiter: 'We are checking your application. If something is missing, we will ask you.' },
    ruecknehmbar: true,
    nach: ['RUECKFRAGE', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT', 'ERLEDIGT'],
  },
  RUECKFRAGE: {
    wort: 'Rückfrage offen', weiter: 'Wir brauchen noch eine Antwort von Ihnen. Danach prüfen wir weiter.',
    en: { wort: 'Question for you', weiter: 'We still need an answer from you. Then we continue to check.' },
    ruecknehmbar: true,
    nach: ['IN_PRUEFUNG', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT', 'ERLEDIGT'],
  },
  ENTSCHIEDEN: {
    wort: 'Entschieden', weiter: 'Wir haben entschieden. Sie bekommen den Bescheid auf dem Weg, den Sie gewählt haben.',
    en: { wort: 'Decided', weiter: 'We have decided. You get the decision in the way you chose.' },
    ruecknehmbar: false,
    nach: ['BEKANNTGEGEBEN', 'RECHTSBEHELF'],
  },
  BEKANNTGEGEBEN: {
    wort: 'Entschieden', weiter: 'Der Bescheid gilt als bei Ihnen angekommen. Wenn Sie nicht einverstanden sind, können Sie sich wehren. Wie das geht und bis wann, steht am Ende des Bescheids.',
    en: { wort: 'Decided', weiter: 'The decision counts as received by you. If you do not agree, you can object. How to do that and until when is written at the end of the decision.' },
    ruecknehmbar: false,
    // Back when the announcement is disproved (X2-02).
    nach: ['BESTANDSKRAEFTIG', 'RECHTSBEHELF', 'ENTSCHIEDEN'],
  },
  BESTANDSKRAEFTIG: {
    wort: 'Abgeschlossen', weiter: 'Die Frist, um sich zu wehren, ist vorbei. Die Entscheidung ist endgültig. Sie müssen nichts mehr tun.',
    en: { wort: 'Closed', weiter: 'The time to object is over. The decision is final. There is nothing left for you to do.' },
    ruecknehmbar: false,
    nach: ['BEKANNTGEGEBEN', 'ENTSCHIEDEN'],
  },
  RECHTSBEHELF: {
    wort: 'Rechtsbehelf eingelegt', weiter: 'Gegen die Entscheidung läuft ein Widerspruch oder eine Klage. Wir melden uns bei Ihnen.',
    en: { wort: 'Objection made', weiter: 'An objection or a court case against the decision is being dealt with. We will contact you.' },
    ruecknehmbar: false,
    nach: ['ENTSCHIEDEN', 'BESTANDSKRAEFTIG'],
  },
  ERLEDIGT: {
    wort: 'Erledigt', weiter: 'Wir haben Ihre Angaben eingetragen. Sie müssen nichts mehr tun.',
    en: { wort: 'Done', weiter: 'We have entered what you told us. You do not have to do anything else.' },
    ruecknehmbar: false, nach: [],
  },
  ZURUECKGENOMMEN: {
    wort: 'Zurückgezogen', weiter: 'Sie haben den Antrag zurückgenommen. Wir bearbeiten ihn nicht weiter.',
    en: { wort: 'Withdrawn', weiter: 'You have withdrawn the application. We are not working on it any more.' },
    ruecknehmbar: false, nach: [],
  },
  WEITERGELEITET: {
    wort: 'Weitergeleitet', weiter: 'Für Ihren Antrag ist eine andere Stelle zuständig. Wir haben ihn dorthin gegeben. Der Tag des Eingangs bleibt.',
    en: { wort: 'Passed on', weiter: 'Another authority is responsible for your application. We have passed it on. The day of receipt stays the same.' },
    ruecknehmbar: false, nach: [],
  },
  GENEHMIGUNG_FINGIERT: {
    wort: 'Genehmigung gilt als erteilt', weiter: 'Die Frist ist abgelaufen, deshalb gilt Ihr Antrag als genehmigt. Auf Wunsch bescheinigen wir das.',
    en: { wort: 'Counts as approved', weiter: 'The time limit has passed, so your application counts as approved. We can certify this if you wish.' },
    ruecknehmbar: false,
    nach: ['RECHTSBEHELF', 'BESTANDSKRAEFTIG'],
  },
} as const satisfies Record<string, Zustand>

export type AntragStatus = keyof typeof ZUSTAENDE

/** The state in plain words and what comes next, in the language of the reader. */
export const zustandsworte = (status: AntragStatus, sprache: 'de' | 'en'): { readonly wort: string; readonly weiter: string } => (sprache === 'en' ? ZUSTAENDE[status].en : ZUSTAENDE[status])

export const istStatus = (wert: unknown): wert is AntragStatus => typeof wert === 'string' && Object.hasOwn(ZUSTAENDE, wert)

/** May an application go from one state to the other? */
export const darfWerden = (von: AntragStatus, nach: AntragStatus): boolean => (ZUSTAENDE[von].nach as readonly string[]).includes(nach)

/** What an applicant can still take back. */
export const istRuecknehmbar = (status: AntragStatus): boolean => ZUSTAENDE[status].ruecknehmbar

/** A question can be asked and answered while nothing is decided. */
export const istOffen = (status: AntragStatus): boolean => status === 'EINGEGANGEN' || status === 'IN_PRUEFUNG' || status === 'RUECKFRAGE'

/** The stations that an applicant sees, in order. */
export const STATIONEN = [
  { titel: 'Eingegangen', titelEn: 'Received', ab: ['EINGEGANGEN'] },
  { titel: 'In Prüfung', titelEn: 'Being checked', ab: ['IN_PRUEFUNG', 'RUECKFRAGE'] },
  { titel: 'Entschieden', titelEn: 'Decided', ab: ['ERLEDIGT', 'ENTSCHIEDEN', 'BEKANNTGEGEBEN', 'BESTANDSKRAEFTIG', 'RECHTSBEHELF', 'GENEHMIGUNG_FINGIERT'] },
] as const satisfies readonly { titel: string; titelEn: string; ab: readonly AntragStatus[] }[]

/** The same stations where nothing is decided. */
export const stationstitel = (titel: string, anzeige: boolean): string => (!anzeige ? titel : titel === 'Entschieden' ? 'Erledigt' : titel === 'Decided' ? 'Done' : titel)
