import { address, databaseAddress, integer, listOf, oneOf, text, yesNo, type ValueType } from './values.js'

/** One setting. In YAML its place in this table is its name; in the environment it is `env`. */
export interface Key<T> {
  env: string
  type: ValueType<T>
  /** German, for docs/konfiguration.md. */
  text: string
  default?: T | undefined
  /** Never shown, and not allowed to be a well-known word in production. */
  secret?: true
  /** A path: relative ones count from the project folder, in the file from the file's folder. */
  path?: true
}

type WithDefault<T> = Omit<Key<T>, 'default'> & { default: NoInfer<T> }
type Optional<T> = Omit<Key<T>, 'default'> & { default?: undefined }

const required = <T>(key: WithDefault<T>): WithDefault<T> => key
const optional = <T>(key: Optional<T>): Optional<T> => key

/** Every setting there is. The documentation, the checks and the type `Config` come from this table. */
export const keys = {
  mode: optional({
    env: 'STADTKERN_MODE',
    type: oneOf('demo', 'production'),
    text: 'Betriebsart. Ohne Angabe `demo`, solange es keine Konfigurationsdatei und keinen früheren Echtbetrieb im Datenordner gibt, sonst `production`.',
  }),
  rolle: required({
    env: 'STADTKERN_ROLLE',
    type: oneOf('alles', 'web', 'worker'),
    default: 'alles',
    text: 'Was dieser Prozess tut: Seiten ausliefern (`web`), Aufträge im Hintergrund (`worker`) oder beides.',
  }),
  port: required({
    env: 'PORT',
    type: integer(0, 65535),
    default: 8080,
    text: 'Anschluss des Webservers; 0 nimmt einen freien.',
  }),
  host: required({
    env: 'HOST',
    type: text,
    default: '127.0.0.1',
    text: 'Netzadresse, auf der der Webserver lauscht; `0.0.0.0` für alle, nur hinter einem Proxy mit TLS.',
  }),
  workerPort: optional({
    env: 'STADTKERN_WORKER_PORT',
    type: integer(0, 65535),
    text: 'Anschluss, auf dem ein Prozess der Rolle `worker` `/healthz`, `/readyz` und `/metrics` anbietet; ohne Angabe keiner.',
  }),
  drainSeconds: required({
    env: 'STADTKERN_DRAIN_SECONDS',
    type: integer(0, 60),
    default: 0,
    text: 'So lange nach SIGTERM sagt `/readyz` 503, während ein Webprozess noch alles beantwortet; dann endet er. Etwas länger als der Abstand, in dem der Lastverteiler fragt.',
  }),
  baseUrl: optional({
    env: 'STADTKERN_BASE_URL',
    type: address('http', 'https'),
    text: 'Öffentliche Adresse für Verweise in E-Mails und Schreiben. In der Demo `http://localhost:PORT`, im Echtbetrieb Pflicht und https.',
  }),
  trustedProxies: required({
    env: 'STADTKERN_TRUSTED_PROXIES',
    type: listOf(/^[0-9a-f.:]+(\/\d{1,3})?$/i, 'IP-Adressen oder Netze wie 10.0.0.0/8'),
    default: [],
    text: 'Proxys, deren Angaben über Absender und Verschlüsselung (X-Forwarded-…) geglaubt wird.',
  }),
  data: required({
    env: 'STADTKERN_DATA',
    type: text,
    default: './data',
    path: true,
    text: 'Datenordner: eingebettete Datenbank, Dokumente, Schlüssel.',
  }),
  keysFolder: optional({
    env: 'STADTKERN_KEYS',
    type: text,
    path: true,
    text: 'Ordner der Schlüssel (0700); ohne Angabe `keys` im Datenordner. Der Hauptschlüssel entsteht beim ersten Start. Gehört in die Sicherung, getrennt von den Daten.',
  }),
  database: {
    url: optional({
      env: 'DATABASE_URL',
      type: databaseAddress,
      secret: true,
      text: 'Eigene PostgreSQL-Datenbank (ab Version 18); ohne Angabe die eingebettete. Mehrere Server mit Komma '
        + '(`postgres://…@eins:5432,zwei:5432/stadtkern`): Benutzt wird der, der Änderungen annimmt.',
    }),
    replicaUrl: optional({
      env: 'STADTKERN_DATABASE_REPLICA_URL',
      type: databaseAddress,
      secret: true,
      text: 'Standby, der Suche und Statistik beantwortet; Schreibweise wie `database.url`. Mit denselben Servern ist es '
        + 'immer einer, der gerade keine Änderungen annimmt.',
    }),
    replicaMaxAgeSeconds: required({
      env: 'STADTKERN_DATABASE_REPLICA_MAX_AGE',
      type: integer(2, 300),
      default: 10,
      text: 'Wie viele Sekunden der Standby höchstens zurückliegen darf, sonst antwortet der Primärserver. So lange '
        + 'antwortet er auch denen, die gerade etwas geändert haben.',
    }),
    poolSize: required({
      env: 'STADTKERN_DATABASE_POOL',
      type: integer(2, 500),
      default: 20,
      text: 'Höchstzahl der Datenbankverbindungen dieses Prozesses.',
    }),
    embeddedInProduction: required({
      env: 'STADTKERN_EMBEDDED_IN_PRODUCTION',
      type: yesNo,
      default: false,
      text: 'Erlaubt die eingebettete Datenbank im Echtbetrieb. Nicht empfohlen: ihre Bibliotheken bekommen keine Sicherheitsaktualisierungen des Systems.',
    }),
  },
  session: {
    idleMinutes: required({
      env: 'STADTKERN_SESSION_IDLE_MINUTES',
      type: integer(5, 720),
      default: 30,
      text: 'Abmeldung nach so vielen Minuten ohne Eingabe.',
    }),
    maxHours: required({
      env: 'STADTKERN_SESSION_MAX_HOURS',
      type: integer(1, 24),
      default: 10,
      text: 'Längste Dauer einer Anmeldung in Stunden.',
    }),
  },
  applications: {
    perPersonAndHour: required({
      env: 'STADTKERN_APPLICATIONS_PER_HOUR',
      type: integer(1, 1_000_000),
      default: 120,
      text: 'Wie viele Anträge eine Person (Konto oder Gast) in einer Stunde beginnen kann; danach 429.',
    }),
  },
  smtp: {
    url: optional({
      env: 'SMTP_URL',
      type: address('smtp', 'smtps'),
      secret: true,
      text: 'Mailserver mit Zugangsdaten, etwa `smtps://benutzer:passwort@mail.example.org`. Ohne Angabe gehen keine E-Mails hinaus.',
    }),
    absender: optional({
      env: 'STADTKERN_SMTP_ABSENDER',
      type: text,
      text: 'Absender, wenn der Mandant keinen eigenen hat. Pflicht, wenn ein Mailserver angegeben ist.',
    }),
  },
  s3: {
    endpoint: optional({
      env: 'STADTKERN_S3_ENDPOINT',
      type: address('http', 'https'),
      text: 'S3-Speicher für Dokumente; ohne Angabe das Dateisystem im Datenordner.',
    }),
    bucket: optional({ env: 'STADTKERN_S3_BUCKET', type: text, text: 'Name des Speicherbereichs (Bucket).' }),
    region: required({ env: 'STADTKERN_S3_REGION', type: text, default: 'eu-central-1', text: 'Region.' }),
    accessKeyId: optional({ env: 'STADTKERN_S3_ACCESS_KEY_ID', type: text, text: 'Kennung des Zugangs.' }),
    secretAccessKey: optional({
      env: 'STADTKERN_S3_SECRET_ACCESS_KEY',
      type: text,
      secret: true,
      text: 'Geheimnis des Zugangs.',
    }),
  },
  clamd: {
    url: optional({
      env: 'STADTKERN_CLAMD_URL',
      type: address('tcp', 'unix'),
      text: 'Virenprüfung durch ClamAV, etwa `tcp://127.0.0.1:3310` oder `unix:///run/clamav/clamd.ctl`.',
    }),
  },
  tsa: {
    url: optional({
      env: 'STADTKERN_TSA_URL',
      type: address('http', 'https'),
      text: 'Zeitstempeldienst nach RFC 3161 für die Versiegelung des Protokolls.',
    }),
  },
  log: {
    level: required({
      env: 'STADTKERN_LOG_LEVEL',
      type: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
      default: 'info',
      text: 'Ab welcher Wichtigkeit protokolliert wird.',
    }),
  },
  accessLog: {
    days: required({
      env: 'STADTKERN_ACCESS_LOG_DAYS',
      type: integer(90, 3650),
      default: 365,
      text: 'Wie viele Tage festgehalten bleibt, wer welche personenbezogenen Daten gelesen hat und was abgewiesen wurde; danach wird es gelöscht.',
    }),
  },
  demo: {
    konten: optional({
      env: 'STADTKERN_DEMO_KONTEN',
      type: yesNo,
      text: 'Demokonten mit bekannten Passwörtern. In der Demo an, im Echtbetrieb verboten.',
    }),
    uhr: optional({
      env: 'STADTKERN_DEMO_UHR',
      type: yesNo,
      text: 'Verstellbare Uhr. In der Demo an, im Echtbetrieb verboten.',
    }),
    simulatoren: optional({
      env: 'STADTKERN_DEMO_SIMULATOREN',
      type: yesNo,
      text: 'Nachgebildete Dienste (Servicekonto, Bezahlung, Postversand). In der Demo an, im Echtbetrieb verboten.',
    }),
  },
}

export function isKey(entry: unknown): entry is Key<unknown> {
  return typeof entry === 'object' && entry !== null && 'env' in entry && typeof entry.env === 'string'
}

/** All keys with their dotted YAML names, in the order of the table. */
export function flatKeys(table: object = keys, prefix = ''): { name: string; key: Key<unknown> }[] {
  return Object.entries(table).flatMap(([name, entry]: [string, unknown]) => {
    if (isKey(entry)) return [{ name: prefix + name, key: entry }]
    return typeof entry === 'object' && entry !== null ? flatKeys(entry, `${prefix}${name}.`) : []
  })
}
