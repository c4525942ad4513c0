import type { App } from '../../../../platform/app.js'
import { Alert, arbeitsplatzSeite, Button, ButtonRow, ErrorSummary, formatMoney, Formularfelder, LinkButton, SelectField, TextareaField, TextField } from '../../../../design/index.js'
import { isUuid } from '../../../../platform/database/database.js'
import { Invalid, NotFound } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { findMissingGlyphs } from '../../../../platform/pdf/index.js'
import { istBearbeitbar } from '../../../akte/akten/index.js'
import { bescheide } from '../db/tables.js'
import type { Inhalt } from '../domain/inhalt.js'
import { istKorrekturart, KORREKTUREN, type Korrekturart } from '../domain/korrektur.js'
import { bescheidKorrigieren } from './command.js'
import { korrekturVorschlagen, type Korrekturvorschlag } from './query.js'

const idAus = (c: RequestContext): string => { const id = c.params['id']; if (!isUuid(id)) throw new NotFound(); return id }
const artAus = (c: RequestContext): Korrekturart => { const art = c.params['art'] ?? ''; if (!istKorrekturart(art)) throw new NotFound(); return art }
/** What keeps a decision of this kind from being signed („art“: the person was not heard) is said where its legal basis stands. */
const fehlerIn = ({ fehler }: Formularzustand) => fehler.map(({ feld, text }) => ({ feld: feld === 'art' ? 'norm' : feld, text }))
const fehlerAn = (zustand: Formularzustand, feld: string): { error?: string } => { const text = fehlerIn(zustand).find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
const fallpfad = ({ vorgang }: Korrekturvorschlag) => `/arbeitsplatz/vorgaenge/${vorgang.vorgangsnummer}`

const beispiel = (ende: string) => async (app: App): Promise<string | undefined> => {
  const [mandant] = app.mandanten.all()
  const row = mandant && await app.db.withMandant(mandant.id, (tx) => bescheide(tx).selectFrom('bescheide.bescheid').select('id').where('erlassen_am', 'is not', null).where('vorgaenger_id', 'is', null).orderBy('id', 'desc').limit(1).executeTakeFirst())
  return row && `/arbeitsplatz/bescheide/${row.id}/aendern${ende}`
}

/** Why nothing can be changed here, or not now. */
function hindernis({ bescheid, vorgang, laufend }: Korrekturvorschlag): string | undefined {
  if (!bescheid.erlassenAm) return 'Der Bescheid ist noch nicht erlassen. Solange können Sie den Entwurf selbst ändern.'
  if (!istBearbeitbar(vorgang.status)) return 'Der Vorgang ist zu den Akten gelegt. Öffnen Sie ihn zuerst wieder, mit dem Grund dafür.'
  return laufend && laufend.status !== 'entwurf' ? 'Eine Änderung dieses Bescheids liegt zur Zeichnung. Warten Sie sie ab.' : undefined
}

/** Which of the three it is: the law tells them apart, not the wish. */
async function waehlen(c: RequestContext): Promise<Reply> {
  const stand = await c.ask(korrekturVorschlagen, { bescheidId: idAus(c) })
  const warum = hindernis(stand)
  return arbeitsplatzSeite(c, { title: 'Bescheid nachträglich ändern', preline: `${stand.vorgang.vorgangsnummer} · ${stand.vorgang.betreff}`, schmal: true, breadcrumb: [{ label: `Vorgang ${stand.vorgang.vorgangsnummer}`, href: fallpfad(stand) }, { label: 'Bescheid ändern' }] }, (
    <>
      {warum ? <Alert tone="warning" title="Das geht gerade nicht" actions={<LinkButton small variant="secondary" href={fallpfad(stand)}>Zum Vorgang</LinkButton>}><p>{warum}</p></Alert> : null}
      <p class="sk-lead">Der erlassene Bescheid bleibt, wie er ist. Es gibt dazu einen neuen Bescheid, den eine zweite Person zeichnet.</p>
      <ul class="sk-plain-list">
        {Object.entries(KORREKTUREN).map(([art, { wort, wann, knopf }]) => (
          <li key={art}><h2 class="sk-h3">{wort}</h2><p>{wann}</p>{warum ? null : <p><LinkButton variant="secondary" href={`/arbeitsplatz/bescheide/${stand.bescheid.id}/aendern/${art}`}>Bescheid {knopf}</LinkButton></p>}</li>
        ))}
      </ul>
      <p>Will die Person nach Ablauf der Frist eine neue Entscheidung (§ 51 VwVfG NRW), öffnen Sie den Vorgang wieder und entscheiden neu.</p>
    </>
  ))
}

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const art = artAus(c)
  const { wort, belastend, jahresfrist, normen, wann } = KORREKTUREN[art]
  const stand = await c.ask(korrekturVorschlagen, { bescheidId: idAus(c) })
  const inhalt = stand.vorschlag(art)
  const eingegeben = Object.keys(zustand.werte).length > 0
  const w = (name: string, vorgabe = '') => (eingegeben ? wert(zustand.werte, name) : vorgabe)
  const warum = hindernis(stand)
  const zurueck = stand.laufend?.zeichnungen.findLast((one) => one.gilt && one.art === 'ZURUECKGEGEBEN')
  return arbeitsplatzSeite(c, {
    title: wort, preline: `${stand.vorgang.vorgangsnummer} · ${stand.vorgang.betreff}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: `Vorgang ${stand.vorgang.vorgangsnummer}`, href: fallpfad(stand) }, { label: 'Bescheid ändern', href: `/arbeitsplatz/bescheide/${stand.bescheid.id}/aendern` }, { label: wort }],
  }, warum ? <Alert tone="warning" title="Das geht gerade nicht" actions={<LinkButton small variant="secondary" href={fallpfad(stand)}>Zum Vorgang</LinkButton>}><p>{warum}</p></Alert> : (
    <form method="post" action={`/arbeitsplatz/bescheide/${stand.bescheid.id}/aendern/${art}`} class="sk-form" noValidate>
      <ErrorSummary errors={[...fehlerIn(zustand).map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <p class="sk-lead">{wann}</p>
      {zurueck ? <Alert tone="warning" title="Zurückgegeben mit einer Bitte"><p>{zurueck.grund}</p></Alert> : null}
      {belastend ? <Alert title="Vorher anhören"><p>Vor einer Rücknahme und einem Widerruf hören Sie die Person an (§ 28 VwVfG NRW): <a href={`${fallpfad(stand)}/anhoerung`}>Anhörung</a>.</p></Alert> : null}
      {belastend && stand.gebuehr ? <Alert tone="warning" title="Gebühr prüfen"><p>Für den Bescheid sind {formatMoney(stand.gebuehr)} festgesetzt. Prüfen Sie, ob etwas zu erstatten ist. Die Kasse bekommt dafür keine Nachricht von allein.</p></Alert> : null}
      <Formularfelder c={c} />
      <SelectField name="norm" label="Rechtsgrundlage" value={w('norm', normen.length === 1 ? normen[0] : '')} options={normen.map((norm) => ({ value: norm, label: norm }))} {...fehlerAn(zustand, 'norm')} />
      {belastend ? <TextField name="wirkungAb" type="date" width={10} label="Der Bescheid gilt nicht mehr ab" value={w('wirkungAb')} {...fehlerAn(zustand, 'wirkungAb')} /> : null}
      {jahresfrist ? <TextField name="kenntnisAm" type="date" width={10} optional label="Von den Tatsachen erfahren am" hint="Ab diesem Tag haben Sie ein Jahr Zeit (§ 48 Abs. 4 VwVfG NRW). Bei einem belastenden Bescheid nicht nötig." value={w('kenntnisAm')} {...fehlerAn(zustand, 'kenntnisAm')} /> : null}
      <TextField name="betreff" label="Betreff" value={w('betreff', inhalt.betreff)} maxLength={300} {...fehlerAn(zustand, 'betreff')} />
      <TextareaField name="tenor" label="Entscheidung" rows={5} maxLength={20_000} value={w('tenor', inhalt.tenor)} {...fehlerAn(zustand, 'tenor')} />
      <TextareaField name="begruendung" label="Begründung" rows={8} maxLength={20_000} value={w('begruendung', inhalt.begruendung)} {...fehlerAn(zustand, 'begruendung')} />
      <TextareaField name="kosten" label="Kosten" rows={2} maxLength={20_000} optional value={w('kosten', inhalt.kosten)} {...fehlerAn(zustand, 'kosten')} />
      <p class="sk-meta">{inhalt.versand.kanal === 'postfach' ? 'Geht ins Postfach von' : 'Geht als Brief an'} {[inhalt.versand.name, ...inhalt.versand.anschrift].join(', ')}</p>
      <ButtonRow><Button>Zur Zeichnung geben</Button><LinkButton variant="tertiary" href={fallpfad(stand)}>Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

function ausEingabe(werte: Werte, vorlage: Inhalt): Inhalt {
  const text = (name: string) => wert(werte, name).replaceAll('\r\n', '\n').normalize('NFC')
  const inhalt: Inhalt = { ...vorlage, betreff: text('betreff'), tenor: text('tenor'), begruendung: text('begruendung'), kosten: text('kosten') }
  const leer = (['betreff', 'tenor', 'begruendung'] as const).filter((feld) => inhalt[feld].trim() === '')
  if (leer.length > 0) throw new Invalid(leer.map((feld) => ({ feld, text: 'Bitte füllen Sie dieses Feld aus.' })))
  const lang = (['betreff', 'tenor', 'begruendung', 'kosten'] as const).filter((feld) => inhalt[feld].length > (feld === 'betreff' ? 300 : 20_000))
  if (lang.length > 0) throw new Invalid(lang.map((feld) => ({ feld, text: `Das ist zu lang. Bitte schreiben Sie höchstens ${feld === 'betreff' ? '300' : '20.000'} Zeichen.` })))
  const offen = (['betreff', 'tenor', 'begruendung'] as const).filter((feld) => inhalt[feld].includes('…'))
  if (offen.length > 0) throw new Invalid(offen.map((feld) => ({ feld, text: 'Hier sind noch Stellen offen (…). Bitte füllen Sie sie aus.' })))
  const fehlend = findMissingGlyphs(inhalt)
  if (fehlend.length > 0) throw new Invalid([{ feld: '', text: `Diese Zeichen können nicht gedruckt werden: ${fehlend.join(' ')}. Bitte ersetzen Sie sie.` }])
  return inhalt
}

export const korrekturRoutes: readonly Route[] = [
  page({ path: '/arbeitsplatz/bescheide/:id/aendern', access: access.staff('bescheid.entwerfen'), beispiel: beispiel(''), handle: waehlen }),
  ...form({
    path: '/arbeitsplatz/bescheide/:id/aendern/:art', access: access.staff('bescheid.entwerfen'), beispiel: beispiel('/ruecknahme'), show: zeigen,
    async submit(c, werte) {
      const art = artAus(c)
      const stand = await c.ask(korrekturVorschlagen, { bescheidId: idAus(c) })
      const tag = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(wert(werte, name)) ? wert(werte, name) : null)
      await c.execute(bescheidKorrigieren, { bescheidId: stand.bescheid.id, inhalt: ausEingabe(werte, stand.vorschlag(art)), norm: wert(werte, 'norm').slice(0, 200), wirkungAb: tag('wirkungAb'), kenntnisAm: tag('kenntnisAm') }, c.formToken ? { schluessel: c.formToken } : {})
      return redirect(fallpfad(stand), { hinweis: `Die ${KORREKTUREN[art].wort} liegt zur Zeichnung.`.replace('Die Widerruf', 'Der Widerruf') })
    },
  }),
]
