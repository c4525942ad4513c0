import { event } from '../../../platform/events/event.js'

export const einheitAngelegt = event('organisation.einheit.angelegt/1', (id: string, daten: { kuerzel: string; oberId: string | null }) =>
  ({ objekt: { art: 'einheit', id }, daten }))

export const einheitGeaendert = event('organisation.einheit.geaendert/1', (id: string, daten: { kuerzel: string; felder: readonly string[] }, grund: string) =>
  ({ objekt: { art: 'einheit', id }, daten, grund }))

export const einheitGeschlossen = event('organisation.einheit.geschlossen/1', (id: string, daten: { kuerzel: string; am: string; rollen: number }, grund: string) =>
  ({ objekt: { art: 'einheit', id }, daten, grund }))

export const einheitWiedereroeffnet = event('organisation.einheit.wiedereroeffnet/1', (id: string, daten: { kuerzel: string }, grund: string) =>
  ({ objekt: { art: 'einheit', id }, daten, grund }))

export const rolleGeaendert = event('organisation.rolle.geaendert/1', (id: string, daten: { schluessel: string; neu: readonly string[]; entzogen: readonly string[] }) =>
  ({ objekt: { art: 'rolle', id }, daten }))

export const rolleZugewiesen = event('organisation.zuweisung.begonnen/1', (id: string, daten: { kontoId: string; rolle: string; einheitId: string | null; von: string; bis: string | null }) =>
  ({ objekt: { art: 'konto', id: daten.kontoId }, daten: { ...daten, zuweisungId: id } }))

export const zuweisungBeendet = event('organisation.zuweisung.beendet/1', (id: string, daten: { kontoId: string; bis: string }) =>
  ({ objekt: { art: 'konto', id: daten.kontoId }, daten: { ...daten, zuweisungId: id } }))

export const vertretungEingerichtet = event('organisation.vertretung.eingerichtet/1', (id: string, daten: { vertretenerId: string; vertreterId: string; von: string; bis: string }, grund: string) =>
  ({ objekt: { art: 'konto', id: daten.vertretenerId }, daten: { ...daten, vertretungId: id }, grund }))

export const vertretungBeendet = event('organisation.vertretung.beendet/1', (id: string, daten: { vertretenerId: string; vertreterId: string }) =>
  ({ objekt: { art: 'konto', id: daten.vertretenerId }, daten: { ...daten, vertretungId: id } }))

export const vertretungAufgenommen = event('organisation.vertretung.aufgenommen/1', (id: string, daten: { vertretenerId: string; vertreterId: string }) =>
  ({ objekt: { art: 'konto', id: daten.vertreterId }, daten: { ...daten, vertretungId: id } }))
