import type { CommandContext } from '../../../platform/usecases/usecase.js'
import { antragEinreichen } from '../../verfahren/antraege/index.js'
import type { Antworten, Herkuenfte } from '../formulare/index.js'
import type { Bestaetigung, Erklaerungsnachweis } from './domain/entwurf.js'

export interface Einreichung {
  readonly leistungsversionId: string
  readonly daten: Antworten
  readonly anhaenge: readonly { readonly slot: string; readonly dateiname: string; readonly sha256: string; readonly size: number; readonly mime: string; readonly pruefstatus: 'sauber' | 'ungeprueft' }[]
  readonly kontakt: { readonly name: string; readonly email?: string }
  readonly zustellung: 'postfach' | 'post'
  readonly entwurfId: string
  readonly sprache: 'de' | 'en'
  readonly herkunft: Herkuenfte
  readonly vertretung?: NonNullable<Parameters<typeof antragEinreichen.run>[1]['vertretung']>
  /** With which sign-in it was declared. */
  readonly identitaet: Erklaerungsnachweis
}

/** Hands the declaration to the room antraege in this transaction: the draft is closed exactly when the application exists (A4-12). */
export async function einreichen(ctx: CommandContext, einreichung: Einreichung): Promise<Bestaetigung> {
  const eingabe = { ...einreichung, kanal: 'portal' as const, daten: { ...einreichung.daten }, herkunft: { ...einreichung.herkunft }, anhaenge: [...einreichung.anhaenge] }
  await antragEinreichen.allow.check(ctx.actor, ctx.tx, eingabe)
  const { vorgangsnummer, aktenzeichen, vorgangId, eingangAm, anhaenge } = await antragEinreichen.run(ctx, eingabe)
  return { vorgangsnummer, aktenzeichen, vorgangId, eingangAm, anhaenge }
}
