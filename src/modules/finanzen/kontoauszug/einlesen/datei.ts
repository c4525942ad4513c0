import { Readable } from 'node:stream'
import type { Static } from 'typebox'
import type { App } from '../../../../platform/app.js'
import { HOECHSTENS_BYTES, leseAuszuege, type Auszug } from '../domain/camt.js'
import type { auszugVormerken } from './command.js'

type Vormerkung = Static<typeof auszugVormerken.input>
export interface Aufgenommen { readonly id: string; readonly auszug: Auszug }

/** Reads a bank's file, keeps it as a voucher and notes each statement in it; nothing is booked. @throws Invalid with the reasons */
export async function auszuegeAufnehmen(app: App, mandantId: string, { bytes, dateiname }: { bytes: Uint8Array; dateiname: string }, merkeVor: (eingabe: Vormerkung) => Promise<{ id: string }>): Promise<Aufgenommen[]> {
  const auszuege = leseAuszuege(bytes)
  const { sha256 } = await app.blobs.put(mandantId, Readable.from([Buffer.from(bytes)]), { maxBytes: HOECHSTENS_BYTES })
  const aufgenommen: Aufgenommen[] = []
  for (const auszug of auszuege) {
    const { iban, nr, anfang, ende, zeilen } = auszug
    const { id } = await merkeVor({ iban, nr, sha256, dateiname: (dateiname || 'kontoauszug.xml').slice(-255), anfang: String(anfang), ende: String(ende), zeilen: zeilen.length })
    aufgenommen.push({ id, auszug })
  }
  return aufgenommen
}
