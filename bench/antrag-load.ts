import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../src/platform/config/root.js'
import { pdf } from '../src/modules/zugang/onlineantrag/test-antrag.js'

/** Bytes of the attachment: a scanned page of a letter, compressed. */
const ATTACHMENT = 60_000

/** An application with one attachment, as a Fachverfahren hands it in; every number another one. */
export function application(number: number): Buffer {
  const day = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 7 }).toString()
  return Buffer.from(JSON.stringify({
    daten: {
      hauptwohnung: true, stellplatz: false, anliegen: 'neu', antragsteller: { vornamen: 'Probe', familienname: `Antrag${number}` },
      geburtsdatum: '1980-05-04', anschrift: { art: 'strasse', strasse: 'Marktplatz', hausnummer: '1', plz: '45999', ort: 'Musterstadt' },
      zone: 'A', fahrzeugArt: 'eigenes', kfz: `MU-AB ${100 + number % 9_000}`, beginn: day, zustellung: 'post', richtig: true, aenderungen: true,
    },
    anhaenge: [{ slot: 'fahrzeugschein', dateiname: `Fahrzeugschein-${number}.pdf`, inhaltBase64: attachment(number).toString('base64') }],
  }))
}

/** A PDF of its own: the same content twice would be stored once. */
export function attachment(number: number): Buffer {
  const page = pdf(`Fahrzeugschein ${number} ${randomUUID()}`)
  return Buffer.concat([page, Buffer.alloc(ATTACHMENT - page.length, `% ${number}\n`)])
}

export interface ServiceAccount { readonly schluessel: string; readonly kontoId: string }

/** A service account of the demo town that may hand in, made by the command line. */
export async function serviceAccount(env: Readonly<Record<string, string>>, ...rights: readonly string[]): Promise<ServiceAccount> {
  const { stdout } = await promisify(execFile)(join(projectRoot, 'bin/stadtkern'),
    ['dienst', 'anlegen', `bench-${randomUUID().slice(0, 8)}`, ...['antrag.einreichen', ...rights].flatMap((right) => ['--recht', right]), '--json'],
    { env: { ...process.env, STADTKERN_MODE: 'demo', STADTKERN_LOG_LEVEL: 'error', ...env } })
  const line = stdout.split('\n').find((text) => text.startsWith('{'))
  if (!line) throw new Error('no service account')
  return JSON.parse(line) as ServiceAccount
}

export interface Sender { send(body: Buffer, key?: string): Promise<{ vorgangsnummer: string }>; close(): void }

/** Posts applications over connections that stay open. @throws when one is not acknowledged */
export function openSender(url: string, { schluessel }: ServiceAccount, connections: number): Sender {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = (body: Buffer, key: string = randomUUID()) => new Promise<{ vorgangsnummer: string }>((resolve, reject) => {
    const headers = { authorization: `Bearer ${schluessel}`, 'content-type': 'application/json', 'content-length': body.length, 'idempotency-key': key }
    request(`${url}/api/antraege/bewohnerparkausweis`, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (answer.statusCode === 201) resolve(JSON.parse(text) as { vorgangsnummer: string })
        else reject(new Error(`${answer.statusCode}: ${text.slice(0, 400)}`))
      })
    }).on('error', reject).end(body)
  })
  return { send, close: () => agent.destroy() }
}
