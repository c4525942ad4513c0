import { Card, formatDate, LinkList } from '../../../design/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { mitarbeitPfad, registerMitarbeitsteil, registerProgrammreiter, registerSteckbriefteil } from '../programm/index.js'
import { letzterStand, offeneBerichte } from './ansehen/query.js'
import { Ampelmarke, berichtPfad, Gesamtmarke, PFAD } from './anzeige.js'
import { monatswort } from './domain/zeitraum.js'

/** The reports beside the programme, and the newest one on every Steckbrief that has to report. */
export function registriereAmProgramm(): void {
  registerProgrammreiter({ name: 'berichte', titel: 'Berichte', pfad: `${PFAD}/uebersicht`, recht: 'berichte.lesen', rang: 30 })
  registerSteckbriefteil({
    name: 'berichte', rang: 30,
    async laden(c, objekt) {
      if (!holds(c.actor, 'berichte.lesen')) return null
      const stand = await c.app.db.withMandant(c.mandant.id, (tx) => letzterStand(tx, objekt.id))
      if (!stand) return null
      return (
        <Card title="Statusbericht">
          <p>{monatswort(stand.monat)}: {stand.fassung ? <a href={berichtPfad(stand.fassung.id)}><Gesamtmarke ampeln={stand.fassung.ampeln} /></a> : <Ampelmarke ampel={null} />}</p>
          <p><a href={`${PFAD}/verlauf/${objekt.id}`}>Alle Berichte und Meilensteintrend</a></p>
        </Card>
      )
    },
  })
  // No lights and no words of the reports: only what this person has to write.
  registerMitarbeitsteil({
    name: 'berichte', rang: 30,
    async laden(c, objekt, { berichtet }) {
      if (!berichtet) return null
      const offen = await c.app.db.withMandant(c.mandant.id, (tx) => offeneBerichte(tx, objekt.id))
      return (
        <Card title="Statusberichte">
          {offen.length === 0 ? <p>Zurzeit ist kein Bericht zu schreiben.</p> : (
            <LinkList label="Statusberichte" items={offen.map(({ zeitraumId, monat, faelligAm, eingereicht }) => ({
              label: monatswort(monat), href: `${mitarbeitPfad(objekt.id)}/bericht/${zeitraumId}`, text: eingereicht ? 'eingereicht, kann berichtigt werden' : `fällig am ${formatDate(faelligAm)}`,
            }))} />
          )}
        </Card>
      )
    },
  })
}
