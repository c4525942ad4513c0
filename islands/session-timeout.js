// Tells people five minutes before their session ends, so that nothing they typed is lost (WCAG 2.2.1).
// The page says how long it lasts: data-session-seconds. Any request renews it on the server; a reload is not needed.
const warnBefore = 300
const main = document.querySelector('[data-session-seconds]')
const seconds = Number(main?.getAttribute('data-session-seconds'))
const english = document.documentElement.lang === 'en'

function notice(text, button, onClick) {
  const box = document.createElement('div')
  box.className = 'sk-session'
  box.setAttribute('role', 'alert')
  const sentence = document.createElement('p')
  sentence.textContent = text
  const action = document.createElement('button')
  action.type = 'button'
  action.className = 'kern-btn kern-btn--primary sk-btn sk-btn--small'
  action.textContent = button
  action.addEventListener('click', () => onClick(box))
  box.append(sentence, action)
  document.body.append(box)
}

function schedule() {
  setTimeout(() => {
    notice(
      english
        ? 'You will be signed out in five minutes.'
        : 'Sie werden in fünf Minuten abgemeldet.',
      english ? 'Stay signed in' : 'Angemeldet bleiben',
      async (box) => {
        const answer = await fetch(location.href, { credentials: 'same-origin', method: 'HEAD' })
        if (answer.ok) schedule()
        box.remove()
      },
    )
  }, Math.max(1, seconds - warnBefore) * 1000)
}

if (seconds > 0) schedule()
