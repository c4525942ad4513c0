import type { ComponentChildren } from 'preact'
import { keptInput } from '../platform/http/kept-input.js'
import type { Reply, RequestContext } from '../platform/http/route.js'
import { Button, LinkButton } from './controls.js'
import { Document, renderPage } from './document.js'
import { ErrorPage, errorTitle } from './errors.js'
import { HiddenFields } from './fields/text.js'
import { formatInstant } from './format.js'
import type { Brand, Crumb, NavGroup, NavItem } from './layouts/frame.js'
import { PageHeader, WorkplaceLayout } from './layouts/workplace.js'
import { PortalLayout, type PortalLinks } from './layouts/portal.js'
import { textsOf } from './texts.js'

/** What a page says of itself; everything around it (town, menu, user, language) comes from the request. */
export interface Seitenkopf {
  readonly title: string
  readonly status?: number
  readonly breadcrumb?: readonly Crumb[]
  readonly hasErrors?: boolean
  readonly headers?: Reply['headers']
}

const LINKS: PortalLinks = { hilfe: '/hilfe', barrierefreiheit: '/barrierefreiheit', impressum: '/impressum', datenschutz: '/datenschutz', rueckmeldung: '/hilfe#rueckmeldung', sprache: '/sprache' }

const marke = (c: Pick<RequestContext, 'mandant' | 'asset'>): Brand => {
  const { profil } = c.mandant
  return {
    name: c.mandant.name, wappenUrl: c.asset('wappen-muster.svg'), ...(profil.claim ? { claim: profil.claim } : {}),
    kontakt: {
      ...(profil.anschrift ? { anschrift: profil.anschrift } : {}), ...(profil.telefon ? { telefon: profil.telefon } : {}),
      ...(profil.email ? { email: profil.email } : {}), ...(profil.oeffnungszeiten ? { oeffnungszeiten: profil.oeffnungszeiten } : {}),
    },
  }
}

const aktuell = (c: RequestContext, pfad: string) => c.path === pfad || (pfad !== '/' && c.path.startsWith(`${pfad}/`))

/** The hidden fields of every posting form: CSRF token and form token. First in the form, because uploads stream behind them. */
export function Formularfelder({ c }: { c: RequestContext }) {
  return <HiddenFields values={c.formFields() as unknown as Record<string, string>} />
}

/** Where one page lies below another entry (mailbox, account), the longer path is the place. */
function portalmenue(c: RequestContext): NavItem[] {
  const eintraege = c.navigation('portal')
  const hier = eintraege.filter(({ pfad }) => aktuell(c, pfad)).toSorted((a, b) => b.pfad.length - a.pfad.length)[0]
  return eintraege.map((eintrag) => ({
    label: (c.sprache === 'en' ? eintrag.titelEn : undefined) ?? eintrag.titel, href: eintrag.pfad, current: eintrag === hier,
    ...(eintrag.anzahl ? { count: eintrag.anzahl, countLabel: textsOf(c.sprache).unread } : {}),
  }))
}

/** A page of the portal, for citizens and companies. `breit` for overviews, otherwise a reading measure. */
export function portalSeite(c: RequestContext, kopf: Seitenkopf & { breite?: 'form' | 'wide' | 'bleed'; robots?: string; suche?: string }, children: ComponentChildren): Reply {
  const angemeldet = c.actor.art === 'buerger'
  const sprachlink = (lang: 'de' | 'en') => {
    if (c.suche.size === 0) return `${c.path}?sprache=${lang}`
    const suche = new URLSearchParams(c.suche)
    suche.set('sprache', lang)
    return `${c.path}?${suche.toString()}`
  }
  return {
    status: kopf.status ?? 200, ...(kopf.headers ? { headers: kopf.headers } : {}),
    ...(c.suche.get('sprache') ? { sprache: c.sprache } : {}),
    html: renderPage(
      <PortalLayout mandant={marke(c)} title={kopf.title} lang={c.sprache} asset={(name) => c.asset(name)} width={kopf.breite ?? 'form'}
        nav={portalmenue(c)}
        breadcrumb={kopf.breadcrumb ?? []}
        links={LINKS}
        languages={[{ lang: 'de', label: 'Deutsch', href: sprachlink('de') }, { lang: 'en', label: 'English', href: sprachlink('en') }]}
        {...(angemeldet ? { user: { name: c.actor.durch ? `${c.actor.durch.name} für ${c.actor.name}` : c.actor.name, href: '/konto', logout: { action: '/abmelden', hidden: <Formularfelder c={c} /> } }, sessionSeconds: c.app.config.session.idleMinutes * 60 } : { loginHref: '/anmelden' })}
        search={{ action: '/leistungen', ...(kopf.suche ? { value: kopf.suche } : {}) }}
        demo={c.app.config.mode === 'demo'} {...(c.hinweis ? { flash: <Hinweis text={c.hinweis} /> } : {})}
        {...(kopf.hasErrors ? { hasErrors: true } : {})} {...(kopf.robots ? { robots: kopf.robots } : {})}>
        {children}
      </PortalLayout>),
  }
}

