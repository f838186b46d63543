const gridOf = (table) => [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll('input.entry__box')])

const linesOf = (text) =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((part) => part.trim()))

/** A column or a block copied from a spreadsheet fills the boxes down and to the right of the one it is pasted in. */
export function fillFromSpreadsheet(form) {
  form.addEventListener('paste', (event) => {
    const table = event.target.closest?.('table.entry')
    const lines = linesOf(event.clipboardData?.getData('text/plain') ?? '')
    if (!table || !event.target.matches('input.entry__box') || (lines.length === 1 && lines[0].length === 1)) return
    event.preventDefault()
    tell(table, fill(gridOf(table), event.target, lines), lines.length)
  })
}

/** Fills what there are boxes for; how many lines that were. */
function fill(grid, from, lines) {
  const top = grid.findIndex((row) => row.includes(from))
  const left = grid[top].indexOf(from)
  const filled = lines.filter((line, down) => {
    const boxes = grid[top + down]?.slice(left) ?? []
    line.slice(0, boxes.length).forEach((text, at) => put(boxes[at], text))
    return boxes.length > 0
  })
  return filled.length
}

function put(box, text) {
  box.value = text
  box.dispatchEvent(new Event('input', { bubbles: true }))
  box.dispatchEvent(new CustomEvent('change', { bubbles: true, detail: { via: 'pasted' } }))
}

function tell(table, filled, given) {
  const note = table.parentElement.querySelector('[data-pasted]') ?? document.createElement('p')
  note.dataset.pasted = ''
  note.className = 'quiet small'
  note.setAttribute('role', 'status')
  note.textContent =
    filled === given ? `Pasted ${given} lines.` : `Pasted ${filled} of ${given} lines: there are no boxes for the rest.`
  table.after(note)
}
