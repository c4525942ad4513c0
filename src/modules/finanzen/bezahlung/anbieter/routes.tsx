import { Alert, arbeitsplatzSeite, Button, Card, ErrorSummary, Formularfelder, PasswordField, TextField } from '../../../../design/index.js'
import { purposeKey, seal } from '../../../../platform/auth/tokens.js'
import { access, form, redirect, wert, type Route } from '../../../../platform/http/route.js'
import { bezahlung } from '../db/tables.js'
import { anbieterFestlegen } from './command.js'

export const routes: readonly Route[] = form({
  path: '/verwaltung/bezahldienst', access: access.staff('kasse.einrichten'),
  async show(c, { werte, fehler, meldung }) {
    const row = await c.app.db.withMandant(c.mandant.id, (tx) => bezahlung(tx).selectFrom('bezahlung.anbieter').select(['basis_url', 'originator_id', 'endpoint_id']).executeTakeFirst())
    const feld = (name: string, bisher: string | null | undefined) => {
      const text = fehler.find((eintrag) => eintrag.feld === name)?.text
      return { name, value: wert(werte, name) || (bisher ?? ''), ...(text ? { error: text } : {}) }
    }
    return arbeitsplatzSeite(c, { title: 'Bezahldienst', schmal: true, hasErrors: fehler.length > 0 }, (
      <>
        <ErrorSummary errors={[...fehler.map(({ feld: field, text }) => ({ field, text })), ...(meldung ? [{ text: meldung }] : [])]} />
        {c.app.config.demo.simulatoren ? <Alert tone="info" title="Diese Anlage hat einen nachgebildeten Bezahldienst"><p>Ohne Adresse laufen alle Zahlungen dorthin. Es fließt kein Geld.</p></Alert> : null}
        <Card title="Zugang nach XBezahldienste 1.0">
          <form method="post" action={c.path} class="sk-form" noValidate>
            <Formularfelder c={c} />
            <TextField label="Adresse" hint="Beginnt mit https://. Der Bezahldienst nennt sie Ihnen." optional maxLength={300} {...feld('basisUrl', row?.basis_url)} />
            <TextField label="Kennung des Onlinedienstes (originatorId)" maxLength={36} {...feld('originatorId', row?.originator_id)} />
            <TextField label="Kennung der Stadt (endPointId)" hint="Oft der Amtliche Gemeindeschlüssel." maxLength={36} {...feld('endPointId', row?.endpoint_id)} />
            <PasswordField name="zugang" label="Zugangsschlüssel" hint="Wird verschlüsselt gespeichert und nie angezeigt. Leer lassen, wenn er bleiben soll." optional />
            <Button>Speichern</Button>
          </form>
        </Card>
      </>
    ))
  },
  async submit(c, werte) {
    const basisUrl = wert(werte, 'basisUrl')
    const zugang = wert(werte, 'zugang')
    await c.execute(anbieterFestlegen, {
      originatorId: wert(werte, 'originatorId'), endPointId: wert(werte, 'endPointId'), ...(basisUrl ? { basisUrl } : {}),
      ...(zugang ? { zugang: seal(purposeKey(c.app.masterKey, 'bezahldienst'), zugang).toString('base64') } : {}),
    })
    return redirect('/verwaltung/bezahldienst', { hinweis: 'Gespeichert.' })
  },
})
