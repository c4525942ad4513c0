import { readFileSync } from 'node:fs'
import type { Formular, Frage, Kontext, Texte } from '../index.js'
import { formularAus, texteAusYaml } from '../index.js'

export const HEUTE: Kontext = { heute: Temporal.PlainDate.from('2026-11-22') }

const lies = (datei: string): string =>
  readFileSync(new URL(`../../../../../demo/leistungen/bewohnerparkausweis/${datei}`, import.meta.url), 'utf8')

export const parkausweisJson = (): Record<string, unknown> => JSON.parse(lies('formular.json')) as Record<string,
  unknown>
export const parkausweisTexte = (): Texte => texteAusYaml({ de: lies('texte.de.yaml'), en: lies('texte.en.yaml') })
export const parkausweis = (): Formular => formularAus(parkausweisJson(), parkausweisTexte())

export const DATENSCHUTZ = {
  verantwortlich: 'Stadt', datenschutzbeauftragte: 'Beauftragte', zweck: 'Zweck', rechtsgrundlage: 'Gesetz',
    empfaenger: 'Amt',
  speicherdauer: 'ein Jahr', rechte: 'Auskunft',
}

export type FrageJson = Partial<Frage> & { readonly typ: string, readonly name: string }

/** A form of one page around some questions; every question gets a label and a legal basis. */
export const definition = (fragen: readonly FrageJson[], mehr: Record<string, unknown> = {}) => ({
  format: 'stadtkern-formular/1', name: 'probe', version: '1.0', titel: 'Probe', schriftform: 'keine',
    datenschutz: DATENSCHUTZ,
  seiten: [
    { name: 'datenschutz', titel: 'Datenschutz', art: 'datenschutz', fragen: [] },
    { name: 'seite', titel: 'Seite',
      fragen: fragen.map((frage) => ({ label: frage.name, rechtsgrundlage: '§ 1 X', ...frage })) },
  ],
  ...mehr,
})

export const formularMit = (...fragen: readonly FrageJson[]): Formular => formularAus(definition(fragen))
