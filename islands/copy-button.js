// Copies a value (Aktenzeichen, IBAN, link) when its button is pressed. Without clipboard access the button stays
// hidden.
const english = document.documentElement.lang === 'en'

for (const button of document.querySelectorAll('button[data-copy]')) {
  if (!navigator.clipboard) continue
  button.hidden = false
  const label = button.querySelector('[data-copy-label]') ?? button
  const text = label.textContent
  label.setAttribute('aria-live', 'polite')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.getAttribute('data-copy'))
    label.textContent = english ? 'Copied' : 'Kopiert'
    setTimeout(() => { label.textContent = text }, 2000)
  })
}
