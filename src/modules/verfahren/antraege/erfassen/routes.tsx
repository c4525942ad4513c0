import { arbeitsplatzSeite, Button, ButtonRow, CheckboxField, DateField, dateParts, datePartsToIso, EmptyState, ErrorSummary, FileField, Formularfelder, LinkButton, LinkList, Radios, readDateParts, TextareaField } from '../../../../design/index.js'
import { Invalid, type Feldfehler } from '../../../../platform/errors.js'
import { access, form, page, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route, type Werte } from '../../../../platform/http/route.js'
import { tryStoreUpload, type UploadType } from '../../../../platform/uploads/index.js'
import { holds } from '../../../../platform/usecases/actor.js'
import { dateiGrenzen, parsePage, renderFragen, wortlaut, type Antworten, type Formular, type Frage, type Seite } from '../../../zugang/formulare/index.js'
import type { AnhangEingabe } from '../einreichen/command.js'
import type { Static } from 'typebox'
import { antragErfassen, istErfassungskanal, KANAELE } from './command.js'
import { erfassbareLeistungen, erfassungsformular } from './query.js'

const SCAN = { allowed: ['pdf', 'jpg', 'png', 'tif', 'heic'] as readonly UploadType[], maxBytes: 25_000_000 }
const formularVon = (c: RequestContext) => c.ask(erfassungsformular, { schluessel: (c.params['key'] ?? '').slice(0, 80) })
/** Fields beside the form of the service begin with an underscore, so that they meet no question of it. */
const FELDER: Readonly<Record<string, string>> = { unterschrieben: '_unterschrieben', scan: '_scan', eingangTag: '_eingang', grund: '_grund' }
const fehlerIn = ({ fehler }: Formularzustand) => fehler.map(({ feld, text }) => ({ feld: FELDER[feld] ?? feld, text }))
const fehlerAn = (zustand: Formularzustand, feld: string): { error?: string } => { const text = fehlerIn(zustand).find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }
const eingabeseiten = ({ seiten }: Formular): readonly Seite[] => seiten.filter(({ art, fragen }) => art !== 'datenschutz' && fragen.length > 0)

async function liste(c: RequestContext): Promise<Reply> {
  const leistungen = await c.ask(erfassbareLeistungen, {})
  return arbeitsplatzSeite(c, { title: 'Antrag erfassen', schmal: true }, (
    <>
      <p class="sk-lead">Für Menschen, die an den Schalter kommen, anrufen oder schreiben. Sie füllen dasselbe Formular aus wie im Portal.</p>
      {leistungen.length === 0 ? <EmptyState title="Keine Leistung wird online angeboten"><p>Sobald die Fachadministration eine Leistung mit Formular veröffentlicht, können Sie hier dafür Anträge erfassen.</p></EmptyState>
        : <LinkList label="Leistungen" items={leistungen.map(({ schluessel, bezeichnung, kurztext }) => ({ href: `/arbeitsplatz/antraege/erfassen/${schluessel}`, label: bezeichnung, text: kurztext }))} />}
    </>
  ))
}

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const { formular, bezeichnung, schluessel } = await formularVon(c)
  const fehler = zustand.fehler.map(({ feld, text }) => ({ feld, code: 'erfassen', text }))
  const eingegeben = Object.keys(zustand.werte).length > 0
  return arbeitsplatzSeite(c, {
    title: `Antrag erfassen: ${bezeichnung}`, schmal: true, hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung), breadcrumb: [{ label: 'Antrag erfassen', href: '/arbeitsplatz/antraege/erfassen' }, { label: bezeichnung }],
  }, (
    <form method="post" action={`/arbeitsplatz/antraege/erfassen/${schluessel}`} encType="multipart/form-data" class="sk-form" noValidate data-unsaved-guard="">
      <ErrorSummary errors={[...fehlerIn(zustand).map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <Formularfelder c={c} />
      <Radios name="_kanal" label="Wie kam der Antrag?" value={wert(zustand.werte, '_kanal') || 'schalter'} options={Object.entries(KANAELE).map(([value, label]) => ({ value, label }))} {...fehlerAn(zustand, '_kanal')} />
      <DateField name="_eingang" label="Wann ist der Antrag eingegangen?" hint="Bei Post der Tag auf dem Eingangsstempel. Ab diesem Tag laufen die Fristen." value={eingegeben ? readDateParts(zustand.werte, '_eingang') ?? {} : dateParts(c.today)} {...fehlerAn(zustand, '_eingang')} />
      <TextareaField name="_grund" label="Warum wird er erst jetzt erfasst?" hint="Nötig, wenn der Tag mehr als eine Woche zurückliegt." optional rows={2} maxLength={500} value={wert(zustand.werte, '_grund')} {...fehlerAn(zustand, '_grund')} />
      {eingabeseiten(formular).map((seite) => (
        <section key={seite.name} class="sk-form">
          <h2 class="sk-h2">{wortlaut(formular, seite.titel, 'de')}</h2>
          {renderFragen({ formular, seite: { ...seite, einleitung: seite.einleitung ?? '' }, antworten: {}, fehler, ...(eingegeben ? { gesendet: zustand.werte } : {}) })}
        </section>
      ))}
      <h2 class="sk-h2">Papier und Ausweis</h2>
      <CheckboxField name="_unterschrieben" value="ja" optional checked={wert(zustand.werte, '_unterschrieben') === 'ja'} label="Der Antrag ist auf Papier unterschrieben" {...fehlerAn(zustand, '_unterschrieben')} />
      <CheckboxField name="_ausweis" value="ja" optional checked={wert(zustand.werte, '_ausweis') === 'ja'} label="Ich habe den Ausweis gesehen" />
      <FileField name="_scan" label="Scan des Antrags" optional typesText="PDF oder Bild" maxBytes={SCAN.maxBytes} {...fehlerAn(zustand, '_scan')} {...(zustand.fehler.length > 0 ? { hint: 'Bitte wählen Sie Dateien noch einmal aus.' } : {})} />
      <ButtonRow><Button>Antrag erfassen</Button><LinkButton variant="tertiary" href="/arbeitsplatz/antraege/erfassen">Abbrechen</LinkButton></ButtonRow>
    </form>
  ))
}

