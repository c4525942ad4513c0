import { Card, CardGrid, Hero, LinkButton, portalSeite, SearchBox, ButtonRow } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { LEBENSLAGEN, type Katalogeintrag } from '../../../grundlagen/leistungen/index.js'
import { Kurztext, lageName, lageText, titelVon } from '../leistungen/eintrag.js'
import { portaltexte } from '../texte.js'

interface Daten { readonly beliebt: readonly Katalogeintrag[]; readonly lebenslagen: readonly string[]; readonly anzahl: number }

export function startPage(c: RequestContext, { beliebt, lebenslagen, anzahl }: Daten): Reply {
  const t = portaltexte(c.sprache)
  const { telefon, email } = c.mandant.profil
  return portalSeite(c, { title: t.start, breite: 'bleed' }, (
    <>
      <Hero title={t.startTitel} lead={t.startText}>
        <SearchBox id="suche-start" action="/leistungen" label={t.suchfeld} placeholder={t.suchbeispiel} large />
      </Hero>
      <div class="sk-container">
        {beliebt.length > 0
          ? (
            <>
              <h2>{t.beliebt}</h2>
              <CardGrid>
                {beliebt.map((eintrag) => (
                  <Card key={eintrag.schluessel} level={3} href={`/leistungen/${eintrag.schluessel}`} title={titelVon(eintrag, c.sprache)}
                    icon={LEBENSLAGEN[eintrag.lebenslagen[0] ?? '']?.icon ?? 'file'}>
                    <p><Kurztext eintrag={eintrag} sprache={c.sprache} /></p>
                  </Card>
                ))}
              </CardGrid>
            </>
          )
          : null}
        {lebenslagen.length > 0
          ? (
            <>
              <h2>{t.lebenslagen}</h2>
              <CardGrid size="narrow">
                {lebenslagen.map((lage) => (
                  <Card key={lage} level={3} href={`/leistungen?lage=${lage}`} title={lageName(lage, c.sprache)} icon={LEBENSLAGEN[lage]?.icon ?? 'file'}>
                    <p class="sk-meta">{lageText(lage, c.sprache)}</p>
                  </Card>
                ))}
              </CardGrid>
            </>
          )
          : null}
        <p><LinkButton href="/leistungen" variant="secondary" iconEnd="arrow-right">{t.alleLeistungen} ({anzahl})</LinkButton></p>
        <h2>{t.hilfeTitel}</h2>
        <p class="sk-measure">{t.hilfeText}</p>
        <ButtonRow>
          {telefon ? <LinkButton href={`tel:${telefon.replace(/[^+\d]/g, '')}`} variant="secondary" icon="phone">{t.anrufen}: {telefon}</LinkButton> : null}
          {email ? <LinkButton href={`mailto:${email}`} variant="secondary" icon="mail">{t.schreiben}</LinkButton> : null}
          <LinkButton href="/hilfe" variant="tertiary">{t.hilfeLink}</LinkButton>
        </ButtonRow>
      </div>
    </>
  ))
}
