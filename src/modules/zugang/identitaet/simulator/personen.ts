import { createHash } from 'node:crypto'

/** People of the simulator. None of them exists; the names are those of the demo towns. */
export interface Testperson { readonly id: string; readonly text: string; readonly claims: Readonly<Record<string, unknown>> }

const person = (id: string, text: string, claims: Record<string, unknown>): Testperson => ({ id, text, claims: { ...claims, postfach: `simulator-${id}` } })

const anschrift = (strasse: string) => ({ street_address: strasse, postal_code: '45991', locality: 'Musterstadt', country: 'DE' })

export const TESTPERSONEN: readonly Testperson[] = [
  person('anna', 'Anna Beispiel, wohnt in Musterstadt', {
    given_name: 'Anna', family_name: 'Beispiel', birthdate: '1990-05-17', birth_family_name: 'Vorlage', email: 'anna.beispiel@example.org', address: anschrift('Am Markt 12 a'),
  }),
  person('bogdan', 'Bogdan Šimić, mit Sonderzeichen im Namen', {
    given_name: 'Bogdan', family_name: 'Šimić', birthdate: '1978-11-02', email: 'bogdan.simic@example.org', address: anschrift('Gartenstraße 3'),
  }),
  person('cem', 'Cem Exempel, zweiter Elternteil von Annas Kind', {
    given_name: 'Cem', family_name: 'Exempel', birthdate: '1988-01-30', email: 'cem.exempel@example.org', address: anschrift('Am Markt 12 a'),
  }),
  person('dora', 'Dora, ohne Familiennamen, Anschrift und E-Mail', { given_name: 'Dora', birthdate: '1969-07-20' }),
]

/** The pseudonym that only this town gets, as bPK2 is for one service only. */
export const pseudonymVon = (mandantId: string, { id }: Testperson): string => createHash('sha256').update(`simulator:${mandantId}:${id}`).digest('base64url')

/** Levels as the providers of the portal network call them, with what a person did for them. */
export const STUFEN = [
  { wort: 'STORK-QAA-Level-1', text: 'Basisregistrierung: Benutzername und Passwort (niedrig)' },
  { wort: 'STORK-QAA-Level-3', text: 'ELSTER-Zertifikat (substantiell)' },
  { wort: 'STORK-QAA-Level-4', text: 'Online-Ausweis (hoch)' },
] as const
