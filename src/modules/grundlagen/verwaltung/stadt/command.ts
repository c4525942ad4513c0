import { sql } from 'kysely'
import { Type } from 'typebox'
import { profilGeaendert } from '../events.js'
import { LAENDER } from '../../../../platform/time/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { can } from '../../../../platform/usecases/allow.js'
import { command } from '../../../../platform/usecases/usecase.js'

const zeilen = Type.Array(Type.String({ maxLength: 200 }), { maxItems: 10 })

/** What every page and letter of the town shows of it. */
export const profilAendern = command({
  name: 'verwaltung.profilAendern',
  input: Type.Object({
    claim: Type.String({ maxLength: 100 }), land: Type.String({ maxLength: 2 }), ags: Type.String({ pattern: '^(\\d{8})?$' }), behoerde: Type.String({ minLength: 2, maxLength: 100 }),
    telefon: Type.String({ maxLength: 50 }), email: Type.String({ maxLength: 200 }), anschrift: zeilen, oeffnungszeiten: zeilen,
  }, { additionalProperties: false }),
  allow: can('mandant.verwalten')(),
  async run({ tx, emit, mandantId }, profil) {
    const felder = []
    if (!(profil.land in LAENDER)) felder.push({ feld: 'land', text: 'Bitte wählen Sie ein Bundesland. Danach richten sich die Feiertage.' })
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(profil.email)) felder.push({ feld: 'email', text: 'Bitte geben Sie eine vollständige E-Mail-Adresse an. Von ihr kommen alle E-Mails der Stadt.' })
    if (profil.anschrift.length === 0) felder.push({ feld: 'anschrift', text: 'Bitte geben Sie die Anschrift an. Sie steht in jedem Brief.' })
    if (felder.length > 0) throw new Invalid(felder)
    await sql`select platform.profil_setzen(${JSON.stringify(profil)}::jsonb)`.execute(tx)
    emit(profilGeaendert(mandantId, { felder: Object.keys(profil) }))
  },
})
