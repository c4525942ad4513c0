import { foldBase } from '../../../../platform/text/index.js'

export const KENNWORT_MINDESTLAENGE = 12
const HOECHSTLAENGE = 200

/** Beginnings of what lists of stolen passwords are full of; checked as folded text without digits and signs. */
const GEWOEHNLICH = [
  'passwort', 'password', 'kennwort', 'geheim', 'qwertz', 'qwerty', 'asdfgh', 'abcdef', 'iloveyou', 'ichliebedich', 'letmein', 'hallowelt', 'hallo', 'willkommen', 'welcome',
  'sommer', 'winter', 'herbst', 'fruehling', 'fruhling', 'admin', 'administrator', 'rathaus', 'stadtverwaltung', 'buergermeister', 'burgermeister', 'schalke', 'dortmund', 'football',
  'monkey', 'dragon', 'master', 'sunshine', 'princess', 'schatz', 'passwortpasswort', 'changeme', 'default', 'test', 'testtest', 'montag', 'freitag', 'januar', 'dezember',
]

/**
 * What speaks against a password, as a sentence that says what to do; undefined when nothing does. Length counts, composition
 * does not: rules for signs and digits only make people write "Sommer2026!" (NIST SP 800-63B 3.1.1).
 * @param eigenes name, sign-in name and address of the person
 */
export function kennwortMangel(kennwort: string, eigenes: readonly string[]): string | undefined {
  if ([...kennwort].length < KENNWORT_MINDESTLAENGE) return `Bitte nehmen Sie mindestens ${KENNWORT_MINDESTLAENGE} Zeichen. Drei oder vier zufällige Wörter hintereinander sind gut zu merken.`
  if (kennwort.length > HOECHSTLAENGE) return `Bitte nehmen Sie höchstens ${HOECHSTLAENGE} Zeichen.`
  if (new Set(kennwort).size < 5) return 'Dieses Passwort wiederholt nur wenige Zeichen. Bitte nehmen Sie ein anderes.'
  if (/^(?:0?1234567890?|abcdefghijkl|qwertzuiop)/i.test(kennwort)) return 'Dieses Passwort ist eine Reihe auf der Tastatur. Bitte nehmen Sie ein anderes.'
  const kern = foldBase(kennwort).replaceAll(/[^a-z]/g, '')
  if (GEWOEHNLICH.includes(kern)) return 'Dieses Passwort steht auf Listen, die Angreifer zuerst probieren. Bitte nehmen Sie ein anderes.'
  const worte = eigenes.flatMap((text) => foldBase(text).split(/[^a-z0-9]+/)).filter((wort) => wort.length >= 4)
  const rest = worte.toSorted((a, b) => b.length - a.length).reduce((text, wort) => text.replaceAll(wort, ''), foldBase(kennwort))
  if (rest.length < 8 && worte.length > 0 && rest.length < kennwort.length) return 'Dieses Passwort besteht fast nur aus Ihrem Namen oder Ihrer Adresse. Bitte nehmen Sie ein anderes.'
  return undefined
}
