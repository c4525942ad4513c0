import type { DemoApp } from '../demo.js'
import type { Besucher } from '../web.js'
import { probeformular, probeleistung, pdf } from '../../src/modules/zugang/onlineantrag/test-antrag.js'
import { musterstadt } from '../app.js'

const START = '/leistungen/musterleistung/antrag'
const ANSWERS: Readonly<Record<string, string>> = {
  'antragsteller.vornamen': 'Erika', 'antragsteller.familienname': 'Muster', 'anschrift.strasse': 'Hauptstraße', 'anschrift.hausnummer': '1', 'anschrift.plz': '45991',
  'anschrift.ort': 'Musterstadt', hund: 'nein', email: 'erika@example.org', bemerkung: '',
}

export interface Drafts {
  readonly guest: Besucher
  /** Paths of drafts in every state that pages exist for. */
  readonly begun: string; readonly complete: string; readonly sent: string; readonly outdated: string
  readonly number: string
}

/** Drafts of one guest: just begun, ready to be sent, sent, and one whose form has a newer version meanwhile. */
export async function drafts(demo: DemoApp): Promise<Drafts> {
  const { app } = demo
  await probeleistung(app, musterstadt)
  const guest = demo.besucher()
  const begin = async (): Promise<string> => (await guest.senden(START, {})).location?.replace(/\/datenschutz$/, '') ?? ''
  const fill = async (path: string): Promise<string> => {
    for (const page of ['person', 'nachweise', 'kontakt']) {
      const file: Record<string, File> = page === 'nachweise' ? { ausweis: new File([new Uint8Array(pdf())], 'Ausweis.pdf') } : {}
      const { status, html } = await guest.senden(`${path}/${page}`, { ...ANSWERS, ...file, _aktion: 'weiter' })
      if (status !== 303) throw new Error(`${page}: ${status} ${html.slice(0, 500)}`)
    }
    return path
  }
  const outdated = await fill(await begin())
  await probeleistung(app, musterstadt, probeformular((pages) => pages.filter(({ name }) => name !== 'tier'), '2.0'))
  const [begun, complete, sent] = [await begin(), await fill(await begin()), await fill(await begin())]
  await guest.senden(`${sent}/pruefen`, {})
  const number = /[A-Z]{2}-\d{4}-\d{6}-\d/.exec((await guest.get(`${sent}/bestaetigung`)).html)?.[0] ?? ''
  await demo.settle()
  return { guest, begun, complete, sent, outdated, number }
}
