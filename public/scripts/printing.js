/** Shows the buttons that print, and opens on paper what is folded on the screen. */
export function printing(page) {
  for (const button of page.querySelectorAll('[data-print]')) {
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
  const folded = () => page.querySelectorAll('details[data-open-to-print]:not([open])')
  let opened = []
  window.addEventListener('beforeprint', () => {
    opened = [...folded()]
    for (const each of opened) each.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const each of opened) each.open = false
  })
}