const KONTO = '/arbeitsplatz/konto'
const KUERZEL = `${KONTO}#tastenkuerzel`

/** A page of the workplace, for staff. */
export function arbeitsplatzSeite(c: RequestContext, kopf: Seitenkopf & { preline?: ComponentChildren; meta?: ComponentChildren; actions?: ComponentChildren; schmal?: boolean; ohneKopf?: boolean }, children: ComponentChildren): Reply {
  const gruppe = (label: string, bereich: 'arbeitsplatz' | 'verwaltung'): NavGroup[] => {
    const items = c.navigation(bereich).map((entry) => ({ label: entry.titel, href: entry.pfad, current: entry.pfad === '/arbeitsplatz' || entry.pfad === '/verwaltung' ? c.path === entry.pfad : aktuell(c, entry.pfad) }))
    return items.length > 0 ? [{ label, items }] : []
  }
  return {
    status: kopf.status ?? 200, ...(kopf.headers ? { headers: kopf.headers } : {}),
    html: renderPage(
      <WorkplaceLayout mandant={marke(c)} title={kopf.title} asset={(name) => c.asset(name)} hilfeHref="/hilfe/arbeitsplatz"
        nav={[...gruppe('Arbeit', 'arbeitsplatz'), ...gruppe('Verwaltung', 'verwaltung')]}
        user={{
          name: c.actor.name, ...(c.actor.fuer ? { inVertretungFuer: String(c.sitzung?.daten['vertretungName'] ?? '') } : {}), logout: { action: '/abmelden', hidden: <Formularfelder c={c} /> },
          links: [{ label: 'Mein Konto', href: KONTO }, { label: 'Tastenkürzel', href: KUERZEL }],
        }}
        search={{ action: '/arbeitsplatz/suche' }} breadcrumb={kopf.breadcrumb ?? []} demo={c.app.config.mode === 'demo'}
        {...(c.hinweis ? { flash: <Hinweis text={c.hinweis} /> } : {})} {...(kopf.hasErrors ? { hasErrors: true } : {})} {...(kopf.schmal ? { narrow: true } : {})}
        {...(c.actor.tastenkuerzel ? { shortcutsHref: KUERZEL } : {})} sessionSeconds={c.app.config.session.idleMinutes * 60}>
        {kopf.ohneKopf ? null : <PageHeader title={kopf.title} preline={kopf.preline} meta={kopf.meta} actions={kopf.actions} />}
        {children}
      </WorkplaceLayout>),
  }
}

/** A page to be printed: town, title, who printed it and when, then the content; no menu. The browser prints it (Strg+P) or saves it as PDF. */
export function druckSeite(c: RequestContext, kopf: { title: string; preline?: ComponentChildren; zurueck: { href: string; label: string } }, children: ComponentChildren): Reply {
  return {
    status: 200,
    html: renderPage(
      <Document title={`${kopf.title} – ${c.mandant.name}`} asset={(name) => c.asset(name)} bodyClass="sk-workplace" robots="noindex">
        <main id="inhalt" class="sk-print">
          <p class="sk-print__hint"><a href={kopf.zurueck.href}>{kopf.zurueck.label}</a> · Drucken oder als PDF speichern: Strg + P (am Mac ⌘ + P)</p>
          <p class="sk-meta">{c.mandant.name} · gedruckt am {formatInstant(c.app.clock.now())} von {c.actor.name}</p>
          {kopf.preline ? <p class="sk-meta">{kopf.preline}</p> : null}
          <h1>{kopf.title}</h1>
          {children}
        </main>
      </Document>),
  }
}

function Hinweis({ text }: { text: string }) {
  return (
    <div class="kern-alert kern-alert--success sk-flash" role="status">
      <div class="kern-alert__header"><span class="kern-icon kern-icon--success" aria-hidden="true" /><span class="kern-title">{text}</span></div>
    </div>
  )
}

