/** So many dots for one: sharp on paper and on a slide. */
const SHARP = 2

/** Beside each chart that can be downloaded, a button that makes a PNG of it: the same drawing, as dots. */
export function pictures(page) {
  for (const link of page.querySelectorAll('a[data-picture]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'link-button'
    button.textContent = 'Download it as a picture (PNG)'
    button.setAttribute('aria-describedby', link.dataset.picture)
    button.addEventListener('click', () => save(link.href).catch(() => say(button)))
    link.after(' ', button)
  }
}

async function save(address) {
  const drawing = new Image()
  drawing.src = address
  await drawing.decode()
  const canvas = document.createElement('canvas')
  canvas.width = drawing.naturalWidth * SHARP
  canvas.height = drawing.naturalHeight * SHARP
  canvas.getContext('2d').drawImage(drawing, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
  const made = document.createElement('a')
  made.href = URL.createObjectURL(blob)
  made.download = `${new URL(address).pathname.split('/').pop().replace(/\.svg$/, '')}.png`
  made.click()
  setTimeout(() => URL.revokeObjectURL(made.href), 60_000)
}

function say(button) {
  button.textContent = 'The picture could not be made here: download the SVG'
  button.disabled = true
}
