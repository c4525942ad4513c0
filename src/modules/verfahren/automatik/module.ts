import type { Modul } from '../../../platform/modul.js'
import { registerPaketpruefung } from '../../grundlagen/leistungen/index.js'
import { registerFallTeil } from '../fallbearbeitung/index.js'
import { registerDienst } from '../workflow/index.js'
import { automatikTeil } from './ansehen/teil.js'
import { pruefePaket } from './domain/paket.js'
import { erlasseGepruefte, pruefeAutomatik } from './pruefen/dienste.js'
import { registriereSaetze } from './saetze.js'

registerFallTeil(automatikTeil)
registerDienst('automatik.pruefen', (ctx, { vorgangId }) => pruefeAutomatik(ctx, vorgangId))
registerDienst('automatik.erlassen', (ctx, { vorgangId }) => erlasseGepruefte(ctx, vorgangId))
registerPaketpruefung('automatik', async (dateien) => pruefePaket(dateien))
registriereSaetze()

export const modul: Modul = { name: 'automatik', etage: 'verfahren', dependsOn: ['leistungen', 'akten', 'antraege', 'fallbearbeitung', 'workflow', 'bescheide'] }