/** What an error page knows of its request: nothing but the town when the address fits no route, not even that on a foreign host. */
type Fehlerumgebung = Partial<RequestContext> & Pick<RequestContext, 'app' | 'mandant' | 'asset'>

/** A refusal or a bug as a page in the layout of the area in which it happened. */
export function fehlerSeite(c: Fehlerumgebung | undefined, asset: (name: string) => string, fehler: { status: number; code?: string; text: string; felder?: readonly { feld: string; text: string }[]; vorfall?: string }): string {
  const sprache = c?.sprache ?? 'de'
  const bekannt = ([403, 404, 409, 422, 500, 503] as const).find((status) => status === fehler.status)
  const eigene = fehler.code === undefined ? undefined : EIGENE[fehler.code]?.[sprache]
  const titel = eigene?.titel ?? (bekannt ? errorTitle(bekannt, sprache) : TITEL[fehler.status] ?? 'Das hat nicht geklappt')
  const ohneWorte = ALLGEMEIN.has(fehler.text)
  const start = c?.actor?.art === 'personal' ? '/arbeitsplatz' : '/'
  const zurueck = fehler.status === 404 ? undefined : vorigeSeite(c)
  const ganz = c?.actor ? c as RequestContext : undefined
  const eingaben = ganz && eigene ? keptInput(ganz) : undefined
  const spaet = ganz && eingaben ? { c: ganz, eingaben } : undefined
  const inhalt = (
    <ErrorPage status={bekannt ?? 500} title={titel} homeHref={start} {...(c ? { helpHref: c.actor?.art === 'personal' ? '/hilfe/arbeitsplatz' : '/hilfe' } : {})} {...(fehler.vorfall ? { incident: fehler.vorfall } : {})}
      {...(zurueck ? { actions: <LinkButton href={zurueck}>{sprache === 'en' ? 'Back to the page before' : 'Zurück zur vorigen Seite'}</LinkButton> } : {})}>
      {spaet ? <NochEinmal c={spaet.c} eingaben={spaet.eingaben} code={fehler.code} /> : eigene ? <p>{eigene.text}</p> : ohneWorte ? undefined : <Fehlertext {...fehler} />}
    </ErrorPage>
  )
  if (ganz?.actor.art === 'personal' && /^\/(arbeitsplatz|verwaltung)/.test(ganz.path)) return arbeitsplatzSeite(ganz, { title: titel, ohneKopf: true }, inhalt).html ?? ''
  if (ganz) return portalSeite(ganz, { title: titel, robots: 'noindex' }, inhalt).html ?? ''
  if (!c) return renderPage(<Document title={titel} asset={asset} bodyClass="sk-portal"><main id="inhalt" class="sk-main sk-container">{inhalt}</main></Document>)
  return renderPage(
    <PortalLayout mandant={marke(c)} title={titel} lang={sprache} asset={asset} links={LINKS} loginHref="/anmelden"
      search={{ action: '/leistungen' }} demo={c.app.config.mode === 'demo'} robots="noindex">
      {inhalt}
    </PortalLayout>)
}

/** The page of ours from which a refused form came, so that nobody has to start again from the beginning. */
function vorigeSeite(c: Fehlerumgebung | undefined): string | undefined {
  const von = c?.header ? URL.parse(c.header('referer') ?? '') : null
  const pfad = von && c?.url && von.host === c.url.host ? `${von.pathname}${von.search}` : undefined
  return pfad === undefined || (c?.method === 'GET' && von?.pathname === c.path) ? undefined : pfad
}

