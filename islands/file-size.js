// Says at once that a file is too large, instead of after a long upload. The server checks again.
for (const input of document.querySelectorAll('input[type=file][data-max-bytes]')) {
  const max = Number(input.getAttribute('data-max-bytes'))
  const message = document.createElement('p')
  message.className = 'kern-error sk-error'
  message.setAttribute('role', 'alert')
  input.before(message)

  input.addEventListener('change', () => {
    const tooLarge = [...input.files].filter((file) => file.size > max)
    message.textContent = tooLarge.length === 0
      ? ''
      : `${tooLarge.map((file) => file.name).join(', ')}: ${input.getAttribute('data-max-text')}`
    if (tooLarge.length > 0) input.value = ''
  })
}
