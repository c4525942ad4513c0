import { arbeitsplatzSeite, Button, Card, ErrorSummary, Formularfelder, IbanField, TextField } from '../../../../design/index.js'
import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { findKassenkonto } from '../forderung.js'
import { kassenkontoFestlegen } from './command.js'

export const routes: readonly Route[] = form({
  path: '/verwaltung/kasse', access: access.staff('kasse.einrichten'),
  async show(c, { werte, fehler, meldung }) {
    const konto = await c.app.db.withMandant(c.mandant.id, findKassenkonto)
    const feld = (name: 'kontoinhaber' | 'iban' | 'bic' | 'schalter') => {
      const text = fehler.find((eintrag) => eintrag.feld === name)?.text
      return { name, value: wert(werte, name) || konto?.[name] || '', ...(text ? { error: text } : {}) }
    }
    return arbeitsplatzSeite(c, { title: 'Stadtkasse', schmal: true, hasErrors: fehler.length > 0 }, (
      <>
        <ErrorSummary errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]} />
        <Card title="Bankverbindung und Schalter">
          <p>Diese Angaben stehen auf jeder Zahlungsaufforderung und im GiroCode.</p>
          <form method="post" action="/verwaltung/kasse" class="sk-form" noValidate>
            <Formularfelder c={c} />
            <TextField label="Kontoinhaber" maxLength={70} {...feld('kontoinhaber')} />
            <IbanField label="IBAN" {...feld('iban')} />
            <TextField label="BIC" optional maxLength={11} {...feld('bic')} />
            <TextField label="Wo man am Schalter zahlt" hint="Ort und Öffnungszeiten" maxLength={300} {...feld('schalter')} />
            <Button>Speichern</Button>
          </form>
        </Card>
      </>
    ))
  },
  async submit(c, werte) {
    const bic = wert(werte, 'bic').toUpperCase()
    await c.execute(kassenkontoFestlegen, { kontoinhaber: wert(werte, 'kontoinhaber'), iban: wert(werte, 'iban'), schalter: wert(werte, 'schalter'), ...(bic ? { bic } : {}) })
    return redirect('/verwaltung/kasse', { hinweis: 'Gespeichert.' })
  },
})
