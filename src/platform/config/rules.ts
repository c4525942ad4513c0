import { serversOf } from '../database/addresses.js'
import type { Config } from './index.js'
import type { Reason } from './values.js'

export interface Problem extends Reason {
  /** Dotted name of the setting. */
  key: string
}

/** Words that stand in manuals and examples, and hence in every attacker's list. */
const knownSecrets =
  /^(|admin|changeme|demo|geheim|minioadmin|passwort?|password|postgres|root|secret|stadtkern|test|1234\d*)$/i

/** Rules between several settings; those about single values are in the table. */
export function checkTogether(config: Config, productionBefore: boolean): Problem[] {
  const problems: Problem[] = []
  const add = (key: string, de: string, en: string) => problems.push({ key, de, en })
  const { s3, smtp } = config
  if (smtp.url !== undefined && smtp.absender === undefined) {
    add('smtp.absender', 'fehlt, obwohl ein Mailserver angegeben ist', 'is needed together with smtp.url')
  }
  if (s3.endpoint !== undefined) {
    for (const name of ['bucket', 'accessKeyId', 'secretAccessKey'] as const) {
      if (s3[name] !== undefined) continue
      add(`s3.${name}`, 'fehlt, obwohl s3.endpoint angegeben ist', 'is needed together with s3.endpoint')
    }
  }
  if (config.mode === 'demo' && productionBefore) {
    add(
      'mode',
      `darf nicht demo sein: im Ordner ${config.data} liegen Daten aus dem Echtbetrieb`,
      'cannot be demo: the data folder holds production data',
    )
  }
  if (config.mode === 'production') problems.push(...checkProduction(config))
  return problems
}

function checkProduction(config: Config): Problem[] {
  const problems: Problem[] = []
  const add = (key: string, de: string, en: string) => problems.push({ key, de, en })
  if (config.database.url === undefined && !config.database.embeddedInProduction) {
    add(
      'database.url',
      'fehlt. Im Echtbetrieb bitte eine eigene Datenbank angeben oder database.embeddedInProduction erlauben',
      'is needed in production, or allow database.embeddedInProduction',
    )
  }
  if (!config.baseUrl.startsWith('https://')) {
    add('baseUrl', 'muss im Echtbetrieb mit https:// beginnen', 'must be https in production')
  }
  for (const name of ['konten', 'uhr', 'simulatoren'] as const) {
    if (config.demo[name]) add(`demo.${name}`, 'ist im Echtbetrieb verboten', 'is forbidden in production')
  }
  const secrets: [string, string | undefined][] = [
    ['database.url', passwordIn(config.database.url && serversOf(config.database.url)[0])],
    ['database.replicaUrl', passwordIn(config.database.replicaUrl && serversOf(config.database.replicaUrl)[0])],
    ['smtp.url', passwordIn(config.smtp.url)],
    ['s3.secretAccessKey', config.s3.secretAccessKey],
  ]
  for (const [key, secret] of secrets) {
    if (secret !== undefined && knownSecrets.test(secret)) {
      add(key, 'enthält ein allgemein bekanntes Passwort', 'holds a well-known password')
    }
  }
  return problems
}

/** Undefined without a password: the database may know the process by certificate or socket. */
function passwordIn(url: string | undefined): string | undefined {
  const password = url === undefined ? '' : (URL.parse(url)?.password ?? '')
  return password === '' ? undefined : decodeURIComponent(password)
}

export function warningsOf(config: Config): string[] {
  if (config.mode !== 'production' || config.database.url !== undefined) return []
  return [
    'Echtbetrieb mit der eingebetteten Datenbank: ihre Bibliotheken bekommen keine Sicherheitsaktualisierungen des ' +
      'Systems. Empfohlen ist DATABASE_URL.',
  ]
}
