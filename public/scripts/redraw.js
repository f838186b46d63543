import { initAll } from '/govuk-frontend.min.js'
import { putBack, takeTyped } from '/scripts/boxes.js'

/**
 * Draws the questions anew, as the server now asks them; what is not saved yet stays typed, and the cursor where it was.
 * Whether it could be done.
 */
export async function redraw(form, unsaved) {
  const answer = await fetch(form.action, { headers: { accept: 'text/html' } }).catch(() => undefined)
  const page = new DOMParser().parseFromString((await answer?.text()) ?? '', 'text/html')
  const fresh = page.getElementById('questions')
  const old = document.getElementById('questions')
  if (!answer?.ok || !fresh || !old) return false
  const cursor = cursorIn(old)
  const typed = takeTyped(form, unsaved())
  const open = [...old.querySelectorAll('details[open]')].map(keyOf)
  for (const each of fresh.querySelectorAll('details')) each.open ||= open.includes(keyOf(each))
  old.replaceWith(document.adoptNode(fresh))
  putBack(form, typed)
  initAll({ scope: fresh })
  cursor?.restore()
  form.dataset.asks = page.querySelector('form[data-asks]')?.dataset.asks ?? form.dataset.asks
  return true
}

const keyOf = (details) => details.querySelector('[id]')?.id ?? details.textContent

function cursorIn(questions) {
  const { activeElement } = document
  if (!activeElement?.id || !questions.contains(activeElement)) return undefined
  const { id, selectionStart, selectionEnd } = activeElement
  return {
    restore: () => {
      const again = document.getElementById(id)
      again?.focus({ preventScroll: true })
      if (again && typeof selectionStart === 'number') again.setSelectionRange(selectionStart, selectionEnd)
    },
  }
}
