import type { VNode } from 'preact'
import { DescriptionList, Money } from '../../../../design/index.js'
import type { RequestContext } from '../../../../platform/http/route.js'
import type { Gebuehrenposition, Leistungsversion } from '../../../grundlagen/leistungen/index.js'
import type { Portaltexte } from '../texte.js'
import { InSprache } from './eintrag.js'
import { Abschnitt } from './seite.js'

interface Eigenschaften { readonly c: RequestContext; readonly t: Portaltexte; readonly leistung: Leistungsversion }

/** What it costs, from the same table that the decision and the payment use (B1-08). */
export function Kosten({ c, t, leistung: { gebuehr, stammdaten } }: Eigenschaften): VNode | null {
  const { kosten, gebuehrenmodell } = stammdaten
  if (gebuehr?.gebuehrenfrei) return <Abschnitt titel={t.kosten}><p>{t.kostenlos}</p></Abschnitt>
  if (gebuehr?.positionen) {
    return (
      <Abschnitt titel={t.kosten}>
        <DescriptionList items={gebuehr.positionen.map((position) => ({
          label: (
            <>
              <InSprache de={position.bezeichnung} en={position.bezeichnungEn} sprache={c.sprache} />
              {position.hinweis ? <span class="sk-line sk-meta"><InSprache de={position.hinweis} en={position.hinweisEn} sprache={c.sprache} /></span> : null}
            </>
          ),
          value: <Betrag position={position} t={t} />,
        }))} />
        {gebuehr.ermaessigungen ? <ul>{gebuehr.ermaessigungen.map((minderung) => (
          <li key={minderung.name}><InSprache de={minderung.bezeichnung} en={minderung.bezeichnungEn} sprache={c.sprache} />: {minderung.prozent === 100 ? t.kostenlos : minderung.prozent === undefined ? <>−<Money cents={BigInt(minderung.cent ?? 0)} /></> : `−${minderung.prozent} %`}</li>
        ))}</ul> : null}
        {gebuehr.zahlung ? <p>{t.zahlung[gebuehr.zahlung.wann]}</p> : null}
        <p class="sk-meta" lang="de">{gebuehr.rechtsgrundlage}</p>
      </Abschnitt>
    )
  }
  if (!kosten && !gebuehrenmodell) return null
  return (
    <Abschnitt titel={t.kosten}>
      {kosten
        ? <ul>{kosten.map(({ text, betrag }, index) => <li key={index}><InSprache de={betrag ? `${text}: ${betrag}` : text} en={stammdaten.en?.kosten?.[index]} sprache={c.sprache} /></li>)}</ul>
        : <p lang="de">{gebuehrenmodell}</p>}
    </Abschnitt>
  )
}

function Betrag({ position: { cent, rahmen, tabelle }, t }: { position: Gebuehrenposition; t: Portaltexte }): VNode {
  if (cent !== undefined) return <Money cents={BigInt(cent)} />
  if (rahmen) return <>{t.von} <Money cents={BigInt(rahmen.von)} /> {t.bis} <Money cents={BigInt(rahmen.bis)} /></>
  if (tabelle) return <span lang="de">{tabelle.map(({ text, cent: betrag }) => <span key={text} class="sk-line">{text}: {betrag === undefined ? t.je : <Money cents={BigInt(betrag)} />}</span>)}</span>
  return <>{t.je}</>
}
