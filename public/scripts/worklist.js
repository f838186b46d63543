/** The network's list: a row opens beside it, and the keys j, k, Enter and Escape work. Without this, rows are links. */
export function worklist(list, page) {
  const rows = [...list.querySelectorAll('tbody tr')]
  const linkOf = (row) => row.querySelector('th a')
  const keys = page.getElementById('keys')
  let here = -1
  let opened

  const mark = (at) => {
    rows[here]?.classList.remove('worklist__row--here')
    here = Math.min(Math.max(at, 0), rows.length - 1)
    rows[here]?.classList.add('worklist__row--here')
    linkOf(rows[here])?.focus()
  }

  function close() {
    list.querySelector('.beside__panel')?.remove()
    list.classList.remove('beside--open')
    opened?.classList.remove('worklist__row--open')
    opened = undefined
  }

  async function open(row) {
    const link = linkOf(row)
    const back = encodeURIComponent(list.dataset.worklist)
    const answer = await fetch(`${link.getAttribute('href')}/beside?back=${back}`, { headers: { accept: 'text/html' } })
    const panel = answer.ok
      ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.beside__panel')
      : undefined
    if (!panel) {
      window.location.assign(link.href)
      return
    }
    close()
    const closing = page.createElement('button')
    Object.assign(closing, { type: 'button', className: 'link-button', textContent: 'Close' })
    closing.addEventListener('click', () => {
      close()
      link.focus()
    })
    panel.prepend(closing)
    panel.tabIndex = -1
    list.append(page.adoptNode(panel))
    list.classList.add('beside--open')
    row.classList.add('worklist__row--open')
    opened = row
    panel.focus()
  }

  const isTyping = ({ target }) => target.closest('input, textarea, select, [contenteditable]') !== null

  for (const row of rows) {
    linkOf(row).addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
      event.preventDefault()
      here = rows.indexOf(row)
      mark(here)
      void open(row)
    })
  }

  page.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' && opened) {
      const row = opened
      close()
      linkOf(row).focus()
    } else if (isTyping(event)) return
    else if (event.key === 'j') mark(here + 1)
    else if (event.key === 'k') mark(here - 1)
  })

  if (keys) keys.hidden = false
}
