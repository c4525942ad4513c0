import { arbeitsplatzSeite, Badge, Button, Card, DateText, DescriptionList, EmptyState, ErrorSummary, FileField, formatDate, Formularfelder, Knopfformular, Money, Table } from '../../../design/index.js'
import type { Formularzustand, Reply, RequestContext } from '../../../platform/http/route.js'
import { holds } from '../../../platform/usecases/actor.js'
import { KASSE, Kassenreiter, zeigeKassenzeichen } from '../forderungen/index.js'
import type { Auszugkopf, Gebuchtezeile } from './ansehen/query.js'
import type { Ergebnis } from './db/tables.js'
import { HOECHSTENS_BYTES } from './domain/camt.js'
import { tagessummen, type Plan } from './domain/zuordnen.js'

export const PFAD = `${KASSE}/kontoauszuege`

/** The statements that were read, and the form for the next. */
export function listeSeite(c: RequestContext, auszuege: readonly Auszugkopf[], zustand: Formularzustand): Reply {
  const fehler = zustand.fehler.find(({ feld }) => feld === 'datei')
  return arbeitsplatzSeite(c, { title: 'Kontoauszüge', hasErrors: zustand.fehler.length > 0 || zustand.meldung !== undefined }, (
    <>
      <Kassenreiter hier="kontoauszuege" />
      <ErrorSummary errors={zustand.fehler.map(({ feld, text }) => ({ field: feld, text }))} />
      {holds(c.actor, 'kasse.buchen') ? (
        <form method="post" action={PFAD} encType="multipart/form-data" class="sk-form" noValidate>
          <Formularfelder c={c} />
          <FileField name="datei" label="Kontoauszug der Bank" hint="Eine Datei nach CAMT.053. Sie sehen zuerst, was gebucht würde." typesText="XML" maxBytes={HOECHSTENS_BYTES} {...(fehler ? { error: fehler.text } : {})} />
          <Button>Hochladen und ansehen</Button>
        </form>
      ) : null}
      <Table caption="Eingelesene Kontoauszüge" captionHidden rows={auszuege} rowKey={({ id }: Auszugkopf) => id} empty={<EmptyState title="Noch kein Kontoauszug"><p>Laden Sie den ersten Auszug hoch.</p></EmptyState>} columns={[
        { key: 'nr', label: 'Auszug', rowHeader: true, cell: ({ id, nr }) => <a href={`${PFAD}/${id}`}>{nr}</a> },
        { key: 'iban', label: 'Konto', cell: ({ iban }) => iban.replace(/(.{4})(?=.)/g, '$1 ') },
        { key: 'ende', label: 'Endsaldo', align: 'end', nowrap: true, cell: ({ ende }) => <Money cents={ende} /> },
        { key: 'stand', label: 'Stand', cell: ({ gebuchtAm }) => (gebuchtAm ? <>gebucht am <DateText instant={gebuchtAm} /></> : <Badge tone="warning">noch nicht gebucht</Badge>) },
      ]} />
    </>
  ))
}

const WORTE: Readonly<Record<Ergebnis, string>> = { gebucht: 'gebucht', zurueckgebucht: 'zurückgebucht', klaerung: 'zur Klärung', ausgang: 'nicht für die Kasse' }

/** What a plan would do, in words. */
export function planText(plan: Plan): string {
  if (plan.art === 'buchen') return `Buchen auf ${plan.teile.map(({ kassenzeichen }) => zeigeKassenzeichen(kassenzeichen)).join(' und ')}${plan.hinweis ? ` (${plan.hinweis})` : ''}`
  if (plan.art === 'zurueckbuchen') return `Zurückbuchen von ${zeigeKassenzeichen(plan.kassenzeichen)}`
  return plan.art === 'klaeren' ? `Zur Klärung: ${plan.text}` : 'Ausgang, nicht für die Kasse'
}

export interface Ansichtszeile extends Gebuchtezeile { readonly was: string }
export const alsAnsicht = (zeile: Gebuchtezeile): Ansichtszeile => ({ ...zeile, was: WORTE[zeile.ergebnis] })

/** One statement: sums by day, every movement, and the button that books it while it is not. */
export function auszugSeite(c: RequestContext, kopf: Auszugkopf, zeilen: readonly Ansichtszeile[]): Reply {
  const darf = !kopf.gebuchtAm && holds(c.actor, 'kasse.buchen')
  return arbeitsplatzSeite(c, {
    title: `Kontoauszug ${kopf.nr}`, breadcrumb: [{ label: 'Kontoauszüge', href: PFAD }, { label: kopf.nr }],
    ...(darf ? { actions: <Knopfformular c={c} action={`${PFAD}/${kopf.id}/buchen`} variant="primary">Jetzt so buchen</Knopfformular> } : {}),
  }, (
    <>
      <p class="sk-lead">{kopf.gebuchtAm ? <>Gebucht am <DateText instant={kopf.gebuchtAm} />.</> : 'Vorschau: Es ist noch nichts gebucht.'}</p>
      <DescriptionList items={[
        { label: 'Konto', value: kopf.iban.replace(/(.{4})(?=.)/g, '$1 ') }, { label: 'Anfangssaldo', value: <Money cents={kopf.anfang} /> }, { label: 'Endsaldo', value: <Money cents={kopf.ende} /> },
        { label: 'Datei', value: kopf.dateiname },
      ]} />
      <Card title="Summen je Tag" flush>
        <Table caption="Summen je Tag" captionHidden rows={tagessummen(zeilen)} rowKey={({ tag }) => tag.toString()} columns={[
          { key: 'tag', label: 'Buchungstag', rowHeader: true, nowrap: true, cell: ({ tag }) => formatDate(tag) }, { key: 'ein', label: 'Eingang', align: 'end', cell: ({ eingang }) => <Money cents={eingang} /> },
          { key: 'geb', label: 'davon gebucht', align: 'end', cell: ({ gebucht }) => <Money cents={gebucht} /> }, { key: 'kl', label: 'zur Klärung', align: 'end', cell: ({ klaerung }) => <Money cents={klaerung} /> },
          { key: 'zu', label: 'zurückgebucht', align: 'end', cell: ({ zurueck }) => <Money cents={zurueck} /> }, { key: 'aus', label: 'anderer Ausgang', align: 'end', cell: ({ ausgang }) => <Money cents={ausgang} /> },
        ]} />
      </Card>
      <Card title="Umsätze" flush>
        <Table caption="Umsätze" captionHidden rows={zeilen} rowKey={({ nr }: Ansichtszeile) => String(nr)} empty={<EmptyState title="Keine Umsätze"><p>In diesem Auszug hat sich nichts bewegt.</p></EmptyState>} columns={[
          { key: 'wer', label: 'Wer', rowHeader: true, cell: ({ gegenseite }) => gegenseite || 'ohne Namen' },
          { key: 'tag', label: 'Tag', nowrap: true, cell: ({ buchungstag }) => formatDate(buchungstag) }, { key: 'text', label: 'Zweck', cell: ({ text }) => <span class="sk-break">{text}</span> },
          { key: 'betrag', label: 'Betrag', align: 'end', nowrap: true, cell: ({ betrag }) => <Money cents={betrag} /> }, { key: 'was', label: kopf.gebuchtAm ? 'Ergebnis' : 'Das geschieht', cell: ({ was }) => was },
        ]} />
      </Card>
    </>
  ))
}
