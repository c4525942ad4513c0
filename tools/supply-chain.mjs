// What the program is made of and whether anybody knows a hole in it: node tools/supply-chain.mjs [FOLDER].
// Writes the bill of materials of what is shipped (CycloneDX) and compares it with the lock file that the licence check reads; then asks
// the registry for known holes. A machine without a registry, or with one that has no such list, is told so and is no failure.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = process.argv[2] ?? '.build'
const npm = (...args) => spawnSync('npm', args, { encoding: 'utf8', maxBuffer: 200_000_000, timeout: 120_000, shell: process.platform === 'win32' })

/** @returns {string} what is wrong, '' when nothing is */
function billOfMaterials() {
  const { stdout, stderr } = npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')
  const bom = parsed(stdout)
  if (bom?.bomFormat !== 'CycloneDX' || !Array.isArray(bom.components)) return `npm sbom gave no bill of materials: ${firstLine(stderr)}`
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const shipped = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
  const ids = new Set(shipped.map(([path, entry]) => `${nameOf(path)}@${entry.version}`))
  const idOf = ({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`
  // Asked to leave out what only developers use, npm also leaves out what both use; so that is done here.
  bom.components = bom.components.filter((component) => ids.has(idOf(component)))
  const listed = new Set(bom.components.map(idOf))
  const missing = [...ids].filter((id) => !listed.has(id))
  if (listed.size < 100) return `Only ${listed.size} components in the bill of materials`
  if (missing.length > 0) return `In the lock file, but not in the bill of materials: ${missing.slice(0, 10).join(', ')}`
  const kept = new Set([bom.metadata?.component?.['bom-ref'], ...bom.components.map((component) => component['bom-ref'])])
  bom.dependencies = (bom.dependencies ?? []).filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }))
  // Where a package was fetched from is nothing that belongs to the program.
  const clean = JSON.stringify(bom, (key, value) => (key === 'externalReferences' ? undefined : value), 1)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'sbom.cdx.json'), clean)
  console.log(`${listed.size} components in ${join(folder, 'sbom.cdx.json')}, as in the lock file`)
  return ''
}

/** @returns {string} what is wrong, '' when nothing is or when nobody could be asked */
function knownHoles() {
  const { stdout, status, error } = npm('audit', '--omit=dev', '--audit-level=high', '--json')
  const report = parsed(stdout)
  const counts = report?.metadata?.vulnerabilities
  if (!counts) {
    console.log(`Not checked for known holes: the registry gave no answer (${firstLine(String(report?.error?.code ?? report?.statusCode ?? error?.code ?? `npm ended with ${status}`))}). Run "npm audit" where it does.`)
    return ''
  }
  const serious = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => ['high', 'critical'].includes(severity))
  if (serious.length > 0) return `Known holes in what is shipped:\n  ${serious.map(({ name, severity, range }) => `${name} ${range}: ${severity}`).join('\n  ')}`
  console.log(`No known hole of severity high or critical in ${counts.total === 0 ? 'what is shipped, nor any other' : `what is shipped (${counts.total} lesser)`}`)
  return ''
}

function parsed(text) {
  try { return JSON.parse(text) } catch { return undefined }
}

const firstLine = (text) => (text ?? '').split('\n').find((line) => line.trim() !== '')?.replaceAll(/https?:\/\/\S+/g, '…').slice(0, 200) ?? ''

const problems = [billOfMaterials(), knownHoles()].filter((text) => text !== '')
if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exitCode = 1
}
