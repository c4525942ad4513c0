import { event } from '../../../platform/events/event.js'
import type { Vertrauensniveau } from '../../../platform/usecases/actor.js'

const anbieter = (id: string) => ({ art: 'anbieter', id })

export const anbieterGeaendert = event('identitaet.anbieter.geaendert/1', (id: string, daten: { felder: readonly string[] }) => ({ objekt: anbieter(id), daten }))

export const nutzerkontoVerknuepft = event('identitaet.nutzerkonto.verknuepft/1', (kontoId: string, daten: { anbieterId: string; neu: boolean }) =>
  ({ objekt: { art: 'konto', id: kontoId }, daten }))

export const nutzerkontoAngemeldet = event('identitaet.nutzerkonto.angemeldet/1', (kontoId: string, daten: { anbieterId: string; niveau: Vertrauensniveau; verlangt: Vertrauensniveau }) =>
  ({ objekt: { art: 'konto', id: kontoId }, daten }))

/** Why an answer of a provider was not believed; the sentences are in anmelden/ablehnung.ts. */
export type Ablehnungsgrund =
  | 'abgebrochen' | 'unbekannt' | 'wiederholt' | 'abgelaufen' | 'andererBrowser' | 'signatur' | 'empfaenger' | 'aussteller' | 'zeit' | 'nonce' | 'niveau' | 'unlesbar'
  | 'nichtErreichbar' | 'anderesKonto' | 'keinKonto' | 'gesperrt'

export const anmeldungAbgelehnt = event('identitaet.anmeldung.abgelehnt/1', (anbieterId: string, daten: { grund: Ablehnungsgrund; versuchId?: string; verlangt?: Vertrauensniveau; erhalten?: Vertrauensniveau }) =>
  ({ objekt: anbieter(anbieterId), daten }))

export const notfallkontoBenannt = event('identitaet.notfallkonto.benannt/1', (kontoId: string) => ({ objekt: { art: 'konto', id: kontoId }, daten: {} }))
export const notfallkontoEntfernt = event('identitaet.notfallkonto.entfernt/1', (kontoId: string) => ({ objekt: { art: 'konto', id: kontoId }, daten: {} }))
export const rollenAngeglichen = event('identitaet.rollen.angeglichen/1', (kontoId: string, daten: { neu: readonly string[]; beendet: readonly string[] }) => ({ objekt: { art: 'konto', id: kontoId }, daten }))

const unternehmen = (id: string) => ({ art: 'konto', id })
export const unternehmenAngelegt = event('identitaet.unternehmen.angelegt/1', (id: string) => ({ objekt: unternehmen(id), daten: {} }))
export const mitgliedEingeladen = event('identitaet.mitglied.eingeladen/1', (id: string, daten: { einladungId: string; rolle: string }) => ({ objekt: unternehmen(id), daten }))
export const mitgliedAufgenommen = event('identitaet.mitglied.aufgenommen/1', (id: string, daten: { kontoId: string; rolle: string }) => ({ objekt: unternehmen(id), daten }))
export const mitgliedAusgeschieden = event('identitaet.mitglied.ausgeschieden/1', (id: string, daten: { kontoId: string }) => ({ objekt: unternehmen(id), daten }))
export const kontoGewechselt = event('identitaet.konto.gewechselt/1', (kontoId: string, daten: { durch: string }) => ({ objekt: unternehmen(kontoId), daten }))
