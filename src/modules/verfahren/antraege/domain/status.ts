/** What happened to an application so far. Drafts and the moment of sending belong to the room onlineantrag. */
interface Zustand {
  /** In plain words, for the person whose application it is (A7-02). Names nothing internal (A7-03). */
  readonly wort: string
  /** What happens next, or what the person can do. */
  readonly weiter: string
  readonly nach: readonly string[]
  /** Only before the decision may the applicant take the application back (A4-14). */
  readonly ruecknehmbar: boolean
}

/** The one table of states (DOMAIN Z4): buttons, guards and texts read it. */
export const ZUSTAENDE = {
  EINGEGANGEN: {
    wort: 'Eingegangen', weiter: 'Ihr Antrag liegt bei uns. Wir beginnen bald mit der Prüfung.', ruecknehmbar: true,
    nach: ['IN_PRUEFUNG', 'RUECKFRAGE', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT'],
  },
  IN_PRUEFUNG: {
    wort: 'In Prüfung', weiter: 'Wir prüfen Ihren Antrag. Wenn etwas fehlt, fragen wir Sie.', ruecknehmbar: true,
    nach: ['RUECKFRAGE', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT'],
  },
  RUECKFRAGE: {
    wort: 'Rückfrage offen', weiter: 'Wir brauchen noch eine Antwort von Ihnen. Danach prüfen wir weiter.', ruecknehmbar: true,
    nach: ['IN_PRUEFUNG', 'ENTSCHIEDEN', 'ZURUECKGENOMMEN', 'WEITERGELEITET', 'GENEHMIGUNG_FINGIERT'],
  },
  ENTSCHIEDEN: {
    wort: 'Entschieden', weiter: 'Wir haben entschieden. Sie bekommen den Bescheid auf dem Weg, den Sie gewählt haben.', ruecknehmbar: false,
    nach: ['BEKANNTGEGEBEN', 'RECHTSBEHELF'],
  },
  BEKANNTGEGEBEN: {
    wort: 'Entschieden', weiter: 'Der Bescheid gilt als bei Ihnen angekommen. Wenn Sie nicht einverstanden sind, können Sie sich wehren. Wie das geht und bis wann, steht am Ende des Bescheids.', ruecknehmbar: false,
    // Back when the announcement is disproved (X2-02).
    nach: ['BESTANDSKRAEFTIG', 'RECHTSBEHELF', 'ENTSCHIEDEN'],
  },
  BESTANDSKRAEFTIG: {
    wort: 'Abgeschlossen', weiter: 'Die Frist, um sich zu wehren, ist vorbei. Die Entscheidung ist endgültig. Sie müssen nichts mehr tun.', ruecknehmbar: false,
    nach: ['BEKANNTGEGEBEN', 'ENTSCHIEDEN'],
  },
  RECHTSBEHELF: {
    wort: 'Rechtsbehelf eingelegt', weiter: 'Gegen die Entscheidung läuft ein Rechtsbehelf. Wir melden uns bei Ihnen.', ruecknehmbar: false,
    nach: ['ENTSCHIEDEN', 'BESTANDSKRAEFTIG'],
  },
  ZURUECKGENOMMEN: { wort: 'Zurückgezogen', weiter: 'Sie haben den Antrag zurückgenommen. Wir bearbeiten ihn nicht weiter.', ruecknehmbar: false, nach: [] },
  WEITERGELEITET: {
    wort: 'Weitergeleitet', weiter: 'Für Ihren Antrag ist eine andere Stelle zuständig. Wir haben ihn dorthin gegeben. Der Tag des Eingangs bleibt.', ruecknehmbar: false, nach: [],
  },
  GENEHMIGUNG_FINGIERT: {
    wort: 'Genehmigung gilt als erteilt', weiter: 'Die Frist ist abgelaufen, deshalb gilt Ihr Antrag als genehmigt. Auf Wunsch bescheinigen wir das.', ruecknehmbar: false,
    nach: ['RECHTSBEHELF', 'BESTANDSKRAEFTIG'],
  },
} as const satisfies Record<string, Zustand>

export type AntragStatus = keyof typeof ZUSTAENDE

export const istStatus = (wert: unknown): wert is AntragStatus => typeof wert === 'string' && Object.hasOwn(ZUSTAENDE, wert)

/** May an application go from one state to the other? */
export const darfWerden = (von: AntragStatus, nach: AntragStatus): boolean => (ZUSTAENDE[von].nach as readonly string[]).includes(nach)

/** What an applicant can still take back. */
export const istRuecknehmbar = (status: AntragStatus): boolean => ZUSTAENDE[status].ruecknehmbar

/** A question can be asked and answered while nothing is decided. */
export const istOffen = (status: AntragStatus): boolean => status === 'EINGEGANGEN' || status === 'IN_PRUEFUNG' || status === 'RUECKFRAGE'

/** The stations that an applicant sees, in order. */
export const STATIONEN = [
  { titel: 'Eingegangen', ab: ['EINGEGANGEN'] },
  { titel: 'In Prüfung', ab: ['IN_PRUEFUNG', 'RUECKFRAGE'] },
  { titel: 'Entschieden', ab: ['ENTSCHIEDEN', 'BEKANNTGEGEBEN', 'BESTANDSKRAEFTIG', 'RECHTSBEHELF', 'GENEHMIGUNG_FINGIERT'] },
] as const satisfies readonly { titel: string; ab: readonly AntragStatus[] }[]
