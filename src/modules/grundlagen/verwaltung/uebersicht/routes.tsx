import { arbeitsplatzSeite, Card, CardGrid, EmptyState } from '../../../../design/index.js'
import { access, page } from '../../../../platform/http/route.js'

/** Everything that a person may administer, as cards. */
export const routes = [page({
  path: '/verwaltung', access: access.staff(),
  async handle(c) {
    const eintraege = c.navigation('verwaltung').filter((eintrag) => eintrag.pfad !== '/verwaltung')
    return arbeitsplatzSeite(c, { title: 'Verwaltung' }, eintraege.length === 0
      ? <EmptyState title="Hier gibt es für Sie nichts einzurichten">Wenn Sie etwas einrichten sollen, bitten Sie die Fachadministration um das nötige Recht.</EmptyState>
      : <CardGrid>{eintraege.map((eintrag) => <Card key={eintrag.pfad} title={eintrag.titel} href={eintrag.pfad} />)}</CardGrid>)
  },
})]
