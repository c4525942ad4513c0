// Keeps the counter below a text area up to date. Screen readers hear it after a pause in typing, not at every key.
for (const counter of document.querySelectorAll('[data-counter-for]')) {
  const field = document.getElementById(counter.getAttribute('data-counter-for'))
  const max = Number(counter.getAttribute('data-max'))
  const template = counter.getAttribute('data-template')
  const numbers = new Intl.NumberFormat(document.documentElement.lang)
  const spoken = document.createElement('span')
  spoken.className = 'sk-sr-only'
  spoken.setAttribute('aria-live', 'polite')
  counter.after(spoken)
  let pause

  field?.addEventListener('input', () => {
    const used = field.value.length
    counter.textContent = template.replace('{n}', numbers.format(used))
    counter.toggleAttribute('data-over', used > max)
    clearTimeout(pause)
    pause = setTimeout(() => { spoken.textContent = counter.textContent }, 1000)
  })
}
