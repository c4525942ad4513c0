/** What the command line needs to know of a command without loading it: the help costs nothing. */
export interface CommandContext {
  /** What follows the command's first word, without `--json`: of `clock set X` it is `set X`. */
  readonly args: readonly string[]
  readonly json: boolean
  /** Prints a result: with `--json` the object on one line, otherwise the text. */
  print(object: unknown, text: string): void
}

type Run = (context: CommandContext) => Promise<0 | 1 | 2>

export interface CliCommand {
  /** What follows the name, for example `DIR [--mandant M]`. The options that are checked are those named here. */
  readonly usage: string
  /** German, one line. */
  readonly summary: string
  /** Gives the exit code. Throws `UsageError` for wrong arguments. Absent: a room brings the command along. */
  readonly load?: () => Promise<Run>
  /** Options that are not for people. */
  readonly hidden?: readonly string[]
  /** Also takes settings as `--key=value`. */
  readonly settings?: true
}

const clock = async (): Promise<Run> => (await import('./clock.js')).clockCommand
const mandant = async (): Promise<Run> => (await import('./mandant.js')).mandantCommand
const permissions = async (): Promise<Run> => (await import('./permissions.js')).permissionsCommand
const rechnung = async (): Promise<Run> => (await import('./rechnung.js')).rechnungCommand

/** All commands, in the order in which the help shows them. Those of rooms stand here once more: a test compares. */
export const commandLine: Readonly<Record<string, CliCommand>> = {
  config: { usage: '[--SCHLUESSEL=WERT …]', summary: 'zeigt die geltende Konfiguration ohne Geheimnisse', settings: true, load: async () => (await import('../platform/config/command.js')).configCommand },
  migrate: { usage: '', summary: 'bringt die Datenbank auf den Stand dieses Programms', load: async () => (await import('./migrate.js')).migrateCommand },
  demo: { usage: '[--vorgaenge N] [--mandanten M]', summary: 'nennt Adressen, Anmeldungen und Uhr der Demo; mit --vorgaenge füllt es sie mit so vielen Vorgängen', load: async () => (await import('./demo.js')).demoCommand },
  mandant: { usage: '', summary: 'listet die Städte', load: mandant },
  'mandant anlegen': { usage: 'SCHLUESSEL NAME HOST…', summary: 'legt eine Stadt an oder ändert Namen und Hostnamen', load: mandant },
  'mandant speichergrenze': { usage: 'SCHLUESSEL GROESSE', summary: 'sagt, wie viel eine Stadt speichern darf, etwa 200GB, oder keine', load: mandant },
  'verwalter anlegen': { usage: 'KENNUNG NAME [--email E] [--mandant M]', summary: 'legt eine Person an, die die Stadt einrichtet, und zeigt ihren Startcode, ein einziges Mal' },
  'dienst anlegen': { usage: 'KENNUNG --recht RECHT [--recht …] [--tage N] [--mandant M]', summary: 'legt das Konto einer Schnittstelle an und zeigt ihren Schlüssel, ein einziges Mal' },
  clock: { usage: '', summary: 'zeigt die Geschäftsuhr', load: clock },
  'clock set': { usage: 'ZEITPUNKT', summary: 'stellt die Uhr der Demo, etwa auf 2027-01-04T08:00', load: clock },
  'clock advance': { usage: 'DAUER', summary: 'stellt die Uhr der Demo vor, etwa um P3D', load: clock },
  'clock real': { usage: '', summary: 'stellt die Uhr der Demo wieder richtig', load: clock },
  status: { usage: '', summary: 'zeigt Prozesse, Datenbank und Warteschlange', load: async () => (await import('./status.js')).statusCommand },
  routes: { usage: '', summary: 'listet alle Seiten und Schnittstellen', load: async () => (await import('./routes.js')).routesCommand },
  permissions: { usage: '[--mandant M]', summary: 'listet alle Rechte mit ihren Rollen', load: permissions },
  'permissions can': { usage: 'PERSON RECHT [OBJEKT] [--mandant M]', summary: 'sagt, ob jemand etwas darf, und warum', load: permissions },
  verify: { usage: '[--mandant M]', summary: 'prüft Protokoll, Siegel und Dokumente', load: async () => (await import('./verify.js')).verifyCommand },
  'geheimnisse erneuern': { usage: '[--mandant M]', summary: 'verschlüsselt gespeicherte Geheimnisse so, wie dieses Programm es heute tut', load: async () => (await import('./geheimnisse.js')).geheimnisseCommand },
  backup: { usage: 'DIR [--mandant M]', summary: 'sichert alle Städte oder eine in einen Ordner', load: async () => (await import('./backup.js')).backupCommand },
  restore: { usage: 'DIR [--mandant M] [--ersetzen]', summary: 'spielt eine Sicherung zurück', load: async () => (await import('./backup.js')).restoreCommand },
  'leistung import': { usage: 'ORDNER_ODER_ZIP [--mandant M] [--dry-run] [--entwurf]', summary: 'spielt ein Leistungspaket ein und veröffentlicht es' },
  'leistung export': { usage: 'SCHLUESSEL ZIP [--mandant M]', summary: 'schreibt das Paket einer Leistung als ZIP-Datei' },
  'aktenplan import': { usage: 'DATEI.csv [--mandant M] [--dry-run]', summary: 'liest einen Aktenplan ein und nennt die Unterschiede' },
  'programm import': { usage: 'DATEI [--mandant M] [--dry-run]', summary: 'liest Strategie, Maßnahmen und Finanzplan ein und nennt, was doppelt ist oder fehlt' },
  'finanzplan import': { usage: 'DATEI [--mandant M] [--dry-run] [--strategie S] [--stichtag TAG] [--jahr J] [--dezimal ZEICHEN] [--spalte ZUORDNUNG] [--spalte …]', summary: 'liest Soll-Ist-Zahlen des Haushalts aus CSV oder Excel ein' },
  kennzahlen: { usage: '[--mandant M]', summary: 'nennt alle Kennzahlen mit letztem Wert und Stand' },
  'kennzahlen wert': { usage: 'KENNZAHL STICHTAG WERT --nachweis TEXT [--einheit KUERZEL] [--grund TEXT] [--mandant M]', summary: 'trägt den Wert einer Kennzahl mit Nachweis ein' },
  'prozess check': { usage: 'DATEI.bpmn', summary: 'prüft ein BPMN-Modell so, wie die Freigabe es prüft' },
  'kontoauszug check': { usage: 'DATEI.xml', summary: 'prüft einen Kontoauszug (CAMT.053), ohne ihn einzulesen' },
  'kontoauszug import': { usage: 'DATEI.xml [--mandant M] [--buchen]', summary: 'nimmt einen Kontoauszug auf und bucht mit --buchen, was eindeutig ist' },
  'rechnung validate': { usage: 'DATEI…', summary: 'prüft E-Rechnungen (XML, ZUGFeRD)', hidden: ['--from-stdin'], load: rechnung },
  'rechnung show': { usage: 'DATEI', summary: 'zeigt eine E-Rechnung lesbar', load: rechnung },
}

