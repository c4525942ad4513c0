import type { App } from './platform/app.js'
import { openDatabase } from './platform/database/database.js'
import { addMandant } from './platform/tenancy/mandanten.js'

/** The two demo towns. Ids are fixed so that demo data can be loaded again without a second town. */
const demoTowns = [
  {
    id: '01900000-0000-7000-8000-000000000001', schluessel: 'musterstadt', name: 'Stadt Musterstadt', hosts: ['localhost', '127.0.0.1', 'musterstadt.localhost'],
    profil: {
      claim: 'Rathaus online', land: 'NW', ags: '05999001', behoerde: 'Der Bürgermeister', telefon: '02999 17-0', email: 'rathaus@musterstadt.example',
      anschrift: ['Rathausplatz 1', '45999 Musterstadt'], oeffnungszeiten: ['Mo–Mi 8–16 Uhr', 'Do 8–18 Uhr', 'Fr 8–12 Uhr'],
    },
  },
  {
    id: '01900000-0000-7000-8000-000000000002', schluessel: 'beispielhausen', name: 'Gemeinde Beispielhausen', hosts: ['beispielhausen.localhost'],
    profil: {
      claim: 'Rathaus online', land: 'NW', ags: '05999002', behoerde: 'Die Bürgermeisterin', telefon: '02998 4-0', email: 'info@beispielhausen.example',
      anschrift: ['Am Markt 7', '45998 Beispielhausen'], oeffnungszeiten: ['Mo–Fr 8–12 Uhr'],
    },
  },
] as const

/** Loads the demo data once per installation, room by room, through their commands. Progress shows in /readyz. */
export async function loadDemo(app: App, ownerUrl: string): Promise<void> {
  const owner = openDatabase({ url: ownerUrl, max: 2 })
  const lock = await owner.pool.connect()
  try {
    await lock.query("select pg_advisory_lock(hashtextextended('demo', 0))")
    const known = await owner.pool.query<{ wert: unknown }>("select wert from platform.einstellung where name = 'demo'")
    if (known.rows[0]?.wert === 'geladen') return
    for (const town of demoTowns) await addMandant(owner, town)
    await app.mandanten.reload()
    const seeding = app.module.filter((modul) => modul.seed)
    let begun = 0
    // The rooms of a town one after the other, the towns side by side: most of the time is waiting for the disk.
    const towns = await Promise.allSettled(demoTowns.map(async (town) => {
      for (const modul of seeding) {
        await progress(owner, `loading ${++begun}/${demoTowns.length * seeding.length}`)
        await modul.seed?.(app, town.id, town.schluessel)
      }
      // /readyz says yes from here on: home page and services of the first town are there.
      if (town === demoTowns[0]) await remember(owner, 'demo.bereit', true)
    }))
    const failed = towns.find((town) => town.status === 'rejected')
    if (failed) throw failed.reason
    await progress(owner, 'geladen')
  } finally {
    await lock.query("select pg_advisory_unlock(hashtextextended('demo', 0))").catch(() => undefined)
    lock.release()
    await owner.close()
  }
}

const progress = (owner: ReturnType<typeof openDatabase>, text: string) => remember(owner, 'demo', text)

async function remember(owner: ReturnType<typeof openDatabase>, name: string, wert: string | boolean): Promise<void> {
  await owner.pool.query('insert into platform.einstellung (name, wert) values ($1, $2) on conflict (name) do update set wert = excluded.wert', [name, JSON.stringify(wert)])
}
