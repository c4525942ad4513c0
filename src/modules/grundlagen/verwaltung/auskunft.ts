import type { Rechteauskunft } from '../../../platform/modul.js'
import { isUuid } from '../../../platform/database/database.js'
import { holds } from '../../../platform/usecases/actor.js'
import { findPersonal } from '../konten/index.js'
import { alleRollen, findEinheitByKuerzel, rollenbildVon } from '../organisation/index.js'

/** Answers for the command line and the matrix: which role holds what, and why somebody may or may not. */
export const rechteauskunft: Rechteauskunft = {
  rollen: (app, mandantId) => app.db.withMandant(mandantId, alleRollen),
  darf: (app, mandantId, kennung, recht, objekt) => app.db.withMandant(mandantId, async (tx) => {
    const konto = await findPersonal(tx, kennung)
    if (!konto) return { allowed: false, why: `Es gibt kein Konto „${kennung}“.` }
    if (konto.status !== 'aktiv') return { allowed: false, why: `Das Konto „${kennung}“ ist nicht aktiv.` }
    const bild = await rollenbildVon(tx, konto.id, app.clock.today())
    const einheitId = objekt ? (isUuid(objekt) ? objekt : (await findEinheitByKuerzel(tx, objekt))?.id) : undefined
    if (objekt && !einheitId) return { allowed: false, why: `Die Einheit „${objekt}“ gibt es nicht.` }
    const actor = { art: 'personal' as const, mandantId, id: konto.id, name: konto.name, ...bild }
    const allowed = holds(actor, recht, einheitId ? { einheitId } : undefined)
    const rollen = bild.zuweisungen.filter((zuweisung) => zuweisung.rechte.has(recht)).map((zuweisung) => `${zuweisung.rolle}${zuweisung.vertretungFuer ? ' (Vertretung)' : ''}`)
    const why = allowed ? `Ja, durch die Rolle ${rollen.join(', ')}.` : rollen.length > 0 ? `Nein: Die Rolle ${rollen.join(', ')} gilt nicht für diese Einheit.` : `Nein: Keine Rolle von ${konto.name} enthält „${recht}“.`
    return { allowed, why }
  }),
}