export interface Found { readonly name: string; readonly command: CliCommand; readonly rest: readonly string[] }

/** The command of these words, the longest name first; a group alone (`leistung`) is none. */
export function findCommand(argv: readonly string[]): Found | undefined {
  for (const words of [2, 1]) {
    const name = argv.slice(0, words).join(' ')
    const command = Object.hasOwn(commandLine, name) ? commandLine[name] : undefined
    if (command && argv.length >= words) return { name, command, rest: argv.slice(words) }
  }
  return undefined
}

/** All commands that begin with this word, with the word alone first. */
export const groupOf = (word: string): string[] => Object.keys(commandLine).filter((name) => name === word || name.startsWith(`${word} `))

/**
 * What is wrong with the arguments as the usage line tells it: options that it does not name, options without their value, words
 * where it takes none. A German sentence, or undefined when nothing is.
 */
export function complaintAbout({ usage, hidden = [], settings }: CliCommand, rest: readonly string[]): string | undefined {
  const options = new Map([...usage.matchAll(/(--[a-z-]+)( [A-Z…]+)?/g)].map(([, name = '', value]) => [name, value !== undefined]))
  for (const name of hidden) options.set(name, false)
  const words: string[] = []
  for (let index = 0; index < rest.length; index++) {
    const argument = rest[index] ?? ''
    if (!argument.startsWith('-') || /^-$|^-[\dP]/.test(argument)) { words.push(argument); continue }
    const takesValue = options.get(argument)
    if (takesValue === undefined) return `Die Option »${argument}« gibt es bei diesem Befehl nicht.`
    if (takesValue && (rest[++index] === undefined || rest[index]?.startsWith('--'))) return `Zu »${argument}« fehlt der Wert.`
  }
  const places = settings ? [] : usage.replaceAll(/\[?--[a-z-]+( [A-Z…]+)?\]?/g, '').match(/\S+/g) ?? []
  const most = places.some((place) => place.includes('…')) ? Infinity : places.length
  if (words.length > most) return `»${words[most] ?? ''}« ist zu viel: ${most === 0 ? 'Der Befehl nimmt keine Angaben.' : 'Bitte prüfen Sie den Aufruf.'}`
  if (rest.some((argument) => hidden.includes(argument))) return undefined
  const least = places.filter((place) => !place.startsWith('[')).length
  return words.length < least ? `Es fehlt: ${places[words.length] ?? ''}` : undefined
}
