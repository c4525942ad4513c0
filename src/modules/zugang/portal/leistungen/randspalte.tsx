import type { VNode } from 'preact'
import { Card, DescriptionList, type DescriptionItem } from '../../../../design/index.js'
import type { Teil } from './seite.js'

/** What people want to know before they read: for whom, whether to sign in, whether to sign. */
export function Kurzinfo({ t, seite: { leistung: { stammdaten, formular } } }: Teil): VNode {
  const items: DescriptionItem[] = [
    { label: t.filterGruppe, value: stammdaten.zielgruppe.map((gruppe) => t.zielgruppe[gruppe]).join(', ') },
    ...(formular || stammdaten.onlinedienst ? [{ label: t.anmeldung, value: t.niveau[stammdaten.vertrauensniveau] }] : []),
    { label: t.schriftform, value: <>{t.schriftformText[stammdaten.schriftform.art]}{stammdaten.schriftform.norm ? <span class="sk-line sk-meta" lang="de">{stammdaten.schriftform.norm}</span> : null}</> },
  ]
  return <Card title={t.kurz}><DescriptionList items={items} stacked /></Card>
}

/** Every service has a way without computer, on the same page (A1-10), and says who is responsible. */
export function Wege({ c, t, seite: { leistung: { stammdaten }, einheit } }: Teil): VNode {
  const { kanaele } = stammdaten
  const telefon = kanaele.telefon ?? einheit?.telefon ?? undefined
  const email = kanaele.email ?? einheit?.email ?? undefined
  const items: DescriptionItem[] = [
    ...(telefon ? [{ label: t.telefon, value: <a href={`tel:${telefon.replace(/[^+\d]/g, '')}`}>{telefon}</a> }] : []),
    ...(kanaele.behoerdennummer115 ? [{ label: t.b115, value: <a href="tel:115">115</a> }] : []),
    ...(kanaele.persoenlich ? [{ label: t.persoenlich, value: <><span lang="de">{kanaele.persoenlich}</span>{kanaele.termin ? <span class="sk-line">{t.termin[kanaele.termin]}</span> : null}</> }] : []),
    ...(kanaele.post ? [{ label: t.post, value: <span lang="de">{kanaele.post}</span> }] : []),
    ...(email ? [{ label: t.email, value: <a href={`mailto:${email}`}>{email}</a> }] : []),
    ...(einheit && !stammdaten.andereStelle
      ? [{ label: t.zustaendig, value: <span lang="de">{c.mandant.name}<span class="sk-line">{einheit.name}</span>{einheit.anschrift ? <span class="sk-line">{einheit.anschrift}</span> : null}</span> }]
      : []),
  ]
  return <Card title={t.kanaele}><DescriptionList items={items} stacked /></Card>
}