interface Empfangen { readonly werte: Werte; readonly anhaenge: Static<typeof AnhangEingabe>[]; readonly scan: { dateiname: string; sha256: string; size: number; mime: string; pruefstatus: 'sauber' | 'ungeprueft' } | undefined; readonly fehler: Feldfehler[] }

/** The fields, the files of the form's own slots and the scan; each file that is refused is said at its field. */
async function empfange(c: RequestContext, formular: Formular): Promise<Empfangen> {
  const slots = new Map(formular.seiten.flatMap(({ fragen }) => fragen).filter(({ typ }) => typ === 'datei').map((frage: Frage) => [frage.name, frage]))
  const anhaenge: Empfangen['anhaenge'] = []
  const fehler: Feldfehler[] = []
  let scan: Empfangen['scan']
  const werte = await c.multipart(async (teil) => {
    const frage = slots.get(teil.feld)
    if (!frage && teil.feld !== '_scan') { teil.stream.resume(); return }
    const grenzen = frage ? { allowed: dateiGrenzen(frage).formate as readonly UploadType[], maxBytes: dateiGrenzen(frage).maxBytes } : SCAN
    const datei = await tryStoreUpload(c.app, c.mandant.id, teil, grenzen)
    if (!datei.ok) { fehler.push({ feld: frage ? teil.feld : 'scan', text: `„${datei.dateiname}“: ${datei.text}` }); return }
    const { dateiname, sha256, size, mime, pruefstatus } = datei
    if (frage) anhaenge.push({ slot: frage.name, dateiname, sha256, size, mime, pruefstatus })
    else scan = { dateiname, sha256, size, mime, pruefstatus }
  }, { fileSize: 30_000_000, files: 40 })
  return { werte, anhaenge, scan, fehler }
}

/** Reads all pages of the form from one post, in their order: each already sees the answers of those before. */
function lies(c: RequestContext, formular: Formular, { werte, anhaenge }: Empfangen): { daten: Antworten; fehler: Feldfehler[] } {
  let daten: Antworten = {}
  const fehler: Feldfehler[] = []
  const uploads = anhaenge.map(({ slot, dateiname, size, mime, sha256 }, index) => ({ slot, id: String(index), dateiname, bytes: size, mediaType: mime, sha256 }))
  for (const seite of eingabeseiten(formular)) {
    const gelesen = parsePage(formular, seite, werte, daten, { heute: c.today, lang: 'de', uploads })
    daten = gelesen.antworten
    fehler.push(...gelesen.fehler.map(({ feld, text }) => ({ feld, text })))
  }
  return { daten, fehler }
}

export const erfassenRoutes: readonly Route[] = [
  page({ path: '/arbeitsplatz/antraege/erfassen', access: access.staff('antrag.bearbeiten'), handle: liste }),
  ...form({
    path: '/arbeitsplatz/antraege/erfassen/:key', access: access.staff('antrag.bearbeiten'), multipart: true, beispiel: async () => '/arbeitsplatz/antraege/erfassen/sondernutzung', show: zeigen,
    async submit(c) {
      const { id, formular } = await formularVon(c)
      const empfangen = await empfange(c, formular)
      const { daten, fehler } = lies(c, formular, empfangen)
      const kanal = wert(empfangen.werte, '_kanal')
      const teile = readDateParts(empfangen.werte, '_eingang')
      const eingangTag = teile ? datePartsToIso(teile) : undefined
      const grund = wert(empfangen.werte, '_grund')
      const alle = [...(istErfassungskanal(kanal) ? [] : [{ feld: '_kanal', text: 'Bitte wählen Sie, wie der Antrag kam.' }]),
        ...(eingangTag ? [] : [{ feld: 'eingangTag', text: 'Bitte geben Sie den Tag des Eingangs an, zum Beispiel 17.5.2026.' }]),
        ...(grund.length > 500 ? [{ feld: 'grund', text: 'Das ist zu lang. Bitte schreiben Sie höchstens 500 Zeichen.' }] : []),
        ...empfangen.fehler, ...fehler]
      if (alle.length > 0 || !istErfassungskanal(kanal) || !eingangTag) throw new Invalid(alle)
      const { vorgangsnummer } = await c.execute(antragErfassen, {
        leistungsversionId: id, kanal, daten: daten as Record<string, unknown>, anhaenge: empfangen.anhaenge, eingangTag, grund, unterschrieben: wert(empfangen.werte, '_unterschrieben') === 'ja', ausweisGesehen: wert(empfangen.werte, '_ausweis') === 'ja',
        ...(empfangen.scan ? { scan: empfangen.scan } : {}),
      }, c.formToken ? { schluessel: c.formToken } : {})
      // Somebody at a counter of another unit may type it in and not see what becomes of it.
      const eigene = holds(c.actor, 'vorgang.lesen') && c.actor.zuweisungen.some(({ einheiten }) => !einheiten)
      return redirect(eigene ? `/arbeitsplatz/vorgaenge/${vorgangsnummer}` : '/arbeitsplatz/antraege/erfassen', { hinweis: `Der Antrag ist erfasst: ${vorgangsnummer}. Die Bestätigung geht mit der Post an die Person.` })
    },
  }),
]
