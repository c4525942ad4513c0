import type { VNode } from 'preact'
import {
  Alert, arbeitsplatzSeite, Badge, Button, Card, ConfirmationPanel, Deadline, EmailField, EmptyState, FormPage, Formularfelder, HiddenFields, KeysetPager, portalSeite, Radios, Tabs, TextareaField, TextField, DateText,
} from '../../../../design/index.js'
import { wert, type Formularzustand, type Reply, type RequestContext } from '../../../../platform/http/route.js'
import type { rueckmeldungen } from './query.js'

const ART = { barriere: 'Eine Barriere: Etwas kann ich nicht lesen oder bedienen', fehler: 'Ein Fehler oder eine falsche Angabe', lob: 'Ein Lob', sonstiges: 'Etwas anderes' }
const ART_EN = { barriere: 'A barrier: I cannot read or use something', fehler: 'A mistake or wrong information', lob: 'Praise', sonstiges: 'Something else' }

export function rueckmeldungPage(c: RequestContext, zustand: Formularzustand): Reply {
  const english = c.sprache === 'en'
  const fehler = (feld: string) => { const treffer = zustand.fehler.find((one) => one.feld === feld); return treffer ? { error: treffer.text } : {} }
  const titel = english ? 'Tell us about this site' : 'Rückmeldung zu dieser Seite'
  const art = wert(zustand.werte, 'art') || (c.suche.get('art') ?? '')
  return portalSeite(c, { title: titel, hasErrors: zustand.fehler.length > 0, breadcrumb: [{ label: english ? 'Home' : 'Startseite', href: '/' }, { label: titel }] }, (
    <FormPage title={titel} action="/rueckmeldung" hidden={c.formFields() as unknown as Record<string, string>}
      errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} submitLabel={english ? 'Send' : 'Absenden'}
      intro={<p>{english ? 'You do not have to give your name. If you leave an e-mail address we will answer you.' : 'Sie müssen Ihren Namen nicht nennen. Wenn Sie eine E-Mail-Adresse angeben, antworten wir Ihnen.'}</p>}>
      {zustand.meldung ? <Alert tone="danger" live="alert"><p>{zustand.meldung}</p></Alert> : null}
      <Radios name="art" label={english ? 'What is it about?' : 'Worum geht es?'} value={art}
        options={Object.entries(english ? ART_EN : ART).map(([value, label]) => ({ value, label }))} {...fehler('art')} />
      <TextareaField name="text" label={english ? 'What would you like to tell us?' : 'Was möchten Sie uns sagen?'} maxLength={4000} rows={6}
        hint={english ? 'If something does not work: what did you want to do, and what happened?' : 'Wenn etwas nicht geht: Was wollten Sie tun, und was ist passiert?'} value={wert(zustand.werte, 'text')} {...fehler('text')} />
      <TextField name="seite" label={english ? 'On which page?' : 'Auf welcher Seite?'} optional value={wert(zustand.werte, 'seite') || (c.suche.get('seite') ?? '')} maxLength={300} {...fehler('seite')} />
      <TextField name="name" label="Name" optional autocomplete="name" value={wert(zustand.werte, 'name')} maxLength={200} {...fehler('name')} />
      <EmailField name="email" label={english ? 'E-mail' : 'E-Mail'} optional value={wert(zustand.werte, 'email')} {...fehler('email')} />
    </FormPage>
  ))
}

export function dankePage(c: RequestContext): Reply {
  const english = c.sprache === 'en'
  const nummer = c.suche.get('nummer') ?? ''
  const titel = english ? 'Thank you' : 'Vielen Dank'
  return portalSeite(c, { title: titel, robots: 'noindex' }, (
    <>
      <ConfirmationPanel title={english ? 'Your message has arrived' : 'Ihre Rückmeldung ist angekommen'}
        {...(/^RM-\d{4}-\d{4,}$/.test(nummer) ? { reference: { label: english ? 'Number' : 'Nummer', value: nummer } } : {})} />
      <p>{english ? 'We read every message. If you left an e-mail address we answer within four weeks.' : 'Wir lesen jede Rückmeldung. Wenn Sie eine E-Mail-Adresse angegeben haben, antworten wir innerhalb von vier Wochen.'}</p>
      <p>{english
        ? 'If it is about a barrier and we do not answer, you can turn to the ombudsperson.'
        : <>Ging es um eine Barriere und wir antworten nicht, hilft die <a href="/barrierefreiheit#ombudsstelle">Ombudsstelle für barrierefreie Informationstechnik</a>.</>}</p>
    </>
  ))
}

type Daten = Awaited<ReturnType<typeof rueckmeldungen.run>>

export function verwaltungPage(c: RequestContext, daten: Daten, alle: boolean): Reply {
  return arbeitsplatzSeite(c, { title: 'Rückmeldungen zur Internetseite' }, (
    <>
      <Tabs label="Ansicht" tabs={[{ label: 'Offen', href: '/verwaltung/rueckmeldungen', current: !alle }, { label: 'Alle', href: '/verwaltung/rueckmeldungen?alle=1', current: alle }]} />
      {daten.zeilen.length === 0 ? <EmptyState title={alle ? 'Noch keine Rückmeldungen' : 'Alles beantwortet'}><p>Rückmeldungen kommen über das Formular auf jeder Seite des Portals.</p></EmptyState> : null}
      {daten.zeilen.map((zeile) => <Rueckmeldung key={zeile.id} c={c} zeile={zeile} />)}
      <KeysetPager {...(daten.weiter ? { nextHref: `/verwaltung/rueckmeldungen?${alle ? 'alle=1&' : ''}nach=${daten.weiter}` } : {})} />
    </>
  ))
}

const KURZ = { barriere: 'Barriere', fehler: 'Fehler', lob: 'Lob', sonstiges: 'Sonstiges' }

function Rueckmeldung({ c, zeile }: { c: RequestContext; zeile: Daten['zeilen'][number] }): VNode {
  const { antwort_bis: bis, erledigt_am: erledigt } = zeile
  return (
    <Card title={zeile.nummer} preline={<><Badge tone={zeile.art === 'barriere' ? 'warning' : 'neutral'}>{KURZ[zeile.art]}</Badge> <DateText instant={zeile.eingegangen_am} /></>}
      actions={<Deadline date={bis} today={c.today} done={erledigt !== null} compact />}>
      {zeile.text.split('\n').map((absatz, index) => <p key={index}>{absatz}</p>)}
      <p class="sk-meta">{zeile.seite ? <>Seite: {zeile.seite} · </> : null}{zeile.name ?? 'ohne Namen'}{zeile.email ? <> · <a href={`mailto:${zeile.email}`}>{zeile.email}</a></> : ' · ohne E-Mail-Adresse'}</p>
      {erledigt
        ? <p>Erledigt am <DateText instant={erledigt} />: {zeile.vermerk}</p>
        : (
          <form method="post" action="/verwaltung/rueckmeldungen" class="sk-form" noValidate>
            <Formularfelder c={c} /><HiddenFields values={{ id: zeile.id }} />
            <TextareaField name="vermerk" id={`vermerk-${zeile.id}`} label={`Was wurde zu ${zeile.nummer} getan oder geantwortet?`} rows={2} maxLength={4000} />
            <Button variant="secondary" small>Als erledigt vermerken</Button>
          </form>
        )}
    </Card>
  )
}
