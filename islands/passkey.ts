// Passkeys: fetches the challenge, asks the browser, posts the answer with the ordinary form. The forms stay hidden where the
// browser cannot do it.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

const english = document.documentElement.lang === 'en'
const texts = english
  ? { waiting: 'Please confirm in the window of your device.', refused: 'That did not work or was cancelled. Please try again or choose another way.' }
  : { waiting: 'Bitte bestätigen Sie im Fenster Ihres Geräts.', refused: 'Das hat nicht geklappt oder wurde abgebrochen. Bitte versuchen Sie es noch einmal oder wählen Sie einen anderen Weg.' }

async function answer(form: HTMLFormElement): Promise<string> {
  const fields = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value)
  const response = await fetch(`${form.action}/optionen`, { method: 'POST', body: fields, headers: { accept: 'application/json' } })
  if (!response.ok) throw new Error(`options: ${response.status}`)
  const optionsJSON = await response.json()
  return JSON.stringify(form.dataset['passkey'] === 'anmelden' ? await startAuthentication({ optionsJSON }) : await startRegistration({ optionsJSON }))
}

async function send(form: HTMLFormElement, field: HTMLInputElement | null): Promise<void> {
  const value = await answer(form)
  if (field) field.value = value
  form.submit()
}

function prepare(form: HTMLFormElement): void {
  const message = form.querySelector<HTMLElement>('[data-passkey-meldung]')
  const field = form.querySelector<HTMLInputElement>('input[name=antwort]')
  const say = (text: string): void => { if (message) message.textContent = text }
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    say(texts.waiting)
    void send(form, field).catch(() => say(texts.refused))
  })
}

if (browserSupportsWebAuthn()) document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach(prepare)
