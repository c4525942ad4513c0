// Asks before leaving a page whose form was changed and not sent. Forms opt in with data-unsaved-guard.
let changed = false

for (const form of document.querySelectorAll('form[data-unsaved-guard]')) {
  form.addEventListener('input', () => { changed = true })
  form.addEventListener('submit', () => { changed = false })
}

addEventListener('beforeunload', (event) => {
  if (changed) event.preventDefault()
})
