import { Alert, Button, ButtonRow, Card, DateText, Deadline, ErrorSummary, FileField, Formularfelder, LinkButton, portalSeite, TextareaField } from '../../../../design/index.js'
import { Invalid } from '../../../../platform/errors.js'
import { access, form, redirect, wert, type Formularzustand, type Reply, type RequestContext, type Route } from '../../../../platform/http/route.js'
import { tryStoreUpload, type StoredUpload } from '../../../../platform/uploads/index.js'
import { istOffen } from '../anhoerung.js'
import { anhoerungBeispiel } from '../beispiel.js'
import { anhoerungBeantworten, meineAnhoerung } from './command.js'

const DATEIEN = { allowed: ['pdf', 'jpg', 'png', 'heic'], maxBytes: 10_000_000 } as const
const nummerAus = (c: RequestContext): string => (c.params['nr'] ?? '').slice(0, 60)
const fehlerAn = ({ fehler }: Formularzustand, feld: string): { error?: string } => { const text = fehler.find((einer) => einer.feld === feld)?.text; return text ? { error: text } : {} }

async function zeigen(c: RequestContext, zustand: Formularzustand): Promise<Reply> {
  const { antrag, anhoerung } = await c.ask(meineAnhoerung, { nummer: nummerAus(c) })
  const pfad = `/konto/vorgaenge/${antrag.vorgangsnummer}`
  const offen = anhoerung && istOffen(anhoerung)
  return portalSeite(c, {
    title: 'Auf die Anhörung antworten', robots: 'noindex', hasErrors: zustand.fehler.length > 0 || Boolean(zustand.meldung),
    breadcrumb: [{ label: 'Startseite', href: '/' }, { label: antrag.vorgangsnummer, href: pfad }, { label: 'Anhörung' }],
  }, (
    <>
      <ErrorSummary errors={[...zustand.fehler.map(({ feld, text }) => ({ field: feld, text })), ...(zustand.meldung ? [{ text: zustand.meldung }] : [])]} />
      <h1 class="sk-h1">Auf die Anhörung antworten</h1>
      <p class="sk-lead">{antrag.bezeichnung} · <span class="sk-nowrap">{antrag.vorgangsnummer}</span></p>
      {anhoerung ? <Card title="Das schreiben wir Ihnen"><p class="sk-prewrap">{anhoerung.text}</p></Card> : null}
      {offen && anhoerung.frist ? (
        <form method="post" action={`${pfad}/anhoerung`} encType="multipart/form-data" noValidate class="sk-form" data-unsaved-guard="">
          <p>Bitte antworten Sie bis: <Deadline date={anhoerung.frist} today={c.today} /></p>
          <Formularfelder c={c} />
          <TextareaField name="text" label="Ihre Antwort" hint="Sie können auch nur eine Datei schicken." optional rows={8} maxLength={20_000} value={wert(zustand.werte, 'text')} {...fehlerAn(zustand, 'text')} />
          <FileField name="datei" label="Dateien dazu" optional multiple accept=".pdf,.jpg,.jpeg,.png,.heic" typesText="PDF, JPG, PNG oder HEIC" maxBytes={DATEIEN.maxBytes} {...fehlerAn(zustand, 'datei')}
            {...(zustand.fehler.length > 0 ? { hint: 'Bitte wählen Sie Ihre Dateien noch einmal aus.' } : {})} />
          <ButtonRow><Button>Antwort senden</Button><LinkButton variant="tertiary" href={pfad}>Später</LinkButton></ButtonRow>
        </form>
      ) : <Alert title={anhoerung ? 'Sie haben schon geantwortet' : 'Zu diesem Antrag gibt es keine Anhörung'} actions={<LinkButton href={pfad}>Zu Ihrem Antrag</LinkButton>}>{anhoerung?.antwort_am ? <p>Ihre Antwort ist am <DateText instant={anhoerung.antwort_am} /> angekommen.</p> : null}</Alert>}
    </>
  ))
}

/** The person's page for the answer. */
export const antwortRoutes: readonly Route[] = form({
  path: '/konto/vorgaenge/:nr/anhoerung', access: access.guest, multipart: true, beispiel: anhoerungBeispiel, show: zeigen,
  async submit(c) {
    const dateien: StoredUpload[] = []
    const fehler: { feld: string; text: string }[] = []
    const werte = await c.multipart(async (teil) => {
      const gespeichert = await tryStoreUpload(c.app, c.mandant.id, teil, DATEIEN)
      if (gespeichert.ok) dateien.push(gespeichert)
      else fehler.push({ feld: 'datei', text: `„${gespeichert.dateiname}“: ${gespeichert.text}` })
    }, { fileSize: DATEIEN.maxBytes + 1, files: 10 })
    if (fehler.length > 0) throw new Invalid(fehler)
    const nummer = nummerAus(c)
    await c.execute(anhoerungBeantworten, {
      nummer, text: wert(werte, 'text'), dateien: dateien.map(({ dateiname, sha256, size, mime, pruefstatus }) => ({ dateiname, sha256, size, mime, pruefstatus: pruefstatus === 'sauber' ? 'sauber' as const : 'ungeprueft' as const })),
    }, c.formToken ? { schluessel: c.formToken } : {})
    return redirect(`/konto/vorgaenge/${nummer}`, { hinweis: 'Danke, Ihre Antwort ist angekommen.' })
  },
})
