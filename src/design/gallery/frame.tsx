import type { ComponentChildren, VNode } from 'preact'
import { PortalLayout, WorkplaceLayout } from '../index.js'
import type { AssetUrl, Brand, NavGroup, PortalLayoutProps, WorkplaceLayoutProps } from '../index.js'

/** Invented content around the components, so that they are judged in the surroundings they are made for. */
export interface GalleryPage {
  readonly path: string
  readonly title: string
  readonly render: (asset: AssetUrl) => VNode
}

export const today = Temporal.PlainDate.from('2026-03-16')

const brand = (asset: AssetUrl): Brand => ({
  name: 'Stadt Musterstadt',
  claim: 'Digitales Rathaus',
  wappenUrl: asset('wappen-muster.svg'),
  kontakt: {
    anschrift: ['Rathausplatz 1', '46483 Musterstadt'],
    telefon: '0281 203-0',
    email: 'rathaus@musterstadt.example',
    oeffnungszeiten: ['Montag bis Freitag 8–12 Uhr', 'Donnerstag auch 14–18 Uhr', 'Termine nach Vereinbarung'],
  },
})

const portalNav = [
  { label: 'Dienstleistungen', href: '/leistungen' },
  { label: 'Meine Vorgänge', href: '/vorgaenge' },
  { label: 'Termine', href: '/termine' },
  { label: 'Mängel melden', href: '/maengel' },
  { label: 'Rat und Politik', href: '/rat' },
]

export function portal(asset: AssetUrl, props: Partial<PortalLayoutProps> & {
  title: string
  children: ComponentChildren
  currentNav?: string
}): VNode {
  const nav = portalNav.map((item) => ({ ...item, current: item.label === props.currentNav }))
  return (
    <PortalLayout asset={asset} mandant={brand(asset)} nav={nav} loginHref="/anmelden"
      search={{ action: '/suche' }} demo
      links={{ hilfe: '/hilfe', barrierefreiheit: '/barrierefreiheit', impressum: '/impressum',
        datenschutz: '/datenschutz',
        rueckmeldung: '/rueckmeldung' }}
      languages={[{ lang: 'de', label: 'Deutsch', href: '?lang=de' }, { lang: 'en', label: 'English',
        href: '?lang=en' }]}
      {...props} />
  )
}

const sideNav = (current: string): NavGroup[] => {
  const mark = (group: NavGroup): NavGroup =>
    ({ ...group, items: group.items.map((item) => ({ ...item, current: item.label === current })) })
  return [
    {
      items: [
        { label: 'Übersicht', href: '/', icon: 'home' },
        { label: 'Meine Aufgaben', href: '/aufgaben', icon: 'task', count: 12, countLabel: 'offene Aufgaben' },
        { label: 'Posteingang', href: '/eingang', icon: 'inbox', count: 4, countLabel: 'neue Eingänge' },
      ],
    },
    {
      label: 'Akten',
      items: [
        { label: 'Vorgänge', href: '/vorgaenge', icon: 'folder' },
        { label: 'Personen', href: '/personen', icon: 'people' },
        { label: 'Termine', href: '/termine', icon: 'calendar' },
        { label: 'Rechnungen', href: '/rechnungen', icon: 'euro', count: 3, countLabel: 'offene Rechnungen' },
      ],
    },
    {
      label: 'Haus',
      items: [
        { label: 'Kennzahlen', href: '/kennzahlen', icon: 'chart' },
        { label: 'Wissen', href: '/wissen', icon: 'book' },
        { label: 'Verwaltung', href: '/verwaltung', icon: 'settings' },
      ],
    },
  ].map(mark as (g: object) => NavGroup)
}

export function workplace(asset: AssetUrl, props: Partial<WorkplaceLayoutProps> & {
  title: string
  children: ComponentChildren
  currentNav: string
}): VNode {
  return (
    <WorkplaceLayout asset={asset} mandant={brand(asset)} nav={sideNav(props.currentNav)} hilfeHref="/hilfe" demo
      search={{ action: '/suche' }}
      user={{
        name: 'Ayşe Yılmaz',
        role: 'Sachbearbeitung Bürgerdienste',
        links: [{ label: 'Einstellungen', href: '/einstellungen', icon: 'settings' }],
        logout: { action: '/abmelden' },
        vertretungSlot: <p>Sie können Jörg Größmann vertreten.</p>,
      }} {...props} />
  )
}
