import { HOECHSTENS_ABSTAND, HOECHSTENS_MONATE, HOECHSTENS_TAGE, type Abhaengigkeit, type Eintrag, type Plan, type Planfehler } from './plan.js'

const vor = (a: Temporal.PlainDate | null | undefined, b: Temporal.PlainDate | null | undefined): boolean => Boolean(a && b && Temporal.PlainDate.compare(a, b) < 0)

/** What is wrong with one entry by itself: its length, dates that run backwards. Empty when nothing is. */
export function pruefeEintrag(eintrag: Eintrag): readonly Planfehler[] {
  const { art, fest, nichtVor, frist, istBeginn, istEnde } = eintrag
  const texte: [Planfehler['art'], string][] = []
  if (art === 'aktivitaet') pruefeDauer(eintrag, texte)
  if (art === 'sammel' && (fest || istBeginn || istEnde)) texte.push(['reihenfolge', 'Ein Sammeleintrag richtet sich nach dem, was unter ihm steht. Tragen Sie feste und tatsächliche Termine dort ein.'])
  if (vor(istEnde, istBeginn)) texte.push(['reihenfolge', 'Das tatsächliche Ende liegt vor dem tatsächlichen Beginn.'])
  if (vor(frist, nichtVor)) texte.push(['reihenfolge', 'Die Frist liegt vor dem frühesten Beginn.'])
  if (vor(frist, fest)) texte.push(['reihenfolge', 'Die Frist liegt vor dem festen Termin.'])
  return texte.length === 0 ? NICHTS : texte.map(([fehlerart, text]) => ({ art: fehlerart, ids: [eintrag.id], text: `„${eintrag.titel}“: ${text}` }))
}

const NICHTS: readonly Planfehler[] = []

function pruefeDauer({ dauer, fortlaufend }: Eintrag, texte: [Planfehler['art'], string][]): void {
  const [anzahl, hoechstens] = !dauer ? [1, 1] : 'tage' in dauer ? [dauer.tage, HOECHSTENS_TAGE] : [dauer.monate, HOECHSTENS_MONATE]
  if (!dauer && !fortlaufend) texte.push(['dauer', 'Geben Sie eine Dauer an oder wählen Sie „fortlaufend“.'])
  if (!Number.isSafeInteger(anzahl) || anzahl < 1 || anzahl > hoechstens) texte.push(['dauer', `Die Dauer muss eine ganze Zahl von 1 bis ${hoechstens} sein.`])
}

/** What is wrong with the distance of a dependency. */
export function pruefeAbstand({ vonId, nachId, abstand }: Abhaengigkeit): readonly Planfehler[] {
  if (Number.isSafeInteger(abstand) && Math.abs(abstand) <= HOECHSTENS_ABSTAND) return NICHTS
  return [{ art: 'abhaengigkeit', ids: [vonId, nachId], text: `Der Abstand muss eine ganze Zahl von −${HOECHSTENS_ABSTAND} bis ${HOECHSTENS_ABSTAND} Arbeitstagen sein.` }]
}

export function pruefePlan(plan: Plan): readonly Planfehler[] {
  const fehler: Planfehler[] = []
  for (const eintrag of plan.eintraege) for (const einer of pruefeEintrag(eintrag)) fehler.push(einer)
  for (const abhaengigkeit of plan.abhaengigkeiten) for (const einer of pruefeAbstand(abhaengigkeit)) fehler.push(einer)
  if (new Set(plan.eintraege.map(({ id }) => id)).size < plan.eintraege.length) fehler.push({ art: 'verweis', ids: [], text: 'Zwei Einträge haben dieselbe Kennung.' })
  return fehler
}
