/** A signed-in citizen's own page, against a bare Fastify that sends the same bytes. Goal of the ratio: at least 0.07. */
import { requestsPerSecond } from './http-load.js'
import { paired, print, round } from './measure.js'
import { atRest, bareFastify, installation } from './program.js'

const place = installation()
const program = await place.start({ demo: true })
await atRest(program.url)
const cookie = await signIn(program.url, 'erika.muster@example.org', 'Demo-Buerger-2026!')
const response = await fetch(`${program.url}/konto`, { headers: { cookie }, redirect: 'manual' })
if (response.status !== 200) throw new Error(`the account page answered ${response.status}`)
const bytes = Buffer.from(await response.arrayBuffer())
const bare = await bareFastify(place.folder, bytes)
const speed = (url: string) => () => requestsPerSecond(`${url}/konto`, { seconds: 2, connections: 16, headers: { cookie } })
await speed(program.url)()
await speed(bare.url)()
const page = await paired(speed(program.url), speed(bare.url))
print({ name: 'konto.page', value: round(page.value), unit: 'pages/s', yardstick: 'bare Fastify, same bytes', ratio: round(page.ratio, 2), n: 5 })
await bare.stop()
await program.stop()
await place.remove()

/** The way a person goes; gives the cookies of the session. */
async function signIn(url: string, kennung: string, passwort: string): Promise<string> {
  const form = await fetch(`${url}/anmelden`)
  const fields = Object.fromEntries([...(await form.text()).matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [/\bname="([^"]*)"/.exec(tag)?.[1] ?? '', /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '']))
  const answer = await fetch(`${url}/anmelden`, { method: 'POST', redirect: 'manual', headers: { cookie: cookiesOf(form) }, body: new URLSearchParams({ ...fields, kennung, passwort }) })
  if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`)
  return cookiesOf(answer)
}

function cookiesOf(response: Response): string {
  return response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
}
