/** The start page for somebody who is not signed in, against a bare Fastify that sends the same bytes. Goal of the ratio: at least 0.3. */
import { requestsPerSecond } from './http-load.js'
import { paired, print, round } from './measure.js'
import { atRest, bareFastify, installation } from './program.js'

const place = installation()
const program = await place.start({ demo: true })
await atRest(program.url)
const bytes = Buffer.from(await (await fetch(`${program.url}/`)).arrayBuffer())
const bare = await bareFastify(place.folder, bytes)
const speed = (url: string) => () => requestsPerSecond(`${url}/`, { seconds: 2, connections: 16 })
await speed(program.url)()
await speed(bare.url)()
const page = await paired(speed(program.url), speed(bare.url))
print({ name: 'portal.page', value: round(page.value), unit: 'pages/s', yardstick: 'bare Fastify, same bytes', ratio: round(page.ratio), n: 5 })
await bare.stop()
await program.stop()
await place.remove()
