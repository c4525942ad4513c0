import { Card, DescriptionList } from '../../../design/index.js'
import { reaction, type Reaction } from '../../../platform/events/index.js'
import { holds } from '../../../platform/usecases/actor.js'
import { registerProgrammreiter, registerSteckbriefteil, strategien } from '../programm/index.js'
import { adresse, Betrag, PFAD, Vzae } from './anzeige.js'
import { summiere } from './domain/summen.js'
import { horizontVon } from './domain/verteilung.js'
import { zeilenVonObjekt } from './lesen.js'
import { vzaebasisVon } from './vzaebasis/lesen.js'
import { Basissatz } from './vzaebasis/page.js'
import { uebernimm } from './uebernehmen/command.js'

/** The plan beside the programme, and the money on every Steckbrief that has some. */
export function registriereAmProgramm(): void {
  registerProgrammreiter({ name: 'finanzplan', titel: 'Finanzplan', pfad: PFAD, recht: 'finanzplan.lesen', rang: 30 })
  registerSteckbriefteil({
    name: 'finanzplan', rang: 30,
    async laden(c, objekt) {
      if (!holds(c.actor, 'finanzplan.lesen')) return null
      const { zeilen, strategie, basis } = await c.app.db.withMandant(c.mandant.id, async (tx) => ({ basis: await vzaebasisVon(tx), zeilen: await zeilenVonObjekt(tx, objekt.id), strategie: (await strategien(tx)).find(({ id }) => id === objekt.strategieId) }))
      if (zeilen.length === 0) return null
      const summen = summiere(zeilen, { horizont: horizontVon(zeilen, strategie?.jahrBis ?? null) })
      const geld = ([['Einmalig', summen.einmaligCent], ['Laufend', summen.laufendCent], ['Schulungen', summen.schulungCent], ['Haushaltsansatz', summen.haushaltCent], ['Förderung', summen.foerderungCent]] as const).filter(([, cent]) => cent !== null)
      return (
        <Card title="Finanzplan">
          <DescriptionList items={[...geld.map(([label, cent]) => ({ label, value: <Betrag cent={cent} /> })), ...(summen.vzaeDezentral === null ? [] : [{ label: 'Dezentrale Mitwirkung (VZÄ)', value: <Vzae wert={summen.vzaeDezentral} /> }])]} />
          {summen.vzaeDezentral === null ? null : <Basissatz c={c} basis={basis} />}
          <p><a href={adresse(`${PFAD}/zeilen`, { strategie: strategie?.kennung, objekt: objekt.id })}>{zeilen.length === 1 ? 'Eine Zeile ansehen' : `${zeilen.length} Zeilen ansehen`}</a></p>
        </Card>
      )
    },
  })
}

/** What the room programm reads in goes into the plan by itself. It does not publish these two at its door, so they are named here. */
const EINGELESEN = ['programm.strategie.angelegt/1', 'programm.strategie.eingelesen/1'] as const

export const reaktionen: readonly Reaction[] = EINGELESEN.map((typ) => reaction({
  name: `finanzplan.nach.${typ.split('.')[2]?.split('/')[0]}`, on: { typ },
  async run(ctx, event) { await uebernimm(ctx, event.objekt.id) },
}))
