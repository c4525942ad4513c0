import { Alert, arbeitsplatzSeite, Card, CardGrid, EmptyState, formatBytes } from '../../../../design/index.js'
import { access, page } from '../../../../platform/http/route.js'

/** What is full takes no more files, so it is said before. */
const Speicherwarnung = ({ belegt, grenze }: { readonly belegt: number; readonly grenze: number }) => (
  <Alert tone="warning" title={belegt >= grenze ? 'Der Speicherplatz ist voll' : 'Der Speicherplatz ist bald voll'}>
    <p>{formatBytes(belegt)} von {formatBytes(grenze)} sind belegt. Ist er voll, können weder Bürgerinnen und Bürger noch Beschäftigte Dateien hochladen. Bitte sprechen Sie mit dem Betreiber dieser Installation über mehr Platz.</p>
  </Alert>
)

/** Everything that a person may administer, as cards. */
export const routes = [page({
  path: '/verwaltung', access: access.staff(),
  async handle(c) {
    const eintraege = c.navigation('verwaltung').filter((eintrag) => eintrag.pfad !== '/verwaltung')
    const speicher = eintraege.length > 0 && c.app.storage.nearlyFull(c.mandant.id) ? <Speicherwarnung belegt={c.app.storage.used(c.mandant.id)} grenze={c.mandant.speichergrenze ?? 0} /> : null
    return arbeitsplatzSeite(c, { title: 'Verwaltung' }, eintraege.length === 0
      ? <EmptyState title="Hier gibt es für Sie nichts einzurichten">Wenn Sie etwas einrichten sollen, bitten Sie die Fachadministration um das nötige Recht.</EmptyState>
      : <>{speicher}<CardGrid>{eintraege.map((eintrag) => <Card key={eintrag.pfad} title={eintrag.titel} href={eintrag.pfad} />)}</CardGrid></>)
  },
})]
