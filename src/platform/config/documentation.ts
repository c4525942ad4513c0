import { flatKeys } from './keys.js'

/** The text of docs/konfiguration.md, from the table of keys. */
export function configDocumentation(): string {
  const rows = flatKeys().map(({ name, key }) => {
    const value = Array.isArray(key.default) ? key.default.join(', ') : key.default
    const shown = value === undefined || value === '' ? '' : `\`${String(value)}\``
    return `| \`${name}\` | \`${key.env}\` | ${key.type.label} | ${shown} | ${key.text} |`
  })
  return `# Konfiguration

Stadtkern läuft ohne jede Einstellung als Demo. Jede Einstellung lässt sich auf drei Wegen angeben; der erste gilt:

1. Befehlszeile: \`--session.idleMinutes=20\`
2. Umgebungsvariable: \`STADTKERN_SESSION_IDLE_MINUTES=20\`
3. Datei (YAML), genannt in \`STADTKERN_CONFIG\` oder als \`stadtkern.yaml\` im Projektordner:

   \`\`\`yaml
   mode: production
   baseUrl: https://rathaus.example.org
   session:
     idleMinutes: 20
   \`\`\`

Ein Fehler in der Konfiguration beendet den Start mit allen Meldungen auf einmal und dem Rückgabewert 2. Der Echtbetrieb
(\`mode: production\`) lehnt bekannte Passwörter, Demokonten, die Demo-Uhr und Simulatoren ab.

| Einstellung | Umgebungsvariable | Wert | Vorgabe | Bedeutung |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