/** Refusals that are no question of rights although their number says so. */
const EIGENE: Readonly<Record<string, Readonly<Record<'de' | 'en', { readonly titel: string; readonly text: string }>>>> = {
  abgemeldet: {
    de: { titel: 'Sie sind nicht mehr angemeldet', text: 'Bitte melden Sie sich an und senden Sie das Formular noch einmal.' },
    en: { titel: 'You are no longer signed in', text: 'Please sign in and send the form again.' },
  },
  formularAbgelaufen: {
    de: { titel: 'Dieses Formular ist abgelaufen', text: 'Wir haben Ihre Eingabe nicht übernommen: Die Seite war zu lange offen, oder Sie haben sich inzwischen ab- oder angemeldet. Öffnen Sie die Seite bitte neu und senden Sie das Formular noch einmal.' },
    en: { titel: 'This form has expired', text: 'We have not saved what you entered: the page was open for too long, or you have signed in or out in the meantime. Please open the page again and send the form once more.' },
  },
  nichtErreichbar: {
    de: {
      titel: 'Wir sind gleich wieder da',
      text: 'Das digitale Rathaus kann gerade nichts lesen und nichts speichern. Was Sie abgeschickt oder als Entwurf '
        + 'gespeichert haben, bleibt erhalten. Bitte versuchen Sie es in einer Minute noch einmal. Haben Sie gerade ein '
        + 'Formular abgeschickt: Gehen Sie im Browser eine Seite zurück und senden Sie es dann noch einmal.',
    },
    en: {
      titel: 'We will be back shortly',
      text: 'The digital town hall cannot read or save anything right now. What you have sent or saved as a draft is '
        + 'kept. Please try again in a minute. If you have just sent a form: go back one page in your browser and send '
        + 'it once more then.',
    },
  },
}

const SPAETER = {
  de: 'Wir können gerade nichts speichern. Bitte senden Sie es in einer Minute noch einmal.',
  en: 'We cannot save anything right now. Please send it again in a minute.',
} as const

/** What was entered is still there: as a form that is sent again, once the person is signed in. */
function NochEinmal({ c, eingaben, code }: { c: RequestContext; eingaben: readonly (readonly [string, string])[]; code: string | undefined }) {
  const en = c.sprache === 'en'
  const anmelden = c.path.startsWith('/arbeitsplatz') || c.path.startsWith('/verwaltung') ? '/arbeitsplatz/anmelden' : '/anmelden'
  // Perhaps it was saved after all and only the answer got lost: by its token it is recognised then.
  const gleicher = code === 'nichtErreichbar' && c.formToken ? { _token: c.formToken } : {}
  return (
    <>
      <p>{en ? 'Nothing is lost: what you entered is kept on this page.' : 'Es ist nichts verloren: Was Sie eingegeben haben, liegt auf dieser Seite bereit.'}</p>
      {code === 'nichtErreichbar' ? <p>{SPAETER[c.sprache]}</p> : null}
      {code === 'abgemeldet' ? (
        <p>
          <a class="kern-link" href={anmelden} target="_blank">{en ? 'Sign in (opens a new tab)' : 'Melden Sie sich an (öffnet ein neues Fenster)'}</a>
          {en ? ', then come back here and send it again.' : ', kommen Sie dann hierher zurück und senden Sie noch einmal.'}
        </p>
      ) : null}
      <form method="post" action={`${c.path}${c.url.search}`}>
        <HiddenFields values={{ ...c.formFields(), ...gleicher }} />
        {eingaben.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
        <Button type="submit">{en ? 'Send again' : 'Noch einmal senden'}</Button>
      </form>
    </>
  )
}

/** What is said where nobody has anything particular to say; the error page has better words for it, in both languages. */
const ALLGEMEIN: ReadonlySet<string> = new Set(['Diese Seite gibt es hier nicht.', 'Das gibt es hier nicht.', 'Dafür haben Sie keine Berechtigung.', 'Da ist uns ein Fehler unterlaufen. Ihre Eingabe wurde nicht übernommen.'])

function Fehlertext({ text, felder = [] }: { text: string; felder?: readonly { feld: string; text: string }[] }) {
  return (
    <>
      <p>{text}</p>
      {felder.length > 0 ? <ul class="kern-list kern-list--bullet">{felder.map(({ feld, text: satz }) => <li key={feld}>{feld ? `${feld}: ` : ''}{satz}</li>)}</ul> : null}
    </>
  )
}

/** Titles of the refusals that the error page itself has no words for. */
const TITEL: Readonly<Record<number, string>> = { 413: 'Das ist zu groß', 429: 'Zu viele Versuche' }

/** A form that is one button: „Übernehmen“, „Abmelden“, „Freigeben“. */
export function Knopfformular({ c, action, children, felder = {}, variant = 'secondary', small = false, context }: {
  c: RequestContext; action: string; children: ComponentChildren; felder?: Readonly<Record<string, string>>; variant?: 'primary' | 'secondary' | 'tertiary'; small?: boolean; context?: string
}) {
  return (
    <form method="post" action={action} class="sk-button-form">
      <Formularfelder c={c} /><HiddenFields values={felder} />
      <Button variant={variant} small={small} type="submit" {...(context ? { context } : {})}>{children}</Button>
    </form>
  )
}
