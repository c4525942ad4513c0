import { arbeitsplatzSeite, EmptyState, FilterBar, LinkButton, SelectField, Table, type ActiveFilter } from '../../../../design/index.js'
import type { Reply, RequestContext } from '../../../../platform/http/route.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { steckbriefPfad } from '../../programm/index.js'
import { adresse, Ausfuhr, Betrag, Finanzreiter, PFAD, Vzae } from '../anzeige.js'
import { BEZUEGE, istVzae, SPALTEN, STAENDE, type Zeile } from '../domain/zeile.js'
import { objektText } from '../gliederung.js'
import { GRUPPEN, type Filter, type zeilenliste } from './query.js'
import { Basissatz } from '../vzaebasis/page.js'

type Liste = Awaited<ReturnType<typeof zeilenliste.run>>

/** „2024 bis 2026, in jedem Jahr, Betrieb ab 03/2024“ */
export const zeitText = ({ jahrVon, jahrBis, bezug, betriebAb }: Zeile): string =>
  [jahrVon === null ? (jahrBis === null ? 'ohne Jahr' : `bis ${jahrBis}`) : jahrBis === jahrVon ? String(jahrVon) : jahrBis === null ? `ab ${jahrVon}` : `${jahrVon} bis ${jahrBis}`, BEZUEGE[bezug], betriebAb ? `Betrieb ab ${String(betriebAb.month).padStart(2, '0')}/${betriebAb.year}` : ''].filter(Boolean).join(', ')

const frage = (filter: Filter): Record<string, string | number | undefined> => ({ strategie: filter.strategie, objekt: filter.objekt, gruppe: filter.gruppe, stand: filter.stand, jahr: filter.jahr, ohneJahr: filter.ohneJahr ? 'ja' : undefined })

export function zeilenPage(c: RequestContext, filter: Filter, liste: Liste): Reply {
  const { strategien, strategie, objekte, zeilen, summeCent, basis } = liste
  const ohne = (name: keyof Filter) => adresse(`${PFAD}/zeilen`, { ...frage(filter), [name]: undefined })
  const objekt = objekte.find(({ id }) => id === filter.objekt)
  const aktiv: ActiveFilter[] = [
    ...(filter.objekt ? [{ label: 'Vorhaben', value: objekt ? objektText(objekt) : 'übergreifend', removeHref: ohne('objekt') }] : []), ...(filter.gruppe ? [{ label: 'Art', value: GRUPPEN[filter.gruppe], removeHref: ohne('gruppe') }] : []),
    ...(filter.stand ? [{ label: 'Stand', value: STAENDE[filter.stand], removeHref: ohne('stand') }] : []), ...(filter.jahr ? [{ label: 'Jahr', value: String(filter.jahr), removeHref: ohne('jahr') }] : []),
    ...(filter.ohneJahr ? [{ label: 'nur', value: 'nicht auf Jahre verteilt', removeHref: ohne('ohneJahr') }] : []),
  ]
  const mitKosten = objekte.filter(({ id }) => zeilen.some(({ zeile }) => zeile.objektId === id) || id === filter.objekt)
  return arbeitsplatzSeite(c, {
    title: 'Zeilen des Finanzplans', preline: strategie?.name ?? 'Alle Strategien', breadcrumb: [{ label: 'Finanzplan', href: adresse(PFAD, { strategie: strategie?.kennung }) }, { label: 'Zeilen' }],
    actions: <>{strategie && holds(c.actor, 'finanzplan.bearbeiten') ? <LinkButton href={adresse(`${PFAD}/zeilen/neu`, { strategie: strategie.kennung, objekt: objekt?.id })} small icon="plus">Neue Zeile</LinkButton> : null}<Ausfuhr pfad={`${PFAD}/zeilen/export`} werte={frage(filter)} /></>,
  }, (
    <div class="sk-stack">
      <Finanzreiter c={c} aktuell="zeilen" strategie={strategie} />
      <FilterBar action={`${PFAD}/zeilen`} active={aktiv} resetHref={adresse(`${PFAD}/zeilen`, { strategie: filter.strategie })} resultText={zeilen.length === 1 ? 'Eine Zeile' : `${zeilen.length} Zeilen`}>
        {strategien.length > 1 ? <SelectField name="strategie" label="Strategie" value={strategie?.kennung ?? ''} emptyLabel="alle Strategien" optional options={strategien.map(({ kennung, name }) => ({ value: kennung, label: name }))} /> : null}
        {mitKosten.length > 0 ? <SelectField name="objekt" label="Vorhaben" value={filter.objekt ?? ''} emptyLabel="alle" optional options={[...mitKosten.map((eines) => ({ value: eines.id, label: objektText(eines) })), { value: 'ohne', label: 'übergreifend' }]} /> : null}
        <SelectField name="gruppe" label="Art" value={filter.gruppe ?? ''} emptyLabel="alle" optional options={Object.entries(GRUPPEN).map(([value, label]) => ({ value, label }))} />
        <SelectField name="stand" label="Stand" value={filter.stand ?? ''} emptyLabel="alle" optional options={Object.entries(STAENDE).map(([value, label]) => ({ value, label }))} />
      </FilterBar>
      <Table caption="Zeilen des Finanzplans" captionHidden dense rows={zeilen} rowKey={({ zeile }) => zeile.id} empty={<EmptyState title="Keine Zeilen"><p>{aktiv.length > 0 ? 'Nehmen Sie einen Filter weg.' : 'Legen Sie die erste Zeile an.'}</p></EmptyState>} columns={[
        { key: 'was', label: 'Zeile', rowHeader: true, cell: ({ zeile }) => <><a href={`${PFAD}/zeilen/${zeile.id}`}>{zeile.bezeichnung}</a><span class="sk-line sk-meta">{SPALTEN[zeile.spalte].name}{zeile.stand === 'veranschlagt' ? ', bereits veranschlagt' : ''}</span></> },
        { key: 'wofuer', label: 'Vorhaben', cell: ({ objekt: eines, strategie: eine }) => <>{eines ? <a href={steckbriefPfad(eines.id)}>{objektText(eines)}</a> : 'übergreifend'}{strategie ? null : <span class="sk-line sk-meta">{eine.name}</span>}</> },
        { key: 'wann', label: 'Jahre', cell: ({ zeile }) => zeitText(zeile) },
        { key: 'produkt', label: 'Produkt und Sachkonto', cell: ({ zeile }) => [zeile.produkt, zeile.sachkonto].filter(Boolean).join(' / ') || '–' },
        { key: 'angabe', label: 'Angabe', align: 'end', nowrap: true, cell: ({ zeile }) => (istVzae(zeile) ? <><Vzae wert={zeile.vzaeHundertstel} /> VZÄ</> : <Betrag cent={zeile.betragCent} />) },
        { key: 'zaehlt', label: filter.jahr ? `Zählt ${filter.jahr}` : 'Zählt', align: 'end', nowrap: true, cell: ({ betragCent }) => <Betrag cent={betragCent} /> },
      ]} footer={[[<strong key="s">Summe</strong>, '', '', '', '', <strong key="b"><Betrag cent={summeCent} /></strong>]]} />
      {zeilen.some(({ zeile }) => istVzae(zeile)) ? <Basissatz c={c} basis={basis} /> : null}
    </div>
  ))
}
