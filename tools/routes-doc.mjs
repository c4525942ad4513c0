// Writes docs/routes.md and docs/rechte.md from what the program says about itself: node_modules/.bin/node tools/routes-doc.mjs
// A demo data folder makes the examples complete; STADTKERN_DATA names another one than ./data.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** The lines of a command that prints one object per line. */
function ask(...args) {
  const output = execFileSync(join(root, 'bin/stadtkern'), [...args, '--json'], { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
  return output.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
}

const cell = (text) => String(text).replaceAll('|', '\\|')
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const generated = (command) => `Diese Datei schreibt \`node tools/routes-doc.mjs\` aus \`bin/stadtkern ${command} --json\`; bitte nicht von Hand ändern.`

/** What `access` means, in words. */
function who(access) {
  const [kind, permission] = access.split(':')
  const words = { oeffentlich: 'alle', gast: 'wer den Antrag stellt, auch ohne Konto', buerger: 'Bürgerkonto', personal: 'Beschäftigte', dienst: 'Schnittstelle' }
  return `${words[kind] ?? kind}${permission ? ` mit \`${permission}\`` : ''}`
}

function routesDoc(routes) {
  const rooms = Map.groupBy(routes, (route) => route.module)
  const parts = [...rooms].toSorted(([a], [b]) => a.localeCompare(b, 'de')).map(([room, list]) => {
    const rows = Map.groupBy(list, (route) => `${route.path} ${route.access}`)
    const lines = [...rows.values()].map((same) => [same.map((route) => route.method).join(', '), `\`${same[0].path}\``, same[0].kind, who(same[0].access)])
    return `## ${room}\n\n${table(['Methode', 'Pfad', 'Art', 'Wer'], lines)}`
  })
  return `# Seiten und Schnittstellen\n\n${generated('routes')}\n\n`
    + `${routes.length} Wege in ${rooms.size} Räumen. Art: \`page\` zeigt etwas, \`form\` gehört zu einem Formular, \`api\` ist für Maschinen. `
    + 'Was jemand auf einer Seite sieht, hängt außerdem von Einheit, Rolle und Vertraulichkeit ab.\n\n'
    + `${parts.join('\n\n')}\n`
}

function permissionsDoc(permissions) {
  const rows = permissions.toSorted((a, b) => a.permission.localeCompare(b.permission)).map(({ permission, sentence, roles }) =>
    [`\`${permission}\``, sentence, roles.length > 0 ? roles.join(', ') : '–'])
  return `# Rechte\n\n${generated('permissions')}\n\nEin Recht gilt dort, wo die Rolle zugewiesen ist: in einer Einheit und allen Einheiten darunter. `
    + 'Die Spalte „Rollen“ nennt die Rollen der mitgelieferten Städte; jede Stadt legt ihre Rollen selbst fest (`/verwaltung/rollen`). '
    + 'Ob jemand etwas darf und warum, sagt `bin/stadtkern permissions can PERSON RECHT [OBJEKT]`.\n\n'
    + `${table(['Recht', 'Erlaubt', 'Rollen'], rows)}\n`
}

writeFileSync(join(root, 'docs/routes.md'), routesDoc(ask('routes')))
writeFileSync(join(root, 'docs/rechte.md'), permissionsDoc(ask('permissions')))
